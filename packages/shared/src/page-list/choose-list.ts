import type { CivilDate } from "../clock/index.ts";
import { hostOfUrl, namesOneThing, shapeOf, siteOfHost } from "./link-shape.ts";
import { type LinkWords, titleOfSame } from "./link-title.ts";
import { type LinkKind, type ListLink, MOST_LINKS } from "./page-list.ts";
import { dayIn, rowDate } from "./row-date.ts";

/** A link inside a row, as the page has it. */
export interface RowAnchor extends LinkWords {
  /** Absolute. */
  readonly url: string;
  /** It is a heading, or is called a title. */
  readonly heads: boolean;
  /** Pieces of it that are figures only, as a day is. */
  readonly figures: readonly string[];
}

/** One of several like things on a page: a list item, a table row, a card. */
export interface ListRow {
  readonly anchors: readonly RowAnchor[];
  /** Text outside the links. */
  readonly text: string;
  /** Text between this row and the next, or the one before it. */
  readonly beside: string;
  /** Values of attributes that name a time. */
  readonly marks: readonly string[];
  /** Parts of the row, outside its links, that are figures only, as a day is. */
  readonly figures: readonly string[];
  /** It stands in what its maker calls an aside: hot news, a ranking, related pages. */
  readonly isAside: boolean;
}

/** Rows that stand side by side. */
export type ListBlock = readonly ListRow[];

interface Entry {
  readonly link: ListLink;
  readonly isDated: boolean;
  readonly isShaped: boolean;
}

