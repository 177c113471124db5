/**
 * Reads a printed book back from its PDF, by the words and their places that poppler's pdftotext finds, and
 * says what is wrong with it: what a person with the paper in hand would find, not what the program meant.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A word on a page, in points from the top left. */
interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly height: number;
}

/** A number tag on a page, and the title beside it. */
export interface PrintedRow {
  readonly number: number;
  readonly left: number;
  readonly middle: number;
  /** Without spaces. */
  readonly text: string;
}

/** One page: its heading, its rows, all its words. */
export interface PrintedPage {
  /** 「套餐」, a shelf's name, 「按拼音找」, 「按号码找」, or empty for any other page. */
  readonly head: string;
  readonly rows: readonly PrintedRow[];
  readonly words: readonly Word[];
  readonly text: string;
}

const HEADS = /^(套餐|基层党建|政策法规|实用技术|科普知识|文体卫生|按拼音找|按号码找|增补页)/u;
const LETTER = /^([A-Z]|数字开头|别的)$/u;
/** Where a page's head ends, in points. */
const HEAD_ENDS = 125;
/** Where titles stand beside their tag, in points: behind the number, before minutes and thumb edge. */
const TITLE_FROM = 45;
const TITLE_TO = 400;
/** A tag's first digit and the rest stand this near to each other, in points. */
const NEAR = 30;

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

const wordsOf = (page: string): readonly Word[] =>
  [
    ...page.matchAll(
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gu,
    ),
  ].map(([, left, top, right, bottom, text = ""]) => ({
    text: unescaped(text),
    left: Number(left),
    right: Number(right),
    middle: (Number(top) + Number(bottom)) / 2,
    height: Number(bottom) - Number(top),
  }));

const tagsOf = (words: readonly Word[]): readonly Omit<PrintedRow, "text">[] =>
  words.flatMap((word, at) => {
    const rest = words[at + 1];
    return rest !== undefined &&
      /^[1-5]$/u.test(word.text) &&
      /^\d{3,4}$/u.test(rest.text) &&
      Math.abs(word.middle - rest.middle) < 8 &&
      rest.left - word.right < NEAR
      ? [{ number: Number(word.text + rest.text), left: word.left, middle: word.middle }]
      : [];
  });

/** Each word belongs to the nearest tag of its column. */
const rowsOf = (words: readonly Word[]): readonly PrintedRow[] => {
  const tags = tagsOf(words);
  const texts = tags.map(() => "");
  for (const word of words) {
    const own = tags
      .map((tag, at) => ({ at, tag, far: Math.abs(tag.middle - word.middle) }))
      .filter(({ tag }) => tag.left + TITLE_FROM < word.left && word.left < tag.left + TITLE_TO)
      .sort((a, b) => b.tag.left - a.tag.left || a.far - b.far)[0];
    if (own !== undefined) texts[own.at] += word.text.replaceAll(/\s/gu, "");
  }
  return tags.map((tag, at) => ({ ...tag, text: texts[at] ?? "" }));
};

