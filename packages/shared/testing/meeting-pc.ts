/** A PC of a site with its own view of a meeting place, for tests: what it keeps, what it remembers, how it meets. */

import type { RecordState } from "../src/changes/index.ts";
import { fixedClock, nextStamp } from "../src/clock/index.ts";
import type { RecordId, SiteId } from "../src/identity/index.ts";
import { type DeviceId, type NewId, newDeviceId } from "../src/identity/index.ts";
import {
  joinNamesRow,
  type MeetingMemory,
  type MeetingPlace,
  meet,
  memoryFor,
  type NamesRow,
  removeNamesRow,
  writeNamesRow,
} from "../src/meeting/index.ts";
import { joinRecords } from "../src/merge/index.ts";
import { ok } from "../src/result/index.ts";
import { type FakePlace, fakePlace, plainCipher } from "./meeting-place.ts";
import { copyProfile, newPc, type Pc, reopen } from "./pc.ts";

/** A PC that meets others at a place. */
export interface MeetingPc {
  pc: Pc;
  names: Map<string, NamesRow>;
  memory: MeetingMemory | undefined;
  run: string;
  readonly view: FakePlace;
  /** Files that were taken away, as a synced folder tells the others. */
  readonly gone: Set<string>;
}

/** Everything that a test of meetings shares: ids, a clock, who there is. */
export interface MeetingWorld {
  readonly site: SiteId;
  readonly newId: NewId;
  readonly pcs: MeetingPc[];
  readonly devices: DeviceId[];
}

const viewOf = (world: MeetingWorld, gone: Set<string>): FakePlace => {
  const place = fakePlace(() => world.devices);
  const { drop } = place;
  place.drop = async (device, file) => {
    const dropped = await drop(device, file);
    if (dropped.ok) gone.add(`${device}/${file}`);
    return dropped;
  };
  return place;
};

/** One more PC of the site, opened for the first time. */
export const addPc = (world: MeetingWorld): MeetingPc => {
  const gone = new Set<string>();
  const one: MeetingPc = {
    pc: newPc(world.site, world.newId, fixedClock(0).now()),
    names: new Map(),
    memory: undefined,
    run: world.newId(),
    view: viewOf(world, gone),
    gone,
  };
  world.devices.push(one.pc.device);
  world.pcs.push(one);
  return one;
};

/** Closes and opens the app. */
export const reopenPc = (world: MeetingWorld, one: MeetingPc): void => {
  reopen(one.pc, world.newId);
  one.run = world.newId();
};

/** Copies a profile with its memory and its synced folder; both sides are opened afterwards. */
export const copyPc = (world: MeetingWorld, one: MeetingPc): MeetingPc => {
  const gone = new Set(one.gone);
  const copy: MeetingPc = {
    pc: copyProfile(one.pc, world.newId),
    names: new Map(one.names),
    memory: one.memory,
    run: world.newId(),
    view: viewOf(world, gone),
    gone,
  };
  one.run = world.newId();
  for (const [key, bytes] of one.view.files) copy.view.files.set(key, bytes);
  world.pcs.push(copy);
  return copy;
};

/** Goes back to some records, as a new device; its memory of the place stays in the profile. */
export const restorePc = (
  world: MeetingWorld,
  one: MeetingPc,
  records: ReadonlyMap<RecordId, RecordState>,
): void => {
  one.pc = { ...one.pc, device: newDeviceId(world.newId), records: new Map(records) };
  world.devices.push(one.pc.device);
  reopenPc(world, one);
};

/** One meeting of a PC at its view of the place. */
export const meetPc = async (
  world: MeetingWorld,
  one: MeetingPc,
  {
    locked = false,
    stopsAfter = Number.POSITIVE_INFINITY,
    key = "00112233aabbccdd",
    place = one.view,
  }: {
    readonly locked?: boolean;
    readonly stopsAfter?: number;
    readonly key?: string;
    readonly place?: MeetingPlace;
  } = {},
) => {
  const cipher = plainCipher(key);
  const self = { site: world.site, device: one.pc.device, key };
  let looks = 0;
  const met = await meet<never>(memoryFor(one.memory, "place", self), {
    place,
    cipher,
    self,
    post: "A",
    newId: world.newId,
    now: () => one.pc.now,
    run: one.run,
    remember: async (memory) => {
      one.memory = JSON.parse(JSON.stringify(memory));
    },
    onProgress: () => undefined,
    isStopped: () => {
      looks += 1;
      return looks > stopsAfter;
    },
    library: {
      records: () => one.pc.records.values(),
      take: async (records) => {
        let changed = 0;
        for (const record of records) {
          const own = one.pc.records.get(record.id);
          const joined = own === undefined ? record : joinRecords(own, record);
          if (joined !== own) changed += 1;
          one.pc.records.set(record.id, joined);
        }
        return ok(changed);
      },
    },
    names: locked
      ? "locked"
      : {
          rows: () => one.names.values(),
          take: async (rows) => {
            let changed = 0;
            for (const row of rows) {
              const key = `${row.kind}:${row.id}`;
              const own = one.names.get(key);
              const joined = own === undefined ? row : joinNamesRow(own, row);
              if (joined !== own) changed += 1;
              one.names.set(key, joined);
            }
            return ok(changed);
          },
        },
  });
  return met;
};

/** Writes a field of somebody's row. */
export const nameOn = (one: MeetingPc, id: RecordId, field: string, value: string): void => {
  const { pc } = one;
  const row = one.names.get(`person:${id}`) ?? { kind: "person", id, life: 0 };
  const stamp = nextStamp(pc.stamp, pc.now);
  const pen = { site: pc.site, writer: pc.writer, post: "A" as const, counter: pc.counter, stamp };
  const written = writeNamesRow(row, { [field]: value }, pen);
  pc.counter = written.nextCounter;
  pc.stamp = stamp;
  one.names.set(`person:${id}`, written.row);
};

/** Removes somebody. */
export const removeOn = (one: MeetingPc, id: RecordId): void => {
  const row = one.names.get(`person:${id}`);
  if (row !== undefined) one.names.set(`person:${id}`, removeNamesRow(row));
};

/** What a service does with a folder on two PCs: new files come, whole or cut off; what was taken away goes. */
export const syncView = (
  from: MeetingPc,
  to: MeetingPc,
  { only = () => true, cut }: { only?: (at: number) => boolean; cut?: number } = {},
): void => {
  for (const key of from.gone) {
    to.gone.add(key);
    to.view.files.delete(key);
  }
  for (const [at, [key, bytes]] of [...from.view.files].entries()) {
    if (to.gone.has(key) || !only(at)) continue;
    const there = to.view.files.get(key);
    if (there !== undefined && there.length >= bytes.length) continue;
    to.view.files.set(key, cut === undefined ? bytes : bytes.slice(0, cut));
  }
};
