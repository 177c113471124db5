import type { RecordId } from "@dianbo/shared/identity";
import { flow, linesOf } from "@dianbo/shared/programme-book";
import { useMemo } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import type { PaperRoomProps } from "../../app/paper-kinds.ts";
import { PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./list.module.css";
import { listDocument, programmeTable } from "./office-content.ts";
import { PrintButton } from "./print-button.tsx";
import { SaveOffice } from "./save-office.tsx";
import sheetsCss from "./sheets.module.css";
import { listedItems, useSheets } from "./use-sheets.ts";

/** Heights in mm, as in the style sheet: what rows have on a page, a row, a row of two lines. */
const PAGE_MM = 297 - 14 - 20 - 8.2 - 16;
const ROW_MM = 8.2;
const LONG_MM = 12.6;
/** Places of a title's line. */
const LINE = 16;

const CELLS = ["number", "title", "minutes", "category", "audience", "played"] as const;

/** The programme list as a table, on paper and as a file for WPS. */
export const ListPrint = ({ kinds }: PaperRoomProps) => {
  const { printedSheets: words } = useWords();
  const sheets = useSheets();
  const { playbacks } = useSnapshot();
  const { content } = sheets;
  const played = useMemo(() => {
    const counts = new Map<RecordId, number>();
    for (const { item } of playbacks.values()) counts.set(item, (counts.get(item) ?? 0) + 1);
    return counts;
  }, [playbacks]);
  const table = useMemo(() => programmeTable(content, played, words), [content, played, words]);
  const pages = useMemo(
    () =>
      flow(
        table.rows.map((row) => ({
          height: linesOf(String(row[1] ?? ""), LINE, 2) > 1 ? LONG_MM : ROW_MM,
          content: row,
        })),
        { height: PAGE_MM, columns: 1 },
      ).map(([page = []]) => page),
    [table],
  );
  const items = listedItems(content);
  return (
    <PrintFrame
      title={words.title}
      back="#/book"
      backName={words.back}
      kinds={kinds}
      size="A4"
      previewName={words.preview}
      desk={
        <PrintDeskSheet name={words.list.name}>
          <h2>{words.list.name}</h2>
          <p className="small">{words.list.about(table.rows.length, pages.length)}</p>
          <PrintButton
            sheets={sheets}
            items={items}
            hint={words.hint}
            disabled={pages.length === 0}
          />
          <SaveOffice
            sheets={sheets}
            items={items}
            name={words.list.fileName}
            document={() => listDocument(content, played, sheets, words)}
            disabled={pages.length === 0}
          />
        </PrintDeskSheet>
      }
    >
      {pages.length === 0 ? (
        <p className={`note ${sheetsCss.empty ?? ""}`}>{words.nothing}</p>
      ) : null}
      {pages.map((rows, at) => (
        <section
          key={String(rows[0]?.[0])}
          className={`paper ${sheetsCss.page ?? ""} ${sheetsCss.a4 ?? ""} ${css.page ?? ""}`}
          aria-label={words.sheetOf(at + 1, pages.length)}
        >
          <h2>{[sheets.siteName, words.list.name].filter(Boolean).join(" ")}</h2>
          <p>{words.date(sheets.today)}</p>
          <table>
            <colgroup>
              {CELLS.map((cell) => (
                <col key={cell} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {table.columns.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr
                  key={String(row[0])}
                  data-long={linesOf(String(row[1] ?? ""), LINE, 2) > 1 ? true : undefined}
                >
                  {CELLS.map((cell, column) => (
                    <td key={cell}>
                      <span className={sheetsCss.two}>{row[column]}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <footer className={css.foot}>{words.sheetOf(at + 1, pages.length)}</footer>
        </section>
      ))}
    </PrintFrame>
  );
};
