/**
 * The personal tables over a real IndexedDB implementation: open and sealed, the right PIN and a wrong one, two
 * tabs, a row put under another's name, and not one byte of a name on the disk while a PIN is set.
 */
import "fake-indexeddb/auto";
import { dropNames } from "@dianbo/pwa/storage";
import {
  keyOf,
  openPersonal,
  type Personal,
  type PersonalStore,
  readNames,
  writeNames,
} from "@dianbo/pwa/storage/personal";
import { civilDateOf, civilDateSchema, fixedClock } from "@dianbo/shared/clock";
import { newDeviceId, newRecordId, newSiteId, type RecordId } from "@dianbo/shared/identity";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const NAME = "独一无二的姓名";
const PIN = "739174";
// A second passes at every look: the trial of this PC finds it slow, and the fewest rounds do.
const standing = fixedClock(Date.UTC(2026, 10, 24, 4));
const clock = {
  now: () => {
    const now = standing.now();
    standing.set(now + 1000);
    return now;
  },
};
let ids = 0;
const newId = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
const identity = { site: newSiteId(newId), device: newDeviceId(newId), post: "A" as const };
const self = () => identity;

let name = "";
const opened: PersonalStore[] = [];
beforeEach(() => {
  ids += 1;
  name = `personal-${ids}`;
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});

const open = async (): Promise<PersonalStore> => {
  const store = await openPersonal({ clock, newId, self, name });
  opened.push(store);
  return store;
};
const idOf = (text: string): RecordId => newRecordId(() => text.padEnd(20, "-"));
const person = (key: string, called = NAME): Personal => ({
  kind: "person",
  id: idOf(key),
  value: {
    id: idOf(key),
    branch: idOf("branch"),
    name: called,
    initials: "dywe",
    place: 0,
    since: civilDateOf(clock.now()),
  },
});

/** Everything that lies in the database, as text: UTF-8 of bytes too. */
const onDisk = async (): Promise<string> =>
  await new Promise((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const db = asked.result;
      const reading = db.transaction([...db.objectStoreNames], "readonly");
      const found: unknown[] = [];
      for (const store of db.objectStoreNames) {
        reading.objectStore(store).getAll().onsuccess = (event) => {
          if (event.target instanceof IDBRequest) found.push(event.target.result);
        };
      }
      reading.oncomplete = () => {
        db.close();
        resolve(
          JSON.stringify(found, (_, value: unknown) =>
            value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
          ),
        );
      };
    };
  });

