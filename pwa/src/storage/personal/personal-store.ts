import {
  type CivilDate,
  type Clock,
  civilDateSchema,
  nextStamp,
  type Stamp,
} from "@dianbo/shared/clock";
import { type NewId, newWriterId } from "@dianbo/shared/identity";
import { joinNamesRow, type NamesRow, removeNamesRow, writeNamesRow } from "@dianbo/shared/meeting";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { PERSONAL_NAME } from "../drop-names.ts";
import { libraryFailureOf } from "../failures.ts";
import type { SiteIdentity } from "../site-identity.ts";
import { openRows, personalRows, type RowCache } from "./open-rows.ts";
import { PersonalDb } from "./personal-db.ts";
import { fieldsToWrite } from "./personal-fields.ts";
import {
  keyOf,
  lockSchema,
  type Personal,
  type PersonalLock,
  type Said,
  type StoredPersonal,
} from "./personal-row.ts";
import { makeLock, measureRounds, openLock, type RowKey, sealRow } from "./sealing.ts";
import { type SecretRow, sealSecrets } from "./secret-row.ts";

/** Why something personal was not kept or not opened. */
export interface PersonalFailure {
  readonly type: "disk-full" | "not-stored" | "locked" | "wrong-pin" | "no-pin" | "has-pin";
}

/** What names people, as far as it can be read now. */
export interface PersonalState {
  /** `open`: no PIN. `locked`: a PIN, not given yet. `unlocked`: a PIN, given in this tab. */
  readonly lock: "open" | "locked" | "unlocked";
  /** By key (`person:…`, `roll:…`, `cells:…`); empty while locked. */
  readonly rows: ReadonlyMap<string, Personal>;
  /** Rows that lie sealed. */
  readonly sealed: number;
  /** Rows that no longer read: kept as they are. */
  readonly unreadable: number;
  /** How long names are kept, in months. */
  readonly keepMonths: number;
  /** The days of all roll calls, whether their names can be read now or not: one entry a roll call. */
  readonly rollDays: readonly CivilDate[];
}

/** The personal tables of this PC. */
export interface PersonalStore {
  state(): PersonalState;
  subscribe(listener: () => void): () => void;
  /** Keeps rows and drops others, all or none. */
  write(
    keep: readonly Personal[],
    drop?: readonly Pick<Personal, "kind" | "id">[],
  ): Promise<Result<null, PersonalFailure>>;
  unlock(pin: string): Promise<Result<null, PersonalFailure>>;
  /** Forgets the key in this tab. */
  lock(): void;
  /** Seals everything behind a PIN. */
  setPin(pin: string): Promise<Result<null, PersonalFailure>>;
  /** Takes the PIN away: everything lies open again. */
  removePin(pin: string): Promise<Result<null, PersonalFailure>>;
  /** Throws away all that is sealed: the only way on where the PIN is forgotten. */
  forgetAll(): Promise<Result<null, PersonalFailure>>;
  setKeepMonths(months: number): Promise<Result<null, PersonalFailure>>;
  /**
   * All rows as they travel between the PCs of the site, removed ones too. Rows of a time when PCs did not meet
   * get their first writes now.
   */
  travelling(): Promise<Result<readonly NamesRow[], PersonalFailure>>;
  /** Joins rows of the site's other PCs in, all or none; answers how many are other than before. */
  join(rows: readonly NamesRow[]): Promise<Result<number, PersonalFailure>>;
  close(): void;
}

/** Names are kept so long where nobody has said otherwise, in months. */
const USUAL_MONTHS = 12;
const LOCK = "lock";
const MONTHS = "keep-months";
/** The days of roll calls that lie sealed, so that what is past its time is told without the PIN. */
const ROLL_DAYS = "roll-days";
const daysSchema = v.array(civilDateSchema);

const rollDaysOf = (rows: Iterable<Personal>): CivilDate[] =>
  [...rows].flatMap((row) => (row.kind === "roll" ? [row.value.on] : [])).sort();

const EMPTY: PersonalState = {
  lock: "open",
  rows: new Map(),
  sealed: 0,
  unreadable: 0,
  keepMonths: USUAL_MONTHS,
  rollDays: [],
};

