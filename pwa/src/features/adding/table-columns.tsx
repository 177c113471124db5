import { COLUMN_MEANINGS, type ColumnMatch, type ColumnMeaning } from "@dianbo/shared/old-list";
import * as v from "valibot";
import { useWords } from "../../locales/index.ts";
import css from "./table-desk.module.css";
import type { OldTable, TableState } from "./use-old-table.ts";

const meaningSchema = v.picklist(COLUMN_MEANINGS);

/** Lines of the table that are shown beneath the column names. */
const SHOWN = 6;

/** A meaning belongs to one column: given to another, it leaves the first. */
const withMeaning = (
  columns: ColumnMatch,
  width: number,
  at: number,
  meaning: ColumnMeaning | undefined,
): ColumnMatch =>
  Array.from({ length: width }, (_, column) => {
    if (column === at) return meaning;
    return columns[column] === meaning ? undefined : columns[column];
  });

/** The table's first lines, with what each column means above it, to be changed by hand. */
export const TableColumns = ({
  table,
  state,
}: {
  readonly table: OldTable;
  readonly state: Extract<TableState, { type: "open" }>;
}) => {
  const { adding } = useWords();
  const words = adding.table;
  const { rows, layout } = state;
  const from = layout.headerRow === undefined ? 0 : layout.headerRow;
  const shown = rows.slice(from, from + SHOWN + 1);
  const width = Math.max(layout.columns.length, ...shown.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => at);
  return (
    <section className={css.scroll} aria-label={words.preview}>
      <table className={css.table}>
        <thead>
          <tr>
            {columns.map((at) => (
              <th key={at} scope="col" className={layout.columns[at] === undefined ? css.out : ""}>
                <select
                  aria-label={words.columnOf(at + 1)}
                  value={layout.columns[at] ?? ""}
                  onChange={(event) => {
                    const meaning = v.safeParse(meaningSchema, event.target.value);
                    table.chooseColumns(
                      withMeaning(
                        layout.columns,
                        width,
                        at,
                        meaning.success ? meaning.output : undefined,
                      ),
                    );
                  }}
                >
                  <option value="">{words.nothing}</option>
                  {COLUMN_MEANINGS.map((meaning) => (
                    <option key={meaning} value={meaning}>
                      {words.meanings[meaning]}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, line) => (
            <tr
              key={from + line}
              className={line === 0 && layout.headerRow !== undefined ? css.head : ""}
            >
              {columns.map((at) => (
                <td key={at} className={layout.columns[at] === undefined ? css.out : ""}>
                  {row[at] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
