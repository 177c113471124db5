import type { NewId, SiteId } from "@dianbo/shared/identity";
import { siteIdSchema } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { keyOf, type Personal } from "./personal-row.ts";
import { makeLock, measureRounds, openLock, sealRow, unsealRow } from "./sealing.ts";

/** The ending of a file of names. */
export const NAMES_ENDING = ".dianbo-names";
/** A file of names is never larger, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

const FORMAT = "dianbo-names";

const toText = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

const bytesSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9+/]*={0,2}$/u),
  v.check((text) => text.length % 4 === 0, "base64"),
  v.transform(
    (text): Uint8Array<ArrayBuffer> =>
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
  ),
);

const headSchema = v.object({ format: v.literal(FORMAT), version: v.number() });
const fileSchema = v.object({
  site: siteIdSchema,
  lock: v.object({
    mark: v.string(),
    salt: bytesSchema,
    // As many as we ever use: a stranger's file cannot keep this PC busy for hours.
    rounds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4_000_000)),
    iv: bytesSchema,
    wrapped: bytesSchema,
  }),
  rows: v.pipe(
    v.array(v.object({ key: v.string(), iv: bytesSchema, sealed: bytesSchema })),
    v.maxLength(200_000),
  ),
});

/** Why a file of names was not taken. */
export interface NamesFailure {
  readonly type: "not-names" | "newer-names" | "other-site" | "wrong-pin" | "names-damaged";
}

/** Writes all that names people as one sealed file: the only one that holds names, and only who asks for it gets it. */
export const writeNames = async (
  rows: Iterable<Personal>,
  passphrase: string,
  from: { readonly site: SiteId; readonly newId: NewId; readonly now: () => number },
): Promise<Blob> => {
  const rounds = await measureRounds(from.now, from.newId);
  const { lock, rowKey } = await makeLock(passphrase, rounds, from.newId);
  const sealed: { key: string; iv: string; sealed: string }[] = [];
  for (const row of rows) {
    const { key, iv, sealed: bytes } = await sealRow(keyOf(row), row, rowKey, from.newId);
    sealed.push({ key, iv: toText(iv), sealed: toText(bytes) });
  }
  return new Blob(
    [
      JSON.stringify({
        format: FORMAT,
        version: 1,
        site: from.site,
        lock: {
          mark: lock.mark,
          salt: toText(lock.salt),
          rounds: lock.rounds,
          iv: toText(lock.iv),
          wrapped: toText(lock.wrapped),
        },
        rows: sealed,
      }),
    ],
    { type: "application/json" },
  );
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Opens a file of names of this site; all of it or nothing. */
export const readNames = async (
  file: Blob,
  passphrase: string,
  site: SiteId,
): Promise<Result<readonly Personal[], NamesFailure>> => {
  if (file.size > MOST_BYTES) return err({ type: "not-names" });
  const content = parsed(await file.text());
  const head = v.safeParse(headSchema, content);
  if (!head.success) return err({ type: "not-names" });
  if (head.output.version > 1) return err({ type: "newer-names" });
  const read = v.safeParse(fileSchema, content);
  if (!read.success) return err({ type: "names-damaged" });
  if (read.output.site !== site) return err({ type: "other-site" });
  const key = await openLock(read.output.lock, passphrase);
  if (!key.ok) return key;
  const rows: Personal[] = [];
  for (const sealed of read.output.rows) {
    const row = await unsealRow(sealed, key.value);
    if (row === undefined || "life" in row || keyOf(row) !== sealed.key)
      return err({ type: "names-damaged" });
    rows.push(row);
  }
  return ok(rows);
};
