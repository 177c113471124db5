import type { SiteId } from "@dianbo/shared/identity";
import * as v from "valibot";
import { isKnownKind, personalOf } from "./personal-fields.ts";
import { type Personal, type Said, storedSchema } from "./personal-row.ts";
import { type RowKey, unsealRow } from "./sealing.ts";

/** Rows that were opened before, with the writing that they were opened from: a roll is read for every mark. */
export type RowCache = Map<string, { readonly writing: string; readonly said: Said }>;

/** Rows as far as they could be opened. */
export interface OpenedRows {
  readonly said: ReadonlyMap<string, Said>;
  /** Rows that lie sealed, opened or not. */
  readonly sealed: number;
  /** Rows that do not open or are none of ours. */
  readonly unreadable: number;
}

const headSchema = v.union([
  v.object({ key: v.string(), rev: v.string() }),
  v.object({ key: v.string(), iv: v.instance(Uint8Array) }),
]);

/** What tells one writing of a row from every other. */
const writingOf = (stored: unknown): { key: string; writing: string } | undefined => {
  const head = v.safeParse(headSchema, stored);
  if (!head.success) return undefined;
  const { key } = head.output;
  return { key, writing: "rev" in head.output ? head.output.rev : `iv ${head.output.iv.join()}` };
};

/** Opens rows as they lie on the disk, as far as the key does. */
export const openRows = async (
  stored: readonly unknown[],
  rowKey: RowKey | undefined,
  cache: RowCache,
): Promise<OpenedRows> => {
  const said = new Map<string, Said>();
  let sealed = 0;
  let unreadable = 0;
  for (const one of stored) {
    const head = writingOf(one);
    const known = head === undefined ? undefined : cache.get(head.key);
    if (head !== undefined && known !== undefined && known.writing === head.writing) {
      if (head.writing.startsWith("iv ")) sealed += 1;
      said.set(head.key, known.said);
      continue;
    }
    const row = v.safeParse(storedSchema, one);
    if (!row.success) {
      unreadable += 1;
      continue;
    }
    const isSealed = "sealed" in row.output;
    if (isSealed) sealed += 1;
    if (isSealed && rowKey === undefined) continue;
    const value =
      "open" in row.output
        ? row.output.open
        : rowKey === undefined
          ? undefined
          : await unsealRow(row.output, rowKey);
    if (value === undefined) {
      unreadable += 1;
      continue;
    }
    said.set(row.output.key, value);
    if (head !== undefined) cache.set(head.key, { writing: head.writing, said: value });
  }
  return { said, sealed, unreadable };
};

/** The rows as the rooms see them, removed ones left out, and how many do not read. */
export const personalRows = (
  said: ReadonlyMap<string, Said>,
  site: SiteId,
): { readonly rows: ReadonlyMap<string, Personal>; readonly unreadable: number } => {
  const gone = new Set<string>();
  for (const row of said.values()) {
    if ("life" in row && row.kind === "person" && row.record === undefined) gone.add(row.id);
  }
  const rows = new Map<string, Personal>();
  let unreadable = 0;
  for (const [key, row] of said) {
    if (!("life" in row)) {
      rows.set(key, row);
      continue;
    }
    if (row.record === undefined || !isKnownKind(row)) continue;
    const personal = personalOf(row, site, gone);
    if (personal === undefined) unreadable += 1;
    else rows.set(key, personal);
  }
  return { rows, unreadable };
};
