import {
  isFigures,
  type ListBlock,
  type ListRow,
  LONGEST_FIGURES,
  type RowAnchor,
} from "@dianbo/shared/page-list";
import { anchorOf } from "./capture-list-link.ts";
import { isHidden, likeBoxes, type Siblings, sideBySide } from "./capture-list-siblings.ts";
import { isElement } from "./page-elements.ts";

/** Rows may open by script and hold no link at all. */
const LINKS =
  "a, tr[onclick], li[onclick], div[onclick], tr[data-href], li[data-href], div[data-href]";
/** Links of a page that are looked at; a page with more is read as far as this. */
const MOST_ANCHORS = 4000;
/** Rows of one block. */
const MOST_ROWS = 1500;
/** Inline parts and cells hold pieces of a row, and are none. A heading may be one: its facts follow it. */
const NO_ROW = new Set("TD TH SPAN B I EM STRONG FONT SCRIPT STYLE OPTION".split(" "));
const TIME_MARKS = /^(?:data-)?(?:pub|publish)?_?-?(?:time|date|pubtime|pubdate|datetime)$/iu;

const SILENT = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SELECT BUTTON".split(" "));

/** Nodes of one row that are read; a row is small, and a hostile page must not make it large. */
const MOST_NODES = 400;
/** Links of one row. */
const MOST_LINKS = 40;
/** Parts of one row that are figures only. */
const MOST_FIGURES = 8;

/** What stands in a row: its links, the text outside them, the attributes that name a time. */
class RowReader {
  readonly anchors: RowAnchor[] = [];
  readonly marks: string[] = [];
  readonly figures: string[] = [];
  readonly #known: ReadonlyMap<Element, RowAnchor>;
  readonly #pieces: string[] = [];
  #letters = 0;
  #left = MOST_NODES;

  constructor(known: ReadonlyMap<Element, RowAnchor>) {
    this.#known = known;
  }

  read(node: Node): void {
    this.#left -= 1;
    if (this.#left < 0) return;
    if (node.nodeType === 3) this.#add(node.nodeValue ?? "");
    if (!isElement(node)) return;
    const name = node.nodeName.toUpperCase();
    this.#add(" ");
    if (SILENT.has(name)) return;
    for (const attribute of node.getAttributeNames()) {
      const value = TIME_MARKS.test(attribute) ? node.getAttribute(attribute) : null;
      if (value !== null && value !== "") this.marks.push(value.slice(0, 100));
    }
    const anchor = this.#known.get(node);
    if (anchor !== undefined && this.anchors.length < MOST_LINKS) this.anchors.push(anchor);
    // A link's own text is read as its title.
    if (name !== "A") this.#readChildren(node);
    this.#add(" ");
  }

  text(limit: number): string {
    return this.#pieces.join("").replace(/\s+/gu, " ").trim().slice(0, limit);
  }

  #add(text: string): void {
    this.#pieces.push(text);
    this.#letters += text.trim().length;
  }

  #readChildren(element: Element): void {
    const from = this.#pieces.length;
    const before = this.#letters;
    const known = this.figures.length;
    for (const child of element.childNodes) this.read(child);
    const length = this.#letters - before;
    // Two parts of figures inside are two days, not one.
    if (length === 0 || length > LONGEST_FIGURES || this.figures.length > known + 1) return;
    const own = this.#pieces.slice(from).join("").replace(/\s+/gu, " ").trim();
    if (own === this.figures.at(-1) || this.figures.length >= MOST_FIGURES) return;
    if (isFigures(own)) this.figures.push(own);
  }
}

type ReadRow = Omit<ListRow, "beside" | "isAside">;

const readRow = (row: Element, known: ReadonlyMap<Element, RowAnchor>): ReadRow => {
  const reader = new RowReader(known);
  reader.read(row);
  const { anchors, marks, figures } = reader;
  return { anchors, marks, figures, text: reader.text(2000) };
};

const DATED = /(?:19|20)\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}|\d{1,2}\s*[-/月]\s*\d{1,2}/u;

const ASIDE =
  /(?:^|[\s_-])(?:aside|side(?:bar|box)?|hot\w*|rank\w*|recommend\w*|relat\w*|tuijian|paihang|phb)(?:$|[\s_-])/iu;
