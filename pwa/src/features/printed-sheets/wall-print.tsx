import { wallPages, wallTiles } from "@dianbo/shared/printed-sheets";
import { useMemo } from "react";
import type { PaperRoomProps } from "../../app/paper-kinds.ts";
import { DeskChoice, PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import { PrintButton } from "./print-button.tsx";
import sheetsCss from "./sheets.module.css";
import { listedItems, useSheets } from "./use-sheets.ts";
import css from "./wall.module.css";
import { WallPiece, WallSheet } from "./wall-sheet.tsx";

const PAPERS = ["a3", "two", "four"] as const;
const BLANKS = [0, 1, 2, 3, 4, 6] as const;

/** The wall sheet: one A3, or pieces of A4 that are cut and put together. */
export const WallPrint = ({ kinds }: PaperRoomProps) => {
  const { printedSheets: words } = useWords();
  const sheets = useSheets();
  const { content, settings, choose } = sheets;
  const { wallPaper: paper, wallBlanks: blanks } = settings;
  const pages = useMemo(() => wallPages(content, blanks), [content, blanks]);
  const head = {
    siteName: sheets.siteName,
    edition: sheets.edition?.number,
    open: settings.open,
    pages: pages.length,
  };
  return (
    <PrintFrame
      title={words.title}
      back="#/book"
      backName={words.back}
      kinds={kinds}
      size={paper === "a3" ? "A3" : paper === "two" ? "A4 landscape" : "A4"}
      previewName={words.preview}
      desk={
        <PrintDeskSheet name={words.wall.name}>
          <h2>{words.wall.name}</h2>
          <DeskChoice name={words.wall.paper}>
            <select
              value={paper}
              onChange={({ target }) => {
                const chosen = PAPERS.find((one) => one === target.value);
                if (chosen !== undefined) choose({ wallPaper: chosen });
              }}
            >
              {PAPERS.map((one) => (
                <option key={one} value={one}>
                  {words.wall.papers[one]}
                </option>
              ))}
            </select>
          </DeskChoice>
          <DeskChoice name={words.wall.blanks}>
            <select
              value={blanks}
              onChange={({ target }) => choose({ wallBlanks: Number(target.value) })}
            >
              {BLANKS.map((one) => (
                <option key={one} value={one}>
                  {words.wall.blankCount(one)}
                </option>
              ))}
            </select>
          </DeskChoice>
          <DeskChoice name={words.wall.open}>
            <input
              value={settings.open}
              maxLength={40}
              placeholder={words.wall.openExample}
              onChange={({ target }) => choose({ open: target.value })}
            />
          </DeskChoice>
          <p className="small">{words.wall.about(pages.length, paper)}</p>
          <PrintButton
            sheets={sheets}
            items={listedItems(content)}
            blanks={blanks}
            hint={paper === "a3" ? words.hintA3 : words.hint}
            disabled={pages.length === 0}
          />
        </PrintDeskSheet>
      }
    >
      {pages.length === 0 ? (
        <p className={`note ${sheetsCss.empty ?? ""}`}>{words.nothing}</p>
      ) : null}
      {pages.flatMap((page) =>
        paper === "a3"
          ? [
              <section
                key={page.place}
                className={`paper ${sheetsCss.page ?? ""} ${css.a3 ?? ""}`}
                aria-label={words.sheetOf(page.place, pages.length)}
              >
                <WallSheet page={page} head={head} />
              </section>,
            ]
          : wallTiles(paper).map((tile) => (
              <WallPiece
                key={`${page.place}-${tile.row}-${tile.column}`}
                tile={tile}
                page={page}
                head={head}
              />
            )),
      )}
    </PrintFrame>
  );
};
