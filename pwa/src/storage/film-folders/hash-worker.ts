/** Reads films through where they lie, off the page. */
import { createSHA256 } from "hash-wasm";
import * as v from "valibot";
import { eachChunk } from "../each-chunk.ts";

const orderSchema = v.instance(Blob);

const hash = async (file: Blob): Promise<string> => {
  const sha = await createSHA256();
  await eachChunk(file, (bytes, at) => {
    sha.update(bytes);
    self.postMessage({ type: "progress", bytes: at + bytes.length });
  });
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
