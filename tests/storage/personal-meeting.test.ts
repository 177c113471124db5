/**
 * Names of two PCs of one site that meet: what each wrote stands on both, marks that had not seen each other are
 * both kept, who was removed stays removed, rows of before PCs could meet go along, and a PIN keeps its promise.
 */
import "fake-indexeddb/auto";
import {
  keyOf,
  openPersonal,
  type Personal,
  type PersonalStore,
} from "@dianbo/pwa/storage/personal";
import { civilDateOf, fixedClock } from "@dianbo/shared/clock";
import { newDeviceId, newRecordId, newSiteId, type RecordId } from "@dianbo/shared/identity";
import type { NamesRow } from "@dianbo/shared/meeting";
import { afterEach, describe, expect, test } from "vitest";

const NAME = "独一无二的姓名";
const standing = fixedClock(Date.UTC(2026, 10, 24, 4));
const clock = {
  now: () => {
    const now = standing.now();
    standing.set(now + 1000);
    return now;
  },
};
const newId = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
const site = newSiteId(newId);

const opened: PersonalStore[] = [];
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});
const pc = async (name = `pc-${newId()}`): Promise<PersonalStore> => {
  const device = newDeviceId(newId);
  const self = () => ({ site, device, post: "A" as const });
  const store = await openPersonal({ clock, newId, self, name });
  opened.push(store);
  return store;
};

const idOf = (text: string): RecordId => newRecordId(() => text.padEnd(20, "-"));
const person = (key: string, name = NAME): Personal => ({
  kind: "person",
  id: idOf(key),
  value: {
    id: idOf(key),
    branch: idOf("branch"),
    name,
    initials: "dywe",
    place: 0,
    since: civilDateOf(clock.now()),
  },
});
type Marks = Extract<Personal, { kind: "roll" }>["value"]["marks"];
const roll = (called: readonly string[], marks: Marks): Personal => ({
  kind: "roll",
  id: idOf("roll"),
  value: {
    id: idOf("roll"),
    on: civilDateOf(clock.now()),
    branch: idOf("branch"),
    marks,
    called: called.map(idOf),
    takenAt: fixedClock(0).now(),
  },
});

const rowsOf = async (store: PersonalStore): Promise<readonly NamesRow[]> => {
  const rows = await store.travelling();
  if (!rows.ok) throw new Error(rows.error.type);
  return JSON.parse(JSON.stringify(rows.value));
};
/** Both give the other what they have. */
const meet = async (a: PersonalStore, b: PersonalStore): Promise<void> => {
  const [ofA, ofB] = [await rowsOf(a), await rowsOf(b)];
  expect(await a.join(ofB)).toMatchObject({ ok: true });
  expect(await b.join(ofA)).toMatchObject({ ok: true });
  expect(b.state().rows).toEqual(a.state().rows);
};
const rollOf = (store: PersonalStore) => {
  const row = store.state().rows.get(keyOf(roll([], {})));
  return row?.kind === "roll" ? row.value : undefined;
};