/** Reads a PDF's pages. */
export const readBookPdf = async (pdf: Uint8Array): Promise<readonly PrintedPage[]> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-pdf-"));
  try {
    await writeFile(join(folder, "book.pdf"), pdf);
    await run("pdftotext", ["-bbox", join(folder, "book.pdf"), join(folder, "book.html")]);
    const html = await readFile(join(folder, "book.html"), "utf8");
    return html
      .split("<page ")
      .slice(1)
      .map((page): PrintedPage => {
        const words = wordsOf(page);
        const head =
          words
            .filter(({ text, middle }) => HEADS.test(text) && middle < HEAD_ENDS)
            .sort((a, b) => b.height - a.height)[0]?.text ?? "";
        return {
          head: HEADS.exec(head)?.[1] ?? "",
          rows: rowsOf(words.filter(({ middle }) => middle > HEAD_ENDS)),
          words,
          text: words.map(({ text }) => text).join(" "),
        };
      });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** An item as the book should show it. */
export interface ExpectedItem {
  readonly number: number;
  readonly title: string;
}

/** So much of a title is looked for: a very long one is cut on paper. */
const LOOKED_FOR = 12;

const beginningOf = (title: string): string =>
  [...title.replaceAll(/\s/gu, "")].slice(0, LOOKED_FOR).join("");

const isShelf = ({ head }: PrintedPage): boolean =>
  head !== "" && head !== "套餐" && !head.startsWith("按");

/** Rows that are missing, twice there, or torn from their title. */
export const faultyRows = (
  pages: readonly PrintedPage[],
  items: readonly ExpectedItem[],
): readonly string[] => {
  const printed = new Map<number, PrintedRow[]>();
  for (const row of pages.filter(isShelf).flatMap(({ rows }) => rows)) {
    printed.set(row.number, [...(printed.get(row.number) ?? []), row]);
  }
  return items.flatMap(({ number, title }) => {
    const rows = printed.get(number) ?? [];
    if (rows.length !== 1) return [`${number} stands ${rows.length} times`];
    return rows[0]?.text.includes(beginningOf(title)) === true
      ? []
      : [`${number} has 「${rows[0]?.text}」 and not 「${title}」`];
  });
};

/** Headings of the pinyin index that stand last in their column. */
export const orphanHeadings = (pages: readonly PrintedPage[]): readonly string[] =>
  pages.flatMap(({ head, words, rows }, at) =>
    head !== "按拼音找"
      ? []
      : words
          .filter(({ text, middle }) => LETTER.test(text) && middle > HEAD_ENDS)
          .filter(
            (letter) =>
              !rows.some(
                (row) => Math.abs(row.left - letter.left) < 20 && row.middle > letter.middle,
              ),
          )
          .map(({ text }) => `page ${at + 1}: ${text} heads nothing`),
  );

/** The lines of the index of numbers: a range, and the figure between 第 and 页 to its right. */
const rangesOf = (words: readonly Word[]) =>
  words.flatMap((word) => {
    const [, from, to] = /^(\d{4,5})(?:–(\d{4,5}))?$/u.exec(word.text) ?? [];
    const place = words
      .filter(
        ({ text, left, middle }) =>
          /^\d{1,4}$/u.test(text) && left > word.right && Math.abs(middle - word.middle) < 8,
      )
      .sort((a, b) => a.left - b.left)[0];
    return from === undefined || place === undefined
      ? []
      : [{ from: Number(from), to: Number(to ?? from), place: Number(place.text) }];
  });

/** What is wrong with the indexes: an item not in the pinyin index once, a number on another page than named. */
export const faultyIndexes = (
  pages: readonly PrintedPage[],
  items: readonly ExpectedItem[],
): readonly string[] => {
  const indexed = pages
    .filter(({ head }) => head === "按拼音找")
    .flatMap(({ rows }) => rows.map(({ number }) => number));
  const counts = new Map<number, number>();
  for (const number of indexed) counts.set(number, (counts.get(number) ?? 0) + 1);
  const pinyin = items.flatMap(({ number }) =>
    counts.get(number) === 1 ? [] : [`${number} is ${counts.get(number) ?? 0} times in pinyin`],
  );
  const ranges = pages
    .filter(({ head }) => head === "按号码找")
    .flatMap(({ words }) => rangesOf(words));
  const numbers = items.flatMap(({ number }) => {
    const named = ranges.filter(({ from, to }) => from <= number && number <= to);
    if (named.length !== 1) return [`${number} is ${named.length} times in the index of numbers`];
    const page = pages[(named[0]?.place ?? 0) - 1];
    return page !== undefined && isShelf(page) && page.rows.some((row) => row.number === number)
      ? []
      : [`${number} is not on page ${named[0]?.place}`];
  });
  return [...pinyin, ...numbers];
};

/** Pages whose foot does not carry their own number; cover and back have none. */
export const faultyPageNumbers = (pages: readonly PrintedPage[]): readonly string[] =>
  pages.flatMap(({ head, text }, at) =>
    head === "" || text.replaceAll(/\s/gu, "").includes(`—${at + 1}—`)
      ? []
      : [`page ${at + 1} is not numbered`],
  );
