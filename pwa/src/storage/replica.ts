import { put, type RecordState } from "@dianbo/shared/changes";
import {
  type DeviceId,
  type NewId,
  newDeviceId,
  newSiteId,
  type RecordId,
} from "@dianbo/shared/identity";
import { joinRecords } from "@dianbo/shared/merge";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { isDiskFull, type LibraryFailure } from "./failures.ts";
import type { Library } from "./library.ts";
import { identitySchema, readIdentity, writeIdentity } from "./site-identity.ts";
import { storedRecord } from "./stored-records.ts";

/** The memo that says `true` while the library has moved away: background pages ask it before they write. */
export const MOVED_AWAY_MEMO = "moved-away";

/** What a library stores, as it is: unknown kinds and fields included. */
export interface StoredRecords {
  readonly records: readonly RecordState[];
  /** Rows that are no records any more; they cannot travel. */
  readonly unreadable: number;
}

/** Reads all stored records past the snapshot, which leaves unreadable rows out. */
export const readStoredRecords = async ({ db }: Library): Promise<StoredRecords> => {
  const rows = await db.records.toArray();
  const records = rows.flatMap((row) => storedRecord(row) ?? []);
  return { records, unreadable: rows.length - records.length };
};

/**
 * Whether a library holds nothing that anybody would miss: it is empty, or holds only samples and what
 * was deleted, nothing of it printed or played.
 */
export const isBlankLibrary = (library: Library): boolean => {
  const { items, menus, playbacks, editions, damaged } = library.snapshot();
  const blank = (row: { readonly life: string; readonly sample?: boolean | null | undefined }) =>
    row.life === "deleted" || row.sample === true;
  return (
    [...items.values()].every(blank) &&
    [...menus.values()].every(blank) &&
    playbacks.size === 0 &&
    editions.size === 0 &&
    damaged.size === 0
  );
};

const failureOf = (error: unknown): LibraryFailure =>
  isDiskFull(error)
    ? { type: "disk-full" }
    : { type: "not-stored", message: error instanceof Error ? error.message : String(error) };

/** Does work while no tab writes. */
export const aloneWith = <T>({ db }: Library, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`${db.name}-writer`, work);

/** Writes beside the library's own writer, in one transaction, and tells every tab, this one included. */
const writeBeside = (
  library: Library,
  work: () => Promise<readonly RecordId[]>,
): Promise<Result<null, LibraryFailure>> =>
  aloneWith(library, async () => {
    const { db } = library;
    const channel = new BroadcastChannel(`${db.name}-changes`);
    try {
      const told = await db.transaction(
        "rw",
        [db.records, db.undo, db.search, db.meta],
        async () => {
          const ids = await work();
          const before = (await db.meta.get("revision"))?.value;
          // Two steps: every tab then knows that it missed something, and reads all anew before it writes.
          const revision = (typeof before === "number" ? before : 0) + 2;
          await db.meta.put({ key: "revision", value: revision });
          return { ids: [...ids], revision };
        },
      );
      channel.postMessage(told);
      return ok(null);
    } catch (error) {
      return err(failureOf(error));
    } finally {
      channel.close();
    }
  });

/**
 * Joins records of another replica of this site into the stored ones: all of them or, on failure, none.
 * The same records again change nothing. No step of undo.
 */
export const joinReplica = (
  library: Library,
  given: readonly RecordState[],
): Promise<Result<null, LibraryFailure>> =>
  writeBeside(library, async () => {
    const { records } = library.db;
    const stored = await records.bulkGet(given.map(({ id }) => id));
    const changed = given.flatMap((record, place) => {
      const row = stored[place];
      if (row === undefined) return [record];
      const own = storedRecord(row);
      // Nothing is written over what cannot be read.
      if (own === undefined) throw new Error(`unreadable row ${record.id}`);
      const joined = joinRecords(own, record);
      return joined === own ? [] : [joined];
    });
    await records.bulkPut(changed);
    return changed.map(({ id }) => id);
  });

/**
 * Becomes a replica of a site, under a device id that nobody had before, so that its dots and leases
 * never meet the other home's. A library of another site must be blank (`isBlankLibrary`): its samples go.
 * Answers the new device. `identity` is the giver's, without its device; one that does not fit is not taken.
 */
export const becomeReplica = async (
  library: Library,
  identity: object,
  newId: NewId,
): Promise<Result<DeviceId, LibraryFailure>> => {
  const device = newDeviceId(newId);
  const kept = await writeBeside(library, async () => {
    const { db } = library;
    const next = v.parse(identitySchema, { ...identity, device });
    const own = await readIdentity(db, newId);
    if (own.site !== next.site) {
      await Promise.all([db.records.clear(), db.undo.clear(), db.search.clear()]);
    }
    await writeIdentity(db, next);
    return [];
  });
  return kept.ok ? ok(device) : kept;
};

/** Empties a library that has moved away: its rows go, and what comes here next is a site of its own. */
export const emptyLibrary = (
  library: Library,
  newId: NewId,
): Promise<Result<null, LibraryFailure>> =>
  writeBeside(library, async () => {
    const { db } = library;
    await Promise.all([db.records.clear(), db.undo.clear(), db.search.clear(), db.meta.clear()]);
    await writeIdentity(db, {
      site: newSiteId(newId),
      siteName: "",
      device: newDeviceId(newId),
      post: "A",
    });
    return [];
  });

/**
 * Goes on with the numbers that another home of this PC had leased: the next ones of every shelf, those
 * that stand in the printed book's blank rows among them. That home gives no number any more.
 */
export const adoptLeases = async (
  library: Library,
  from: DeviceId,
  to: DeviceId,
): Promise<Result<unknown, LibraryFailure>> =>
  await library.apply<never>(
    ({ snapshot }) =>
      ok({
        label: { type: "adopt-leases" },
        puts: [...snapshot.leases.values()]
          .filter(({ device }) => device === from)
          .map(({ id }) => put({ id, kind: "number-lease" }, "device", to)),
      }),
    { undoable: false },
  );
