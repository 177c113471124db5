/** Two PCs of one site that meet at a folder or a server: an append-only log of each, sealed by the site's key. */
export { type ChunkCipher, meetingFolder } from "./chunk.ts";
export { type MeetingHands, type Met, meet, type NamesDoor, type RecordsDoor } from "./meet.ts";
export { letGo, type MeetingMemory, memoryFor } from "./memory.ts";
export {
  joinNamesRow,
  type NamesRow,
  namesRowMark,
  namesRowSchema,
  removeNamesRow,
  writeNamesRow,
} from "./names-row.ts";
export type { LyingFile, MeetingPlace, PlaceFailure } from "./place.ts";
export {
  type MeetingProgress,
  type MeetingStopped,
  type MeetingTrouble,
  MOST_CHUNK_BYTES,
} from "./read-place.ts";
