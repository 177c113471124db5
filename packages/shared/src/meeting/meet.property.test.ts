/**
 * Two to four PCs of one site that meet at a synced folder: edits, removals, clocks, exchanges that are late, cut
 * off, changed or lost, a full disk, meetings that are stopped, profiles copied and restored, PINs. What must hold
 * in the end, whatever happened.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addPc,
  copyPc,
  type MeetingPc,
  type MeetingWorld,
  meetPc,
  nameOn,
  removeOn,
  reopenPc,
  restorePc,
  syncView,
} from "../../testing/meeting-pc.ts";
import { plainCipher } from "../../testing/meeting-place.ts";
import { commitOn, countingIds, plainId, siteNamed, textOf } from "../../testing/pc.ts";
import { deleteRecord, put, type RecordState, settle } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import { joinReplicas } from "../merge/index.ts";
import { openChunk } from "./chunk.ts";
import { joinNamesRow, type NamesRow, namesMark } from "./names-row.ts";

const IDS = ["film", "menu", "wish"].map((name) => newRecordId(() => plainId(name)));
const PEOPLE = ["wang", "li"].map((name) => newRecordId(() => plainId(name)));

const pc = fc.nat(5);
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom("edit", "settle", "delete"),
      pc,
      record: fc.nat(IDS.length - 1),
      field: fc.constantFrom("title", "minutes"),
      value: fc.nat(5),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom("name", "name", "remove"),
      pc,
      person: fc.nat(PEOPLE.length - 1),
      value: fc.nat(5),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constantFrom("meet", "meet", "meet-locked", "meet-full", "meet-stopped"),
      pc,
      after: fc.nat(4),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constantFrom("sync", "sync", "sync-part", "sync-cut"),
      pc,
      to: fc.nat(5),
      part: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom("lose", "flip"), pc, file: fc.nat() }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom("reopen", "copy", "restore"), pc }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("clock"), pc, millis: fc.nat(4_102_444_799_999) }),
  },
);
const history = fc.record({
  pcs: fc.integer({ min: 2, max: 4 }),
  acts: fc.array(act, { minLength: 1, maxLength: 40, size: "max" }),
});
type Happened = typeof history extends fc.Arbitrary<infer T> ? T : never;
type Act = Happened["acts"][number];

const keyed = (id: RecordId) => ({ id, kind: "courseware" });

const editOn = (one: MeetingPc, chosen: Act): void => {
  if (!("record" in chosen)) return;
  const id = IDS[chosen.record];
  if (id === undefined) return;
  const held = one.pc.records.get(id);
  if (chosen.type === "edit") commitOn(one.pc, [put(keyed(id), chosen.field, chosen.value)]);
  if (chosen.type === "settle") commitOn(one.pc, [settle(keyed(id), chosen.field, chosen.value)]);
  if (chosen.type === "delete" && held !== undefined) commitOn(one.pc, [deleteRecord(held)]);
};

const touchFile = (world: MeetingWorld, one: MeetingPc, chosen: Act): void => {
  if (!("file" in chosen)) return;
  const keys = [...one.view.files.keys()];
  const key = keys[chosen.file % Math.max(1, keys.length)];
  if (key === undefined) return;
  if (chosen.type === "lose") {
    for (const other of world.pcs) {
      other.view.files.delete(key);
      other.gone.add(key);
    }
    return;
  }
  const bytes = Uint8Array.from(one.view.files.get(key) ?? []);
  const at = chosen.file % Math.max(1, bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  one.view.files.set(key, bytes);
};

const meetAs = async (world: MeetingWorld, one: MeetingPc, chosen: Act): Promise<void> => {
  if (!("after" in chosen)) return;
  if (chosen.type === "meet-full") one.view.room = chosen.after;
  await meetPc(world, one, {
    locked: chosen.type === "meet-locked",
    ...(chosen.type === "meet-stopped" ? { stopsAfter: chosen.after } : {}),
  });
  one.view.room = Number.POSITIVE_INFINITY;
};

const sync = (one: MeetingPc, to: MeetingPc, chosen: Act): void => {
  if (!("part" in chosen)) return;
  syncView(one, to, {
    ...(chosen.type === "sync-part" ? { only: (at) => at % chosen.part === 0 } : {}),
    ...(chosen.type === "sync-cut" ? { cut: chosen.part * 20 } : {}),
  });
};

const happen = async (world: MeetingWorld, chosen: Act): Promise<void> => {
  const one = world.pcs[chosen.pc % world.pcs.length];
  if (one === undefined) return;
  editOn(one, chosen);
  touchFile(world, one, chosen);
  await meetAs(world, one, chosen);
  if ("to" in chosen) {
    const to = world.pcs[chosen.to % world.pcs.length];
    if (to !== undefined && to !== one) sync(one, to, chosen);
  }
  if ("person" in chosen) {
    const person = PEOPLE[chosen.person];
    if (person === undefined) return;
    if (chosen.type === "name") nameOn(one, person, "name", `name ${chosen.value}`);
    else removeOn(one, person);
  }
  if (chosen.type === "reopen") reopenPc(world, one);
  if (chosen.type === "copy" && world.pcs.length < 6) copyPc(world, one);
  if (chosen.type === "restore") restorePc(world, one, new Map());
  if ("millis" in chosen) one.pc.now = fixedClock(chosen.millis).now();
};

const newWorld = (count: number): MeetingWorld => {
  const world: MeetingWorld = {
    site: siteNamed("ours"),
    newId: countingIds("id"),
    pcs: [],
    devices: [],
  };
  for (let at = 0; at < count; at += 1) addPc(world);
  return world;
};

const filesOf = (world: MeetingWorld): string =>
  world.pcs.map(({ view }) => [...view.files.keys()].sort().join()).join("\n");

/** A file must fail three times before it is complained of; so long nothing may move for all to be settled. */
const STILL = 4;
const MOST_ROUNDS = 40;

