import type { NewId } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { type PersonalLock, type Said, type StoredPersonal, saidSchema } from "./personal-row.ts";

/** The fewest rounds of PBKDF2 that are ever used (OWASP's figure for SHA-256), and the most. */
const ROUNDS = { fewest: 600_000, most: 4_000_000 } as const;
/** So long, in milliseconds, trying one PIN should take on this PC. */
const COST_MS = 500;
/** Rounds by which this PC is measured. */
const TRIAL = 100_000;

const AES = "AES-GCM";

/** Whether this page may encrypt at all: a plain http address may not. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

const keyFromPin = async (
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> => {
  const typed = new TextEncoder().encode(pin.normalize("NFKC"));
  const material = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  return await crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    material,
    { name: AES, length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
};

/** Random bytes out of ids, 18 each. */
export const randomBytes = (count: number, newId: NewId): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at += 18) {
    const text = atob(newId().replaceAll("-", "+").replaceAll("_", "/"));
    for (let place = 0; place < 18 && at + place < count; place += 1) {
      bytes[at + place] = text.charCodeAt(place);
    }
  }
  return bytes;
};

/** How many rounds cost this PC half a second, by a trial. */
export const measureRounds = async (now: () => number, newId: NewId): Promise<number> => {
  const start = now();
  await keyFromPin("trial", randomBytes(16, newId), TRIAL);
  const took = Math.max(1, now() - start);
  const wanted = Math.round((TRIAL * COST_MS) / took / 10_000) * 10_000;
  return Math.min(ROUNDS.most, Math.max(ROUNDS.fewest, wanted));
};

/** The key that seals rows, once it is out of its lock. */
export interface RowKey {
  readonly mark: string;
  readonly key: CryptoKey;
}

const importRowKey = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", raw, AES, false, ["encrypt", "decrypt"]);

/** Makes a key for rows, and locks it up behind a PIN. */
export const makeLock = async (
  pin: string,
  rounds: number,
  newId: NewId,
): Promise<{ readonly lock: PersonalLock; readonly rowKey: RowKey }> => {
  const raw = randomBytes(32, newId);
  const salt = randomBytes(16, newId);
  const iv = randomBytes(12, newId);
  const pinKey = await keyFromPin(pin, salt, rounds);
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: AES, iv }, pinKey, raw));
  const mark = newId();
  return {
    lock: { mark, salt, rounds, iv, wrapped },
    rowKey: { mark, key: await importRowKey(raw) },
  };
};

/** Takes the key out of its lock. */
export const openLock = async (
  lock: PersonalLock,
  pin: string,
): Promise<Result<RowKey, { readonly type: "wrong-pin" }>> => {
  const pinKey = await keyFromPin(pin, lock.salt, lock.rounds);
  try {
    const raw = await crypto.subtle.decrypt({ name: AES, iv: lock.iv }, pinKey, lock.wrapped);
    return ok({ mark: lock.mark, key: await importRowKey(raw) });
  } catch {
    // The seal does not fit: another PIN.
    return err({ type: "wrong-pin" });
  }
};

/** A row that only the key opens. */
export type SealedRow = Extract<StoredPersonal, { sealed: unknown }>;

const boundTo = (key: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(key);

/** A text that only the key opens, under its own name alone. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Seals a text; it can be opened under this name alone. */
export const sealText = async (
  name: string,
  text: string,
  { key }: RowKey,
  newId: NewId,
): Promise<Sealed> => {
  const iv = randomBytes(12, newId);
  const sealed = await crypto.subtle.encrypt(
    { name: AES, iv, additionalData: boundTo(name) },
    key,
    new TextEncoder().encode(text),
  );
  return { iv, sealed: new Uint8Array(sealed) };
};

/** Opens a text; `undefined` where it does not open. */
export const unsealText = async (
  name: string,
  { iv, sealed }: Sealed,
  { key }: RowKey,
): Promise<string | undefined> => {
  try {
    return new TextDecoder().decode(
      await crypto.subtle.decrypt({ name: AES, iv, additionalData: boundTo(name) }, key, sealed),
    );
  } catch {
    // Another key, another name, or changed.
    return undefined;
  }
};

/** Seals a row; it can be opened under its own name alone. */
export const sealRow = async (
  key: string,
  value: Said,
  rowKey: RowKey,
  newId: NewId,
): Promise<SealedRow> => ({
  key,
  ...(await sealText(key, JSON.stringify(value), rowKey, newId)),
});

/** Opens a row; `undefined` where it does not open or is none of ours. */
export const unsealRow = async (row: SealedRow, rowKey: RowKey): Promise<Said | undefined> => {
  const text = await unsealText(row.key, row, rowKey);
  if (text === undefined) return undefined;
  try {
    const read = v.safeParse(saidSchema, JSON.parse(text));
    return read.success ? read.output : undefined;
  } catch {
    // Sealed by this key, and no JSON.
    return undefined;
  }
};
