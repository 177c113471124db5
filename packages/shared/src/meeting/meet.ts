import type { RecordState } from "../changes/index.ts";
import type { Instant } from "../clock/index.ts";
import type { DeviceId, Post } from "../identity/index.ts";
import { joinRecords } from "../merge/index.ts";
import { ok, type Result } from "../result/index.ts";
import { formerKey, isFormer, type MeetingMemory } from "./memory.ts";
import { joinNamesRow, type NamesRow, namesMark } from "./names-row.ts";
import type { LyingFile, PlaceFailure } from "./place.ts";
import { type MeetingStopped, type MeetingTrouble, readPlace } from "./read-place.ts";
import { stateMark } from "./state-mark.ts";
import {
  dropFormer,
  dropStale,
  formerFiles,
  isGrown,
  liesWhole,
  partsOf,
  type WritingHands,
  writeChanges,
  writeSnapshot,
} from "./write-place.ts";

/** The library of this PC, as a meeting sees it. */
export interface RecordsDoor<E extends { readonly type: string }> {
  records(): Iterable<RecordState>;
  /** Joins records in, all or none; answers how many changed. */
  take(records: readonly RecordState[]): Promise<Result<number, E>>;
}

/** The names of this PC, unlocked, as a meeting sees them. */
export interface NamesDoor<E extends { readonly type: string }> {
  rows(): Iterable<NamesRow>;
  /** Joins rows in, all or none; answers how many changed. */
  take(rows: readonly NamesRow[]): Promise<Result<number, E>>;
}

/** What a meeting needs. */
export interface MeetingHands<E extends { readonly type: string }> extends WritingHands {
  readonly library: RecordsDoor<E>;
  /** `locked`: behind a PIN that nobody has given; names wait then. */
  readonly names: NamesDoor<E> | "locked";
}

/** Another PC of the site, as its files tell. */
export interface MetPc {
  readonly device: DeviceId;
  readonly post: Post;
  /** When it wrote last, by its own clock. */
  readonly at: Instant;
}

/** What a meeting came to. */
export interface Met {
  readonly memory: MeetingMemory;
  /** Records, and rows with names, that are other than before. */
  readonly taken: number;
  readonly namesTaken: number;
  /** Records that were written for the others. */
  readonly given: number;
  readonly troubles: readonly MeetingTrouble[];
  /** The other PCs that have written here, whoever wrote last first. */
  readonly others: readonly MetPc[];
  /** Names here are behind a PIN: they were neither read nor written. */
  readonly namesWait: boolean;
}

const othersOf = (memory: MeetingMemory, lying: readonly LyingFile[]) =>
  [...new Set(lying.map((file) => file.device))]
    .flatMap((one): readonly MetPc[] => {
      const known = memory.others[one];
      const counts = known !== undefined && one !== memory.device && !isFormer(memory, one);
      return counts ? [{ device: one, ...known }] : [];
    })
    .sort((a, b) => b.at - a.at);

/** A file is complained of when it could not be read for the third time, and again after fifty more. */
const isDue = (times: number): boolean => times % 50 === 3;

/** What several places say of the same thing, made one; in the order in which each was first met. */
const joinedBy = <T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  join: (one: T, other: T) => T,
): readonly T[] => {
  const joined = new Map<string, T>();
  for (const one of all) {
    const key = keyOf(one);
    const known = joined.get(key);
    joined.set(key, known === undefined ? one : join(known, one));
  }
  return [...joined.values()];
};

/** Writes what the place does not have of this PC's records; answers how many. */
const giveRecords = async <E extends { readonly type: string }>(
  memory: MeetingMemory,
  lying: readonly LyingFile[],
  { anew, complaints }: { readonly anew: boolean; readonly complaints: readonly string[] },
  hands: MeetingHands<E>,
) => {
  const all = [...hands.library.records()];
  const changed = all.filter((record) => memory.placed[record.id] !== stateMark(record));
  const isFirst = !memory.owned.some(({ file }) => file.startsWith("records-"));
  const former = formerFiles(memory, lying, "records");
  const whole = anew || isGrown(memory) || !liesWhole(memory, lying, "records");
  // What the others have written already need not be written by a PC that joins.
  const snapshot = whole || former.length > 0 || (isFirst && changed.length === all.length);
  if (!whole && former.length === 0 && changed.length + complaints.length === 0) {
    return ok({ memory, given: 0 });
  }
  if (snapshot && all.length === 0 && complaints.length === 0) return ok({ memory, given: 0 });
  const parts = partsOf(snapshot ? all : changed).map((records, at) => ({
    records: [...records],
    ...(at === 0 && complaints.length > 0 ? { unreadable: [...complaints] } : {}),
  }));
  const written = snapshot
    ? await writeSnapshot(memory, "records", parts, hands)
    : await writeChanges(memory, parts, hands);
  if (!written.ok) return written;
  const placed = snapshot
    ? Object.fromEntries(all.map((record) => [record.id, stateMark(record)]))
    : {
        ...memory.placed,
        ...Object.fromEntries(changed.map((record) => [record.id, stateMark(record)])),
      };
  const rid = snapshot
    ? await dropFormer(written.value, lying, "records", hands.place)
    : written.value;
  return ok({ memory: { ...rid, placed }, given: changed.length });
};

