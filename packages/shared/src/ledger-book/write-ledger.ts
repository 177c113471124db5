import * as v from "valibot";
import { type Changes, create, type FieldPut, type Json, put } from "../changes/index.ts";
import type { CivilDate, Instant } from "../clock/index.ts";
import {
  type NewId,
  newRecordId,
  type Post,
  type RecordId,
  recordIdSchema,
  type SiteId,
} from "../identity/index.ts";
import type { Month } from "../session/index.ts";
import type { BookForm, Value, Values } from "./book-form.ts";
import { isFilled, LEDGER_ENTRY_KIND, type LedgerEntry, VALUE_FIELD } from "./ledger-entry.ts";

/** Who writes, and when. */
export interface LedgerHand {
  readonly post: Post;
  readonly now: Instant;
  readonly newId: NewId;
}

/** What a row says: its day and its columns. */
export interface RowDraft {
  readonly on: CivilDate;
  readonly values: Values;
  /** Asked for where the month was printed before, and of every correction. */
  readonly reason?: string | undefined;
}

/** A row as it is kept: `changes` go into the book, `personal` into the personal table under `id`. */
export interface WrittenRow {
  readonly id: RecordId;
  readonly changes: Changes;
  readonly personal: Values;
}

const json = (value: Value): Json =>
  typeof value === "string" || typeof value === "number" ? value : [...value];

/** Parts what names people from the rest. */
const parted = (
  form: BookForm,
  values: Values,
): { own: Record<string, Json>; personal: Values } => {
  const own: Record<string, Json> = {};
  const personal: Record<string, Value> = {};
  for (const field of form.fields) {
    const value = values[field.id];
    if (value === undefined || !isFilled(value)) continue;
    if (field.personal === true) personal[field.id] = value;
    else own[`${VALUE_FIELD}${field.id}`] = json(value);
  }
  return { own, personal };
};

const writeRow = (
  form: BookForm,
  { on, values, reason }: RowDraft,
  { post, now, newId }: LedgerHand,
  link: { readonly corrects?: RecordId; readonly continues?: RecordId; readonly line?: number },
): { readonly id: RecordId; readonly puts: readonly FieldPut[]; readonly personal: Values } => {
  const id = newRecordId(newId);
  const { own, personal } = parted(form, values);
  const puts = create(
    { id, kind: LEDGER_ENTRY_KIND },
    { book: form.id, on, writtenAt: now, post, reason, ...link, ...own },
  );
  return { id, puts, personal };
};

/** Writes a row into a book. */
export const enterRow = (form: BookForm, draft: RowDraft, hand: LedgerHand): WrittenRow => {
  const { id, puts, personal } = writeRow(form, draft, hand, {});
  return { id, personal, changes: { label: { type: "enter-ledger" }, puts: [...puts] } };
};

/** Writes many rows into a book as one act; each keeps its own personal part. */
export const enterRows = (
  form: BookForm,
  drafts: readonly RowDraft[],
  hand: LedgerHand,
): {
  readonly changes: Changes;
  readonly personal: ReadonlyMap<RecordId, Values>;
} => {
  const rows = drafts.map((draft, line) => writeRow(form, draft, hand, { line }));
  return {
    changes: {
      label: { type: "enter-ledger", count: rows.length },
      puts: rows.flatMap(({ puts }) => puts),
    },
    personal: new Map(rows.map(({ id, personal }) => [id, personal])),
  };
};

/** Writes into a row what is known only now (修好日期). What stands there already is not touched. */
export const continueRow = (
  form: BookForm,
  row: RecordId,
  draft: RowDraft,
  hand: LedgerHand,
): WrittenRow => {
  const { id, puts, personal } = writeRow(form, draft, hand, { continues: row });
  return { id, personal, changes: { label: { type: "continue-ledger" }, puts: [...puts] } };
};

/**
 * Puts a row right: the wrong one is struck out with the reason and stays readable, the right one stands as a
 * new row that names it. `instead` is `undefined` where there should be no row at all.
 */
export const correctRow = (
  form: BookForm,
  wrong: Pick<LedgerEntry, "id">,
  reason: string,
  instead: RowDraft | undefined,
  hand: LedgerHand,
): Omit<WrittenRow, "id"> & { readonly id: RecordId | undefined } => {
  const fresh =
    instead === undefined
      ? undefined
      : writeRow(form, { ...instead, reason }, hand, { corrects: wrong.id });
  const strike = put({ id: wrong.id, kind: LEDGER_ENTRY_KIND }, "struck", {
    reason,
    at: hand.now,
    post: hand.post,
  });
  return {
    id: fresh?.id,
    personal: fresh?.personal ?? {},
    changes: { label: { type: "correct-ledger" }, puts: [strike, ...(fresh?.puts ?? [])] },
  };
};

/** The kind of record that says when a month of a book was printed. */
export const LEDGER_PRINT_KIND = "ledger-print";

/** The record of a month's printing, the same on all PCs of a site: a month of a book is printed first once. */
const printId = (site: SiteId, book: string, month: Month): RecordId =>
  v.parse(
    recordIdSchema,
    `${site.slice(0, 20)}_${book}_${month.replace("-", "")}`.slice(0, 64).padEnd(16, "0"),
  );

/** What is known of a month's printing. */
export interface MonthPrint {
  readonly first: Instant;
  readonly last: Instant;
  /** The rows that stood on the first printing. */
  readonly rows: readonly RecordId[];
  /** Those that stood on the latest one; missing before there was a second, or before this was kept. */
  readonly latest?: readonly RecordId[] | null | undefined;
}

/**
 * Notes that a month was printed. From the first printing on the month is locked: what is written into it later
 * is an amendment, with its reason, and what was printed never vanishes from it.
 */
export const notePrinted = (
  place: { readonly site: SiteId; readonly book: string; readonly month: Month },
  rows: readonly RecordId[],
  before: MonthPrint | undefined,
  now: Instant,
): Changes => {
  const record = { id: printId(place.site, place.book, place.month), kind: LEDGER_PRINT_KIND };
  return {
    label: { type: "print-ledger" },
    puts:
      before === undefined
        ? [
            ...create(record, {
              book: place.book,
              month: place.month,
              first: now,
              last: now,
              rows: [...rows],
            }),
          ]
        : [put(record, "last", now), put(record, "latest", [...rows])],
  };
};
