import { commitChanges, type RecordState } from "@dianbo/shared/changes";
import { nextStamp, type Stamp } from "@dianbo/shared/clock";
import { newDeviceId, newWriterId, type RecordId, type SiteId } from "@dianbo/shared/identity";
import { err, ok } from "@dianbo/shared/result";
import type { LibraryFailure } from "./failures.ts";
import type { Library, LibraryEnvironment, Workbench } from "./library.ts";
import { LibraryDb } from "./library-db.ts";
import type { SiteIdentity } from "./site-identity.ts";
import { emptySnapshot, type LibrarySnapshot, numberBookOf, withRecords } from "./snapshot.ts";
import { storedRecord } from "./stored-records.ts";

/** What a stick brings along. */
export interface StickShelves {
  readonly site: SiteId;
  readonly siteName: string;
  readonly shelves: Pick<LibrarySnapshot, "items" | "menus" | "entries">;
}

/** The library of a stick: the book as it was put there, and what was played from it on this PC. */
export interface StickLibrary extends Library {
  /** Whether what was played is kept when the page is closed; the browser may refuse, or the disk be full. */
  isKept(): boolean;
}

/** What is counted on a PC that is not ours: lines of the playback register, which name nobody. */
const COUNTED: ReadonlySet<string> = new Set(["playback"]);

/** How long a browser may take to open its database before the evening goes on without. Milliseconds. */
const PATIENCE = 3_000;

const opened = (db: LibraryDb): Promise<boolean> =>
  new Promise((resolve) => {
    const refused = (): void => resolve(false);
    db.on("blocked", refused);
    setTimeout(refused, PATIENCE);
    db.open().then(() => resolve(true), refused);
  });

const READ_ONLY: LibraryFailure = {
  type: "not-stored",
  message: "a stick's book is written at home",
};

/**
 * Opens the library of a stick. The book stands in memory as the stick holds it and nothing of it is stored;
 * what is played goes into a database of its own, one for each site, since all pages from file:// share one
 * place. Where the browser keeps nothing, the evening goes on from memory.
 */
export const openStickLibrary = async (
  { site, siteName, shelves }: StickShelves,
  { clock, newId, name = `dianbo-stick-${site}` }: LibraryEnvironment,
): Promise<StickLibrary> => {
  const db = new LibraryDb(name);
  db.on("versionchange", () => {
    db.close();
    return false;
  });
  let kept = await opened(db);
  const memos = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  const identity: SiteIdentity = { site, siteName, device: newDeviceId(newId), post: "A" };
  const writer = newWriterId(identity.device, newId);
  let counter = 1;
  let stamp: Stamp | undefined;

  const stored = kept ? await db.records.toArray().catch(() => []) : [];
  const before = stored.flatMap((row) => storedRecord(row) ?? []);
  const counted = before.filter(({ kind }) => COUNTED.has(kind));
  let snapshot: LibrarySnapshot = withRecords({ ...emptySnapshot, ...shelves }, counted, site);

  const keep = async (states: readonly RecordState[]): Promise<void> => {
    if (!kept) return;
    try {
      await db.records.bulkPut([...states]);
    } catch {
      kept = false;
      // Another object: the screens look again.
      snapshot = { ...snapshot };
      for (const listener of listeners) listener();
    }
  };
  const bench = (): Workbench => ({
    snapshot,
    book: numberBookOf(snapshot, identity.device),
    identity,
    newId,
    clock,
  });

  return {
    db,
    isKept: () => kept,
    identity: () => identity,
    setSiteName: async () => undefined,
    setPost: async () => undefined,
    keepSiteKey: async (key) => key,
    replaceSiteKey: async () => undefined,
    takeBack: async () => err({ type: "nothing-to-undo" }),
    snapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply: async (command) => {
      const made = command(bench());
      if (!made.ok) return made;
      const puts = made.value.puts.filter(({ kind }) => COUNTED.has(kind));
      if (puts.length === 0) return ok(snapshot);
      const now = nextStamp(stamp, clock.now());
      const done = commitChanges(
        (id: RecordId) => snapshot.records.get(id),
        { ...made.value, puts },
        { site, writer, post: undefined, counter, stamp: now },
      );
      stamp = { ...now, tick: now.tick + done.nextCounter - counter };
      counter = done.nextCounter;
      snapshot = withRecords(snapshot, done.states, site);
      for (const listener of listeners) listener();
      await keep(done.states);
      return ok(snapshot);
    },
    applyJoined: async () => err(READ_ONLY),
    takeIn: async () => err(READ_ONLY),
    undo: async () => err({ type: "nothing-to-undo" }),
    redo: async () => err({ type: "nothing-to-undo" }),
    keepSearchTexts: async () => undefined,
    readMemo: async (key) => {
      const row = kept ? await db.meta.get(key).catch(() => undefined) : undefined;
      return row === undefined ? memos.get(key) : row.value;
    },
    writeMemo: async (key, value) => {
      memos.set(key, value);
      if (kept) await db.meta.put({ key, value });
    },
    close: () => db.close(),
  };
};
