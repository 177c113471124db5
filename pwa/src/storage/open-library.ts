import {
  type Changes,
  type Committed,
  changesSchema,
  commitChanges,
  type RecordState,
  recordStateSchema,
} from "@dianbo/shared/changes";
import { type Clock, nextStamp, type Stamp } from "@dianbo/shared/clock";
import type { DamagedRow } from "@dianbo/shared/courseware";
import {
  type NewId,
  newWriterId,
  type Post,
  type RecordId,
  recordIdSchema,
} from "@dianbo/shared/identity";
import type { NumberBook } from "@dianbo/shared/programme";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { isDiskFull, type LibraryFailure, type OpenFailure } from "./failures.ts";
import { LIBRARY_VERSION, LibraryDb, type SearchRow } from "./library-db.ts";
import { readIdentity, type SiteIdentity, writeIdentity } from "./site-identity.ts";
import { emptySnapshot, type LibrarySnapshot, numberBookOf, withRecords } from "./snapshot.ts";

/** What a store needs of the outer world. */
export interface LibraryEnvironment {
  readonly clock: Clock;
  readonly newId: NewId;
  /** The database's name; one per origin in products, one per test in tests. */
  readonly name?: string;
  /** Called when a newer version of the app, in another tab, wants to open the database. */
  readonly onSuperseded?: () => void;
}

/** What a command sees while it is the only writer. */
export interface Workbench {
  readonly snapshot: LibrarySnapshot;
  readonly book: NumberBook;
  readonly identity: SiteIdentity;
  readonly newId: NewId;
  readonly clock: Clock;
}

/** A library that is open in this tab. */
export interface Library {
  identity(): SiteIdentity;
  setSiteName(name: string): Promise<void>;
  setPost(post: Post): Promise<void>;
  /** The present state; the same object until something changes. */
  snapshot(): LibrarySnapshot;
  /** Calls back after every change, from this tab or another; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /**
   * The only way to write. The command runs with the freshest state while no other tab writes; its
   * changes are kept in one transaction or not at all, and become one step of undo.
   */
  apply<E extends { readonly type: string }>(
    command: (bench: Workbench) => Result<Changes, E>,
    options?: { readonly undoable?: boolean },
  ): Promise<Result<LibrarySnapshot, E | LibraryFailure>>;
  undo(): Promise<Result<LibrarySnapshot, LibraryFailure>>;
  redo(): Promise<Result<LibrarySnapshot, LibraryFailure>>;
  /** Keeps search texts, computed off the main thread after the write that needs them. */
  keepSearchTexts(rows: readonly SearchRow[]): Promise<void>;
  /** Small things kept by name, outside records: the room's place, a dismissed hint. */
  readMemo(key: string): Promise<unknown>;
  writeMemo(key: string, value: unknown): Promise<void>;
  /** The database, for what stands beside this file in `storage`. */
  readonly db: LibraryDb;
  close(): void;
}

/** How many acts can be undone; older ones are forgotten. */
const UNDO_STEPS = 500;

/** What one tab tells the others after a write. */
const toldSchema = v.object({ ids: v.array(recordIdSchema), revision: v.number() });

const storedRecord = (row: unknown): RecordState | undefined => {
  const parsed = v.safeParse(recordStateSchema, row);
  return parsed.success ? parsed.output : undefined;
};

/** A row that is no record at all any more, with its raw text. */
const damagedRecord = (row: unknown): DamagedRow | undefined => {
  const whole = v.safeParse(recordStateSchema, row);
  const named = v.safeParse(v.object({ id: recordIdSchema, kind: v.string() }), row);
  if (whole.success || !named.success) return undefined;
  return {
    type: "damaged-row",
    ...named.output,
    problems: whole.issues.map((issue) => v.getDotPath(issue) ?? issue.message),
    raw: JSON.stringify(row, null, 2),
  };
};

const failureOf = (error: unknown): LibraryFailure =>
  isDiskFull(error)
    ? { type: "disk-full" }
    : { type: "not-stored", message: error instanceof Error ? error.message : String(error) };

/** Opens the library of this origin, making a new site on first opening. */
export const openLibrary = async (
  environment: LibraryEnvironment,
): Promise<Result<Library, OpenFailure>> => {
  const db = new LibraryDb(environment.name ?? "dianbo-library");
  let blocked = false;
  // An open that is blocked never ends by itself: it waits for the other tab, and so would the screen.
  const blocking = new Promise<never>((_, reject) => {
    db.on("blocked", () => {
      blocked = true;
      reject(new Error("blocked"));
    });
  });
  db.on("versionchange", () => {
    db.close();
    environment.onSuperseded?.();
    // Keeps Dexie's own handler from opening the database again, now of a newer version, at the next write.
    return false;
  });
  try {
    await Promise.race([db.open(), blocking]);
    // Dexie opens data of a newer version as they are; this app must not write to them.
    if (db.backendDB().version > LIBRARY_VERSION * 10) {
      db.close();
      return err({ type: "newer-data" });
    }
    const identity = await readIdentity(db, environment.newId);
    const library = new OpenLibrary(db, identity, environment);
    await library.load();
    return ok(library);
  } catch (error) {
    db.close();
    if (blocked) return err({ type: "blocked" });
    return err({
      type: "storage-refused",
      message: error instanceof Error ? error.message : String(error),
    });
  }
};

