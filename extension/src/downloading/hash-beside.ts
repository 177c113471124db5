import * as v from "valibot";
import type { RunningHash } from "./fetch-desk.ts";
import { type HashOrder, hashAnswerSchema } from "./hash-messages.ts";

const MB = 1024 * 1024;
/** Bytes travel to the other worker in bundles of this size: a message for each piece would cost more. */
const BUNDLE = MB;
/** No more than this lies before it; who brings more waits. */
const MOST_AHEAD = 16 * MB;

/** Opens hashes that are computed in a worker of their own, started at the first. */
export const openHashesBeside = (
  startWorker: () => Pick<Worker, "postMessage" | "addEventListener">,
): (() => RunningHash) => {
  let worker: ReturnType<typeof startWorker> | undefined;
  const order = (message: HashOrder, transfer: ArrayBuffer[] = []): void =>
    worker?.postMessage(message, transfer);
  let hashes = 0;

  return () => {
    worker ??= startWorker();
    hashes += 1;
    const id = hashes;
    let pieces: Uint8Array<ArrayBuffer>[] = [];
    let bundled = 0;
    let ahead = 0;
    let onDone: () => void = () => undefined;
    let onHex: (hex: string) => void = () => undefined;
    let onBroken: () => void = () => undefined;
    let isBroken = false;
    worker.addEventListener("error", () => {
      isBroken = true;
      onDone();
      onBroken();
    });
    worker.addEventListener("message", (event: MessageEvent<unknown>) => {
      const answer = v.safeParse(hashAnswerSchema, event.data);
      if (!answer.success || answer.output.id !== id) return;
      if (answer.output.type === "hex") return onHex(answer.output.hex);
      ahead -= answer.output.bytes;
      if (ahead <= MOST_AHEAD) onDone();
    });
    const send = (): void => {
      if (pieces.length === 0) return;
      order(
        { type: "bytes", id, pieces },
        pieces.map(({ buffer }) => buffer),
      );
      ahead += bundled;
      pieces = [];
      bundled = 0;
    };
    return {
      update: (bytes) => {
        pieces.push(bytes);
        bundled += bytes.length;
        if (bundled >= BUNDLE) send();
      },
      room: () =>
        isBroken || ahead <= MOST_AHEAD
          ? undefined
          : new Promise((resolve) => {
              onDone = resolve;
            }),
      hex: () => {
        send();
        return new Promise((resolve, reject) => {
          onHex = resolve;
          onBroken = () => reject(new Error("the worker that hashes is gone"));
          if (isBroken) onBroken();
          order({ type: "end", id });
        });
      },
      drop: () => order({ type: "drop", id }),
    };
  };
};
