import { withoutSiteSuffix } from "@dianbo/shared/portal";
import {
  bareSource,
  besideDay,
  daysInAttributes,
  namedAccount,
  namedSource,
  shownSource,
} from "./head-sources.ts";
import { type PageBlock, proseIn, SEAM } from "./page-blocks.ts";
import { lineOf, select } from "./page-elements.ts";
import { type Label, labelsIn } from "./page-labels.ts";
import { writtenSource } from "./written-source.ts";

/** Where portals write their titles and nothing else. */
const SURE_TITLES = [
  "h1#ti",
  ".share-title",
  ".big_title",
  ".rm_txt h1",
  ".text_title h1",
  ".head-line h1",
  "#articleTitle",
  "#activity-name",
  "#ivs_title",
  "h2.tit",
  ".article-title",
  ".article_title",
  ".articleTitle",
  ".xl_title",
  ".xxgk_title",
  ".detail-title",
  ".content-title",
  ".h-title",
  ".arti_title",
  ".titlestyle",
];
/** Where a title may stand, or the site's banner, or anything. */
const VAGUE_TITLES = ["h1", ".title", ".tit", ".bt", "h2", "h3"];

const CRUMBS = [
  ".crumbs",
  ".crumb",
  ".breadcrumb",
  ".breadcrumbs",
  ".place",
  ".position",
  ".location",
  ".path",
  ".weizhi",
  ".dqwz",
  ".mbx",
  ".pos",
  '[class*="crumb"]',
  '[class*="position"]',
  '[aria-label="breadcrumb"]',
];

/** The way to the page as the page itself shows it. */
export const breadcrumbOf = (document: Document): string[] => {
  const candidates = select(document, CRUMBS).slice(0, 40);
  for (const element of candidates) {
    const text = lineOf(element, 300);
    if (!/[>＞»›]|首页/u.test(text)) continue;
    return text
      .replace(/^.{0,8}位置\s*(?:是)?[:：]?/u, "")
      .split(/\s*[>＞»›]+\s*/u)
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .slice(0, 12);
  }
  return [];
};

/** What stands round a title: what the page says of itself before its text begins, and after it ends. */
export interface PageHead {
  /** Texts that look like the title, most likely first. */
  readonly headings: string[];
  readonly labels: Label[];
  /** Lines near the title, for a date without a label. */
  readonly text: string;
}

/** Signs that some sites hang on a title: `水渠修到家门口 原创`. */
const withoutBadge = (text: string): string =>
  text.replace(/\s+(?:原创|转载|独家|图集|组图|视频|推荐|置顶|热|荐)$/u, "");

const bare = (text: string): string => text.replace(/[\s\u3000“”"「」《》]/gu, "");

/** Facts of a page: a day or a source beside a label. */
const isFacts = (text: string): boolean =>
  text.length <= 200 &&
  (/(?:来\s*源|发布(?:时间|日期)|发稿时间|稿源|信息来源)[\s\u3000]*[:：]/u.test(text) ||
    (/20\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}/u.test(text) &&
      /来\s*源|浏览|点击|阅读|字号|字体|作者|日期|时间|\d:\d\d/u.test(text)));

/** Days of the week stand in the frame beside today's day, and beside the day of publishing too. */
const isPublished = (text: string): boolean =>
  !/今天是|今日|农历|天气/u.test(text) && /来\s*源|发布|作者|第\s*\w{1,4}\s*版/u.test(text);

const DAY = /(?:19|20)\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}/u;

/** The day itself may be the line's link. */
const isDayLink = (text: string, linked: number): boolean =>
  linked <= 14 && text.length <= 60 && /20\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}/u.test(text);

const TODAY = /今天是|今日|星期[一二三四五六日天]|农历|天气/u;

/** Index of the first line of connected text: the body begins there. */
const firstProse = (blocks: readonly PageBlock[], from: number): number => {
  for (let index = from; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block !== undefined && proseIn(block) >= 40 && !isFacts(block.text)) return index;
  }
  return blocks.length;
};

/** The line that the window title names: the longest that it holds, the last one before the text. */
const titleIndex = (
  blocks: readonly PageBlock[],
  window: string,
  prose: number,
  least = 4,
): number => {
  let best = -1;
  let length = least - 1;
  for (const [index, { text, linked }] of blocks.entries()) {
    if (text.length > 160) continue;
    const letters = bare(withoutBadge(text));
    // A word that is nothing but a link stands in a menu.
    if (letters.length <= 8 && linked >= letters.length) continue;
    if (letters.length < least || !window.includes(letters)) continue;
    // The banner is named at the window title's end; what it begins with is the page's own.
    const weight = letters.length + (window.startsWith(letters) ? 100 : 0);
    if (weight > length || (weight === length && index < prose)) {
      best = index;
      length = weight;
    }
  }
  return best;
};

