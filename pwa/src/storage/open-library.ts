import {
  type Changes,
  type Committed,
  commitChanges,
  type Pen,
  type RecordState,
} from "@dianbo/shared/changes";
import { nextStamp, type Stamp } from "@dianbo/shared/clock";
import {
  newWriterId,
  type Post,
  type RecordId,
  recordIdSchema,
  type SiteKey,
  type WriterId,
} from "@dianbo/shared/identity";
import type { ShelfFull } from "@dianbo/shared/programme";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import {
  type LibraryFailure,
  libraryFailureOf,
  type OpenFailure,
  openFailureOf,
} from "./failures.ts";
import type { JoinedChanges } from "./keep-states.ts";
import type { Library, LibraryEnvironment, TakenIn, Workbench } from "./library.ts";
import { LIBRARY_VERSION, LibraryDb, type SearchRow } from "./library-db.ts";
import { readIdentity, type SiteIdentity, writeIdentity } from "./site-identity.ts";
import { emptySnapshot, type LibrarySnapshot, numberBookOf, withRecords } from "./snapshot.ts";
import { readSnapshot, recordsToWrite, storedRecord } from "./stored-records.ts";
import { noteDone, type Turning, turnNext, turnPast, undoState } from "./undo-log.ts";

/** What one tab tells the others after a write. */
const toldSchema = v.object({
  ids: v.array(recordIdSchema),
  revision: v.number(),
  /** Everything is to be read again, identity included: the library was restored. */
  whole: v.optional(v.boolean()),
});

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
    return err(openFailureOf(error));
  }
};

