import { type Card, missingSites, readSpan, sumCards } from "@dianbo/shared/report";
import { Printer } from "lucide-react";
import { useState } from "react";
import { type ReportWords, useReportWords } from "../../app/reports/report-words.ts";
import { spanName } from "../../app/reports/span-words.ts";
import { useFileDrop } from "../../app/use-file-drop.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { DeskChoice, PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import type { OfficeCell, OfficeTable } from "../../office-files/index.ts";
import { Held, News, OpenCards } from "./cards-desk.tsx";
import paper from "./report-paper.module.css";
import css from "./reports.module.css";
import { SaveReport } from "./save-report.tsx";
import { useCards } from "./use-cards.ts";

const cellsOf = (sums: Card["sums"]): readonly OfficeCell[] => [
  sums.showings,
  sums.plays,
  sums.minutes,
  sums.people,
  sums.downloads,
  sums.training,
  sums.feedback,
  sums.faults,
  sums.used,
];

const cardTable = (cards: readonly Card[], name: string, words: ReportWords): OfficeTable => ({
  name,
  columns: words.cards.columns.map((column, at) => ({
    name: column,
    width: at === 0 ? 14 : 5,
    align: at === 0 ? ("left" as const) : ("right" as const),
  })),
  rows: [
    ...cards.map(({ siteName, sums }) => [siteName, ...cellsOf(sums)]),
    [words.sum, ...cellsOf(sumCards(cards))],
  ],
});

/** 收卡: the cards that sites sent up, opened together: their sum, who is missing, on A4 and for WPS. */
export const CardsRoom = () => {
  const all = useReportWords();
  const words = all.cards;
  const at = useCards();
  const { cards, expected, open, expect } = at;
  const drop = useFileDrop((files) => void open(files));
  const [chosen, setChosen] = useState("");
  const spans = [...new Set(cards.map(({ span }) => span))].sort().reverse();
  const key = spans.includes(chosen) ? chosen : (spans[0] ?? "");
  const span = readSpan(key);
  const name = span === undefined ? "" : spanName(span, all);
  const own = cards.filter((card) => card.span === key);
  const waited = expected
    .split(/[\n\r\t,，、;；]+/u)
    .map((line) => line.trim())
    .filter(Boolean);
  const missing = missingSites(waited, own);
  const came = missing.length === 0 ? words.allCame : words.missing(missing);
  const table = cardTable(own, words.sheet(name), all);
  return (
    <div className={css.drop} {...drop.props}>
      <PrintFrame
        title={words.title}
        back="#/reports"
        backName={all.back}
        size="A4"
        previewName={all.preview}
        desk={
          <PrintDeskSheet
            name={words.title}
            foot={
              <Button
                look="go"
                icon={<Icon of={Printer} />}
                disabled={own.length === 0}
                onClick={() => print()}
              >
                {all.print}
              </Button>
            }
          >
            <p className="small">{words.lede}</p>
            <OpenCards open={(files) => void open(files)} />
            <News at={at} />
            {spans.length < 2 ? null : (
              <DeskChoice name={words.span}>
                <select value={key} onChange={(event) => setChosen(event.target.value)}>
                  {spans.map((one) => {
                    const read = readSpan(one);
                    return (
                      <option key={one} value={one}>
                        {read === undefined ? one : spanName(read, all)}
                      </option>
                    );
                  })}
                </select>
              </DeskChoice>
            )}
            <label className={css.expected}>
              <b>{words.expected}</b>
              <span className="small">{words.expectedHint}</span>
              <textarea
                rows={5}
                value={expected}
                onChange={(event) => expect(event.target.value)}
              />
            </label>
            <Held cards={own} remove={at.remove} />
            {own.length === 0 ? null : (
              <SaveReport
                formats={["xlsx"]}
                make={() => ({
                  title: words.sheet(name),
                  lines: waited.length === 0 ? [] : [came],
                  tables: [table],
                  foot: [],
                })}
              />
            )}
          </PrintDeskSheet>
        }
      >
        <article className={`paper ${paper.page ?? ""}`}>
          <style>{"@page{margin:14mm 0}"}</style>
          {own.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <>
              <header>
                <h2>{words.sheet(name)}</h2>
                <p className={paper.about}>{words.count(own.length)}</p>
              </header>
              <table className={paper.sums}>
                <thead>
                  <tr>
                    {table.columns.map((column) => (
                      <th key={column.name} scope="col">
                        {column.name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.rows.map((cells, row) => (
                    <tr key={own[row]?.signature ?? "sum"}>
                      {table.columns.map((column, at) => (
                        <td key={column.name}>{cells[at]}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
              {waited.length === 0 ? null : <p>{came}</p>}
            </>
          )}
        </article>
      </PrintFrame>
    </div>
  );
};
