/** Reads a file through in small bites with rests between them, so that nobody notices. */
import { createSHA256 } from "hash-wasm";
import * as v from "valibot";

const BITE = 1024 * 1024;

const orderSchema = v.object({
  file: v.instance(Blob),
  /** Milliseconds of rest after each bite. */
  rest: v.pipe(v.number(), v.minValue(0)),
});

const hash = async ({ file, rest }: v.InferOutput<typeof orderSchema>): Promise<string> => {
  const sha = await createSHA256();
  for (let at = 0; at < file.size; at += BITE) {
    sha.update(new Uint8Array(await file.slice(at, at + BITE).arrayBuffer()));
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
  }
  return sha.digest("hex");
};

self.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const order = v.safeParse(orderSchema, data);
  if (!order.success) return;
  hash(order.output).then(
    (digest) => self.postMessage({ hash: digest }),
    () => self.postMessage({ hash: null }),
  );
});