/** Writes all names anew wherever one of them is other than before: what was removed lies there no longer. */
const giveNames = async <E extends { readonly type: string }>(
  memory: MeetingMemory,
  lying: readonly LyingFile[],
  anew: boolean,
  hands: MeetingHands<E>,
): Promise<Result<MeetingMemory, PlaceFailure | MeetingStopped>> => {
  if (hands.names === "locked") return ok(memory);
  const rows = [...hands.names.rows()];
  const mark = namesMark(rows);
  const former = formerFiles(memory, lying, "names");
  const isNothing =
    rows.length === 0 && !memory.owned.some(({ file }) => file.startsWith("names-"));
  const isThere = memory.namesPlaced === mark && !anew && liesWhole(memory, lying, "names");
  if (former.length === 0 && (isNothing || isThere)) return ok(memory);
  const written = await writeSnapshot(memory, "names", [{ names: rows }], hands);
  if (!written.ok) return written;
  const rid = await dropFormer(written.value, lying, "names", hands.place);
  return ok({ ...rid, namesPlaced: mark });
};

/**
 * One meeting at the place: reads what the others have written, joins it in, writes what they lack. Whatever
 * fails, what was here stands; whatever was not read is read next time.
 */
export const meet = async <E extends { readonly type: string }>(
  before: MeetingMemory,
  hands: MeetingHands<E>,
): Promise<Result<Met, E | PlaceFailure | MeetingStopped>> => {
  const { place, self, library, names, remember, onProgress } = hands;
  onProgress({ phase: "looking", done: 0, total: 1 });
  const lying = await place.list();
  if (!lying.ok) return lying;
  const namesLocked = names === "locked";
  const gathered = await readPlace(lying.value, before, { ...hands, namesLocked });
  if (!gathered.ok) return gathered;
  const { troubles, complained, lost } = gathered.value;

  const read = joinedBy(gathered.value.records, ({ id }) => id, joinRecords);
  const taken = read.length === 0 ? ok(0) : await library.take(read);
  if (!taken.ok) return taken;
  const people = joinedBy(gathered.value.names, ({ kind, id }) => `${kind}:${id}`, joinNamesRow);
  const namesTaken = namesLocked || people.length === 0 ? ok(0) : await names.take(people);
  if (!namesTaken.ok) return namesTaken;

  // A record that stands here just as it lies there is known to be there.
  const marks = new Map(read.map((record) => [record.id, stateMark(record)]));
  const placed = { ...gathered.value.memory.placed };
  for (const record of library.records()) {
    const mark = marks.get(record.id);
    if (mark !== undefined && mark === stateMark(record)) placed[record.id] = mark;
  }
  const { failed } = gathered.value.memory;
  // A try counts once what it complains of is written.
  const memory: MeetingMemory = { ...gathered.value.memory, placed, failed: before.failed };
  await remember(memory);

  const newKey = memory.key !== self.key;
  const complainedOf = (stream: string): boolean =>
    memory.owned.some(({ file }) => file.startsWith(stream) && complained.has(file));
  const anew = newKey || lost;
  const given = await giveRecords(
    memory,
    lying.value,
    {
      anew: anew || complainedOf("records-"),
      complaints: Object.entries(failed).flatMap(([file, times]) => (isDue(times) ? [file] : [])),
    },
    hands,
  );
  if (!given.ok) return given;
  const kept = await giveNames(
    given.value.memory,
    lying.value,
    anew || complainedOf("names-"),
    hands,
  );
  if (!kept.ok) return kept;
  const settled: MeetingMemory = {
    ...kept.value,
    key: self.key,
    failed,
    // Names that lie there under the old key are written anew once they are unlocked.
    ...(newKey && namesLocked ? { namesPlaced: undefined } : {}),
  };
  await remember(settled);
  const done = await dropStale(settled, hands);
  const lies = new Set(
    lying.value.flatMap(({ device, file }) => [
      formerKey("records", device),
      formerKey("names", device),
      `${device}/${file}`,
    ]),
  );
  const after = { ...done, former: done.former.filter((key) => lies.has(key)) };
  await remember(after);
  return ok({
    memory: after,
    taken: taken.value,
    namesTaken: namesTaken.value,
    given: given.value.given,
    troubles,
    others: othersOf(after, lying.value),
    namesWait: namesLocked,
  });
};