class OpenLibrary implements Library {
  readonly db: LibraryDb;
  readonly #environment: LibraryEnvironment;
  #writer: WriterId;
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
      if (!told.success) return;
      const { ids, revision, whole } = told.output;
      // A tab that is closing hears a last message; what it misses is read before its next write, if any.
      (whole === true ? this.#reload() : this.#follow(ids, revision)).catch(() => undefined);
    };
  }

  async load(): Promise<void> {
    const revision = await this.#storedRevision();
    this.#takeIdentity(await readIdentity(this.db, this.#environment.newId));
    const read = await readSnapshot(this.db, this.#identity.site);
    const undo = await undoState(this.db);
    this.#revision = revision;
    this.#snapshot = { ...read, ...undo, revision: this.#snapshot.revision + 1 };
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

  async keepSiteKey(key: SiteKey): Promise<SiteKey> {
    await this.replaceSiteKey(this.#identity.siteKey ?? key);
    return this.#identity.siteKey ?? key;
  }

  async replaceSiteKey(siteKey: SiteKey): Promise<void> {
    await this.#setIdentity({ ...this.#identity, siteKey });
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
      const made = command(this.#bench());
      if (!made.ok) return made;
      if (made.value.puts.length === 0) return ok(this.#snapshot);
      const kept = await this.#keep(await this.#withLog(made.value), async (committed) => {
        if (options.undoable === false) return;
        await noteDone(this.db, committed.inverse, this.#environment.clock.now());
      });
      return kept.ok ? ok(this.#snapshot) : kept;
    });
  }

  async applyJoined<E extends { readonly type: string }>(
    command: (bench: Workbench) => Result<JoinedChanges, E>,
  ): Promise<Result<LibrarySnapshot, E | LibraryFailure>> {
    return await this.#alone(async (): Promise<Result<LibrarySnapshot, E | LibraryFailure>> => {
      const made = command(this.#bench());
      if (!made.ok) return made;
      const { states, changes } = made.value;
      if (states.length === 0 && changes.puts.length === 0) return ok(this.#snapshot);
      const log = ({ inverse }: Committed): Promise<void> =>
        noteDone(this.db, inverse, this.#environment.clock.now());
      const kept = await this.#keep(changes, log, states);
      return kept.ok ? ok(this.#snapshot) : kept;
    });
  }

  async takeIn<E extends { readonly type: string }>(
    plan: (bench: Workbench) => Result<TakenIn, E>,
  ): Promise<Result<LibrarySnapshot, E | ShelfFull | LibraryFailure>> {
    return await this.#alone(
      async (): Promise<Result<LibrarySnapshot, E | ShelfFull | LibraryFailure>> => {
        const planned = plan(this.#bench());
        if (!planned.ok) return planned;
        const { newId, clock } = this.#environment;
        const { records, replaces, identity } = planned.value;
        // Whoever goes back to an earlier state is a device of its own: the old one's dots lie ahead of it.
        const next = identity ?? this.#identity;
        const base = replaces ? emptySnapshot : this.#snapshot;
        const joined = withRecords(base, records, next.site);
        const { settleNumberClashes, storeTakenIn } = await import("./take-in.ts");
        const settling = settleNumberClashes(numberBookOf(joined, next.device), newId);
        if (!settling.ok) return settling;
        const fresh = next.device !== this.#identity.device;
        const settled = commitChanges((id) => joined.records.get(id), settling.value, {
          site: next.site,
          writer: fresh ? newWriterId(next.device, newId) : this.#writer,
          post: next.post,
          counter: fresh ? 1 : this.#counter,
          stamp: nextStamp(this.#stamp, clock.now()),
        });
        try {
          await storeTakenIn(this.db, {
            records: [...records, ...settled.states],
            replaces,
            identity: next,
            revision: this.#revision + 1,
          });
          if (!fresh) this.#counter = settled.nextCounter;
          await this.#reload();
          this.#channel.postMessage({ ids: [], revision: this.#revision, whole: true });
          return ok(this.#snapshot);
        } catch (error) {
          return err(libraryFailureOf(error));
        }
      },
    );
  }

  undo(): Promise<Result<LibrarySnapshot, LibraryFailure>> {
    return this.#turn(() => turnNext(this.db, "done", "undone"));
  }

  redo(): Promise<Result<LibrarySnapshot, LibraryFailure>> {
    return this.#turn(() => turnNext(this.db, "undone", "done"));
  }

  takeBack(seq: number, name: string): Promise<Result<LibrarySnapshot, LibraryFailure>> {
    return this.#turn(() => turnPast(this.db, { seq, name }, this.#bench()));
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

  #bench(): Workbench {
    return {
      snapshot: this.#snapshot,
      book: numberBookOf(this.#snapshot, this.#identity.device),
      identity: this.#identity,
      newId: this.#environment.newId,
      clock: this.#environment.clock,
    };
  }

  /** An act with the lines that it adds to the download log; fetched when the first item is written. */
  async #withLog(changes: Changes): Promise<Changes> {
    if (!changes.puts.some(({ kind }) => kind === "courseware")) return changes;
    const { logDownloads } = await import("./download-lines.ts");
    const { clock, newId } = this.#environment;
    const { post } = this.#identity;
    const bench = { ...this.#snapshot, now: clock.now(), post, newId };
    return { ...changes, puts: [...changes.puts, ...logDownloads(changes.puts, bench)] };
  }

  async #reload(): Promise<void> {
    await this.load();
    for (const listener of this.#listeners) listener();
  }

  /** A new device starts a run of its own. */
  #takeIdentity(identity: SiteIdentity): void {
    if (identity.device !== this.#identity.device) {
      this.#writer = newWriterId(identity.device, this.#environment.newId);
      this.#counter = 1;
    }
    this.#identity = identity;
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
        return err(libraryFailureOf(error));
      }
      return await work();
    });
  }

  /** Turns an act round, and notes in the line what became of it. */
  async #turn(
    find: () => Promise<Turning | undefined>,
  ): Promise<Result<LibrarySnapshot, LibraryFailure>> {
    return await this.#alone(async (): Promise<Result<LibrarySnapshot, LibraryFailure>> => {
      const turning = await find();
      if (turning === undefined) return err({ type: "nothing-to-undo" });
      let trampled = false;
      const kept = await this.#keep(turning.changes, async (committed) => {
        trampled = committed.states.length === 0;
        await turning.note(trampled ? undefined : committed.inverse);
      });
      if (!kept.ok) return kept;
      return trampled ? err({ type: "moved-on" }) : ok(this.#snapshot);
    });
  }

  /** Commits changes and stores records and undo log in one transaction. */
  async #keep(
    changes: Changes,
    log: (committed: Committed) => Promise<void>,
    states: readonly RecordState[] = [],
  ): Promise<Result<null, LibraryFailure>> {
    const ids = [...new Set([...states, ...changes.puts].map(({ id }) => id))];
    const now = this.#environment.clock.now();
    try {
      // Fetched before the transaction, which ends when it is waited for anything else.
      const joined =
        states.length === 0 ? undefined : (await import("./keep-states.ts")).commitJoined;
      const tables = [this.db.records, this.db.undo, this.db.meta];
      const committed = await this.db.transaction("rw", tables, async () => {
        const current = await recordsToWrite(this.db, ids);
        const pen: Pen = {
          site: this.#identity.site,
          writer: this.#writer,
          post: this.#identity.post,
          counter: this.#counter,
          stamp: nextStamp(this.#stamp, now),
        };
        const result =
          joined === undefined
            ? commitChanges((id) => current.get(id), changes, pen)
            : joined(current, { states, changes }, pen);
        await this.db.records.bulkPut([...result.states]);
        await log(result);
        await this.db.meta.put({ key: "revision", value: this.#revision + 1 });
        return result;
      });
      const stamp = nextStamp(this.#stamp, now);
      this.#stamp = { ...stamp, tick: stamp.tick + committed.nextCounter - this.#counter };
      this.#counter = committed.nextCounter;
      this.#revision += 1;
      const undo = await undoState(this.db);
      this.#snapshot = {
        ...withRecords(this.#snapshot, committed.states, this.#identity.site),
        ...undo,
      };
      this.#tell(committed.states.map(({ id }) => id));
      return ok(null);
    } catch (error) {
      return err(libraryFailureOf(error));
    }
  }

  async #storedRevision(): Promise<number> {
    const value = (await this.db.meta.get("revision"))?.value;
    return typeof value === "number" ? value : 0;
  }

  #tell(ids: readonly RecordId[]): void {
    this.#channel.postMessage({ ids, revision: this.#revision });
    for (const listener of this.#listeners) listener();
  }

  /** Takes over what another tab has written. */
  async #follow(ids: readonly RecordId[], revision: number): Promise<void> {
    const identity = await readIdentity(this.db, this.#environment.newId);
    const rows = await this.db.records.bulkGet([...ids]);
    const undo = await undoState(this.db);
    // From here on without a pause, so that no other change to the snapshot is lost.
    this.#takeIdentity(identity);
    this.#snapshot = {
      ...withRecords(
        this.#snapshot,
        rows.flatMap((row) => storedRecord(row) ?? []),
        identity.site,
      ),
      ...undo,
    };
    // A message that was missed is made good by the full reading before the next write.
    if (revision === this.#revision + 1) this.#revision = revision;
    for (const listener of this.#listeners) listener();
  }
}
