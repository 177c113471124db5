import type { MediaHash } from "@dianbo/shared/courseware";
import {
  CHUNK_BYTES,
  CHUNKS_IN_FLIGHT,
  chunkCount,
  chunkSize,
  type ExtensionBody,
  encodeChunk,
} from "@dianbo/shared/handoff";
import type { RecordId } from "@dianbo/shared/identity";

/** Sends one file after the other in pieces. */
export interface ChunkSender {
  /** Sends a file; a later one takes the place of one that is still under way. */
  give(clip: RecordId, hash: MediaHash, blob: Blob): Promise<void>;
  acknowledge(hash: MediaHash, index: number): void;
  stop(): void;
}

/** Makes the sender; it waits whenever too many pieces are not acknowledged yet. */
export const makeChunkSender = (send: (body: ExtensionBody) => void): ChunkSender => {
  let turn = 0;
  let current: MediaHash | undefined;
  let acknowledged = -1;
  let wake: () => void = () => undefined;
  return {
    give: async (clip, hash, blob) => {
      turn += 1;
      const own = turn;
      wake();
      current = hash;
      acknowledged = -1;
      for (let index = 0; index < chunkCount(blob.size); index += 1) {
        while (own === turn && index - acknowledged > CHUNKS_IN_FLIGHT) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        const from = index * CHUNK_BYTES;
        const piece = blob.slice(from, from + chunkSize(blob.size, index));
        const bytes = new Uint8Array(await piece.arrayBuffer());
        if (own !== turn) return;
        send({ type: "chunk", clip, hash, size: blob.size, index, data: encodeChunk(bytes) });
      }
    },
    acknowledge: (hash, index) => {
      if (hash !== current || index <= acknowledged) return;
      acknowledged = index;
      wake();
    },
    stop: () => {
      turn += 1;
      wake();
    },
  };
};
