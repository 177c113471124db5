import type { ListBlock, ListRow, RowAnchor } from "@dianbo/shared/page-list";
import { lineOf, resolve } from "./page-elements.ts";

/** Links of a page that are looked at; a page with more is read as far as this. */
const MOST_ANCHORS = 4000;
/** Rows of one block. */
const MOST_ROWS = 1500;
/** Inline parts and cells hold pieces of a row, and are none. */
const NO_ROW = new Set(
  "TD TH SPAN B I EM STRONG FONT H1 H2 H3 H4 H5 H6 SCRIPT STYLE OPTION".split(" "),
);
const TIME_MARKS = /^(?:data-)?(?:pub|publish)?_?-?(?:time|date|pubtime|pubdate|datetime)$/iu;

const isElement = (node: Node): node is Element => node.nodeType === 1;

const anchorOf = (element: Element, base: string): RowAnchor | undefined => {
  const url = resolve(element.getAttribute("href")?.replace(/[\r\n\t]/gu, ""), base);
  if (url === undefined || url.length > 4000) return undefined;
  // A link within the page leads nowhere else.
  if (url.split("#")[0] === base.split("#")[0]) return undefined;
  const picture = element.querySelector("img");
  const title =
    element.getAttribute("title") ?? picture?.getAttribute("alt") ?? picture?.getAttribute("title");
  return { url, text: lineOf(element, 500), title: (title ?? "").slice(0, 500) };
};

const SILENT = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SELECT BUTTON".split(" "));

/** The text of a node without its links. */
const outsideLinks = (node: Node): string => {
  if (node.nodeType === 3) return node.nodeValue ?? "";
  if (!isElement(node)) return "";
  const name = node.nodeName.toUpperCase();
  if (name === "A" || SILENT.has(name)) return " ";
  return ` ${[...node.childNodes].map(outsideLinks).join("")} `;
};

const marksOf = (row: Element): string[] =>
  [row, ...row.querySelectorAll("*")].slice(0, 60).flatMap((element) =>
    element.getAttributeNames().flatMap((name) => {
      const value = TIME_MARKS.test(name) ? element.getAttribute(name) : null;
      return value === null || value === "" ? [] : [value.slice(0, 100)];
    }),
  );

const anchorsIn = (row: Element, known: ReadonlyMap<Element, RowAnchor>): RowAnchor[] => {
  const elements = row.nodeName.toUpperCase() === "A" ? [row] : [...row.querySelectorAll("a")];
  return elements.slice(0, 40).flatMap((element) => known.get(element) ?? []);
};

const readRow = (
  row: Element,
  known: ReadonlyMap<Element, RowAnchor>,
): Omit<ListRow, "beside"> => ({
  anchors: anchorsIn(row, known),
  text:
    row.nodeName.toUpperCase() === "A"
      ? ""
      : outsideLinks(row).replace(/\s+/gu, " ").slice(0, 2000),
  marks: marksOf(row),
});

const DATED = /(?:19|20)\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}|\d{1,2}\s*[-/月]\s*\d{1,2}/u;

/** Rows of one parent. A date may stand between them, before or after the row it belongs to. */
const rowsOf = (
  parent: Element,
  rows: ReadonlySet<Element>,
  known: ReadonlyMap<Element, RowAnchor>,
): ListRow[] => {
  const gaps: string[] = [""];
  const read: Omit<ListRow, "beside">[] = [];
  for (const node of parent.childNodes) {
    if (isElement(node) && rows.has(node)) {
      read.push(readRow(node, known));
      gaps.push("");
    } else gaps[gaps.length - 1] += outsideLinks(node);
  }
  const shift = DATED.test(gaps[0] ?? "") ? 0 : 1;
  return read.map((row, index) => ({
    ...row,
    beside: (gaps[index + shift] ?? "").replace(/\s+/gu, " ").trim().slice(0, 500),
  }));
};

const likeKey = (element: Element): string =>
  `${element.nodeName}.${element.getAttribute("class") ?? ""}`;

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

/** Blocks of the same kind side by side under one element, joined. */
const joinedBlocks = (
  blocks: readonly { readonly parent: Element; readonly name: string; readonly block: ListBlock }[],
): ListBlock[] => {
  const beside = new Map<Element, Map<string, ListBlock[]>>();
  for (const { parent, name, block } of blocks) {
    const above = parent.parentElement;
    if (above === null) continue;
    const key = `${likeKey(parent)} ${name}`;
    const byKey = beside.get(above) ?? new Map<string, ListBlock[]>();
    beside.set(above, byKey.set(key, [...(byKey.get(key) ?? []), block]));
  }
  return [...beside.values()]
    .flatMap((byKey) => [...byKey.values()])
    .filter((parts) => parts.length > 1 && parts.length < 60)
    .map((parts) => parts.flat().slice(0, MOST_ROWS));
};

/**
 * Every set of like things on the page that hold links: the children of one element that have one name.
 * Lists that are cut into several of the same kind side by side (five rows, a line, five rows) are also
 * offered as one. Which of them is the list is told from their links and dates, elsewhere.
 */
export const blocksOf = (document: Document, base: string): ListBlock[] => {
  const known = new Map<Element, RowAnchor>();
  for (const element of [...document.querySelectorAll("a[href]")].slice(0, MOST_ANCHORS)) {
    const anchor = anchorOf(element, base);
    if (anchor !== undefined) known.set(element, anchor);
  }
  const blocks = [...groupsOf(known.keys())].flatMap(([parent, byName]) =>
    [...byName]
      .filter(([, rows]) => rows.size <= MOST_ROWS)
      .map(([name, rows]) => ({ parent, name, block: rowsOf(parent, rows, known) })),
  );
  const single = blocks.filter(({ block }) => block.length > 1).map(({ block }) => block);
  return [...single, ...joinedBlocks(blocks)];
};
