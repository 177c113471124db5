/** The site's books of ruled rows (台账): forms as data, rows that are never rewritten, months that are locked. */
export { columnNames, rowCells, valueInWords } from "./book-cells.ts";
export {
  type BookField,
  type BookForm,
  bookFormSchema,
  type Value,
  type Values,
} from "./book-form.ts";
export { addForm, allForms, isKept, keepBook, removeForm } from "./book-set.ts";
export { CELL_LENGTH, isFilled, REASON_LENGTH, valuesSchema } from "./ledger-entry.ts";
export {
  joinValues,
  type LedgerPage,
  type LedgerRow,
  type LedgerSums,
  pageOf,
  sumLedger,
} from "./ledger-page.ts";
export {
  type LedgerColumns,
  type LedgerLayout,
  ledgerLayout,
  type MatchedRow,
  matchRows,
} from "./match-table.ts";
export { type Naming, nameIn } from "./naming.ts";
export { formFromHeads, type NoForm } from "./own-form.ts";
export {
  type CellProblem,
  type RowProblem,
  readRow,
  type TypedRow,
  typedCell,
} from "./read-draft.ts";
export { LEDGER_KINDS, type Ledgers, printOf, readLedgers, readPrint } from "./read-ledgers.ts";
export {
  continueRow,
  correctRow,
  enterRow,
  enterRows,
  LEDGER_PRINT_KIND,
  type LedgerHand,
  type MonthPrint,
  notePrinted,
  type RowDraft,
  type WrittenRow,
} from "./write-ledger.ts";