/** Opens the personal tables; `name` is one per test in tests. */
export const openPersonal = async ({
  clock,
  newId,
  self,
  name = PERSONAL_NAME,
}: {
  readonly clock: Clock;
  readonly newId: NewId;
  /** Who writes: the library's own identity. */
  readonly self: () => Pick<SiteIdentity, "site" | "device" | "post">;
  readonly name?: string;
}): Promise<PersonalStore> => {
  const db = new PersonalDb(name);
  // A newer app in another tab may have the tables; this one opens them anew when it is asked next.
  db.on("versionchange", () => db.close());
  const channel = new BroadcastChannel(`${name}-changes`);
  const listeners = new Set<() => void>();
  const cache: RowCache = new Map();
  // A run of its own, as every opening of the library is (decision 0002).
  const writer = newWriterId(self().device, newId);
  let counter = 1;
  let stamp: Stamp | undefined;
  let state = EMPTY;
  /** What lies behind `state.rows`, as far as it is open. */
  let said: ReadonlyMap<string, Said> = new Map();
  /** Rows that do not open at all; `state.unreadable` has those too that open and do not read. */
  let unopened = 0;
  let rowKey: RowKey | undefined;

  const lockNow = async (): Promise<PersonalLock | undefined> => {
    const read = v.safeParse(lockSchema, (await db.notes.get(LOCK))?.value);
    return read.success ? read.output : undefined;
  };

  const read = async (): Promise<void> => {
    const lock = await lockNow();
    if (lock?.mark !== rowKey?.mark) rowKey = undefined;
    if (lock !== undefined && rowKey === undefined) cache.clear();
    const months = v.safeParse(v.number(), (await db.notes.get(MONTHS))?.value);
    const opened = await openRows(await db.rows.toArray(), rowKey, cache);
    const isLocked = lock !== undefined && rowKey === undefined;
    said = opened.said;
    unopened = opened.unreadable;
    const { rows, unreadable } = personalRows(said, self().site);
    const days = v.safeParse(daysSchema, (await db.notes.get(ROLL_DAYS))?.value);
    state = {
      lock: lock === undefined ? "open" : rowKey === undefined ? "locked" : "unlocked",
      rows: isLocked ? new Map() : rows,
      sealed: opened.sealed,
      unreadable: unopened + unreadable,
      keepMonths: months.success ? months.output : USUAL_MONTHS,
      rollDays: !isLocked ? rollDaysOf(rows.values()) : days.success ? days.output : [],
    };
    for (const listener of listeners) listener();
  };

  channel.onmessage = () => {
    // A tab that is closing hears a last message.
    read().catch(() => undefined);
  };

  /** Beside sealed rows stand the days of their roll calls; open ones say it themselves. */
  const noteDays = async (): Promise<void> => {
    if (state.lock === "unlocked") {
      await db.notes.put({ key: ROLL_DAYS, value: [...state.rollDays] });
    } else if (state.lock === "open") await db.notes.delete(ROLL_DAYS);
  };

  /** One writer at a time over all tabs, with the lock as it lies on the disk. */
  const alone = async (
    work: (lock: PersonalLock | undefined) => Promise<Result<null, PersonalFailure>>,
  ): Promise<Result<null, PersonalFailure>> =>
    await navigator.locks.request(`${name}-writer`, async () => {
      try {
        const done = await work(await lockNow());
        if (done.ok) {
          await read();
          await noteDays();
          channel.postMessage("changed");
        }
        return done;
      } catch (error) {
        return err({
          type: libraryFailureOf(error).type === "disk-full" ? "disk-full" : "not-stored",
        });
      }
    });

  /** A row as it is to lie on the disk; one that was removed names nobody and is never sealed. */
  const stored = async (value: Said, key: RowKey | undefined): Promise<StoredPersonal> => {
    const name = keyOf(value);
    const isBare = "life" in value && value.record === undefined;
    return key === undefined || isBare
      ? { key: name, rev: newId(), open: value }
      : await sealRow(name, value, key, newId);
  };

  /** What is written by this hand now, over what a row says. */
  const written = (value: Personal, before: NamesRow | undefined): NamesRow => {
    const { site, post } = self();
    stamp = nextStamp(stamp, clock.now());
    const row = before ?? { kind: value.kind, id: value.id, life: 0 };
    const pen = { site, post, writer, counter, stamp };
    const done = writeNamesRow(row, fieldsToWrite(value, before), pen);
    stamp = { ...stamp, tick: stamp.tick + done.nextCounter - counter };
    counter = done.nextCounter;
    return done.row;
  };
  const traced = (one: Said | undefined): NamesRow | undefined =>
    one === undefined || "life" in one ? one : written(one, undefined);

  /** The rows of these keys as they lie on the disk now. */
  const standing = async (
    keys: readonly string[],
    key: RowKey | undefined,
  ): Promise<ReadonlyMap<string, NamesRow>> => {
    const lying = (await db.rows.bulkGet([...keys])).filter((row) => row !== undefined);
    const opened = await openRows(lying, key, cache);
    return new Map(
      [...opened.said].flatMap(([name, one]) => {
        const row = traced(one);
        return row === undefined ? [] : [[name, row] as const];
      }),
    );
  };

  const put = async (rows: Iterable<Said>, key: RowKey | undefined): Promise<void> => {
    // Encrypted before the transaction, which ends when it is waited for anything else.
    const ready: StoredPersonal[] = [];
    for (const row of rows) ready.push(await stored(row, key));
    await db.transaction("rw", [db.rows], () => db.rows.bulkPut(ready));
  };

  const keyFor = (lock: PersonalLock | undefined): Result<RowKey | undefined, PersonalFailure> => {
    if (lock === undefined) return ok(undefined);
    return rowKey?.mark === lock.mark ? ok(rowKey) : err({ type: "locked" });
  };

  /** Writes every row anew, sealed or open, with the lock that says so: all or nothing. */
  const rewrite = async (
    lock: PersonalLock | undefined,
    key: RowKey | undefined,
  ): Promise<void> => {
    // Encrypted before the transaction, which ends when it is waited for anything else.
    const rows: StoredPersonal[] = [];
    for (const value of said.values()) rows.push(await stored(value, key));
    const secrets = await sealSecrets(await db.secrets.toArray(), rowKey, key, newId);
    await db.transaction("rw", [db.rows, db.notes, db.secrets], async () => {
      await db.rows.bulkPut(rows);
      await db.secrets.bulkPut([...secrets]);
      if (lock === undefined) await db.notes.delete(LOCK);
      else await db.notes.put({ key: LOCK, value: lock });
    });
    rowKey = key;
  };

  await read();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (keep, drop = []) =>
      alone(async (lock) => {
        const key = keyFor(lock);
        if (!key.ok) return key;
        const before = await standing([...keep, ...drop].map(keyOf), key.value);
        const after = new Map<string, NamesRow>();
        for (const one of drop) {
          const row = before.get(keyOf(one));
          if (row?.record !== undefined) after.set(keyOf(one), removeNamesRow(row));
        }
        for (const one of keep) {
          after.set(keyOf(one), written(one, after.get(keyOf(one)) ?? before.get(keyOf(one))));
        }
        await put(after.values(), key.value);
        return ok(null);
      }),
    unlock: (pin) =>
      alone(async (lock) => {
        if (lock === undefined) return err({ type: "no-pin" });
        const opened = await openLock(lock, pin);
        if (!opened.ok) return opened;
        rowKey = opened.value;
        return ok(null);
      }),
    lock: () => {
      rowKey = undefined;
      void read();
    },
    setPin: (pin) =>
      alone(async (lock) => {
        if (lock !== undefined) return err({ type: "has-pin" });
        await read();
        // What cannot be read cannot be sealed, and would go on lying open.
        if (unopened > 0) return err({ type: "not-stored" });
        const made = await makeLock(pin, await measureRounds(clock.now, newId), newId);
        await rewrite(made.lock, made.rowKey);
        return ok(null);
      }),
    removePin: (pin) =>
      alone(async (lock) => {
        if (lock === undefined) return err({ type: "no-pin" });
        const opened = await openLock(lock, pin);
        if (!opened.ok) return opened;
        rowKey = opened.value;
        await read();
        if (unopened > 0) return err({ type: "not-stored" });
        await rewrite(undefined, undefined);
        return ok(null);
      }),
    forgetAll: () =>
      alone(async () => {
        const bare = (await db.secrets.toArray()).map(
          ({ key, about }): SecretRow => ({ key, about }),
        );
        await db.transaction("rw", [db.rows, db.notes, db.secrets], async () => {
          // Removals name nobody, were never sealed, and still hold.
          await db.rows.filter((row) => "sealed" in row).delete();
          await db.secrets.bulkPut(bare);
          await db.notes.delete(LOCK);
        });
        rowKey = undefined;
        return ok(null);
      }),
    setKeepMonths: (months) =>
      alone(async () => {
        await db.notes.put({ key: MONTHS, value: Math.min(120, Math.max(1, Math.round(months))) });
        return ok(null);
      }),
    travelling: async () => {
      const done = await alone(async (lock) => {
        const key = keyFor(lock);
        if (!key.ok) return key;
        await read();
        const early = [...said.values()].filter((one) => !("life" in one));
        await put(
          early.flatMap((one) => traced(one) ?? []),
          key.value,
        );
        return ok(null);
      });
      return done.ok ? ok([...said.values()].filter((one) => "life" in one)) : done;
    },
    join: async (rows) => {
      let changed = 0;
      const done = await alone(async (lock) => {
        const key = keyFor(lock);
        if (!key.ok) return key;
        const before = await standing(rows.map(keyOf), key.value);
        const after = rows.flatMap((row) => {
          const own = before.get(keyOf(row));
          const joined = own === undefined ? row : joinNamesRow(own, row);
          return joined === own ? [] : [joined];
        });
        changed = after.length;
        await put(after, key.value);
        return ok(null);
      });
      return done.ok ? ok(changed) : done;
    },
    close: () => {
      channel.close();
      db.close();
    },
  };
};
