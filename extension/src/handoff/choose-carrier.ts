import { type Clip, filesOfClip } from "@dianbo/shared/clip";
import { CHUNKED_LIMIT } from "@dianbo/shared/handoff";

/**
 * How a clip goes to the app: Blobs by reference over the link (2), bytes in pieces over the same link
 * (3), or, too large for pieces, by the tab that the person opens with 「交到点播本」 (1).
 */
export type Carrier = "by-reference" | "in-pieces" | "opener";

/**
 * Chooses the carrier of a clip, the one place where it is chosen. `blobsPass` is what the link's own test
 * found: whether a Blob came through it whole. Versions are not asked.
 */
export const carrierOf = (clip: Clip, blobsPass: boolean): Carrier => {
  if (blobsPass) return "by-reference";
  const fits = filesOfClip(clip).every(({ size }) => size <= CHUNKED_LIMIT);
  return fits ? "in-pieces" : "opener";
};
