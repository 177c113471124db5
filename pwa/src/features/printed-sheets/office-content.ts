import { CATEGORY_NAMES, isAudience } from "@dianbo/shared/category";
import type { RecordId } from "@dianbo/shared/identity";
import type { NoticeShowing } from "@dianbo/shared/printed-sheets";
import type { BookContent, MenuRow } from "@dianbo/shared/programme-book";
import type { Words } from "../../locales/index.ts";
import type { OfficeCell, OfficeDocument, OfficeTable } from "../../office-files/index.ts";

type SheetWords = Words["printedSheets"];

/** What a document's head says of the site and the day. */
export interface DocumentHead {
  readonly siteName: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

const titleOf = (head: DocumentHead, name: string): string =>
  head.siteName === "" ? name : `${head.siteName} ${name}`;

const minutesOf = (minutes: number | null | undefined): OfficeCell =>
  minutes == null || minutes === 0 ? null : minutes;

/** The programme list's rows: number, name, minutes, category, audience, how often it was played. */
export const programmeTable = (
  { shelves }: Pick<BookContent, "shelves">,
  played: ReadonlyMap<RecordId, number>,
  { list }: SheetWords,
): OfficeTable => ({
  name: list.name,
  columns: [
    { name: list.columns.number, width: 4, align: "center" },
    { name: list.columns.title, width: 18, align: "left" },
    { name: list.columns.minutes, width: 4, align: "center" },
    { name: list.columns.category, width: 5, align: "center" },
    { name: list.columns.audience, width: 6, align: "left" },
    { name: list.columns.played, width: 4, align: "center" },
  ],
  rows: shelves.flatMap(({ category, rows }) =>
    rows.flatMap(({ number, item }): OfficeCell[][] =>
      item === undefined
        ? []
        : [
            [
              number,
              item.title,
              minutesOf(item.minutes),
              CATEGORY_NAMES[category],
              (item.tags ?? []).filter(isAudience).join("、") || null,
              played.get(item.id) ?? 0,
            ],
          ],
    ),
  ),
});

const menusTable = (menus: readonly MenuRow[], words: SheetWords): OfficeTable => ({
  name: words.menus,
  columns: [
    { name: words.list.columns.menuNumber, width: 4, align: "center" },
    { name: words.list.columns.menu, width: 8, align: "left" },
    { name: words.list.columns.audience, width: 5, align: "left" },
    { name: words.list.columns.inside, width: 20, align: "left" },
    { name: words.list.columns.total, width: 4, align: "center" },
  ],
  rows: menus.map(({ number, menu, times }) => [
    number,
    menu.name,
    menu.audience ?? null,
    times.entries
      .map(({ entry, item, minutes }) =>
        [
          item?.number ?? "",
          entry.activity?.name ?? item?.title ?? "",
          minutes === 0 ? "" : words.minutes(minutes),
        ]
          .filter((part) => part !== "")
          .join(" "),
      )
      .join("\n"),
    times.total,
  ]),
});

/** The programme list with its set menus. */
export const listDocument = (
  content: BookContent,
  played: ReadonlyMap<RecordId, number>,
  head: DocumentHead,
  words: SheetWords,
): OfficeDocument => ({
  title: titleOf(head, words.list.book),
  lines: [words.date(head.today)],
  tables: [
    programmeTable(content, played, words),
    ...(content.menus.length === 0 ? [] : [menusTable(content.menus, words)]),
  ],
  foot: [],
});

/** Set menus alone. */
export const menusDocument = (
  menus: readonly MenuRow[],
  head: DocumentHead,
  words: SheetWords,
): OfficeDocument => ({
  title: titleOf(head, words.menus),
  lines: [words.date(head.today)],
  tables: [menusTable(menus, words)],
  foot: [],
});

/** What a showing's content is called in one line. */
export const contentWords = (
  { content, branch, mustPlay }: Pick<NoticeShowing, "content" | "branch" | "mustPlay">,
  words: SheetWords,
): string => {
  const what = ((): string => {
    switch (content.type) {
      case "menu":
        return words.notice.menu(content.name, content.minutes);
      case "broadcast":
        return words.notice.broadcast(content.name, content.channel);
      case "other":
        return content.name;
      case "open":
        return content.name ?? words.notice.open;
    }
  })();
  return [what, branch, mustPlay ? words.notice.mustPlay : undefined].filter(Boolean).join(" · ");
};

/** The preview notice as rows: day, hour, place, what is shown. */
export const noticeDocument = (
  showings: readonly NoticeShowing[],
  head: DocumentHead & { readonly host: string; readonly phone: string },
  words: SheetWords,
): OfficeDocument => ({
  title: titleOf(head, words.notice.heading),
  lines: [],
  tables: [
    {
      name: words.notice.when(showings[0]?.date, showings.at(-1)?.date),
      columns: [
        { name: words.notice.columns.day, width: 9, align: "left" },
        { name: words.notice.columns.hour, width: 5, align: "left" },
        { name: words.notice.columns.place, width: 5, align: "left" },
        { name: words.notice.columns.content, width: 22, align: "left" },
      ],
      rows: showings.map((showing) => [
        words.day(showing.date),
        showing.start === undefined ? null : words.hour(showing.start),
        showing.place ?? null,
        [
          contentWords(showing, words),
          ...(showing.content.type === "menu"
            ? showing.content.lines.map(({ number, words: line, minutes }) =>
                [number ?? "", line, minutes === 0 ? "" : words.minutes(minutes)]
                  .filter((part) => part !== "")
                  .join(" "),
              )
            : []),
        ].join("\n"),
      ]),
    },
  ],
  foot: [
    ...(head.phone === "" ? [] : [words.notice.phone(head.phone)]),
    ...(head.host === "" ? [] : [words.notice.host(head.host)]),
    words.date(head.today),
  ],
});
