import type { RecordState } from "../changes/index.ts";
import type { DeviceId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import {
  type ChunkCipher,
  type ChunkContent,
  type ChunkFailure,
  type ChunkName,
  chunkFile,
  openChunk,
  readChunkFile,
} from "./chunk.ts";
import { isFormer, type MeetingMemory, type MeetingSelf } from "./memory.ts";
import type { NamesRow } from "./names-row.ts";
import type { LyingFile, MeetingPlace, PlaceFailure } from "./place.ts";

/** Something at the place that was not taken; nothing was changed by it, and it is tried again next time. */
export interface MeetingTrouble {
  /** `missing`: later files of a log are there and this one is not yet. `strange`: none of ours. */
  readonly type: ChunkFailure["type"] | "missing" | "strange";
  readonly device: DeviceId;
  readonly file: string;
}

/** The person, or the page that is closed, stopped the meeting. */
export interface MeetingStopped {
  readonly type: "stopped";
}

/** How far a meeting is. */
export interface MeetingProgress {
  readonly phase: "looking" | "reading" | "writing";
  readonly done: number;
  readonly total: number;
}

/** What was read at the place, before any of it is taken. */
export interface Gathered {
  readonly records: readonly RecordState[];
  readonly names: readonly NamesRow[];
  readonly memory: MeetingMemory;
  readonly troubles: readonly MeetingTrouble[];
  /** Files of this PC that somebody could not read. */
  readonly complained: ReadonlySet<string>;
  /** Something that was read here has gone, or another cannot read it, and nothing stands for it. */
  readonly lost: boolean;
}

/** No chunk is larger, in bytes. */
export const MOST_CHUNK_BYTES = 64 * 1024 * 1024;

/** What desktops and services leave in every folder, and files that are being written just now. */
const LITTER = /^\.|^~|^desktop\.ini$|^thumbs\.db$|\.(crswap|tmp|part|partial|download)$/iu;

interface Chunk extends ChunkName {
  readonly at: LyingFile;
}

/** The logs of one PC, each in the order of its chunks. */
const logsOf = (files: readonly LyingFile[]) => {
  const logs = new Map<string, Chunk[]>();
  const strange: LyingFile[] = [];
  for (const at of files) {
    const name = readChunkFile(at.file);
    if (name === undefined) {
      if (!LITTER.test(at.file)) strange.push(at);
      continue;
    }
    const key = `${name.stream} ${name.log}`;
    const log = logs.get(key) ?? [];
    log.push({ ...name, at });
    logs.set(key, log);
  }
  for (const log of logs.values()) log.sort((a, b) => a.number - b.number);
  return { logs: [...logs.values()], strange };
};

/** The chunks of a log that follow on what was read, and the first that is missing between them. */
const nextOf = (log: readonly Chunk[], read: ReadonlySet<string>) => {
  const next: Chunk[] = [];
  for (const [at, chunk] of log.entries()) {
    if (chunk.number !== at + 1) {
      return { next, missing: chunkFile({ ...chunk, number: at + 1 }) };
    }
    if (!read.has(chunk.at.file)) next.push(chunk);
  }
  return { next, missing: undefined };
};

/** So many superseded logs of a PC are remembered: they are gone from the place soon after. */
const REMEMBERED = 300;

type Found = MeetingTrouble & { readonly log?: string };

/** What a reading has come to so far. */
interface Reading {
  readonly read: Map<string, Set<string>>;
  readonly superseded: Map<string, Set<string>>;
  readonly records: RecordState[];
  readonly names: NamesRow[];
  readonly others: Record<string, MeetingMemory["others"][string]>;
  readonly complained: Set<string>;
  readonly troubles: Found[];
  begun: MeetingMemory["begun"];
}

const setOf = (sets: Map<string, Set<string>>, key: string): Set<string> => {
  const known = sets.get(key) ?? new Set();
  sets.set(key, known);
  return known;
};

const asSets = (lists: Readonly<Record<string, readonly string[]>>): Map<string, Set<string>> =>
  new Map(Object.entries(lists).map(([key, list]) => [key, new Set(list)]));
const asLists = (sets: ReadonlyMap<string, ReadonlySet<string>>, most = Number.POSITIVE_INFINITY) =>
  Object.fromEntries([...sets].map(([key, set]) => [key, [...set].slice(-most)]));

/** Takes a chunk's content up. */
const keep = (
  reading: Reading,
  chunk: Chunk,
  content: ChunkContent,
  { device: own }: MeetingSelf,
): void => {
  const { device, file } = chunk.at;
  setOf(reading.read, device).add(file);
  reading.records.push(...(content.records ?? []));
  reading.names.push(...(content.names ?? []));
  if (chunk.number === 1 && content.snapshot !== undefined) {
    reading.begun = [...reading.begun, { device, log: chunk.log, ...content.snapshot }];
  }
  for (const one of content.unreadable ?? []) reading.complained.add(one);
  const known = reading.others[device];
  if (device !== own && (known === undefined || known.at < content.at)) {
    reading.others[device] = { post: content.post, at: content.at };
  }
};

/** The chunks to read, log by log; what is in the way of others is told. */
const wantedOf = (
  files: readonly LyingFile[],
  reading: Reading,
  namesLocked: boolean,
): readonly (readonly Chunk[])[] => {
  const [one] = files;
  if (one === undefined) return [];
  const { device } = one;
  const { logs, strange } = logsOf(files);
  for (const { file } of strange) reading.troubles.push({ type: "strange", device, file });
  return logs.flatMap((log) => {
    const [first] = log;
    if (first === undefined || setOf(reading.superseded, device).has(first.log)) return [];
    if (first.stream === "names" && namesLocked) return [];
    const { next, missing } = nextOf(log, setOf(reading.read, device));
    if (missing !== undefined) {
      reading.troubles.push({ type: "missing", device, file: missing, log: first.log });
    }
    return next.length > 0 ? [next] : [];
  });
};

/** Marks snapshots as whole once their last part is read: what they stand for is not waited for any more. */
const settleSnapshots = (reading: Reading): void => {
  const { read, superseded } = reading;
  const open = reading.begun.filter(({ device, log, parts, supersedes }) => {
    const files = [...setOf(read, device)];
    if (files.filter((file) => readChunkFile(file)?.log === log).length < parts) return true;
    for (const one of supersedes) setOf(superseded, device).add(one);
    return false;
  });
  reading.begun = open.filter(({ device, log }) => !setOf(superseded, device).has(log));
};

/** Forgets what is no longer listed; answers whether anything went for which nothing stands. */
const forgetGone = (
  { read, superseded }: Reading,
  lying: readonly LyingFile[],
  before: MeetingMemory,
): boolean => {
  const lies = new Set(lying.map(({ device, file }) => `${device}/${file}`));
  let lost = false;
  for (const [device, files] of read) {
    for (const file of [...files].filter((one) => !lies.has(`${device}/${one}`))) {
      files.delete(file);
      const log = readChunkFile(file)?.log ?? "";
      const mayGo = isFormer(before, device) || before.former.includes(`${device}/${file}`);
      lost ||= !setOf(superseded, device).has(log) && !mayGo;
    }
  }
  return lost;
};

/** Whether somebody cannot read what was read here; its writer may be no more, so whoever knows it writes anew. */
const isAskedFor = ({ complained, read, superseded }: Reading): boolean =>
  [...read].some(([device, files]) =>
    [...files].some(
      (file) =>
        complained.has(`${device}/${file}`) &&
        !setOf(superseded, device).has(readChunkFile(file)?.log ?? ""),
    ),
  );

/** How often each file could not be read, this time counted. */
const countFailures = (
  troubles: readonly Found[],
  before: MeetingMemory["failed"],
): MeetingMemory["failed"] =>
  Object.fromEntries(
    troubles
      .filter(({ type }) => type !== "strange")
      .map(({ device, file }) => [`${device}/${file}`, (before[`${device}/${file}`] ?? 0) + 1]),
  );

/** What reading needs of the outer world. */
export interface ReadingHands {
  readonly place: MeetingPlace;
  readonly cipher: ChunkCipher;
  readonly self: MeetingSelf;
  readonly namesLocked: boolean;
  readonly onProgress: (progress: MeetingProgress) => void;
  readonly isStopped: () => boolean;
}

/** Reads one chunk; what it says, or why it says nothing. */
const readChunk = async (
  at: LyingFile,
  { place, cipher, self: { site } }: ReadingHands,
): Promise<Result<ChunkContent, ChunkFailure | PlaceFailure>> => {
  if (at.size > MOST_CHUNK_BYTES) return err({ type: "damaged" });
  const bytes = await place.read(at);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return err({ type: "not-whole" });
  return await openChunk(bytes.value, { site, device: at.device, file: at.file }, cipher);
};

/** Failures of the place end the meeting; those of one file do not. */
const CHUNK_FAILURES: readonly string[] = [
  "not-whole",
  "damaged",
  "other-key",
  "newer-app",
] satisfies readonly ChunkFailure["type"][];
const isOfChunk = (failure: ChunkFailure | PlaceFailure): failure is ChunkFailure =>
  CHUNK_FAILURES.includes(failure.type);

const readAll = async (
  wanted: readonly (readonly Chunk[])[],
  reading: Reading,
  hands: ReadingHands,
): Promise<Result<null, PlaceFailure | MeetingStopped>> => {
  const total = wanted.flat().length;
  let done = 0;
  for (const next of wanted) {
    for (const chunk of next) {
      if (hands.isStopped()) return err({ type: "stopped" });
      hands.onProgress({ phase: "reading", done, total });
      done += 1;
      const content = await readChunk(chunk.at, hands);
      if (content.ok) {
        keep(reading, chunk, content.value, hands.self);
        continue;
      }
      if (!isOfChunk(content.error)) return err(content.error);
      const { device, file } = chunk.at;
      reading.troubles.push({ type: content.error.type, device, file, log: chunk.log });
      // What follows may rest on it; it waits too.
      break;
    }
  }
  return ok(null);
};

/** Reads all that is new at the place. Order does not matter: what was read is joined, not replayed. */
export const readPlace = async (
  lying: readonly LyingFile[],
  before: MeetingMemory,
  hands: ReadingHands,
): Promise<Result<Gathered, PlaceFailure | MeetingStopped>> => {
  const { self, namesLocked } = hands;
  const reading: Reading = {
    read: asSets(before.read),
    superseded: asSets(before.superseded),
    records: [],
    names: [],
    others: { ...before.others },
    complained: new Set(),
    troubles: [],
    begun: before.begun,
  };
  const own = new Set([...before.owned.map(({ file }) => file), ...before.stale]);
  const byDevice = new Map<DeviceId, LyingFile[]>();
  for (const at of lying) {
    if (at.device === self.device && own.has(at.file)) continue;
    byDevice.set(at.device, [...(byDevice.get(at.device) ?? []), at]);
  }
  const wanted = [...byDevice.values()].flatMap((files) => wantedOf(files, reading, namesLocked));
  const all = await readAll(wanted, reading, hands);
  if (!all.ok) return all;
  settleSnapshots(reading);
  const lost = forgetGone(reading, lying, before) || isAskedFor(reading);
  const { superseded } = reading;
  const troubles = reading.troubles.filter(
    ({ device, log }) => log === undefined || !setOf(superseded, device).has(log),
  );
  return ok({
    records: reading.records,
    names: reading.names,
    complained: new Set(
      [...reading.complained].flatMap((one) =>
        one.startsWith(`${self.device}/`) ? [one.slice(self.device.length + 1)] : [],
      ),
    ),
    lost,
    troubles: troubles.map(({ type, device, file }) => ({ type, device, file })),
    memory: {
      ...before,
      begun: reading.begun,
      failed: countFailures(troubles, before.failed),
      others: reading.others,
      read: asLists(reading.read),
      superseded: asLists(superseded, REMEMBERED),
    },
  });
};