/** Everybody meets, everything arrives, until nobody writes any more; whoever never ends fails the test. */
const settleDown = async (world: MeetingWorld): Promise<void> => {
  let still = 0;
  for (let round = 0; still < STILL; round += 1) {
    if (round > MOST_ROUNDS) throw new Error("they go on writing");
    const before = filesOf(world);
    for (const one of world.pcs) {
      for (const other of world.pcs) if (other !== one) syncView(one, other);
    }
    for (const one of world.pcs) {
      const met = await meetPc(world, one);
      if (!met.ok) throw new Error(met.error.type);
    }
    still = filesOf(world) === before ? still + 1 : 0;
  }
};

const wholeOf = (world: MeetingWorld): ReadonlyMap<string, RecordState> =>
  world.pcs.reduce<ReadonlyMap<string, RecordState>>(
    (all, { pc: { records } }) => joinReplicas(all, records),
    new Map(),
  );

const namesOf = (world: MeetingWorld): ReadonlyMap<string, NamesRow> => {
  const all = new Map<string, NamesRow>();
  for (const { names } of world.pcs) {
    for (const [key, row] of names) {
      const known = all.get(key);
      all.set(key, known === undefined ? row : joinNamesRow(known, row));
    }
  }
  return all;
};

/** Whoever stands in a file of names at the place, by the file. */
const placedNames = async (world: MeetingWorld): Promise<readonly NamesRow[]> => {
  const rows: NamesRow[] = [];
  for (const { view } of world.pcs) {
    for (const [key, bytes] of view.files) {
      const [folder = "", file = ""] = key.split("/");
      const device = world.devices.find((one) => one === folder);
      if (device === undefined || !file.startsWith("names-")) continue;
      const read = await openChunk(bytes, { site: world.site, device, file }, plainCipher());
      if (read.ok) rows.push(...(read.value.names ?? []));
    }
  }
  return rows;
};

/** A history takes as long as ten of the merge's own: a quarter of the usual cases. */
const CASES = { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 4) };

describe("the PCs of a site that meet", () => {
  test("come to rest equal, nothing that one of them held is lost, and nobody who was removed lies there", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (happened) => {
        const world = newWorld(happened.pcs);
        for (const chosen of happened.acts) await happen(world, chosen);
        const held = wholeOf(world);
        const called = namesOf(world);
        await settleDown(world);
        const whole = wholeOf(world);
        const names = namesOf(world);
        // What was held stands, or was replaced by a hand that saw it.
        expect(textOf(joinReplicas(whole, held))).toBe(textOf(whole));
        for (const [key, row] of called) {
          const now = names.get(key);
          expect(now === undefined ? undefined : joinNamesRow(now, row)).toBe(now);
        }
        for (const one of world.pcs) {
          expect(textOf(one.pc.records)).toBe(textOf(whole));
          expect(namesMark(one.names.values())).toBe(namesMark(names.values()));
        }
        for (const row of await placedNames(world)) {
          expect(row.life).toBe(names.get(`${row.kind}:${row.id}`)?.life);
        }
      }),
      CASES,
    );
  });
});
