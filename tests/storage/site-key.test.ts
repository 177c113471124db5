/** The site's key changes on one PC: the other takes the new one over with the next file, and only where the old one vouches for it. */
import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import {
  backUp,
  type Library,
  type MediaStore,
  mergeSiteFile,
  openLibrary,
} from "@dianbo/pwa/storage";
import { fixedClock } from "@dianbo/shared/clock";
import { makeSiteKey, newSiteId, type Sha512, type SiteKey } from "@dianbo/shared/identity";
import { err, ok } from "@dianbo/shared/result";
import { handOverKey, keepKeyChange, keyChangesIn } from "@dianbo/shared/signing";
import { afterEach, beforeEach, expect, test } from "vitest";

const clock = fixedClock(Date.UTC(2026, 10, 24, 4));
let ids = 0;
const newId = () => `site-key-${String(++ids).padStart(16, "0")}`;
const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());
const noMedia: MediaStore = {
  keep: async () => err({ type: "disk-full" }),
  open: async (hash) => err({ type: "file-missing", hash }),
  has: async () => false,
  remove: async () => undefined,
  list: async () => [],
};

const site = newSiteId(newId);
let first: Library;
let second: Library;
let old: SiteKey;
let next: SiteKey;

const openPc = async (): Promise<Library> => {
  const opened = await openLibrary({ clock, newId, name: `site-key-${newId()}` });
  if (!opened.ok) throw new Error(opened.error.type);
  const { value: library } = opened;
  await library.takeIn(({ identity }) =>
    ok({
      records: [],
      replaces: false,
      identity: { ...identity, site, siteName: "青禾", siteKey: old },
    }),
  );
  return library;
};

/** What one PC gives the other to merge. */
const give = async (library: Library): Promise<Blob> => {
  const made = await backUp(library, noMedia, { madeAt: clock.now(), withMedia: false });
  return await new Response(await made.stream(() => undefined)).blob();
};

beforeEach(async () => {
  old = await makeSiteKey(new Uint8Array(32).fill(1), sha512);
  next = await makeSiteKey(new Uint8Array(32).fill(2), sha512);
  first = await openPc();
  second = await openPc();
});
afterEach(() => {
  first.close();
  second.close();
});

const change = async (by: SiteKey): Promise<void> => {
  const word = { from: by, to: next.publicKey, at: clock.now() };
  const handover = await handOverKey(site, word, sha512);
  await first.apply(() =>
    ok({ label: { type: "change-site-key" }, puts: [...keepKeyChange(handover)] }),
  );
  await first.replaceSiteKey(next);
};

test("a new key goes to the other PC with the file that the two exchange, and its words with it", async () => {
  await change(old);
  expect((await mergeSiteFile(second, await give(first))).ok).toBe(true);
  expect(second.identity().siteKey).toEqual(next);
  const changes = keyChangesIn(second.snapshot().records, site);
  expect(changes.map(({ from, to }) => [from, to])).toEqual([[old.publicKey, next.publicKey]]);
});

test("a key that the old one does not vouch for is not taken over", async () => {
  await change(await makeSiteKey(new Uint8Array(32).fill(9), sha512));
  expect((await mergeSiteFile(second, await give(first))).ok).toBe(true);
  expect(second.identity().siteKey).toEqual(old);
});
