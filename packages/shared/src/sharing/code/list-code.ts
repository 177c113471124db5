import { readCourseware } from "../../courseware/index.ts";
import { err, ok, type Result } from "../../result/index.ts";
import { readSetMenu } from "../../set-menu/index.ts";
import type { ListMade, ListSigning, Selection, ShareableLibrary } from "../encode-list.ts";
import { onOneLine } from "../hidden-characters.ts";
import type { ListFailure, SharedList } from "../list-file.ts";
import { packList, unpackList } from "../text/list-text.ts";
import { writeCodePart } from "../text/text-parts.ts";
import { sealPacked } from "../text/text-seal.ts";
import { type Film, filmOf, MOST_BLOCKS } from "./fountain.ts";

/**
 * The largest still code: 125 squares a side with its rim, of which a full screen of 768 lines gives each
 * 5 pixels. A camera of 1280 × 720 at 0.5 m sees such a square with 3 of its own, which is what it needs
 * when it is a little out of focus; docs/decisions/0013-qr-codes.md.
 */
export const STILL_VERSION = 25;
/** What a code of that version holds at level M; ISO/IEC 18004, table 7. Bits. */
const STILL_BITS = 8_000;

/** A list as something to look at with a camera. */
export type ListCode = {
  /** How many items are in it. */
  readonly items: number;
} & (
  | {
      readonly type: "still";
      /** What the code says: what a person reads, then what the program reads. */
      readonly text: string;
      /** How many lines of titles stand in it, for telephones without this program. */
      readonly titles: number;
    }
  | ({ readonly type: "moving" } & Film)
);

/** Why a list is not shown as a code. */
export interface TooLongForCode {
  readonly type: "too-long-for-code";
  readonly blocks: number;
  readonly most: number;
}

/** How many bits a text in UTF-8 and then one in alphanumeric mode take; ISO/IEC 18004, 7.4. */
const bitsOf = (talk: string, code: string): number => {
  const [mode, eci, bytes, signs] = [4, 12, 16, 11];
  const written = new TextEncoder().encode(talk).length * 8;
  return eci + mode + bytes + written + mode + signs + Math.ceil(code.length * 5.5);
};

const numberIn = (number: number | null | undefined): string =>
  number == null ? "" : `${number} `;

/** What a telephone without this program shows: whose list it is, and a line for each row. */
const talkOf = (list: SharedList): { readonly head: string; readonly rows: readonly string[] } => {
  const items = list.records.flatMap((record) => {
    const item = record.kind === "courseware" ? readCourseware(record, list.site) : undefined;
    return item?.ok === true ? [item.value] : [];
  });
  const menus = list.records.flatMap((record) => {
    const menu = record.kind === "set-menu" ? readSetMenu(record, list.site) : undefined;
    return menu?.ok === true ? [menu.value] : [];
  });
  const name = onOneLine(list.name) || "课件单";
  const from = onOneLine(list.siteName);
  return {
    head: `【点播本】「${name}」${items.length} 个课件${from === "" ? "" : `，${from}`}。点播本里按「照二维码」就能收。`,
    rows: [
      ...menus.map(({ number, name: called }) => `套餐 ${numberIn(number)}${called}`),
      ...items.map(
        ({ number, title, minutes }) =>
          `${numberIn(number)}${title}${minutes == null || minutes === 0 ? "" : ` ${minutes}分`}`,
      ),
    ],
  };
};

/** As many of the rows as fit before the code, all of them if they do; `undefined` where not even the head does. */
const stillOf = (
  { head, rows }: ReturnType<typeof talkOf>,
  code: string,
): { readonly text: string; readonly titles: number } | undefined => {
  for (let titles = rows.length; titles >= 0; titles -= 1) {
    const more = titles > 0 && titles < rows.length ? ["……"] : [];
    const talk = `${[head, ...rows.slice(0, titles), ...more].join("\n")}\n`;
    if (bitsOf(talk, code) <= STILL_BITS) return { text: talk + code, titles };
  }
  return undefined;
};

/**
 * A list as a QR code: a still one where it fits, with as many titles as fit too; beyond that a film. The
 * film is signed where somebody signs; a still code has no room for that.
 */
export const listAsCode = async (
  library: ShareableLibrary,
  selection: Selection,
  made: ListMade,
  signing?: ListSigning,
): Promise<Result<ListCode, TooLongForCode | ListFailure>> => {
  const packed = packList(library, selection, made);
  const sent = unpackList(packed);
  if (!sent.ok) return sent;
  const { list } = sent.value;
  const items = list.records.filter(({ kind }) => kind === "courseware").length;
  const still = stillOf(talkOf(list), writeCodePart(packed));
  if (still !== undefined) return ok({ type: "still", items, ...still });
  const film = filmOf(signing === undefined ? packed : await sealPacked(packed, signing));
  return film.blocks > MOST_BLOCKS
    ? err({ type: "too-long-for-code", blocks: film.blocks, most: MOST_BLOCKS })
    : ok({ type: "moving", items, ...film });
};
