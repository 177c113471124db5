/**
 * Nothing that a site has may be forgotten in a backup or a move: every table and every memo there is, either goes
 * along or stays for a reason that is written here. Whoever adds one is asked here where it belongs.
 */
import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  backUp,
  carriedMemos,
  keepCarriedMemos,
  keepRestorePoint,
  type Library,
  type MediaStore,
  mergeBackup,
  openLibrary,
  readBackupFile,
  replaceByBackup,
  returnToRestorePoint,
} from "@dianbo/pwa/storage";
import { civilDateSchema, fixedClock } from "@dianbo/shared/clock";
import { makeSiteKey, newSiteId, type Sha512 } from "@dianbo/shared/identity";
import { readLedgers } from "@dianbo/shared/ledger-book";
import {
  type Card,
  figuresOf,
  layOut,
  makeCard,
  readKeptCards,
  readSpan,
} from "@dianbo/shared/report";
import { err } from "@dianbo/shared/result";
import * as v from "valibot";
import { afterEach, describe, expect, test } from "vitest";
import { filesUnder, ROOT } from "../../scripts/workspace.ts";

/** Where a table or a memo goes: along with both, or nowhere, and why. */
type Fate = "carried" | { readonly stays: string };

const TABLES: Readonly<Record<string, Fate>> = {
  records: "carried",
  search: { stays: "reckoned anew from the records" },
  undo: { stays: "belongs to the device whose acts it undoes" },
  meta: { stays: "site, name and key go along by themselves; memos are listed below" },
  channels: "carried",
  segments: { stays: "catalogues are fetched again; their hashes stand in the channel's row" },
  rows: { stays: "names meet only the site's own PCs, or leave as a locked file (decision 0014)" },
  notes: { stays: "the lock of the names and how long they are kept, beside them" },
  secrets: { stays: "passwords of hosts are typed anew (decision 0016)" },
  clips: { stays: "the extension's inbox stays in the extension, wherever the library is" },
  downloads: { stays: "as the inbox" },
  listed: { stays: "as the inbox" },
  owedPictures: { stays: "as the inbox" },
  lessons: { stays: "as the inbox" },
  queue: { stays: "as the inbox" },
  days: { stays: "as the inbox; what a session brought is a record once it is handed over" },
  queueState: { stays: "as the inbox" },
};

const HANDLE = { stays: "a browser's handle to a folder holds in that browser only" } as const;
const DEVICE = { stays: "tells of this device only" } as const;

const MEMOS: Readonly<Record<string, Fate>> = {
  "report-cards": "carried",
  "report-cards-kept": "carried",
  "printed-sheets": "carried",
  "programme-book": "carried",
  "session-starts-at": "carried",
  "backup-folder": HANDLE,
  "film-folders": HANDLE,
  "stick-in-place": HANDLE,
  "book-folder": HANDLE,
  stick: HANDLE,
  "meeting-place": HANDLE,
  "meeting-memory": { stays: "what this device has read and written at the place, dot by dot" },
  "meeting-last": DEVICE,
  "newest-sticks": DEVICE,
  "file-checks": { stays: "which of this PC's files were looked at" },
  "file-checks-paused": DEVICE,
  "pre-flight-reports": { stays: "what this machine could play" },
  "room-place": { stays: "where the evening in this room stood" },
  "receipt-saved": { stays: "of the USB edition on a borrowed PC" },
  "first-run-passed": DEVICE,
  "last-backup": { stays: "a PC that was restored is asked for a backup of its own" },
  "restore-point": { stays: "the way back of this device" },
  "moved-away": DEVICE,
  "handoff-trusted": { stays: "which extension this browser trusts" },
  "adding-typed-row": { stays: "a row that was not saved yet" },
};

const source = (path: string): string => readFileSync(`${ROOT}/${path}`, "utf8");
const SOURCES = [...filesUnder(ROOT, "pwa/src", [".ts", ".tsx"])].concat([
  ...filesUnder(ROOT, "extension/src", [".ts", ".tsx"]),
]);

