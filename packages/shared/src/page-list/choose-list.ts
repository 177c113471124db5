import type { CivilDate } from "../clock/index.ts";
import { withoutHidden } from "../portal/index.ts";
import { hostOfUrl, namesOneThing, shapeOf, siteOfHost } from "./link-shape.ts";
import { type LinkKind, type ListLink, MOST_LINKS } from "./page-list.ts";
import { rowDate, withoutDate } from "./row-date.ts";

/** A link inside a row, as the page has it. */
export interface RowAnchor {
  /** Absolute. */
  readonly url: string;
  readonly text: string;
  /** The `title` attribute, or a picture's description. */
  readonly title: string;
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
}

/** Rows that stand side by side. */
export type ListBlock = readonly ListRow[];

interface Entry {
  readonly link: ListLink;
  readonly isDated: boolean;
  readonly isShaped: boolean;
}

/** Walked from the end: a pattern would try every beginning of a hostile text. */
const withoutEllipsis = (text: string): string => {
  let end = text.length;
  while (end > 0 && /[.…\s]/u.test(text[end - 1] ?? "")) end -= 1;
  return /^\s*(?:\.{2}|…)/u.test(text.slice(end)) ? text.slice(0, end) : text;
};

/** The longer of text and `title`; a text that only decorates the title (a column, a date, a bullet) gives way. */
export const titleOfLink = ({ text, title }: Pick<RowAnchor, "text" | "title">): string => {
  const shown = withoutDate(
    withoutHidden(text)
      .replace(/^[\s·•▪◆■●>»・∙-]+/u, "")
      .replace(/\s+/gu, " "),
  );
  const named = withoutDate(withoutHidden(title).replace(/\s+/gu, " ").trim());
  if (named.length >= 4 && shown.includes(named)) return named.slice(0, 500);
  // A text that is cut off says less than the title it begins, even where it is as long.
  const stem = withoutEllipsis(shown);
  if (stem.length >= 4 && stem !== shown && named.startsWith(stem)) return named.slice(0, 500);
  return (named.length > shown.length ? named : shown).slice(0, 500);
};

/** What a link most likely leads to. */
export const kindOfLink = (url: string, title: string, isOffSite: boolean): LinkKind => {
  const path = url.replace(/[?#].*$/u, "");
  if (/\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd)$/iu.test(path)) return "document";
  if (/\.(?:mp4|m4v|webm|mov)$/iu.test(path)) return "video";
  if (/\.(?:mp3|m4a)$/iu.test(path)) return "audio";
  if (isOffSite) return "link";
  if (/VIDE\d{10}|\/(?:video|shipin|sp)\//iu.test(path)) return "video";
  if (/AUDI\d{10}|\/audio\//iu.test(path)) return "audio";
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

/** The link that the row is about: the first of the list's own shape, else the one that says most. */
const mainOf = (row: ListRow, shape: string | undefined): RowAnchor | undefined => {
  const shaped = row.anchors.filter(({ url }) => shapeOf(url) === shape);
  const from = shaped.length > 0 ? shaped : row.anchors;
  // A picture and a heading often lead to the same page: the one with words names it.
  const titled = from.map((anchor) => {
    const same = from.filter(({ url }) => url === anchor.url);
    const best = same.reduce((a, b) => (titleOfLink(b).length > titleOfLink(a).length ? b : a));
    return { ...best, url: anchor.url };
  });
  const worded = titled.filter((anchor) => titleOfLink(anchor).length >= 2);
  if (shaped.length > 0) return worded[0];
  return worded.reduce<RowAnchor | undefined>(
    (best, one) =>
      best === undefined || titleOfLink(one).length > titleOfLink(best).length ? one : best,
    undefined,
  );
};

const NO_ITEM = /^(?:更多|more|查看更多|点击查看|首页|上一页|下一页|尾页|末页|返回)?\s*[>»＞+]*$/iu;

const entriesOf = (block: ListBlock, site: string): readonly Entry[] => {
  const shape = dominantShape(block);
  return block.flatMap((row) => {
    const main = mainOf(row, shape);
    if (main === undefined) return [];
    const title = titleOfLink(main);
    if (NO_ITEM.test(title)) return [];
    const facts = { url: main.url, linkText: main.text, marks: row.marks };
    const inside = rowDate({ ...facts, text: row.text });
    const near = inside.beside ? inside : rowDate({ ...facts, text: row.beside });
    const date: CivilDate | undefined = near.date ?? inside.date;
    const offSite = siteOfHost(hostOfUrl(main.url)) !== site;
    const link: ListLink = {
      url: main.url,
      title,
      ...(date === undefined ? {} : { date }),
      kind: kindOfLink(main.url, title, offSite),
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

const candidateOf = (block: ListBlock, site: string): Candidate => {
  const entries = uniqueEntries(entriesOf(block, site));
  const dated = entries.filter(({ isDated }) => isDated);
  if (dated.length >= 2 && dated.length >= entries.length * 0.5) {
    const kept = entries.filter(
      ({ isDated, isShaped, link }) => isDated || (isShaped && namesOneThing(link.url)),
    );
    const shaped = kept.filter(({ isShaped }) => isShaped).length;
    return { links: kept.map(({ link }) => link), score: dated.length * 10 + shaped };
  }
  const like = entries.filter(({ link, isShaped }) => isShaped && namesOneThing(link.url));
  const letters = like.reduce((sum, { link }) => sum + link.title.length, 0);
  const isList =
    like.length >= FEWEST && like.length >= entries.length * 0.6 && letters >= like.length * 6;
  return isList
    ? { links: like.map(({ link }) => link), score: like.length * 3 }
    : { links: [], score: 0 };
};

/**
 * The list of a page: of all blocks of like rows the one with most dates beside its links; a footer with
 * eighty links and no dates is none. Where nothing is dated, the block with most links of one shape.
 */
export const chooseList = (blocks: readonly ListBlock[], pageUrl: string): readonly ListLink[] => {
  const site = siteOfHost(hostOfUrl(pageUrl));
  let best: Candidate = { links: [], score: 0 };
  for (const block of blocks) {
    const candidate = candidateOf(block, site);
    if (candidate.score > best.score) best = candidate;
  }
  return best.links.slice(0, MOST_LINKS);
};
