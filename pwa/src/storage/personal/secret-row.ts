import { jsonSchema } from "@dianbo/shared/changes";
import type { NewId } from "@dianbo/shared/identity";
import * as v from "valibot";
import { type RowKey, sealText, unsealText } from "./sealing.ts";

const bytesSchema = v.instance(Uint8Array<ArrayBuffer>);

/** A password as it lies on the disk, with what it is for, which is no secret; without one it was lost with its PIN. */
export const secretRowSchema = v.union([
  v.object({ key: v.string(), about: jsonSchema, open: v.string() }),
  v.object({ key: v.string(), about: jsonSchema, iv: bytesSchema, sealed: bytesSchema }),
  v.object({ key: v.string(), about: jsonSchema }),
]);
/** A password as it lies on the disk; see `secretRowSchema`. */
export type SecretRow = v.InferOutput<typeof secretRowSchema>;

/** The secret of a row; `undefined` where there is none, or this key does not open it. */
export const secretIn = async (
  row: SecretRow,
  rowKey: RowKey | undefined,
): Promise<string | undefined> => {
  if ("open" in row) return row.open;
  if (!("sealed" in row) || rowKey === undefined) return undefined;
  return await unsealText(row.key, row, rowKey);
};

/** A row with its secret sealed by a key, or open where there is none. */
export const rowOfSecret = async (
  { key, about }: Pick<SecretRow, "key" | "about">,
  secret: string,
  rowKey: RowKey | undefined,
  newId: NewId,
): Promise<SecretRow> =>
  rowKey === undefined
    ? { key, about, open: secret }
    : { key, about, ...(await sealText(key, secret, rowKey, newId)) };

/** All secrets under another key, or open; one that the key of before does not open is lost, and asked for again. */
export const sealSecrets = async (
  rows: readonly SecretRow[],
  before: RowKey | undefined,
  after: RowKey | undefined,
  newId: NewId,
): Promise<readonly SecretRow[]> => {
  const sealed: SecretRow[] = [];
  for (const row of rows) {
    const { key, about } = row;
    const secret = await secretIn(row, before);
    sealed.push(
      secret === undefined ? { key, about } : await rowOfSecret(row, secret, after, newId),
    );
  }
  return sealed;
};