/** Names of tables, from what the databases are opened with. */
const tablesThere = (): string[] =>
  SOURCES.filter((path) => /\.stores\(\{|stores: \{/u.test(source(path))).flatMap((path) =>
    [...source(path).matchAll(/stores(?:\(|: )\{([^}]*)\}/gu)].flatMap(([, inside = ""]) =>
      [...inside.matchAll(/(\w+): "/gu)].flatMap(([, name]) => name ?? []),
    ),
  );

/** Names of memos: words under a name or a type that says memo, or beside the reading and writing of one. */
const memosThere = (): string[] =>
  SOURCES.filter((path) => !/\.test\.tsx?$/u.test(path))
    .map(source)
    .flatMap((text) => [
      ...(/(?:read|write)Memo\(|MemoSettings\(/u.test(text)
        ? text.matchAll(/^(?:export )?const [A-Z_]+ = "([a-z]+(?:-[a-z]+)+)"/gmu)
        : text.matchAll(/^(?:export )?const [A-Z_]*MEMO = "([^"]+)"/gmu)),
      ...text.matchAll(/(?:read|write)Memo\(\s*"([^"]+)"/gu),
      ...[...text.matchAll(/type \w+Memo = ([^;]+);/gu)].flatMap(([, names = ""]) => [
        ...names.matchAll(/"([^"]+)"/gu),
      ]),
    ])
    .flatMap(([, name]) => name ?? []);

test("every table there is has its fate", () => {
  expect([...new Set(tablesThere())].sort()).toEqual(Object.keys(TABLES).sort());
});

test("every memo there is has its fate", () => {
  expect([...new Set(memosThere())].sort()).toEqual(Object.keys(MEMOS).sort());
});

const clock = fixedClock(Date.UTC(2026, 10, 24, 4));
let ids = 0;
const newId = () => `carried-${String(++ids).padStart(16, "0")}`;
const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());
const noMedia: MediaStore = {
  keep: async () => err({ type: "disk-full" }),
  open: async (hash) => err({ type: "file-missing", hash }),
  has: async () => false,
  remove: async () => undefined,
  list: async () => [],
};

const opened: Library[] = [];
afterEach(() => {
  for (const library of opened.splice(0)) library.close();
});
const open = async (): Promise<Library> => {
  const library = await openLibrary({ clock, newId, name: newId() });
  if (!library.ok) throw new Error(library.error.type);
  opened.push(library.value);
  return library.value;
};

/** A card as another site sends it up. */
const cardOf = async (siteName: string, showings: number, madeOn: string): Promise<Card> => {
  const span = readSpan("2026-11");
  if (span === undefined) throw new Error("no span");
  const site = newSiteId(() => `site-of-${siteName}`.padEnd(20, "-"));
  const facts = layOut({
    showings: [],
    rolls: [],
    downloads: [],
    wishes: [],
    items: new Map(),
    ledgers: readLedgers([], site),
    uses: [],
    questions: [],
    branches: [],
    branchOf: () => undefined,
    today: v.parse(civilDateSchema, "2026-12-05"),
  });
  return makeCard(
    {
      site,
      siteName,
      span: "2026-11",
      madeOn: v.parse(civilDateSchema, madeOn),
      sums: { ...figuresOf(facts, span), showings },
    },
    await makeSiteKey(new Uint8Array(32).fill(siteName.length), sha512),
    sha512,
  );
};

const CHOICES = {
  "report-cards": { expected: "xi\ndonggou", keys: { xi: "key" } },
  "printed-sheets": { open: "19:00 - 21:00", phone: "0000-1234567" },
  "programme-book": { size: 18 },
  "session-starts-at": "18:30",
} as const;

const fill = async (library: Library): Promise<void> => {
  for (const [key, value] of Object.entries(CHOICES)) await library.writeMemo(key, value);
  await library.writeMemo("report-cards-kept", [await cardOf("xi", 4, "2026-12-01")]);
  await library.writeMemo("backup-folder", { handle: "of this browser" });
};

const backupOf = async (library: Library) => {
  const made = await backUp(library, noMedia, { madeAt: clock.now(), withMedia: false });
  const read = await readBackupFile(await new Response(await made.stream(() => undefined)).blob());
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};
const cardsIn = async (library: Library) =>
  readKeptCards(await library.readMemo("report-cards-kept")).map(({ siteName, sums }) => [
    siteName,
    sums.showings,
  ]);

describe("what the site keeps beside its records", () => {
  test("comes back with a backup, and a browser's own handles do not", async () => {
    const library = await open();
    await fill(library);
    const fresh = await open();
    expect((await replaceByBackup(fresh, await backupOf(library))).ok).toBe(true);
    for (const [key, value] of Object.entries(CHOICES)) {
      expect(await fresh.readMemo(key), key).toEqual(value);
    }
    expect(await cardsIn(fresh)).toEqual([["xi", 4]]);
    expect(await fresh.readMemo("backup-folder")).toBeUndefined();
  });

  test("is not written over by a merge; of two cards the newer stays", async () => {
    const library = await open();
    await fill(library);
    const other = await open();
    expect((await replaceByBackup(other, await backupOf(library))).ok).toBe(true);
    await other.writeMemo("session-starts-at", "20:00");
    const cards = [await cardOf("xi", 5, "2026-12-02"), await cardOf("donggou", 2, "2026-12-02")];
    await other.writeMemo("report-cards-kept", cards);
    await library.writeMemo("printed-sheets", null);
    expect((await mergeBackup(library, await backupOf(other))).ok).toBe(true);
    expect(await library.readMemo("session-starts-at")).toBe("18:30");
    expect(await library.readMemo("printed-sheets")).toEqual(CHOICES["printed-sheets"]);
    expect(await cardsIn(library)).toEqual([
      ["donggou", 2],
      ["xi", 5],
    ]);
  });

  test("goes back with the way back", async () => {
    const library = await open();
    await fill(library);
    const other = await open();
    await other.writeMemo("session-starts-at", "20:00");
    expect((await keepRestorePoint(library, noMedia, clock.now())).ok).toBe(true);
    expect((await replaceByBackup(library, await backupOf(other))).ok).toBe(true);
    expect(await library.readMemo("session-starts-at")).toBe("20:00");
    expect((await returnToRestorePoint(library)).ok).toBe(true);
    expect(await library.readMemo("session-starts-at")).toBe("18:30");
  });

  test("is what the list says, and nothing else is taken from a file", async () => {
    const library = await open();
    await fill(library);
    const keys = (await carriedMemos(library)).map(
      (row) => v.parse(v.object({ key: v.string() }), row).key,
    );
    const carried = Object.keys(MEMOS).filter((key) => MEMOS[key] === "carried");
    expect(keys.sort()).toEqual(carried.sort());
    await keepCarriedMemos(library, [{ key: "moved-away", value: true }, "no row"], "over");
    expect(await library.readMemo("moved-away")).toBeUndefined();
  });
});
