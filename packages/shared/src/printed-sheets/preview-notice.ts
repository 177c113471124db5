import type { CivilDate } from "../clock/index.ts";
import { isListed } from "../courseware/index.ts";
import { linesOf } from "../programme-book/index.ts";
import { lengthOf, menuOf, type Session, type SessionLibrary } from "../session/index.ts";
import { timesOf } from "../set-menu/index.ts";

/** A line of what a session shows. */
export interface NoticeLine {
  readonly id: string;
  /** `undefined` for an activity and for what has no number here. */
  readonly number: number | undefined;
  readonly words: string;
  readonly minutes: number;
}

/** What people come for. */
export type NoticeContent =
  | {
      readonly type: "menu";
      readonly number: number | undefined;
      readonly name: string;
      readonly minutes: number;
      readonly lines: readonly NoticeLine[];
    }
  | { readonly type: "broadcast"; readonly name: string; readonly channel: string | undefined }
  | { readonly type: "other"; readonly name: string; readonly minutes: number }
  /** Nobody has said yet. */
  | { readonly type: "open"; readonly name: string | undefined };

/** One showing on the preview notice; no names, and nothing that is only the host's. */
export interface NoticeShowing {
  readonly id: string;
  readonly date: CivilDate;
  /** Minutes after midnight. */
  readonly start: number | undefined;
  readonly place: string | undefined;
  readonly branch: string | undefined;
  readonly mustPlay: boolean;
  readonly content: NoticeContent;
}

const contentOf = (session: Session, library: SessionLibrary): NoticeContent => {
  const { content } = session;
  if (content?.type === "broadcast") {
    return { type: "broadcast", name: content.name, channel: content.channel ?? undefined };
  }
  if (content?.type === "other") {
    return { type: "other", name: content.name, minutes: lengthOf(session, library.menus) };
  }
  const menu = menuOf(session, library.menus);
  if (menu === undefined) return { type: "open", name: session.title ?? undefined };
  const times = timesOf(menu, [...library.entries.values()], (id) => {
    const item = library.items.get(id);
    return item !== undefined && isListed(item) ? item : undefined;
  });
  return {
    type: "menu",
    number: menu.number ?? undefined,
    name: menu.name,
    minutes: times.total,
    lines: times.entries.flatMap(({ entry, item, minutes }): NoticeLine[] => {
      const words = entry.activity?.name ?? item?.title;
      return words === undefined
        ? []
        : [{ id: entry.id, number: item?.number ?? undefined, words, minutes }];
    }),
  };
};

/** The showings of a notice: those that take place, in their order. */
export const noticeShowings = (
  sessions: readonly Session[],
  library: SessionLibrary,
  branchName: (id: string) => string | undefined,
): readonly NoticeShowing[] =>
  sessions
    .filter(({ cancelled }) => !cancelled)
    .map((session) => ({
      id: session.id,
      date: session.date,
      start: session.start ?? undefined,
      place: session.place ?? undefined,
      branch: session.branch == null ? undefined : branchName(session.branch),
      mustPlay: session.mustPlay === true,
      content: contentOf(session, library),
    }));

/** A showing on paper: with all its lines and large, or in two lines. */
export interface PlacedShowing {
  readonly showing: NoticeShowing;
  readonly look: "large" | "lines" | "short";
}

/** One sheet of a notice. */
export interface NoticePage {
  readonly showings: readonly PlacedShowing[];
  /** Whether the box with the ways to ask for something else stands here: on the last sheet. */
  readonly last: boolean;
}

/** Heights in mm of an A4 sheet in portrait; the style sheet has the same. */
const NOTICE = {
  first: 297 - 15 - 42 - 20,
  further: 297 - 15 - 20,
  ask: 66,
  large: 42,
  small: 35,
  line: { large: 15.5, lines: 12 },
  longLine: { large: 20, lines: 17 },
  places: { large: 15, lines: 20 },
};

const heightOf = ({ showing, look }: PlacedShowing): number => {
  if (look === "short") return NOTICE.small;
  const lines = showing.content.type === "menu" ? showing.content.lines : [];
  return lines.reduce(
    (sum, { words }) =>
      sum +
      (linesOf(words, NOTICE.places[look], 2) > 1 ? NOTICE.longLine[look] : NOTICE.line[look]),
    look === "large" ? NOTICE.large : NOTICE.small,
  );
};

/** A single line says itself in the head of its showing. */
const hasLines = ({ content }: NoticeShowing): boolean =>
  content.type === "menu" && content.lines.length > 1;

const lookOf = (showing: NoticeShowing, first: boolean, room: number): PlacedShowing => {
  for (const look of first ? (["large", "lines"] as const) : (["lines"] as const)) {
    const placed: PlacedShowing = { showing, look };
    if (look === "lines" && !hasLines(showing)) continue;
    if (heightOf(placed) <= room) return placed;
  }
  return { showing, look: "short" };
};

/**
 * Lays a notice out: the first showing large with all it shows, the others with their lines where the
 * sheet has room for everything, else in two lines each.
 */
export const noticePages = (showings: readonly NoticeShowing[]): readonly NoticePage[] => {
  const onOne = NOTICE.first - NOTICE.ask;
  const roomy = showings.map((showing, at) => lookOf(showing, at === 0, onOne));
  const total = roomy.reduce((sum, placed) => sum + heightOf(placed), 0);
  const placed =
    total <= onOne
      ? roomy
      : showings.map(
          (showing, at): PlacedShowing =>
            at === 0 ? lookOf(showing, true, onOne) : { showing, look: "short" },
        );
  const pages: PlacedShowing[][] = [[]];
  let left: number = NOTICE.first;
  for (const one of placed) {
    const height = heightOf(one);
    if (height > left && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      left = NOTICE.further;
    }
    pages.at(-1)?.push(one);
    left -= height;
  }
  if (left < NOTICE.ask && showings.length > 0) pages.push([]);
  return pages.map((page, at) => ({ showings: page, last: at === pages.length - 1 }));
};
