/** The worker that hashes what the download worker writes, on the other core while the next bytes come. */
import { createSHA256 } from "hash-wasm";
import * as v from "valibot";
import { giveBack } from "./give-back.ts";
import { type HashAnswer, type HashOrder, hashOrderSchema } from "./hash-messages.ts";

type Hash = Awaited<ReturnType<typeof createSHA256>>;
const hashes = new Map<number, Promise<Hash>>();

const take = async (order: HashOrder): Promise<void> => {
  const { id } = order;
  if (order.type === "drop") {
    hashes.delete(id);
    return;
  }
  const hashing = hashes.get(id) ?? createSHA256();
  hashes.set(id, hashing);
  const hash = await hashing;
  if (order.type === "end") {
    hashes.delete(id);
    const answer: HashAnswer = { type: "hex", id, hex: hash.digest("hex") };
    self.postMessage(answer);
    return;
  }
  let bytes = 0;
  for (const piece of order.pieces) {
    hash.update(piece);
    bytes += piece.length;
    giveBack(piece);
  }
  const answer: HashAnswer = { type: "done", id, bytes };
  self.postMessage(answer);
};

self.addEventListener("message", (event: MessageEvent<unknown>) => {
  const order = v.safeParse(hashOrderSchema, event.data);
  if (order.success) void take(order.output);
});
