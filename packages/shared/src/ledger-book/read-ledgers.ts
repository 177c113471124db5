import * as v from "valibot";
import { lifeOf, type RecordState } from "../changes/index.ts";
import { instantSchema } from "../clock/index.ts";
import { type DamagedRow, readFields } from "../courseware/index.ts";
import { recordIdSchema, type SiteId } from "../identity/index.ts";
import { type Month, monthSchema } from "../session/index.ts";
import { type BookForm, bookFormSchema } from "./book-form.ts";
import { LEDGER_FORM_KIND, LEDGER_SET_KIND, readKept } from "./book-set.ts";
import { LEDGER_ENTRY_KIND, type LedgerEntry, readLedgerEntry } from "./ledger-entry.ts";
import { LEDGER_PRINT_KIND, type MonthPrint } from "./write-ledger.ts";

/** The kinds of record that make the ledgers. */
export const LEDGER_KINDS = [
  LEDGER_ENTRY_KIND,
  LEDGER_PRINT_KIND,
  LEDGER_FORM_KIND,
  LEDGER_SET_KIND,
] as const;

/** The books of a site as they are stored. */
export interface Ledgers {
  /** By book, in the order in which they were written. */
  readonly entries: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly prints: ReadonlyMap<string, MonthPrint>;
  /** Forms that the site has added itself. */
  readonly ownForms: readonly BookForm[];
  /** The records in which those stand, by book. */
  readonly formRecords: ReadonlyMap<string, RecordState>;
  /** Whether a book is kept, where the site has said so. */
  readonly kept: ReadonlyMap<string, boolean>;
  readonly damaged: readonly DamagedRow[];
}

const printSchema = v.object({
  book: v.string(),
  month: monthSchema,
  first: instantSchema,
  last: instantSchema,
  rows: v.array(recordIdSchema),
  latest: v.nullish(v.array(recordIdSchema)),
});

/** A month's printing with the book and month that it is of; `undefined` where the record is none, or is damaged. */
export const readPrint = (
  record: RecordState | undefined,
  site: SiteId,
): v.InferOutput<typeof printSchema> | undefined => {
  if (record?.kind !== LEDGER_PRINT_KIND) return undefined;
  const read = readFields(printSchema, record, site);
  return read.ok ? read.value : undefined;
};

const formSchema = v.object({ form: bookFormSchema });

const printKey = (book: string, month: Month): string => `${book} ${month}`;

/** What is known of a month's printing; `undefined` while it was never printed. */
export const printOf = (
  { prints }: Pick<Ledgers, "prints">,
  book: string,
  month: Month,
): MonthPrint | undefined => prints.get(printKey(book, month));

/** Reads the ledgers out of records; others are passed over. */
export const readLedgers = (records: Iterable<RecordState>, site: SiteId): Ledgers => {
  const entries = new Map<string, LedgerEntry[]>();
  const prints = new Map<string, MonthPrint>();
  const ownForms: BookForm[] = [];
  const formRecords = new Map<string, RecordState>();
  const damaged: DamagedRow[] = [];
  let kept: ReadonlyMap<string, boolean> = new Map();
  for (const record of records) {
    const entry = readLedgerEntry(record, site);
    if (entry?.ok === false) damaged.push(entry.error);
    if (entry?.ok === true) {
      const own = entries.get(entry.value.book);
      if (own === undefined) entries.set(entry.value.book, [entry.value]);
      else own.push(entry.value);
    }
    if (record.kind === LEDGER_SET_KIND) kept = readKept(record, site);
    if (record.kind === LEDGER_PRINT_KIND) {
      const read = readFields(printSchema, record, site);
      if (read.ok) prints.set(printKey(read.value.book, read.value.month), read.value);
      else damaged.push(read.error);
    }
    if (record.kind === LEDGER_FORM_KIND && lifeOf(record, site) !== "deleted") {
      const read = readFields(formSchema, record, site);
      if (read.ok) {
        ownForms.push(read.value.form);
        formRecords.set(read.value.form.id, record);
      } else damaged.push(read.error);
    }
  }
  for (const own of entries.values()) {
    own.sort((a, b) => a.writtenAt - b.writtenAt || a.line - b.line || (a.id < b.id ? -1 : 1));
  }
  ownForms.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { entries, prints, ownForms, formRecords, kept, damaged };
};
