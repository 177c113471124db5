/**
 * Passwords of hosts over a real IndexedDB implementation: open and behind the PIN of names, which seals and
 * opens them whenever it is set, taken away or forgotten; no byte of one on the disk while a PIN is set, and
 * none in what carries names.
 */
import "fake-indexeddb/auto";
import { openPersonal, type PersonalStore, writeNames } from "@dianbo/pwa/storage/personal";
import { openSecrets, type SecretStore } from "@dianbo/pwa/storage/secrets";
import { fixedClock } from "@dianbo/shared/clock";
import { newDeviceId, newSiteId } from "@dianbo/shared/identity";
import { err, ok } from "@dianbo/shared/result";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const SECRET = "独一无二的密码-x7Kq";
const PIN = "739174";
const ABOUT = { type: "webdav", address: "https://dav.example/channel/", user: "sanlidian" };
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
const identity = { site: newSiteId(newId), device: newDeviceId(newId), post: "A" as const };
const self = () => identity;

let count = 0;
let name = "";
const closing: (() => void)[] = [];
beforeEach(() => {
  count += 1;
  name = `secrets-${count}`;
});
afterEach(() => {
  for (const close of closing.splice(0)) close();
});
const openStore = (): SecretStore => {
  const store = openSecrets(newId, name);
  closing.push(store.close);
  return store;
};
const openNames = async (): Promise<PersonalStore> => {
  const store = await openPersonal({ clock, newId, self, name });
  closing.push(store.close);
  return store;
};

/** Everything in the database, as text. */
const onDisk = async (): Promise<string> => {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => resolve(asked.result);
  });
  const rows: unknown[] = [];
  for (const table of db.objectStoreNames) {
    rows.push(
      await new Promise((resolve) => {
        const asked = db.transaction(table).objectStore(table).getAll();
        asked.onsuccess = () => resolve(asked.result);
      }),
    );
  }
  db.close();
  const bytes = (_key: string, value: unknown): unknown =>
    value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : value;
  return JSON.stringify(rows, bytes);
};

const isOpen = { about: ABOUT, secret: { state: "open", text: SECRET } };

describe("a secret", () => {
  test("is kept with what it is for, replaced and dropped", async () => {
    const store = openStore();
    expect(await store.get("channel:a")).toBeUndefined();
    expect(await store.keep("channel:a", ABOUT, "another")).toEqual(ok(null));
    expect(await store.keep("channel:a", ABOUT, SECRET)).toEqual(ok(null));
    expect(await openStore().get("channel:a")).toEqual(isOpen);
    expect(await store.isLocked()).toBe(false);
    await store.drop("channel:a");
    expect(await store.get("channel:a")).toBeUndefined();
  });

  test("is sealed by the PIN of names, opened with it, and lies open when it is taken away", async () => {
    const store = openStore();
    await store.keep("channel:a", ABOUT, SECRET);
    expect(await onDisk()).toContain(SECRET);
    const names = await openNames();
    expect(await names.setPin(PIN)).toEqual(ok(null));
    expect(await onDisk()).not.toContain(SECRET);

    expect(await store.isLocked()).toBe(true);
    expect(await store.get("channel:a")).toEqual({ about: ABOUT, secret: { state: "locked" } });
    expect(await store.keep("channel:a", ABOUT, "another")).toEqual(err({ type: "locked" }));
    expect(await store.unlock("000000")).toEqual(err({ type: "wrong-pin" }));
    expect(await store.unlock(PIN)).toEqual(ok(null));
    expect(await store.get("channel:a")).toEqual(isOpen);
    expect(await store.keep("channel:b", ABOUT, `${SECRET}2`)).toEqual(ok(null));
    expect(await onDisk()).not.toContain(SECRET);

    expect(await names.removePin(PIN)).toEqual(ok(null));
    expect(await openStore().get("channel:b")).toEqual({
      about: ABOUT,
      secret: { state: "open", text: `${SECRET}2` },
    });
  });

  test("goes with a PIN that was forgotten; what it was for is still known", async () => {
    const store = openStore();
    await store.keep("channel:a", ABOUT, SECRET);
    const names = await openNames();
    await names.setPin(PIN);
    await names.forgetAll();
    expect(await store.get("channel:a")).toEqual({ about: ABOUT, secret: { state: "missing" } });
    expect(await store.keep("channel:a", ABOUT, SECRET)).toEqual(ok(null));
    expect(await store.get("channel:a")).toEqual(isOpen);
  });

  test("opens under its own name alone", async () => {
    const store = openStore();
    const names = await openNames();
    await names.setPin(PIN);
    await store.unlock(PIN);
    await store.keep("channel:a", ABOUT, SECRET);
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => resolve(asked.result);
    });
    await new Promise<void>((resolve) => {
      const table = db.transaction("secrets", "readwrite").objectStore("secrets");
      const asked = table.get("channel:a");
      asked.onsuccess = () => {
        table.put({ ...asked.result, key: "channel:b" }).onsuccess = () => resolve();
      };
    });
    db.close();
    expect(await store.get("channel:b")).toEqual({ about: ABOUT, secret: { state: "missing" } });
  });

  test("is in nothing that carries names", async () => {
    await openStore().keep("channel:a", ABOUT, SECRET);
    const names = await openNames();
    expect([...names.state().rows.values()]).toEqual([]);
    const site = newSiteId(() => "site".padEnd(24, "-"));
    const from = { site, newId, now: clock.now };
    const file = await (await writeNames(names.state().rows.values(), "passphrase", from)).text();
    expect(file).not.toContain("channel:a");
  });
});