/** A day that stands alone shortly before the text. */
const lastDay = (blocks: readonly PageBlock[], prose: number): number => {
  for (let index = prose - 1; index >= Math.max(0, prose - 6); index -= 1) {
    const block = blocks[index];
    if (block === undefined || block.linked > 0 || block.text.length > 60) continue;
    if (/20\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}/u.test(block.text)) return index;
  }
  return -1;
};

/** A row of a list: what stands near the title ends before it. */
const isRow = ({ text, linked }: PageBlock): boolean => linked >= 12 && linked > text.length * 0.5;

/** The line over the facts: the title of a page whose window says only the column. */
const overFacts = (blocks: readonly PageBlock[], facts: number): string | undefined => {
  for (let index = facts - 1; index >= Math.max(0, facts - 5); index -= 1) {
    const block = blocks[index];
    if (block === undefined) return undefined;
    const { text, linked } = block;
    const letters = bare(text);
    const isOther =
      /^(?:—|－－|--|（副)|[>＞»]|[:：]$|当前位置|首页|字号|分享|打印/u.test(text) ||
      TODAY.test(text);
    if (letters.length >= 4 && letters.length <= 100 && linked === 0 && !isOther) return text;
  }
  return undefined;
};

/** A site's name is shorter than this. */
const LONG = 14;
const NEAR = 14;
const BEFORE = 4;
const AFTER = 10;

const INFO = [
  ".info",
  ".time",
  ".source",
  ".pages-date",
  ".pubtime",
  ".daty",
  ".channel",
  ".box01",
  ".article-info",
  ".xl_info",
  ".header-time",
  '[class*="info"]',
];

/** Reads what a page says of itself: round its title, and under its text. */
export const headOf = (document: Document, blocks: readonly PageBlock[]): PageHead => {
  const shown = (document.title ?? "").slice(0, 2000);
  const window = bare(shown);
  const prose = firstProse(blocks, 0);
  // The site's name at the window's end stands somewhere on every page; what is longer is a title all the same.
  const own = titleIndex(blocks, bare(withoutSiteSuffix(shown)), prose);
  const title = own >= 0 ? own : titleIndex(blocks, window, prose, LONG);
  // A long title reads like prose itself.
  const bodyStart = firstProse(blocks, title + 1);
  const labelled = blocks.findIndex(
    ({ text }, index) => index > title && index <= bodyStart + 1 && isFacts(text),
  );
  const facts = labelled >= 0 ? labelled : lastDay(blocks, bodyStart);
  const named = title >= 0 ? blocks[title] : undefined;
  const over = facts >= 0 ? overFacts(blocks, facts) : undefined;
  const whole = named === undefined ? undefined : lineOf(named.element, 300);
  const agreed = whole !== undefined && window.includes(bare(whole)) ? whole : named?.text;
  const sure = select(document, SURE_TITLES)
    .slice(0, 40)
    .map((element) => lineOf(element, 300));
  const vague = select(document, VAGUE_TITLES)
    .slice(0, 40)
    .map((element) => lineOf(element, 300));
  const headings = [agreed, ...sure, over, ...vague].flatMap((text) =>
    text === undefined || text === "" ? [] : [withoutBadge(text)],
  );

  const at = title >= 0 ? title : facts;
  const rows = blocks.findIndex((block, index) => index > at && isRow(block));
  const nearEnd = Math.min(bodyStart + 1, at + NEAR, rows < 0 ? blocks.length : rows);
  const near =
    at < 0
      ? []
      : [
          ...blocks.slice(at + (title >= 0 ? 1 : 0), nearEnd),
          ...blocks.slice(Math.max(0, at - BEFORE), at),
        ].filter(({ text }) => text.length <= 300 && (!TODAY.test(text) || isPublished(text)));
  const nearLabels = labelsIn(near.map(({ pieces }) => pieces));
  const end = blocks.reduce((at, block, index) => (proseIn(block) >= 40 ? index + 1 : at), 0);
  const under = labelsIn(
    blocks.slice(Math.max(0, end - 1), end + AFTER).map(({ pieces }) => pieces.slice(-160)),
  ).filter(({ label }) => /来源|稿源|供稿|发布|作者/u.test(label));
  const usual =
    nearLabels.length > 0
      ? []
      : labelsIn(
          select(document, INFO)
            .slice(0, 8)
            .map((element) => lineOf(element, 300)),
        );
  return {
    headings: [...new Set(headings)].slice(0, 20),
    labels: [
      ...nearLabels,
      ...usual,
      ...bareSource(document),
      ...shownSource(near),
      ...namedSource(near),
      ...besideDay(near),
      ...namedAccount(near),
      ...under,
      ...writtenSource(document),
    ].slice(0, 60),
    text: near
      .filter(
        ({ text, linked }) =>
          text.length <= 160 &&
          (linked < text.length * 0.4 || isFacts(text) || isDayLink(text, linked)),
      )
      .map(({ text, pieces }) => (DAY.test(text) ? text : pieces.split(SEAM).join(" ")))
      .concat(daysInAttributes(near))
      .join(" \n ")
      .slice(0, 2000),
  };
};
