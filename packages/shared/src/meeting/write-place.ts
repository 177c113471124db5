import type { RecordState } from "../changes/index.ts";
import type { Instant } from "../clock/index.ts";
import type { NewId, Post } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import {
  type ChunkCipher,
  type ChunkContent,
  chunkFile,
  MOST_CHUNKS,
  readChunkFile,
  type Stream,
  sealChunk,
} from "./chunk.ts";
import { formerKey, type MeetingMemory, type MeetingSelf } from "./memory.ts";
import type { LyingFile, MeetingPlace, PlaceFailure } from "./place.ts";
import type { MeetingProgress, MeetingStopped } from "./read-place.ts";

/** A snapshot takes the place of a log of more chunks than this… */
export const MOST_IN_LOG = 40;
/** …or of more bytes than this many snapshots and a quarter of a megabyte. */
const MOST_SNAPSHOTS = 3;
const SPARE_BYTES = 256 * 1024;
/** Characters of JSON in one chunk; a record is never cut. */
const PART_LENGTH = 1_500_000;

/** What writing needs of the outer world. */
export interface WritingHands {
  readonly place: MeetingPlace;
  readonly cipher: ChunkCipher;
  readonly self: MeetingSelf;
  readonly post: Post;
  readonly newId: NewId;
  readonly now: () => Instant;
  /** Told apart from every other run of the app, on this PC and on a copy of its profile. */
  readonly run: string;
  /** Keeps the memory before it goes on: what is about to be written is known to be ours afterwards. */
  readonly remember: (memory: MeetingMemory) => Promise<void>;
  readonly onProgress: (progress: MeetingProgress) => void;
  readonly isStopped: () => boolean;
}

/** Records in parts of a bearable size; one part at least. */
export const partsOf = (records: readonly RecordState[]): readonly (readonly RecordState[])[] => {
  const parts: RecordState[][] = [[]];
  let length = 0;
  for (const record of records) {
    const more = JSON.stringify(record).length;
    if (length > 0 && length + more > PART_LENGTH) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(record);
    length += more;
  }
  return parts;
};

const streamOf = (file: string): Stream | undefined => readChunkFile(file)?.stream;
const ofStream = (memory: MeetingMemory, stream: Stream) =>
  memory.owned.filter(({ file }) => streamOf(file) === stream);

/** Whether this PC's own files of a stream lie there as it left them. */
export const liesWhole = (
  memory: MeetingMemory,
  lying: readonly LyingFile[],
  stream: Stream,
): boolean => {
  const sizes = new Map(
    lying.flatMap(({ device, file, size }) =>
      device === memory.device ? [[file, size] as const] : [],
    ),
  );
  return ofStream(memory, stream).every(({ file, size }) => sizes.get(file) === size && size > 0);
};

/** Whether the log of records has grown so long that a snapshot is to take its place. */
export const isGrown = (memory: MeetingMemory): boolean => {
  const owned = ofStream(memory, "records");
  const bytes = owned.reduce((sum, { size }) => sum + size, 0);
  return owned.length > MOST_IN_LOG || bytes > MOST_SNAPSHOTS * memory.snapshotSize + SPARE_BYTES;
};

type Body = Pick<ChunkContent, "records" | "names" | "unreadable">;

/**
 * Writes chunks of one log. What is written is noted as ours before, with no size, and with its size once all
 * lies there; whoever is cut off between the two finds it not whole next time and writes a snapshot.
 */
const writeChunks = async (
  memory: MeetingMemory,
  log: { readonly stream: Stream; readonly id: string; readonly from: number },
  bodies: readonly Body[],
  snapshot: ChunkContent["snapshot"],
  hands: WritingHands,
): Promise<Result<MeetingMemory, PlaceFailure | MeetingStopped>> => {
  const { place, cipher, self, post, now, remember, onProgress, isStopped } = hands;
  const files = bodies.map((_, at) =>
    chunkFile({ stream: log.stream, log: log.id, number: log.from + at }),
  );
  const noted = {
    ...memory,
    owned: [...memory.owned, ...files.map((file) => ({ file, size: 0 }))],
  };
  await remember(noted);
  const sizes = new Map<string, number>();
  for (const [at, file] of files.entries()) {
    if (isStopped()) return err({ type: "stopped" });
    onProgress({ phase: "writing", done: at, total: files.length });
    const head = { at: now(), post, ...(at === 0 && snapshot !== undefined ? { snapshot } : {}) };
    const home = { site: self.site, device: self.device, file };
    const bytes = await sealChunk({ ...head, ...bodies[at] }, home, cipher);
    const written = await place.write(self.device, file, bytes);
    if (!written.ok) return written;
    sizes.set(file, bytes.length);
  }
  return ok({
    ...noted,
    owned: noted.owned.map((one) => ({ ...one, size: sizes.get(one.file) ?? one.size })),
  });
};