/** How far up what a box is called may stand. */
const ASIDE_ABOVE = 4;

const standsAside = (element: Element): boolean => {
  let at: Element | null = element;
  for (let depth = 0; at !== null && depth < ASIDE_ABOVE; depth += 1) {
    const called = `${at.getAttribute("class") ?? ""} ${at.getAttribute("id") ?? ""}`;
    if (at.nodeName.toUpperCase() === "ASIDE" || ASIDE.test(called.slice(0, 200))) return true;
    at = at.parentElement;
  }
  return false;
};

const LISTS = new Set(["UL", "OL", "TABLE", "TBODY"]);

/** Rows of one parent. A date may stand between them, before or after the row it belongs to. */
const rowsOf = (
  parent: Element,
  rows: ReadonlySet<Element>,
  known: ReadonlyMap<Element, RowAnchor>,
): ListRow[] => {
  const areHidden = [...rows].every(isHidden);
  let gap = new RowReader(known);
  const gaps = [gap];
  const read: ReadRow[] = [];
  for (const node of parent.childNodes) {
    if (isElement(node) && rows.has(node)) {
      // A whole list that is hidden is another tab; hidden items wait for 查看更多 and belong to it.
      if (!areHidden && LISTS.has(node.nodeName.toUpperCase()) && isHidden(node)) continue;
      read.push(readRow(node, known));
      gap = new RowReader(known);
      gaps.push(gap);
    } else gap.read(node);
  }
  const between = gaps.map((one) => one.text(500));
  const shift = DATED.test(between[0] ?? "") ? 0 : 1;
  const isAside = standsAside(parent);
  return read.map((row, index) => ({ ...row, isAside, beside: between[index + shift] ?? "" }));
};

/** Parent → name → its children of that name that hold links. */
type Groups = ReadonlyMap<Element, ReadonlyMap<string, ReadonlySet<Element>>>;

/** How far up from a link its row may stand. */
const HIGHEST = 12;

const groupsOf = (anchors: Iterable<Element>): Groups => {
  const groups = new Map<Element, Map<string, Set<Element>>>();
  for (const anchor of anchors) {
    let child = anchor;
    for (let depth = 0; depth < HIGHEST; depth += 1) {
      const parent = child.parentElement;
      if (parent === null) break;
      const name = child.nodeName.toUpperCase();
      if (!NO_ROW.has(name)) {
        const byName = groups.get(parent) ?? new Map<string, Set<Element>>();
        groups.set(parent, byName.set(name, (byName.get(name) ?? new Set()).add(child)));
      }
      child = parent;
    }
  }
  return groups;
};

/** What a page shows side by side. */
export interface PageBlocks {
  readonly blocks: readonly ListBlock[];
  /** The rows of all boxes that are built alike, as a home page has one for each column. */
  readonly boxes: readonly ListBlock[];
}

/**
 * Every set of like things on the page that hold links: the children of one element that have one name.
 * Lists that are cut into several of the same kind side by side (five rows, a line, five rows) are also
 * offered as one. Which of them is the list is told from their links and dates, elsewhere.
 */
export const blocksOf = (document: Document, base: string): PageBlocks => {
  const known = new Map<Element, RowAnchor>();
  for (const element of [...document.querySelectorAll(LINKS)].slice(0, MOST_ANCHORS)) {
    const anchor = anchorOf(element, base);
    if (anchor !== undefined) known.set(element, anchor);
  }
  const all: Siblings[] = [...groupsOf(known.keys())].flatMap(([parent, byName]) =>
    [...byName]
      .filter(([, rows]) => rows.size <= MOST_ROWS)
      .map(([name, rows]) => ({ parent, name, rows })),
  );
  const read = new Map(all.map((one) => [one, rowsOf(one.parent, one.rows, known)] as const));
  const joinedOf = (parts: readonly Siblings[]): ListBlock =>
    parts.flatMap((part) => read.get(part) ?? []).slice(0, MOST_ROWS);
  const single = all.filter(({ rows }) => rows.size > 1).map((one) => joinedOf([one]));
  const joined = sideBySide(all).map(joinedOf);
  return {
    blocks: [...single, ...joined],
    boxes: likeBoxes(all).map(joinedOf),
  };
};
