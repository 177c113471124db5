import { copyingSlip } from "@dianbo/shared/printed-sheets";
import { noteWritten } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { PenLine } from "lucide-react";
import { useMemo } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import type { PaperRoomProps } from "../../app/paper-kinds.ts";
import { Button } from "../../design/button.tsx";
import { gapAfter } from "../../design/gap-after.ts";
import { Icon } from "../../design/icon.tsx";
import { PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import { CopyText } from "./copy-text.tsx";
import { PrintButton } from "./print-button.tsx";
import sheetsCss from "./sheets.module.css";
import { SlipSheet, StripSheet, slipPages, stripPages } from "./slip-sheet.tsx";
import { useSheets } from "./use-sheets.ts";
import { WrittenForm } from "./written-form.tsx";

/** What came after the last edition: written by hand into its blank rows. */
export const SlipPrint = ({ kinds }: PaperRoomProps) => {
  const { printedSheets: words } = useWords();
  const sheets = useSheets();
  const { library } = useDependencies();
  const { items } = useSnapshot();
  const { edition, settings } = sheets;
  const since = edition?.since;
  const rows = useMemo(
    () =>
      since === undefined
        ? []
        : copyingSlip(since.changes, since.content, items, settings.wallBlanks),
    [since, items, settings.wallBlanks],
  );
  const pages = slipPages(rows);
  const strips = stripPages(rows, settings.wallPaper);
  const stripCount = strips.reduce((sum, page) => sum + page.length, 0);
  const noRow = rows.filter(({ inBook }) => !inBook).length;
  const newItems = rows.map(({ number, item }) => ({
    number,
    title: item.title,
    minutes: item.minutes ?? 0,
  }));
  const total = pages.length + strips.length;
  const about = words.slip.about(rows.length, edition?.number ?? 0);
  return (
    <PrintFrame
      title={words.title}
      back="#/book"
      backName={words.back}
      kinds={kinds}
      size="A4"
      previewName={words.preview}
      desk={
        <PrintDeskSheet name={words.slip.name}>
          <h2>{words.slip.name}</h2>
          {edition === undefined || since === undefined ? null : (
            <p>
              {about}
              {stripCount === 0 ? null : gapAfter(about) + words.slip.withStrips(stripCount)}
            </p>
          )}
          {noRow === 0 ? null : (
            <p className="note">
              <span>
                {words.slip.noRowCount(noRow)}{" "}
                <a href="#/book/print/supplement">{words.slip.supplement}</a>
              </span>
            </p>
          )}
          {rows.length === 0 ? null : (
            <>
              <PrintButton sheets={sheets} items={[]} hint={words.hint} />
              <Button
                icon={<Icon of={PenLine} />}
                onClick={() =>
                  void library.apply(() => ok(noteWritten(rows.map(({ item }) => item))))
                }
              >
                {words.slip.copied}
              </Button>
              <p className="hint">{words.slip.copiedHint}</p>
              <CopyText name={words.slip.boardText} text={words.slip.blackboard(newItems)} />
              <CopyText name={words.slip.speakerText} text={words.slip.loudspeaker(newItems)} />
            </>
          )}
          <WrittenForm />
        </PrintDeskSheet>
      }
    >
      {rows.length > 0 ? null : (
        <p className={`note ${sheetsCss.empty ?? ""}`}>
          <span>
            {edition === undefined
              ? words.slip.never
              : since === undefined
                ? words.slip.oldEdition
                : words.slip.about(0, edition.number)}{" "}
            {since === undefined ? <a href="#/book/print">{words.slip.printBook}</a> : null}
          </span>
        </p>
      )}
      {pages.map((page, at) => (
        <SlipSheet
          key={page[0]?.item.id}
          rows={page}
          place={at + 1}
          pages={total}
          head={[sheets.siteName, words.date(sheets.today)].filter(Boolean).join(" · ")}
        />
      ))}
      {strips.map((page, at) => (
        <StripSheet
          key={page[0]?.row.item.id}
          strips={page}
          paper={settings.wallPaper}
          place={pages.length + at + 1}
          pages={total}
        />
      ))}
    </PrintFrame>
  );
};
