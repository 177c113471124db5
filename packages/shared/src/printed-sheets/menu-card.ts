import type { MenuRow } from "../programme-book/index.ts";
import { linesOf } from "../programme-book/index.ts";

/** A line of a set menu's card. */
export interface CardLine {
  readonly id: string;
  /** `undefined` for an activity, and for an item without a number. */
  readonly number: number | undefined;
  readonly words: string;
  readonly minutes: number;
}

/** A set menu's card: half of an A4 sheet, or the whole where half is too little. */
export interface MenuCard {
  readonly number: number;
  readonly name: string;
  readonly audience: string | undefined;
  readonly minutes: number;
  readonly lines: readonly CardLine[];
  /** Questions for after the showing. */
  readonly talk: readonly string[];
  readonly size: "half" | "whole";
  /** Height of a line in mm; type is set to it. */
  readonly lineHeight: number;
  /** From 0; a menu with more lines than a sheet holds goes on. */
  readonly part: number;
}

/** Lines of talk that a card has room for; the rest is for the host's own notes. */
const MOST_TALK = 3;
const TALK_PLACES = 19;
/** What is left for lines, in mm: on half a sheet and on a whole one, beneath the head and above the foot. */
const ROOM = { half: 103, whole: 190 };
const TALK_EDGE = 7;
const TALK_LINE = 10;
const LINE = { tallest: 18, half: 11.5, whole: 11 };

const talkOf = (note: string | null | undefined): readonly string[] =>
  (note ?? "")
    .split(/\n+/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, MOST_TALK);

const talkHeight = (talk: readonly string[]): number =>
  talk.length === 0
    ? 0
    : TALK_EDGE + TALK_LINE * talk.reduce((sum, line) => sum + linesOf(line, TALK_PLACES, 2), 0);

/** The cards of a set menu; one, unless it has more lines than a sheet. */
export const menuCards = ({ number, menu, times }: MenuRow): readonly MenuCard[] => {
  const lines = times.entries.map(
    ({ entry, item, minutes }): CardLine => ({
      id: entry.id,
      number: item?.number ?? undefined,
      words: entry.activity?.name ?? item?.title ?? "",
      minutes,
    }),
  );
  const talk = talkOf(menu.noteAfter);
  const count = Math.max(1, lines.length);
  const half = (ROOM.half - talkHeight(talk)) / count >= LINE.half;
  const room = (half ? ROOM.half : ROOM.whole) - talkHeight(talk);
  const perPart = half ? count : Math.floor(room / LINE.whole);
  const parts = Math.ceil(count / perPart);
  return Array.from(
    { length: parts },
    (_, part): MenuCard => ({
      number,
      name: menu.name,
      audience: menu.audience ?? undefined,
      minutes: times.total,
      lines: lines.slice(part * perPart, (part + 1) * perPart),
      talk: part === parts - 1 ? talk : [],
      size: half ? "half" : "whole",
      lineHeight: Math.min(LINE.tallest, room / Math.min(count, perPart)),
      part,
    }),
  );
};

/** Cards on sheets of A4: two halves share one, a whole card has its own. */
export const cardSheets = (cards: readonly MenuCard[]): readonly (readonly MenuCard[])[] => {
  const sheets: MenuCard[][] = [];
  for (const card of cards) {
    const last = sheets.at(-1);
    if (card.size === "half" && last?.length === 1 && last[0]?.size === "half") last.push(card);
    else sheets.push([card]);
  }
  return sheets;
};