describe("personal tables", () => {
  test("keep and give back, open, and another tab hears of it", async () => {
    const one = await open();
    const two = await open();
    const heard = new Promise<void>((resolve) => two.subscribe(resolve));
    expect(await one.write([person("a")])).toEqual({ ok: true, value: null });
    await heard;
    expect(two.state().rows.get(keyOf(person("a")))).toEqual(person("a"));
    expect(await onDisk()).toContain(NAME);
  });

  test("behind a PIN not one byte of a name lies on the disk, before or after", async () => {
    const store = await open();
    await store.write([person("a")]);
    expect(await store.setPin(PIN)).toEqual({ ok: true, value: null });
    await store.write([person("b")]);
    expect(store.state()).toMatchObject({ lock: "unlocked", sealed: 2 });
    const lies = await onDisk();
    expect(lies).not.toContain(NAME);
    expect(lies).not.toContain("dywe");
    expect(lies).not.toContain(PIN);
  });

  test("locked they show nothing and take nothing; the right PIN opens them, a wrong one does not", async () => {
    const first = await open();
    await first.write([person("a")]);
    await first.setPin(PIN);
    const next = await open();
    expect(next.state()).toMatchObject({ lock: "locked", sealed: 1 });
    expect(next.state().rows.size).toBe(0);
    expect(await next.write([person("b")])).toEqual({ ok: false, error: { type: "locked" } });
    expect(await next.unlock("739175")).toEqual({ ok: false, error: { type: "wrong-pin" } });
    expect(next.state().lock).toBe("locked");
    // Full-width figures are the same figures.
    expect(await next.unlock("７３９１７４")).toEqual({ ok: true, value: null });
    expect(next.state().rows.get(keyOf(person("a")))).toEqual(person("a"));
    next.lock();
    await expect.poll(() => next.state().lock).toBe("locked");
  });

  test("locked they still say how long roll calls have lain there, by day and by nobody's name", async () => {
    const roll = (key: string, on: string): Personal => ({
      kind: "roll",
      id: idOf(key),
      value: {
        id: idOf(key),
        on: v.parse(civilDateSchema, on),
        branch: idOf("branch"),
        marks: { [idOf("a")]: "present" },
        called: [idOf("a")],
        takenAt: clock.now(),
      },
    });
    const store = await open();
    await store.write([person("a"), roll("old", "2025-03-06"), roll("new", "2026-11-06")]);
    expect(store.state().rollDays).toEqual(["2025-03-06", "2026-11-06"]);
    await store.setPin(PIN);
    const days = async () => {
      const next = await open();
      expect(next.state()).toMatchObject({ lock: "locked" });
      return next.state().rollDays;
    };
    expect(await days()).toEqual(["2025-03-06", "2026-11-06"]);
    await store.write([roll("more", "2026-11-16")], [roll("old", "2025-03-06")]);
    expect(await days()).toEqual(["2026-11-06", "2026-11-16"]);
    expect(await onDisk()).not.toContain(NAME);
    await store.forgetAll();
    expect((await open()).state().rollDays).toEqual([]);
  });

  test("a tab that had them open writes nothing open once another has set a PIN", async () => {
    const one = await open();
    const two = await open();
    await one.setPin(PIN);
    expect(await two.write([person("c")])).toEqual({ ok: false, error: { type: "locked" } });
    expect(await onDisk()).not.toContain(NAME);
  });

  test("the PIN taken away leaves everything; forgotten, everything sealed goes", async () => {
    const store = await open();
    await store.write([person("a"), person("b")]);
    await store.setPin(PIN);
    expect(await store.removePin("000000")).toEqual({ ok: false, error: { type: "wrong-pin" } });
    expect(await store.removePin(PIN)).toEqual({ ok: true, value: null });
    expect(store.state()).toMatchObject({ lock: "open", sealed: 0 });
    expect(store.state().rows.size).toBe(2);
    await store.setPin(PIN);
    expect(await store.forgetAll()).toEqual({ ok: true, value: null });
    expect((await open()).state()).toMatchObject({ lock: "open", sealed: 0 });
  });

  test("a sealed row does not open under another's name", async () => {
    const store = await open();
    await store.write([person("a"), person("b", "别人")]);
    await store.setPin(PIN);
    await new Promise<void>((resolve, reject) => {
      const asked = indexedDB.open(name);
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        const db = asked.result;
        const rows = db.transaction("rows", "readwrite").objectStore("rows");
        rows.get(keyOf(person("a"))).onsuccess = (event) => {
          if (!(event.target instanceof IDBRequest)) return;
          rows.put({ ...event.target.result, key: keyOf(person("b")) }).onsuccess = () => {
            db.close();
            resolve();
          };
        };
      };
    });
    const other = await open();
    await other.unlock(PIN);
    expect(other.state()).toMatchObject({ unreadable: 1 });
    expect(other.state().rows.has(keyOf(person("b")))).toBe(false);
  });

  test("all goes unread where the book has moved away and its copy is deleted, open tabs or not", async () => {
    const store = await open();
    await store.write([person("a")]);
    await dropNames(name);
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
    expect((await open()).state().rows.size).toBe(0);
  });

  test("how long names are kept is remembered, a year where nobody has said", async () => {
    const store = await open();
    expect(store.state().keepMonths).toBe(12);
    await store.setKeepMonths(24);
    expect((await open()).state().keepMonths).toBe(24);
  });
});

describe("a file of names", () => {
  const site = newSiteId(() => "site".padEnd(24, "0"));
  const other = newSiteId(() => "other".padEnd(24, "0"));
  const from = { site, newId, now: clock.now };
  const PASS = "青禾社区的抽屉里";

  test("gives back what it holds to whoever knows the passphrase, and shows no name to anybody else", async () => {
    const rows = [person("a"), person("b", "别人")];
    const file = await writeNames(rows, PASS, from);
    expect(await file.text()).not.toContain(NAME);
    expect(await readNames(file, PASS, site)).toEqual({ ok: true, value: rows });
    expect(await readNames(file, "别的口令别的口令", site)).toMatchObject({
      error: { type: "wrong-pin" },
    });
    expect(await readNames(file, PASS, other)).toMatchObject({ error: { type: "other-site" } });
  });

  test("is taken whole or not at all; what it is not is told", async () => {
    const file = await writeNames([person("a"), person("b")], PASS, from);
    const content: Record<string, unknown> = JSON.parse(await file.text());
    const changed = (part: Record<string, unknown>): Blob =>
      new Blob([JSON.stringify({ ...content, ...part })]);
    const rows = Array.isArray(content["rows"]) ? content["rows"] : [];
    const swapped = [{ ...rows[0], key: "person:other" }, rows[1]];
    for (const [blob, type] of [
      [changed({ version: 2 }), "newer-names"],
      [changed({ format: "dianbo-backup" }), "not-names"],
      [new Blob(["{"]), "not-names"],
      [changed({ rows: "none" }), "names-damaged"],
      [changed({ rows: swapped }), "names-damaged"],
      [changed({ lock: { rounds: 1e12 } }), "names-damaged"],
    ] as const) {
      expect(await readNames(blob, PASS, site)).toEqual({ ok: false, error: { type } });
    }
  });
});