class OpenLibrary implements Library {
  readonly db: LibraryDb;
  readonly #environment: LibraryEnvironment;
  readonly #writer;
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<() => void>();
  #identity: SiteIdentity;
  #snapshot: LibrarySnapshot = emptySnapshot;
  #counter = 1;
  #stamp: Stamp | undefined;
  /** How many writes this tab knows of, over all tabs. */
  #revision = 0;

  constructor(db: LibraryDb, identity: SiteIdentity, environment: LibraryEnvironment) {
    this.db = db;
    this.#identity = identity;
    this.#environment = environment;
    this.#writer = newWriterId(identity.device, environment.newId);
    this.#channel = new BroadcastChannel(`${db.name}-changes`);
    this.#channel.onmessage = (event: MessageEvent<unknown>) => {
      const told = v.safeParse(toldSchema, event.data);
      if (told.success) void this.#follow(told.output.ids, told.output.revision);
    };
  }

  async load(): Promise<void> {
    const [rows, searchRows] = await Promise.all([
      this.db.records.toArray(),
      this.db.search.toArray(),
    ]);
    const records = rows.flatMap((row) => storedRecord(row) ?? []);
    const searchTexts = new Map(
      searchRows.flatMap((row) => {
        const key = v.safeParse(recordIdSchema, row.id);
        return key.success ? [[key.output, row] as const] : [];
      }),
    );
    this.#revision = await this.#storedRevision();
    const undoState = await this.#undoState();
    const loaded = withRecords(emptySnapshot, records, this.#identity.site);
    const damaged = new Map(loaded.damaged);
    for (const row of rows) {
      const unreadable = damagedRecord(row);
      if (unreadable !== undefined) damaged.set(unreadable.id, unreadable);
    }
    this.#snapshot = {
      ...loaded,
      ...undoState,
      revision: this.#snapshot.revision + 1,
      damaged,
      searchTexts,
    };
  }

  identity(): SiteIdentity {
    return this.#identity;
  }

  async setSiteName(siteName: string): Promise<void> {
    await this.#setIdentity({ ...this.#identity, siteName });
  }

  async setPost(post: Post): Promise<void> {
    await this.#setIdentity({ ...this.#identity, post });
  }

  snapshot(): LibrarySnapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async apply<E extends { readonly type: string }>(
    command: (bench: Workbench) => Result<Changes, E>,
    options: { readonly undoable?: boolean } = {},
  ): Promise<Result<LibrarySnapshot, E | LibraryFailure>> {
    return await this.#alone(async (): Promise<Result<LibrarySnapshot, E | LibraryFailure>> => {
      const made = command({
        snapshot: this.#snapshot,
        book: numberBookOf(this.#snapshot, this.#identity.device),
        identity: this.#identity,
        newId: this.#environment.newId,
        clock: this.#environment.clock,
      });
      if (!made.ok) return made;
      if (made.value.puts.length === 0) return ok(this.#snapshot);
      const kept = await this.#keep(made.value, async (committed) => {
        if (options.undoable === false) return;
        await this.db.undo.filter((row) => row.state === "undone").delete();
        await this.db.undo.add({
          at: this.#environment.clock.now(),
          inverse: committed.inverse,
          state: "done",
        });
        await this.db.undo.orderBy("seq").reverse().offset(UNDO_STEPS).delete();
      });
      return kept.ok ? ok(this.#snapshot) : kept;
    });
  }

  undo(): Promise<Result<LibrarySnapshot, LibraryFailure>> {
    return this.#step("done", "undone");
  }

  redo(): Promise<Result<LibrarySnapshot, LibraryFailure>> {
    return this.#step("undone", "done");
  }

  async keepSearchTexts(rows: readonly SearchRow[]): Promise<void> {
    await this.db.search.bulkPut([...rows]);
    const searchTexts = new Map(this.#snapshot.searchTexts);
    for (const row of rows) searchTexts.set(row.id, row);
    this.#snapshot = { ...this.#snapshot, revision: this.#snapshot.revision + 1, searchTexts };
    for (const listener of this.#listeners) listener();
  }

  async readMemo(key: string): Promise<unknown> {
    return (await this.db.meta.get(`memo:${key}`))?.value;
  }

  async writeMemo(key: string, value: unknown): Promise<void> {
    await this.db.meta.put({ key: `memo:${key}`, value });
  }

  close(): void {
    this.#channel.close();
    this.db.close();
  }

  async #setIdentity(identity: SiteIdentity): Promise<void> {
    this.#identity = identity;
    await writeIdentity(this.db, identity);
    this.#tell([]);
  }

  /** One writer at a time over all tabs; what other tabs wrote meanwhile is read first. */
  async #alone<T, E extends { readonly type: string }>(
    work: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E | LibraryFailure>> {
    return await navigator.locks.request(`${this.db.name}-writer`, async () => {
      try {
        if ((await this.#storedRevision()) !== this.#revision) await this.load();
      } catch (error) {
        // The database is closed under us: a newer app in another tab, or the browser took it away.
        return err(failureOf(error));
      }
      return await work();
    });
  }

  /** Takes the last act of one state (newest done, oldest undone) and turns it round. */
  async #step(
    from: "done" | "undone",
    to: "done" | "undone",
  ): Promise<Result<LibrarySnapshot, LibraryFailure>> {
    return await this.#alone(async (): Promise<Result<LibrarySnapshot, LibraryFailure>> => {
      const rows = await this.db.undo.filter((row) => row.state === from).toArray();
      const row = from === "done" ? rows.at(-1) : rows[0];
      if (row === undefined) return err({ type: "nothing-to-undo" });
      const inverse = v.safeParse(changesSchema, row.inverse);
      if (!inverse.success) {
        await this.db.undo.delete(row.seq);
        return err({ type: "nothing-to-undo" });
      }
      let trampled = false;
      const kept = await this.#keep(inverse.output, async (committed) => {
        trampled = committed.states.length === 0;
        if (trampled) await this.db.undo.delete(row.seq);
        else await this.db.undo.put({ ...row, inverse: committed.inverse, state: to });
      });
      if (!kept.ok) return kept;
      return trampled ? err({ type: "moved-on" }) : ok(this.#snapshot);
    });
  }

  /** Commits changes and stores records and undo log in one transaction. */
  async #keep(
    changes: Changes,
    log: (committed: Committed) => Promise<void>,
  ): Promise<Result<null, LibraryFailure>> {
    const ids = [...new Set(changes.puts.map(({ id }) => id))];
    const now = this.#environment.clock.now();
    try {
      const tables = [this.db.records, this.db.undo, this.db.meta];
      const committed = await this.db.transaction("rw", tables, async () => {
        const rows = await this.db.records.bulkGet(ids);
        const current = new Map<RecordId, RecordState>();
        for (const row of rows) {
          const record = storedRecord(row);
          if (record !== undefined) current.set(record.id, record);
          // A row that cannot be read is kept as it is: nothing is written over it.
          else if (row !== undefined) throw new Error(`unreadable row ${row.id}`);
        }
        const result = commitChanges((id) => current.get(id), changes, {
          site: this.#identity.site,
          writer: this.#writer,
          post: this.#identity.post,
          counter: this.#counter,
          stamp: nextStamp(this.#stamp, now),
        });
        await this.db.records.bulkPut([...result.states]);
        await log(result);
        await this.db.meta.put({ key: "revision", value: this.#revision + 1 });
        return result;
      });
      const stamp = nextStamp(this.#stamp, now);
      this.#stamp = { ...stamp, tick: stamp.tick + committed.nextCounter - this.#counter };
      this.#counter = committed.nextCounter;
      this.#revision += 1;
      const undoState = await this.#undoState();
      this.#snapshot = {
        ...withRecords(this.#snapshot, committed.states, this.#identity.site),
        ...undoState,
      };
      this.#tell(committed.states.map(({ id }) => id));
      return ok(null);
    } catch (error) {
      return err(failureOf(error));
    }
  }

  async #storedRevision(): Promise<number> {
    const value = (await this.db.meta.get("revision"))?.value;
    return typeof value === "number" ? value : 0;
  }

  async #undoState(): Promise<{ canUndo: boolean; canRedo: boolean }> {
    const states = (await this.db.undo.toArray()).map(({ state }) => state);
    return { canUndo: states.includes("done"), canRedo: states.includes("undone") };
  }

  #tell(ids: readonly RecordId[]): void {
    this.#channel.postMessage({ ids, revision: this.#revision });
    for (const listener of this.#listeners) listener();
  }

  /** Takes over what another tab has written. */
  async #follow(ids: readonly RecordId[], revision: number): Promise<void> {
    const identity = await readIdentity(this.db, this.#environment.newId);
    const rows = await this.db.records.bulkGet([...ids]);
    const undoState = await this.#undoState();
    // From here on without a pause, so that no other change to the snapshot is lost.
    this.#identity = identity;
    this.#snapshot = {
      ...withRecords(
        this.#snapshot,
        rows.flatMap((row) => storedRecord(row) ?? []),
        identity.site,
      ),
      ...undoState,
    };
    // A message that was missed is made good by the full reading before the next write.
    if (revision === this.#revision + 1) this.#revision = revision;
    for (const listener of this.#listeners) listener();
  }
}