/** What a link most likely leads to. */
export const kindOfLink = (url: string, title: string, isOffSite: boolean): LinkKind => {
  const path = url.replace(/[?#].*$/u, "");
  if (/\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd)$/iu.test(path)) return "document";
  if (/\.(?:mp4|m4v|webm|mov)$/iu.test(path)) return "video";
  if (/\.(?:mp3|m4a)$/iu.test(path)) return "audio";
  if (isOffSite) return "link";
  if (/\/VIDE[a-z0-9]{10}|\/(?:video|shipin|sp)\//iu.test(path)) return "video";
  if (/\/AUDI[a-z0-9]{10}|\/audio\//iu.test(path)) return "audio";
  return /^[[（【(]视频[\])）】]|[（(【[]视频[】)）\]]|微视频/u.test(title) ? "video" : "article";
};

const dominantShape = (rows: ListBlock): string | undefined => {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const shape of new Set(row.anchors.map(({ url }) => shapeOf(url)))) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  let best: string | undefined;
  for (const [shape, times] of counts) {
    // A column's link beside every item is as frequent as the item, but names nothing.
    const weight = times + (/[NHU]|CNTV/u.test(shape) ? 0.5 : 0);
    const before =
      best === undefined ? 0 : (counts.get(best) ?? 0) + (/[NHU]|CNTV/u.test(best) ? 0.5 : 0);
    if (weight > before) best = shape;
  }
  return best;
};

/** The link that a row is about, with all that the links to the same page say. */
interface Main {
  readonly url: string;
  readonly title: string;
  /** The longest of their texts. */
  readonly text: string;
  readonly figures: readonly string[];
}

const longer = (one: string, other: string): string => (other.length > one.length ? other : one);

/** The link that the row is about: the first of the list's own shape, else the one that says most. */
const mainOf = (row: ListRow, shape: string | undefined): Main | undefined => {
  const shaped = row.anchors.filter(({ url }) => shapeOf(url) === shape);
  const from = shaped.length > 0 ? shaped : row.anchors;
  // A picture and a heading often lead to the same page.
  const worded = from.flatMap(({ url }): readonly Main[] => {
    const same = from.filter((one) => one.url === url);
    const title = titleOfSame(same);
    if (title.length < 2) return [];
    const text = same.map((one) => one.text).reduce(longer, "");
    return [{ url, title, text, figures: same.flatMap(({ figures }) => figures) }];
  });
  if (shaped.length > 0) return worded[0];
  return worded.reduce<Main | undefined>(
    (best, one) => (best === undefined || one.title.length > best.title.length ? one : best),
    undefined,
  );
};

const NO_ITEM = /^(?:更多|more|查看更多|点击查看|首页|上一页|下一页|尾页|末页|返回)?\s*[>»＞+]*$/iu;

/** Of a file that is called as it is titled. */
const FILE_ENDING = /(?<=.{2})\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd)$/iu;

/** Items that a table sets side by side. */
const MOST_SPLIT = 4;

/** A row of a table that holds two items and two days is two rows. */
const splitRow = (row: ListRow, shape: string | undefined): readonly ListRow[] => {
  const shaped = row.anchors.filter(({ url }) => shapeOf(url) === shape);
  const urls = [...new Set(shaped.map(({ url }) => url))];
  const days = row.figures.filter((text) => dayIn(text) !== undefined);
  if (urls.length < 2 || urls.length > MOST_SPLIT || urls.length !== days.length) return [row];
  return urls.map((wanted, index) => ({
    ...row,
    anchors: shaped.filter(({ url }) => url === wanted),
    figures: days.slice(index, index + 1),
    text: "",
  }));
};

const entriesOf = (block: ListBlock, site: string): readonly Entry[] => {
  const shape = dominantShape(block);
  return block
    .flatMap((row) => splitRow(row, shape))
    .flatMap((row) => {
      const main = mainOf(row, shape);
      if (main === undefined) return [];
      const { title } = main;
      if (NO_ITEM.test(title)) return [];
      const figures = [...row.figures, ...main.figures];
      const facts = { url: main.url, linkText: main.text, marks: row.marks, figures };
      const inside = rowDate({ ...facts, text: row.text });
      const near = inside.beside ? inside : rowDate({ ...facts, text: row.beside });
      const date: CivilDate | undefined = near.date ?? inside.date;
      const offSite = siteOfHost(hostOfUrl(main.url)) !== site;
      const kind = kindOfLink(main.url, title, offSite);
      const link: ListLink = {
        url: main.url,
        title: kind === "document" ? title.replace(FILE_ENDING, "") : title,
        ...(date === undefined ? {} : { date }),
        kind,
        offSite,
      };
      return [{ link, isDated: near.beside, isShaped: shapeOf(main.url) === shape }];
    });
};

const uniqueEntries = (entries: readonly Entry[]): readonly Entry[] => {
  const seen = new Set<string>();
  return entries.filter(({ link }) => {
    const key = link.url.replace(/#.*$/u, "");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Fewer rows than this are no list, unless each has its day. */
const FEWEST = 3;

interface Candidate {
  readonly links: readonly ListLink[];
  readonly score: number;
}

/** Titles of an undated list whose addresses hold only a small number are as long as this on average. */
const LONG_TITLE = 9;

/** Where nothing is dated: links of one shape with titles, each naming one thing. */
const undatedOf = (entries: readonly Entry[]): Candidate => {
  const shaped = entries.filter(({ isShaped }) => isShaped);
  const named = shaped.filter(({ link }) => namesOneThing(link.url));
  const isNamed = named.length >= FEWEST;
  // `show.php?id=12` names one thing where the titles are too long for columns.
  const like = isNamed ? named : shaped.filter(({ link }) => /\d/u.test(link.url));
  const letters = like.reduce((sum, { link }) => sum + link.title.length, 0);
  const isList =
    like.length >= (isNamed ? FEWEST : FEWEST + 2) &&
    like.length >= entries.length * 0.6 &&
    letters >= like.length * (isNamed ? 6 : LONG_TITLE);
  return isList
    ? { links: like.map(({ link }) => link), score: like.length * (isNamed ? 3 : 2) }
    : { links: [], score: 0 };
};

/** The folder of a page; `undefined` for the site's own. */
const folderOf = (url: string): string | undefined => {
  const folder = url.replace(/[?#].*$/u, "").replace(/[^/]*$/u, "");
  return /^https?:\/\/[^/]+\/./iu.test(folder) ? folder : undefined;
};

/** What lies below the page's own folder is its own; what its maker calls an aside is not. */
const weightOf = (block: ListBlock, links: readonly ListLink[], pageUrl: string): number => {
  const folder = folderOf(pageUrl);
  const below = links.filter(({ url }) => folder !== undefined && url.startsWith(folder));
  const own = links.length > 0 && below.length >= links.length * 0.6 ? 1.5 : 1;
  return block[0]?.isAside === true ? own / 2 : own;
};

const candidateOf = (block: ListBlock, site: string): Candidate => {
  const entries = uniqueEntries(entriesOf(block, site));
  const dated = entries.filter(({ isDated }) => isDated);
  if (dated.length < 2 || dated.length < entries.length * 0.5) return undatedOf(entries);
  const kept = entries.filter(
    ({ isDated, isShaped, link }) => isDated || (isShaped && namesOneThing(link.url)),
  );
  const shaped = kept.filter(({ isShaped }) => isShaped).length;
  return { links: kept.map(({ link }) => link), score: dated.length * 10 + shaped };
};

/** Different addresses in a block: more than its items where it is a box around them. */
const addressesIn = (block: ListBlock): number =>
  new Set(block.flatMap(({ anchors }) => anchors.map(({ url }) => url))).size;

/**
 * The list of a page: of all blocks of like rows the one with most dates beside its links; a footer with
 * eighty links and no dates is none. Where nothing is dated, the block with most links of one shape.
 * `boxes` are the rows of boxes built alike on a page that has no next one: where the list is one of
 * them, or there is none, the page is a home page, and its list is all of them.
 */
export const chooseList = (
  blocks: readonly ListBlock[],
  pageUrl: string,
  boxes: readonly ListBlock[] = [],
): readonly ListLink[] => {
  const site = siteOfHost(hostOfUrl(pageUrl));
  let best: Candidate = { links: [], score: 0 };
  let chosen: ListBlock = [];
  for (const block of blocks) {
    const { links, score } = candidateOf(block, site);
    const weighed = score * weightOf(block, links, pageUrl);
    if (weighed < best.score || weighed === 0) continue;
    // Of two alike the one whose rows hold less besides: the row itself, not the box around it.
    if (weighed === best.score && addressesIn(block) >= addressesIn(chosen)) continue;
    best = { links, score: weighed };
    chosen = block;
  }
  const [first] = chosen;
  const all = boxes
    .filter((rows) => first === undefined || rows.includes(first))
    .map((rows) => candidateOf(rows, site).links)
    .find((links) => links.length > best.links.length);
  return (all ?? best.links).slice(0, MOST_LINKS);
};
