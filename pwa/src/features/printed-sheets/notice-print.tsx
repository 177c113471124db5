import { recordIdSchema } from "@dianbo/shared/identity";
import { noticePages } from "@dianbo/shared/printed-sheets";
import { useMemo } from "react";
import * as v from "valibot";
import { useSnapshot } from "../../app/library-context.tsx";
import type { PaperRoomProps } from "../../app/paper-kinds.ts";
import { DeskChoice, PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import { ExtraShowingForm } from "./extra-showing.tsx";
import { NoticeSheet } from "./notice-sheet.tsx";
import { noticeDocument } from "./office-content.ts";
import { PrintButton } from "./print-button.tsx";
import { SaveOffice } from "./save-office.tsx";
import { SavePicture } from "./save-picture.tsx";
import sheetsCss from "./sheets.module.css";
import { NOTICE_DAYS, type NoticeRange, useNotice } from "./use-notice.ts";
import { useSheets } from "./use-sheets.ts";

const RANGES: readonly NoticeRange[] = ["week", "fortnight", "month"];

/** The preview notice: paper for the notice board, a picture for the group, rows for WPS. */
export const NoticePrint = ({ kinds }: PaperRoomProps) => {
  const { printedSheets: words } = useWords();
  const sheets = useSheets();
  const { entries, items } = useSnapshot();
  const { settings, choose } = sheets;
  const notice = useNotice(sheets.today);
  const { showings } = notice;
  const pages = useMemo(() => (showings.length === 0 ? [] : noticePages(showings)), [showings]);
  const head = {
    siteName: sheets.siteName,
    today: sheets.today,
    phone: settings.phone,
    host: settings.host,
  };
  const shown = showings.flatMap(({ content }) =>
    content.type === "menu"
      ? content.lines.flatMap(({ id }) => {
          const entry = v.safeParse(recordIdSchema, id);
          const item = entry.success ? entries.get(entry.output)?.item : undefined;
          return item == null ? [] : (items.get(item) ?? []);
        })
      : [],
  );
  return (
    <PrintFrame
      title={words.title}
      back="#/book"
      backName={words.back}
      kinds={kinds}
      size={settings.noticeSize}
      previewName={words.preview}
      desk={
        <PrintDeskSheet name={words.notice.name}>
          <h2>{words.notice.name}</h2>
          <DeskChoice name={words.notice.from}>
            <input
              type="date"
              value={notice.from}
              onChange={({ target }) => notice.setFrom(target.value)}
            />
          </DeskChoice>
          <DeskChoice name={words.notice.range}>
            <select
              value={notice.range}
              onChange={({ target }) => {
                const range = RANGES.find((one) => one === target.value);
                if (range !== undefined) notice.setRange(range);
              }}
            >
              {RANGES.map((one) => (
                <option key={one} value={one} data-days={NOTICE_DAYS[one]}>
                  {words.notice.ranges[one]}
                </option>
              ))}
            </select>
          </DeskChoice>
          <DeskChoice name={words.notice.size}>
            <select
              value={settings.noticeSize}
              onChange={({ target }) => choose({ noticeSize: target.value === "A3" ? "A3" : "A4" })}
            >
              <option value="A4">A4</option>
              <option value="A3">A3</option>
            </select>
          </DeskChoice>
          <DeskChoice name={words.notice.phoneLabel}>
            <input
              value={settings.phone}
              maxLength={30}
              onChange={({ target }) => choose({ phone: target.value })}
            />
          </DeskChoice>
          <DeskChoice name={words.notice.hostLabel}>
            <input
              value={settings.host}
              maxLength={40}
              onChange={({ target }) => choose({ host: target.value })}
            />
          </DeskChoice>
          <ExtraShowingForm notice={notice} menus={sheets.content.menus} />
          <p className="small">{words.notice.about(showings.length, pages.length)}</p>
          <PrintButton
            sheets={sheets}
            items={shown}
            hint={settings.noticeSize === "A3" ? words.hintA3 : words.hint}
            disabled={pages.length === 0}
          />
          <SavePicture showings={showings} head={head} />
          <SaveOffice
            sheets={sheets}
            items={shown}
            name={words.notice.fileName}
            document={() => noticeDocument(showings, head, words)}
            disabled={showings.length === 0}
          />
        </PrintDeskSheet>
      }
    >
      {pages.length > 0 ? null : (
        <p className={`note ${sheetsCss.empty ?? ""}`}>
          <span>
            {words.notice.nothing} <a href="#/schedule">{words.notice.plan}</a>
          </span>
        </p>
      )}
      {pages.map((page, at) => (
        <NoticeSheet
          key={page.showings[0]?.showing.id ?? "ask"}
          page={page}
          place={at + 1}
          pages={pages.length}
          size={settings.noticeSize}
          head={head}
        />
      ))}
    </PrintFrame>
  );
};
