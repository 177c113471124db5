/** A PC of a site for tests: its records, its pen, a clock that may say anything, and its undo line. */
import {
  type Changes,
  type Committed,
  canonicalJson,
  commitChanges,
  type FieldPut,
  type RecordState,
} from "../src/changes/index.ts";
import { type Instant, nextStamp, type Stamp } from "../src/clock/index.ts";
import {
  type DeviceId,
  type NewId,
  newDeviceId,
  newSiteId,
  newWriterId,
  type RecordId,
  type SiteId,
  type WriterId,
} from "../src/identity/index.ts";
import { joinReplicas } from "../src/merge/index.ts";

/** Ids that are the same in every run: `<prefix>000…1`, `…2`. */
export const countingIds = (prefix: string): NewId => {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}-${String(last).padStart(22, "0")}`;
  };
};

/** A site's id by name. */
export const siteNamed = (name: string): SiteId => newSiteId(() => name.padEnd(24, "-"));

/** A record's id by name. */
export const plainId = (name: string): string => name.padEnd(24, "0");

/** One PC of a site. */
export interface Pc {
  readonly site: SiteId;
  readonly device: DeviceId;
  readonly records: Map<RecordId, RecordState>;
  readonly undoLine: Changes[];
  writer: WriterId;
  counter: number;
  now: Instant;
  stamp: Stamp | undefined;
}

/** A PC that has just been opened for the first time. */
export const newPc = (site: SiteId, newId: NewId, now: Instant): Pc => {
  const device = newDeviceId(newId);
  return {
    site,
    device,
    records: new Map(),
    undoLine: [],
    writer: newWriterId(device, newId),
    counter: 1,
    now,
    stamp: undefined,
  };
};

/** Closes and opens a PC: a fresh run of the same device. */
export const reopen = (pc: Pc, newId: NewId): void => {
  pc.writer = newWriterId(pc.device, newId);
  pc.counter = 1;
};

/** Copies a whole profile, device id and all, and opens both sides: each is a run of its own. */
export const copyProfile = (pc: Pc, newId: NewId): Pc => {
  const copy: Pc = { ...pc, records: new Map(pc.records), undoLine: [...pc.undoLine] };
  reopen(pc, newId);
  reopen(copy, newId);
  return copy;
};

/** Applies changes on a PC as the one writer does, and puts the inverse on the undo line. */
export const commitOn = (pc: Pc, puts: readonly FieldPut[]): Committed => {
  const stamp = nextStamp(pc.stamp, pc.now);
  const done = commitChanges(
    (id) => pc.records.get(id),
    { label: { type: "test" }, puts: [...puts] },
    { site: pc.site, writer: pc.writer, post: "A", counter: pc.counter, stamp },
  );
  pc.stamp = { ...stamp, tick: stamp.tick + done.nextCounter - pc.counter };
  pc.counter = done.nextCounter;
  for (const state of done.states) pc.records.set(state.id, state);
  pc.undoLine.push(done.inverse);
  return done;
};

/** Merges what the other PC of the site holds into this one. */
export const pull = (pc: Pc, from: Pc): void => {
  for (const record of joinReplicas(pc.records, from.records).values()) {
    pc.records.set(record.id, record);
  }
};

/** One text for a whole replica, whatever the order of its keys. */
export const textOf = (records: ReadonlyMap<string, RecordState>): string =>
  canonicalJson(JSON.parse(JSON.stringify(Object.fromEntries(records))));

/** Every standing write of a replica as `record/field/writer:counter`. */
export const standingIn = (records: ReadonlyMap<string, RecordState>): ReadonlySet<string> =>
  new Set(
    [...records.values()].flatMap((record) =>
      Object.entries(record.fields).flatMap(([field, writes]) =>
        writes.map(({ dot }) => `${record.id}/${field}/${dot.writer}:${dot.counter}`),
      ),
    ),
  );
