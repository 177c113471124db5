import type { LessonPart } from "./clip.ts";

/** How far a file on its way is: bytes, and of a lesson its fragments. */
export interface HowMuch {
  readonly received: number;
  /** Bytes promised by the server, where it said so. */
  readonly total?: number | null | undefined;
  readonly part?: LessonPart | null | undefined;
}

/** How much of a file is there, from 0 to 1; `undefined` where nobody knows. */
export const shareOf = ({ received, total, part }: HowMuch): number | undefined => {
  if (total != null && total > 0) return Math.min(1, received / total);
  if (part == null || part.allSeconds <= 0) return undefined;
  return Math.min(1, part.seconds / part.allSeconds);
};

/** How many bytes are still to come; of a lesson as many to the second as came so far. `undefined` where nobody knows. */
export const bytesLeft = (much: HowMuch): number | undefined => {
  const { received, total } = much;
  if (total != null && total > 0) return Math.max(0, total - received);
  const share = shareOf(much);
  return share === undefined || share === 0 ? undefined : (received / share) * (1 - share);
};
