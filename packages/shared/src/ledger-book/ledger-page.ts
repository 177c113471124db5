import type { CivilDate } from "../clock/index.ts";
import type { RecordId } from "../identity/index.ts";
import type { Month } from "../session/index.ts";
import type { BookForm, Value, Values } from "./book-form.ts";
import { isFilled, type LedgerEntry, type Struck } from "./ledger-entry.ts";
import { type Ledgers, printOf } from "./read-ledgers.ts";
import type { MonthPrint } from "./write-ledger.ts";

/** A row of a page: what was first written, and what was written into it later. */
export interface LedgerRow {
  readonly id: RecordId;
  readonly entry: LedgerEntry;
  /** Whose personal columns belong to it: its own id and those of what was added. */
  readonly parts: readonly RecordId[];
  readonly values: Values;
  readonly struck: Struck | undefined;
  /** Written after the month was printed. */
  readonly late: boolean;
  /** Days since the row's own, where it waits for its closing column; struck rows wait for nothing. */
  readonly openDays: number | undefined;
}

/** A page of a book. */
export interface LedgerPage {
  readonly rows: readonly LedgerRow[];
  readonly print: MonthPrint | undefined;
  /** Something was written into the month since it was last printed. */
  readonly amended: boolean;
}

const DAY_MS = 86_400_000;

/** What two hands wrote into one empty column stands in it both; the same twice stands once. */
const both = (first: Value | undefined, second: Value): Value => {
  if (first === undefined || !isFilled(first)) return second;
  if (JSON.stringify(first) === JSON.stringify(second)) return first;
  if (typeof first === "string" && typeof second === "string") return `${first} / ${second}`;
  return first;
};

/** Joins what stands in a row with what was added; see `both`. */
export const joinValues = (parts: readonly Values[]): Values => {
  const joined: Record<string, Value> = {};
  for (const values of parts) {
    for (const [field, value] of Object.entries(values)) joined[field] = both(joined[field], value);
  }
  return joined;
};

/** Of several rows that put the same one right, one counts: the highest id, the same on every PC. */
const chosenCorrections = (entries: readonly LedgerEntry[]): ReadonlyMap<RecordId, RecordId> => {
  const chosen = new Map<RecordId, RecordId>();
  for (const { id, corrects, struck, gone } of entries) {
    if (corrects === undefined || struck !== undefined || gone) continue;
    const known = chosen.get(corrects);
    if (known === undefined || id > known) chosen.set(corrects, id);
  }
  return chosen;
};

const struckOf = (
  entry: LedgerEntry,
  chosen: ReadonlyMap<RecordId, RecordId>,
): Struck | undefined => {
  if (entry.struck !== undefined) return entry.struck;
  const isSecond = entry.corrects !== undefined && chosen.get(entry.corrects) !== entry.id;
  return entry.gone || isSecond ? { reason: "", at: entry.writtenAt } : undefined;
};

/** The rows of a book, of one month or all of them, in the order of their days. */
export const pageOf = (
  ledgers: Ledgers,
  form: BookForm,
  month: Month | undefined,
  today: CivilDate,
): LedgerPage => {
  const entries = ledgers.entries.get(form.id) ?? [];
  const print = month === undefined ? undefined : printOf(ledgers, form.id, month);
  const printed = new Set(print?.rows ?? []);
  const chosen = chosenCorrections(entries);
  const added = new Map<RecordId, LedgerEntry[]>();
  for (const entry of entries) {
    if (entry.continues === undefined || entry.gone) continue;
    added.set(entry.continues, [...(added.get(entry.continues) ?? []), entry]);
  }
  let amended = false;
  const rows = entries.flatMap((entry): readonly LedgerRow[] => {
    if (entry.continues !== undefined) return [];
    if (month !== undefined && !entry.on.startsWith(month)) return [];
    // What was taken back is as if it had never been, unless it stands on paper.
    if (entry.gone && !printed.has(entry.id)) return [];
    const more = added.get(entry.id) ?? [];
    const values = joinValues([entry, ...more].map((part) => part.values));
    const struck = struckOf(entry, chosen);
    const late = print !== undefined && entry.writtenAt > print.first;
    const last = Math.max(
      entry.writtenAt,
      struck?.at ?? 0,
      ...more.map(({ writtenAt }) => writtenAt),
    );
    if (print !== undefined && last > print.last) amended = true;
    const isOpen = form.open !== undefined && struck === undefined && !isFilled(values[form.open]);
    return [
      {
        id: entry.id,
        entry,
        parts: [entry.id, ...more.map(({ id }) => id)],
        values,
        struck,
        late,
        openDays: isOpen
          ? Math.max(0, Math.round((Date.parse(today) - Date.parse(entry.on)) / DAY_MS))
          : undefined,
      },
    ];
  });
  rows.sort((a, b) => (a.entry.on === b.entry.on ? 0 : a.entry.on < b.entry.on ? -1 : 1));
  return { rows, print, amended };
};

/** What a book comes to: rows that stand, those that are open, and for how long the oldest has been. */
export interface LedgerSums {
  readonly rows: number;
  readonly open: number;
  readonly oldestDays: number | undefined;
}

/** Sums rows up; struck ones count for nothing. */
export const sumLedger = (rows: readonly LedgerRow[]): LedgerSums => {
  const standing = rows.filter(({ struck }) => struck === undefined);
  const days = standing.flatMap(({ openDays }) => openDays ?? []);
  return {
    rows: standing.length,
    open: days.length,
    oldestDays: days.length === 0 ? undefined : Math.max(...days),
  };
};
