import * as v from "valibot";
import {
  AUDIENCES,
  type Audience,
  CATEGORIES,
  CATEGORY_NAMES,
  type Category,
  categoryFromDigit,
} from "../category/index.ts";
import {
  type CivilDate,
  civilDateSchema,
  type Minutes,
  minutesOfSeconds,
  minutesSchema,
} from "../clock/index.ts";
import { KEEPING_PLACES, type KeepingPlace } from "../courseware/index.ts";
import { type ProgrammeNumber, parseProgrammeNumber } from "../programme/index.ts";

const plain = (cell: string): string => cell.normalize("NFKC").replace(/\s+/gu, " ").trim();

/** A programme number as old papers write it: 1014, 「1-014」, 「1014号」. */
export const readNumberCell = (cell: string): ProgrammeNumber | undefined => {
  const text = plain(cell)
    .replace(/^(?:no\.?|第)\s*|\s*号$/giu, "")
    .replace(/\.0+$/u, "");
  const dashed = /^([1-5])\s*[-—–.]\s*(\d{3,4})$/u.exec(text);
  return parseProgrammeNumber(dashed === null ? text : `${dashed[1] ?? ""}${dashed[2] ?? ""}`);
};

/** How offices shorten the categories' names; the first words of a name count too. */
const CATEGORY_WORDS: Readonly<Record<Category, RegExp>> = {
  1: /^(?:基层)?党(?:的?建设?|务|员教育|课|史)|^基层党建/u,
  2: /^(?:政策|法律?|法规|法治|法制|普法)/u,
  3: /^(?:实用|农技|农业|种植|养殖|种养|技术|致富)/u,
  4: /^科普|^科学/u,
  5: /^文体|^文化|^文艺|^卫生|^健康|^娱乐|^影视|^电影|^戏曲/u,
};

/** A category by its digit, its name, or how people shorten it (「党建」, 「农技」, 「一、基层党建」). */
export const readCategoryCell = (cell: string): Category | undefined => {
  const text = plain(cell).replace(/类$/u, "");
  const digit = /^([1-5])(?:\.0+)?$/u.exec(text);
  if (digit !== null) return categoryFromDigit(digit[1] ?? "");
  const name = text.replace(/^[(（]?[一二三四五1-5][)）]?\s*[、.．,，:：\s]\s*/u, "");
  if (name.length > 12) return undefined;
  return (
    CATEGORIES.find((category) => CATEGORY_NAMES[category] === name) ??
    CATEGORIES.find((category) => CATEGORY_WORDS[category].test(name))
  );
};

const clockSeconds = (hours: string, minutes: string, seconds: string): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);

/**
 * Minutes as they are written: 22, 「22分」, 「1小时5分」, 22'30", 0:22:30, 22:30 (minutes and seconds).
 * `null` for an empty cell, `undefined` for what is no length up to a day.
 */
export const readMinutesCell = (cell: string): Minutes | null | undefined => {
  const text = plain(cell)
    .replace(/^约|左右$/gu, "")
    .trim();
  if (text === "" || text === "-" || text === "/") return null;
  const whole = /^(\d{1,4})(?:\.\d+)?\s*(?:分钟?|min(?:utes?)?\.?|['′])?$/iu.exec(text);
  if (whole !== null) {
    const minutes = v.safeParse(minutesSchema, Math.round(Number.parseFloat(text)));
    return minutes.success ? minutes.output : undefined;
  }
  const three = /^(\d{1,2}):([0-5]?\d):([0-5]?\d)$/u.exec(text);
  if (three !== null)
    return minutesOfSeconds(clockSeconds(three[1] ?? "0", three[2] ?? "0", three[3] ?? "0"));
  const two = /^(\d{1,3})[:'′分]\s*([0-5]?\d)\s*(?:["″]|''|′′|秒)?$/u.exec(text);
  if (two !== null) return minutesOfSeconds(clockSeconds("0", two[1] ?? "0", two[2] ?? "0"));
  const spoken = /^(\d{1,2})\s*(?:个?小时|时|h)\s*(?:(\d{1,2})\s*(?:分钟?|min|m)?)?$/iu.exec(text);
  if (spoken !== null)
    return minutesOfSeconds(clockSeconds(spoken[1] ?? "0", spoken[2] ?? "0", "0"));
  const seconds = /^(\d{1,5})\s*秒$/u.exec(text);
  return seconds === null ? undefined : minutesOfSeconds(Number(seconds[1]));
};

/** A day as it is written: 2026-3-5, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305. */
export const readDateCell = (cell: string): CivilDate | undefined => {
  const text = plain(cell);
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/u.exec(
      text,
    ) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/u.exec(text);
  if (parts === null) return undefined;
  const [, year = "", month = "", day = ""] = parts;
  const date = v.safeParse(
    civilDateSchema,
    `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
  );
  return date.success ? date.output : undefined;
};

const PLACE_WORDS: readonly (readonly [KeepingPlace["type"], RegExp])[] = [
  ["disc", /光盘|光碟|碟|dvd|vcd|盘/iu],
  ["set-top-box", /机顶盒|iptv|电视/iu],
  ["other-pc", /电脑|主机|硬盘|u盘|优盘/iu],
  ["shelf", /柜|架|格|抽屉/u],
];
const LONGEST_PLACE = 255;

/** Where a thing is kept, by the words for it; what names no sort is taken for a shelf's place, in its own words. */
export const readPlaceCell = (cell: string): KeepingPlace | undefined => {
  const text = plain(cell).slice(0, LONGEST_PLACE);
  if (text === "") return undefined;
  const sort = PLACE_WORDS.find(([, words]) => words.test(text))?.[0] ?? "shelf";
  const bare = text.replace(/^(?:光盘|光碟|碟片?|dvd|vcd|机顶盒|柜子?)\s*[:：,，]?\s*/iu, "");
  return { type: KEEPING_PLACES.includes(sort) ? sort : "shelf", name: bare };
};

/** For whom it is, by the words for it; 「全体」 and the like name nobody. */
export const readAudienceCell = (cell: string): readonly Audience[] => {
  const text = plain(cell);
  const alike: Readonly<Record<Audience, RegExp>> = {
    党员: /党员|干部/u,
    老年人: /老年|老人|老龄/u,
    青少年: /青少年|少年|儿童|学生/u,
    农民: /农民|农户|村民/u,
    妇女: /妇女|女性/u,
  };
  return AUDIENCES.filter((audience) => alike[audience].test(text));
};
