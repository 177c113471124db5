import {
  type BookField,
  type BookForm,
  columnNames,
  type LedgerRow,
  nameIn,
  rowCells,
} from "@dianbo/shared/ledger-book";
import { Lock } from "lucide-react";
import { usePreferences } from "../../app/preferences.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { columnWidths } from "./column-widths.ts";
import { canGoOn } from "./form-draft.ts";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { usePaperWords } from "./paper-words.ts";
import { usePersonal } from "./personal-context.tsx";
import { REPAIR_BOOK } from "./repair-slip.tsx";

/** What is said of a row: struck out, put right, added late. How long it has been open is the screen's alone. */
export const useRowRemarks = (): ((row: LedgerRow) => readonly string[]) => {
  const words = useLedgerWords().book;
  return ({ struck, entry, late }) => [
    ...(struck === undefined
      ? []
      : [struck.reason === "" ? words.struckElsewhere : words.struck(struck.reason)]),
    ...(entry.corrects === undefined ? [] : [words.reasonOf(entry.reason ?? "")]),
    ...(late && entry.corrects === undefined ? [words.late(entry.reason ?? "")] : []),
  ];
};

/** What stands in one column, days in words; the first column is the row's own day and has no field. */
const Cell = ({
  field,
  cell,
  isLocked,
}: {
  readonly field: BookField | undefined;
  readonly cell: string | number | null;
  readonly isLocked: boolean;
}) => {
  const words = useLedgerWords().book;
  const { date: today } = useSiteTime();
  if (isLocked && field?.personal === true) {
    return (
      <span className={css.lockedCell}>
        <Icon of={Lock} size={18} />
        <span className="visually-hidden">{words.lockedCell}</span>
      </span>
    );
  }
  const isDay = field === undefined || field.kind.type === "day";
  return isDay && typeof cell === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(cell)
    ? dayInWords(cell, today)
    : cell;
};

/** What a line holds beside the acts at 1366, in characters. */
const ROOM_ON_SCREEN = 62;

/** The page's ruled rows in the columns of the paper form. */
export const BookRows = ({
  form,
  rows,
  correct,
  goOn,
}: {
  readonly form: BookForm;
  readonly rows: readonly LedgerRow[];
  readonly correct: (row: LedgerRow) => void;
  readonly goOn: (row: LedgerRow) => void;
}) => {
  const { book: words, marks } = useLedgerWords();
  const papers = usePaperWords();
  const { language } = usePreferences();
  const { date: today } = useSiteTime();
  const { cellsOf, lock } = usePersonal();
  const remarksOf = useRowRemarks();
  const names = columnNames(form, language);
  const shown = rows.map((row) => rowCells(form, row, cellsOf(row), language));
  const widths = columnWidths(
    [7, ...form.fields.map(({ width }) => width)].map((width, at) => ({
      width,
      words: [names[at] ?? "", ...shown.map((cells) => String(cells[at] ?? ""))],
    })),
    ROOM_ON_SCREEN,
  );
  return (
    <section
      className={`sheet ${css.page ?? ""}`}
      aria-label={nameIn(form.name, language)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
      tabIndex={0}
    >
      <table className={css.rows}>
        <colgroup>
          {widths.map((width, at) => (
            <col key={`${at}-${names[at]}`} style={{ width }} />
          ))}
          <col className={css.actsColumn} />
        </colgroup>
        <thead>
          <tr>
            {names.map((name, at) => (
              <th key={`${at}-${name}`} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{words.acts}</span>
            </th>
          </tr>
        </thead>
        {rows.map((row) => {
          const personal = cellsOf(row);
          const cells = rowCells(form, row, personal, language);
          const remarks = [
            ...remarksOf(row),
            ...(row.openDays === undefined ? [] : [words.openDays(row.openDays)]),
          ];
          const what = `${dayInWords(row.entry.on, today)} ${cells[1] ?? ""}`.trim();
          return (
            <tbody key={row.id} className={row.struck === undefined ? undefined : css.struck}>
              <tr>
                {cells.map((cell, at) => (
                  <td key={`${at}-${names[at]}`} className={at === 0 ? css.dayCell : undefined}>
                    <Cell field={form.fields[at - 1]} cell={cell} isLocked={lock === "locked"} />
                  </td>
                ))}
                <td className={css.acts}>
                  {form.id === REPAIR_BOOK && row.openDays !== undefined ? (
                    <a
                      className="btn text"
                      href={`#/ledgers/repair/${row.id}`}
                      aria-label={papers.slip.openOf(what)}
                    >
                      {papers.slip.open}
                    </a>
                  ) : null}
                  {canGoOn(form, row, personal) ? (
                    <Button look="text" aria-label={words.goOnRow(what)} onClick={() => goOn(row)}>
                      {words.goOn}
                    </Button>
                  ) : null}
                  {row.struck === undefined ? (
                    <Button
                      look="text"
                      aria-label={words.correctRow(what)}
                      onClick={() => correct(row)}
                    >
                      {words.correct}
                    </Button>
                  ) : null}
                </td>
              </tr>
              {remarks.length === 0 ? null : (
                <tr className={css.remark}>
                  <td colSpan={names.length + 1} className="small">
                    {remarks.join(marks.between)}
                  </td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
    </section>
  );
};