describe("names of two PCs", () => {
  test("come together, rosters and the marks of one roll; the same again changes nothing", async () => {
    const [a, b] = [await pc(), await pc()];
    await a.write([person("a"), person("b", "别人"), roll(["a", "b"], {})]);
    await meet(a, b);
    await a.write([roll(["a", "b"], { [idOf("a")]: "present" })]);
    await b.write([person("c", "来人"), roll(["a", "b", "c"], { [idOf("c")]: "late" })]);
    await meet(a, b);
    expect(rollOf(a)).toMatchObject({
      marks: { [idOf("a")]: "present", [idOf("c")]: "late" },
    });
    expect(rollOf(a)?.called).toHaveLength(3);
    expect(await a.join(await rowsOf(b))).toEqual({ ok: true, value: 0 });
  });

  test("two marks that had not seen each other are both kept, the later one shown", async () => {
    const [a, b] = [await pc(), await pc()];
    await a.write([roll(["a"], {})]);
    await meet(a, b);
    await a.write([roll(["a"], { [idOf("a")]: "sick" })]);
    await b.write([roll(["a"], { [idOf("a")]: "present" })]);
    await meet(a, b);
    expect(rollOf(a)?.marks).toEqual({ [idOf("a")]: "present" });
    const [kept] = (await rowsOf(a)).filter(({ kind }) => kind === "roll");
    expect(kept?.record?.fields[`mark-${idOf("a")}`]?.map(({ value }) => value).sort()).toEqual([
      "present",
      "sick",
    ]);
    // The next hand settles it, having seen what was shown.
    await b.write([roll(["a"], { [idOf("a")]: "late" })]);
    await meet(a, b);
    expect(rollOf(a)?.marks).toEqual({ [idOf("a")]: "late" });
  });

  test("who was removed on one PC does not come back from the other, whatever was written there", async () => {
    const [a, b] = [await pc(), await pc()];
    await a.write([person("a"), roll(["a"], { [idOf("a")]: "present" })]);
    await meet(a, b);
    const old = await rowsOf(b);
    await b.write([person("a", "改过的姓名")]);
    await a.write([roll([], {})], [{ kind: "person", id: idOf("a") }]);
    await meet(a, b);
    for (const store of [a, b]) {
      expect(store.state().rows.has(keyOf(person("a")))).toBe(false);
      expect(rollOf(store)).toMatchObject({ called: [], marks: {} });
      // Nothing that was sent before the removal brings it back.
      await store.join(old);
      expect(store.state().rows.has(keyOf(person("a")))).toBe(false);
      expect(JSON.stringify(await rowsOf(store))).not.toContain(NAME);
      expect(JSON.stringify(await rowsOf(store))).not.toContain("改过的姓名");
    }
  });

  test("a roll that was cleared out may be called again", async () => {
    const [a, b] = [await pc(), await pc()];
    await a.write([roll(["a"], { [idOf("a")]: "sick" })]);
    await meet(a, b);
    await a.write([], [{ kind: "roll", id: idOf("roll") }]);
    await meet(a, b);
    expect(rollOf(b)).toBeUndefined();
    await b.write([roll(["a"], { [idOf("a")]: "late" })]);
    await meet(a, b);
    expect(rollOf(a)?.marks).toEqual({ [idOf("a")]: "late" });
  });

  test("behind a PIN nothing is given or taken until it is said; then all is, and lies sealed", async () => {
    const [a, b] = [await pc(), await pc()];
    await a.write([person("a")]);
    const ofA = await rowsOf(a);
    const name = `pc-${newId()}`;
    const first = await pc(name);
    expect(await first.setPin("739174")).toMatchObject({ ok: true });
    const locked = await pc(name);
    expect(await locked.travelling()).toEqual({ ok: false, error: { type: "locked" } });
    expect(await locked.join(ofA)).toEqual({ ok: false, error: { type: "locked" } });
    expect(await locked.unlock("739174")).toMatchObject({ ok: true });
    expect(await locked.join(ofA)).toEqual({ ok: true, value: 1 });
    expect(locked.state()).toMatchObject({ sealed: 1 });
    await meet(locked, b);
    // The PIN forgotten, what was removed stays removed.
    await locked.write([], [{ kind: "person", id: idOf("a") }]);
    expect(await locked.forgetAll()).toMatchObject({ ok: true });
    await locked.join(ofA);
    expect(locked.state().rows.size).toBe(0);
  });

  test("rows of before PCs could meet get their first writes once, and go along", async () => {
    const name = `pc-${newId()}`;
    const seed = await pc(name);
    await seed.write([person("z")]);
    await new Promise<void>((resolve, reject) => {
      const asked = indexedDB.open(name);
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        const db = asked.result;
        const putting = db.transaction("rows", "readwrite");
        putting.objectStore("rows").put({ key: keyOf(person("a")), open: person("a") });
        putting.oncomplete = () => {
          db.close();
          resolve();
        };
      };
    });
    const old = await pc(name);
    expect(old.state().rows.get(keyOf(person("a")))).toMatchObject({ value: { name: NAME } });
    const once = await rowsOf(old);
    expect(await rowsOf(old)).toEqual(once);
    const b = await pc();
    await meet(old, b);
    expect(b.state().rows.get(keyOf(person("a")))).toMatchObject({ value: { name: NAME } });
  });

  test("a kind of row that a newer version keeps is carried along unread", async () => {
    const [a, b] = [await pc(), await pc()];
    await a.write([person("a")]);
    const [known] = await rowsOf(a);
    if (known === undefined) throw new Error("one was written");
    const newer: NamesRow = { ...known, kind: "of-a-newer-version" };
    await a.join([newer]);
    await meet(a, b);
    expect(await rowsOf(b)).toContainEqual(newer);
    expect(b.state()).toMatchObject({ unreadable: 0 });
    expect(b.state().rows.size).toBe(1);
  });
});
