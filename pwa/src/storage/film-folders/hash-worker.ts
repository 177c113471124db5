/** Reads films through where they lie, off the page. */
import { createSHA256 } from "hash-wasm";
import * as v from "valibot";

const CHUNK = 4 * 1024 * 1024;

const orderSchema = v.instance(Blob);

const hash = async (file: Blob): Promise<string> => {
  const sha = await createSHA256();
  for (let at = 0; at < file.size; at += CHUNK) {
    sha.update(new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer()));
    self.postMessage({ type: "progress", bytes: Math.min(file.size, at + CHUNK) });
  }
  return sha.digest("hex");
};

self.addEventListener("message", (event: MessageEvent<unknown>) => {
  const order = v.safeParse(orderSchema, event.data);
  if (!order.success) return;
  hash(order.output).then(
    (digest) => self.postMessage({ type: "done", hash: digest }),
    // The stick was pulled out, or the file is open elsewhere.
    () => self.postMessage({ type: "unreadable" }),
  );
});