/** Writes all of a stream anew, under a log of its own; the logs before it become stale. */
export const writeSnapshot = async (
  memory: MeetingMemory,
  stream: Stream,
  bodies: readonly Body[],
  hands: WritingHands,
): Promise<Result<MeetingMemory, PlaceFailure | MeetingStopped>> => {
  const before = ofStream(memory, stream).map(({ file }) => file);
  const supersedes = [...new Set(before.flatMap((file) => readChunkFile(file)?.log ?? []))];
  const id = hands.newId();
  const log = { stream, id, from: 1 };
  const written = await writeChunks(
    memory,
    log,
    bodies,
    { parts: bodies.length, supersedes },
    hands,
  );
  if (!written.ok) return written;
  const gone = new Set(before);
  const owned = written.value.owned.filter(({ file }) => !gone.has(file));
  const next = { ...written.value, owned, stale: [...memory.stale, ...before] };
  if (stream === "names") return ok(next);
  const snapshotSize = ofStream(next, stream).reduce((sum, { size }) => sum + size, 0);
  return ok({ ...next, snapshotSize, log: { id, run: hands.run, count: bodies.length } });
};

/** Adds to the log of this run; a new run, and a full log, begin another. */
export const writeChanges = async (
  memory: MeetingMemory,
  bodies: readonly Body[],
  hands: WritingHands,
): Promise<Result<MeetingMemory, PlaceFailure | MeetingStopped>> => {
  const goesOn =
    memory.log !== undefined &&
    memory.log.run === hands.run &&
    memory.log.count + bodies.length <= MOST_CHUNKS;
  const log =
    goesOn && memory.log !== undefined
      ? memory.log
      : { id: hands.newId(), run: hands.run, count: 0 };
  const next = { ...memory, log: { ...log, count: log.count + bodies.length } };
  return await writeChunks(
    next,
    { stream: "records", id: log.id, from: log.count + 1 },
    bodies,
    undefined,
    hands,
  );
};

/** Takes stale files away, the last of a log first, so that what is left of one never has a gap. */
export const dropStale = async (
  memory: MeetingMemory,
  { place, self }: Pick<WritingHands, "place" | "self">,
): Promise<MeetingMemory> => {
  const left: string[] = [];
  for (const file of [...memory.stale].sort().reverse()) {
    if (!(await place.drop(self.device, file)).ok) left.push(file);
  }
  return { ...memory, stale: left };
};

/** Whether a file is one of those that PCs left who are no more. */
const isOfFormer = ({ former }: MeetingMemory, { device, file }: LyingFile): boolean => {
  const stream = streamOf(file);
  return (
    stream !== undefined &&
    (former.includes(formerKey(stream, device)) || former.includes(`${device}/${file}`))
  );
};

/** A file with names that could not be read so often goes unread: nobody who was removed may lie there for ever. */
const UNREAD = 3;

/** Files of PCs that are no more, of one stream, that may go: they were read, or hold names that nobody can read. */
export const formerFiles = (
  memory: MeetingMemory,
  lying: readonly LyingFile[],
  stream: Stream,
): readonly LyingFile[] =>
  lying.filter(
    (one) =>
      streamOf(one.file) === stream &&
      isOfFormer(memory, one) &&
      (memory.read[one.device]?.includes(one.file) === true ||
        (stream === "names" && (memory.failed[`${one.device}/${one.file}`] ?? 0) >= UNREAD)),
  );

/**
 * Takes such files away, once all that they said is written anew. One that could not be read yet, or did not go,
 * goes another time; but whatever else its PC writes hereafter stays: it is there after all.
 */
export const dropFormer = async (
  memory: MeetingMemory,
  lying: readonly LyingFile[],
  stream: Stream,
  place: MeetingPlace,
): Promise<MeetingMemory> => {
  const dropped = new Set<string>();
  for (const { device, file } of formerFiles(memory, lying, stream)) {
    if ((await place.drop(device, file)).ok) dropped.add(`${device}/${file}`);
  }
  const left = lying.filter((one) => streamOf(one.file) === stream && isOfFormer(memory, one));
  const stays = left.map(({ device, file }) => `${device}/${file}`);
  return {
    ...memory,
    former: [
      ...memory.former.filter((key) => !key.startsWith(`${stream} `) && !stays.includes(key)),
      ...stays.filter((key) => !dropped.has(key)),
    ],
    read: Object.fromEntries(
      Object.entries(memory.read).map(([device, files]) => [
        device,
        files.filter((file) => !dropped.has(`${device}/${file}`)),
      ]),
    ),
  };
};
