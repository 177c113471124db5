import { createHash, type Hash } from "node:crypto";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { openHashesBeside } from "./hash-beside.ts";
import { type HashAnswer, hashOrderSchema } from "./hash-messages.ts";

const MB = 1024 * 1024;

/** A worker that hashes when it is told to go on. */
const makeWorker = () => {
  const target = new EventTarget();
  const hashes = new Map<number, Hash>();
  const waiting: (() => void)[] = [];
  const answer = (data: HashAnswer): void => {
    target.dispatchEvent(new MessageEvent("message", { data }));
  };
  return {
    worker: {
      addEventListener: target.addEventListener.bind(target),
      postMessage: (message: unknown) => {
        const order = v.parse(hashOrderSchema, structuredClone(message));
        waiting.push(() => {
          const hash = hashes.get(order.id) ?? createHash("sha256");
          hashes.set(order.id, hash);
          if (order.type === "end") answer({ type: "hex", id: order.id, hex: hash.digest("hex") });
          if (order.type !== "bytes") return;
          for (const piece of order.pieces) hash.update(piece);
          const bytes = order.pieces.reduce((sum, { length }) => sum + length, 0);
          answer({ type: "done", id: order.id, bytes });
        });
      },
    },
    goOn: () => {
      for (const work of waiting.splice(0)) work();
    },
    breakDown: () => target.dispatchEvent(new Event("error")),
  };
};

const piece = (fill: number, size = MB): Uint8Array<ArrayBuffer> => new Uint8Array(size).fill(fill);

describe("hashing beside", () => {
  it("gives the hash of all bytes in their order, two files at a time", async () => {
    const side = makeWorker();
    const newHash = openHashesBeside(() => side.worker);
    const [one, other] = [newHash(), newHash()];
    for (let turn = 0; turn < 5; turn += 1) {
      one.update(piece(turn, 300_000));
      other.update(piece(turn + 100, 700_000));
    }
    const hexes = Promise.all([one.hex(), other.hex()]);
    side.goOn();
    const expected = [300_000, 700_000].map((size, which) => {
      const hash = createHash("sha256");
      for (let turn = 0; turn < 5; turn += 1) hash.update(piece(turn + which * 100, size));
      return hash.digest("hex");
    });
    expect(await hexes).toEqual(expected);
  });

  it("lets nobody bring more than it can hold", async () => {
    const side = makeWorker();
    const hash = openHashesBeside(() => side.worker)();
    let brought = 0;
    while (hash.room() === undefined) {
      hash.update(piece(1));
      brought += 1;
    }
    expect(brought).toBeLessThanOrEqual(17);
    const room = hash.room();
    side.goOn();
    await room;
    expect(hash.room()).toBeUndefined();
  });

  it("says so where the worker is gone, instead of waiting for ever", async () => {
    const side = makeWorker();
    const hash = openHashesBeside(() => side.worker)();
    hash.update(piece(1));
    side.breakDown();
    expect(hash.room()).toBeUndefined();
    await expect(hash.hex()).rejects.toThrow("gone");
  });
});
