/**
 * Passwords that this PC keeps for hosts: beside the names, behind the same PIN, in no backup, share or report.
 * This door leads to no name.
 */
import type { Json } from "@dianbo/shared/changes";
import type { NewId } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { PERSONAL_NAME } from "../drop-names.ts";
import { libraryFailureOf } from "../failures.ts";
import { PersonalDb } from "./personal-db.ts";
import { lockSchema, type PersonalLock } from "./personal-row.ts";
import { openLock, type RowKey } from "./sealing.ts";
import { rowOfSecret, secretIn, secretRowSchema } from "./secret-row.ts";

/** Why a secret was not kept or not opened. */
export interface SecretFailure {
  readonly type: "disk-full" | "not-stored" | "locked" | "wrong-pin";
}

/** A secret as it can be had now, with what it is for. */
export interface KeptSecret {
  readonly about: Json;
  /** `missing`: it went with a forgotten PIN. */
  readonly secret:
    | { readonly state: "open"; readonly text: string }
    | { readonly state: "locked" | "missing" };
}

/** The secrets of this PC. */
export interface SecretStore {
  /** One secret; `undefined` where none was kept under this key. */
  get(key: string): Promise<KeptSecret | undefined>;
  /** Keeps a secret, sealed where there is a PIN. `about` lies open: a host's address, a user's name. */
  keep(key: string, about: Json, secret: string): Promise<Result<null, SecretFailure>>;
  drop(key: string): Promise<Result<null, SecretFailure>>;
  /** Whether there is a PIN that has not been given to this store. */
  isLocked(): Promise<boolean>;
  unlock(pin: string): Promise<Result<null, SecretFailure>>;
  /** Forgets the PIN's key. */
  close(): void;
}

/** Opens the secrets; nothing is read before it is asked for. `name` is one per test in tests. */
export const openSecrets = (newId: NewId, name: string = PERSONAL_NAME): SecretStore => {
  const db = new PersonalDb(name);
  // A newer app in another tab may have the tables; this one opens them anew when it is asked next.
  db.on("versionchange", () => db.close());
  let rowKey: RowKey | undefined;

  const lockNow = async (): Promise<PersonalLock | undefined> => {
    const read = v.safeParse(lockSchema, (await db.notes.get("lock"))?.value);
    return read.success ? read.output : undefined;
  };
  /** The key that seals now: none where there is no PIN, `undefined` within `err` where it was not given. */
  const keyNow = async (): Promise<Result<RowKey | undefined, SecretFailure>> => {
    const lock = await lockNow();
    if (lock === undefined) return ok(undefined);
    return rowKey?.mark === lock.mark ? ok(rowKey) : err({ type: "locked" });
  };
  /** One writer at a time with whoever sets or takes away the PIN. */
  const alone = async (
    work: () => Promise<Result<null, SecretFailure>>,
  ): Promise<Result<null, SecretFailure>> =>
    await navigator.locks.request(`${name}-writer`, async () => {
      try {
        return await work();
      } catch (error) {
        return err({
          type: libraryFailureOf(error).type === "disk-full" ? "disk-full" : "not-stored",
        });
      }
    });

  return {
    get: async (key) => {
      try {
        const row = v.safeParse(secretRowSchema, await db.secrets.get(key));
        if (!row.success) return undefined;
        const { about } = row.output;
        const sealedBy = await keyNow();
        if (!sealedBy.ok && "sealed" in row.output) return { about, secret: { state: "locked" } };
        const text = await secretIn(row.output, sealedBy.ok ? sealedBy.value : undefined);
        return {
          about,
          secret: text === undefined ? { state: "missing" } : { state: "open", text },
        };
      } catch {
        // The tables could not be opened: then nothing is known, and it is asked for.
        return undefined;
      }
    },
    keep: (key, about, secret) =>
      alone(async () => {
        const sealedBy = await keyNow();
        if (!sealedBy.ok) return sealedBy;
        await db.secrets.put(await rowOfSecret({ key, about }, secret, sealedBy.value, newId));
        return ok(null);
      }),
    drop: (key) =>
      alone(async () => {
        await db.secrets.delete(key);
        return ok(null);
      }),
    isLocked: async () => {
      try {
        return !(await keyNow()).ok;
      } catch {
        // What cannot be opened is told when something is to be kept.
        return false;
      }
    },
    unlock: (pin) =>
      alone(async () => {
        const lock = await lockNow();
        if (lock === undefined) return ok(null);
        const opened = await openLock(lock, pin);
        if (!opened.ok) return opened;
        rowKey = opened.value;
        return ok(null);
      }),
    close: () => {
      rowKey = undefined;
      db.close();
    },
  };
};
