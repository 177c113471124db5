import type { CivilDate } from "../clock/index.ts";
import { dateInText } from "./page-date.ts";

/** What an official document ends its title with. */
const KINDS =
  /(?:通知|意见|决定|决议|批复|公告|通告|通报|办法|条例|规定|细则|方案|规划|纲要|函|令|报告|公报|指南|要点|法)$/u;

/** `国办发〔2019〕28号`, `（2018年3月20日…通过）`, `各省、自治区、直辖市人民政府：`: what follows a title. */
const AFTER_TITLE = /[〔[［]\s*(?:19|20)\d\d\s*[〕\]］]|^[（(]|[:：]$|^第.{1,6}[章条]/u;

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/[\s\u3000]+/gu, " ").trim())
    .filter((line) => line !== "");

/** Lines over which a document's title may be broken. */
const MOST_LINES = 4;

/**
 * The title that an official document begins with, for a page that has no other: one line, or several up
 * to the word that says what the document is.
 */
export const titleInDocument = (text: string): string | undefined => {
  const lines = linesOf(text.slice(0, 1000)).slice(0, MOST_LINES);
  const [first] = lines;
  if (first === undefined || first.length < 4 || /[。；：]/u.test(first)) return undefined;
  let title = "";
  for (const line of lines) {
    if (AFTER_TITLE.test(line) || /[。；]/u.test(line) || title.length + line.length > 100) break;
    title += line;
    if (KINDS.test(title)) return title;
  }
  return first.length <= 60 && !AFTER_TITLE.test(first) ? first : undefined;
};

const DAY_ALONE =
  /^(?:(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|二[〇○Ｏ0零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/u;
const OFFICE =
  /^[\u4e00-\u9fff ]{2,30}(?:国务院|政府|办公厅|办公室|委员会|指挥部|小组|中心|协会|学会|厅|部|委|局|署|院|办|会)$|^国务院$/u;

/** Who signed an official document, and when: its last lines. */
export const signatureIn = (
  text: string,
): { readonly office: string | undefined; readonly day: CivilDate | undefined } => {
  const lines = [...linesOf(text.slice(-600))].reverse();
  const at = lines.findIndex((line) => DAY_ALONE.test(line));
  if (at < 0) return { office: undefined, day: undefined };
  const office = lines[at + 1]?.replace(/ /gu, "");
  return {
    office: office !== undefined && OFFICE.test(office) ? office : undefined,
    day: dateInText(lines[at]),
  };
};
