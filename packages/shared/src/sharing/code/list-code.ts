import { readCourseware } from "../../courseware/index.ts";
import { err, ok, type Result } from "../../result/index.ts";
import { readSetMenu } from "../../set-menu/index.ts";
import type { ListMade, Selection, ShareableLibrary } from "../encode-list.ts";
import { onOneLine } from "../hidden-characters.ts";
import type { ListFailure, SharedList } from "../list-file.ts";
import { packList, unpackList } from "../text/list-text.ts";
import { writeCodePart } from "../text/text-parts.ts";
import { type Film, filmOf, MOST_BLOCKS } from "./fountain.ts";

/**
 * The largest still code: at level M it has 125 squares a side with its rim, of which a full screen of
 * 768 lines gives each 5 and a telephone's screen half a millimetre. Larger ones are no longer read by a
 * camera of 1280 × 720 at 0.5 m; measured by `npm run bench -- qr`.
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
      /** Whether every title stands in it, for telephones without this program. */
      readonly titled: boolean;
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

/**
 * A list as a QR code: a still one where it fits, with its titles if they fit too; beyond that a film.
 * The shorter the list the larger the squares, so the caller always asks for as few versions as do.
 */
export const listAsCode = (
  library: ShareableLibrary,
  selection: Selection,
  made: ListMade,
): Result<ListCode, TooLongForCode | ListFailure> => {
  const packed = packList(library, selection, made);
  const list = unpackList(packed);
  if (!list.ok) return list;
  const items = list.value.records.filter(({ kind }) => kind === "courseware").length;
  const { head, rows } = talkOf(list.value);
  const code = writeCodePart(packed);
  for (const titled of [true, false]) {
    const talk = `${[head, ...(titled ? rows : [])].join("\n")}\n`;
    if (bitsOf(talk, code) <= STILL_BITS) {
      return ok({ type: "still", items, text: talk + code, titled });
    }
  }
  const film = filmOf(packed);
  return film.blocks > MOST_BLOCKS
    ? err({ type: "too-long-for-code", blocks: film.blocks, most: MOST_BLOCKS })
    : ok({ type: "moving", items, ...film });
};
