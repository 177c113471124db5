/** Elements that begin a line of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL".split(
    " ",
  ),
);
/** Elements whose text nobody reads. */
export const SILENT: ReadonlySet<string> = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG OBJECT SELECT TEXTAREA BUTTON".split(" "),
);
/** Deeper than any page is built; a page that goes deeper wants to break us. */
export const DEEPEST = 600;

/** Pieces of text as they are met, and how many more characters are wanted. */
interface Gathered {
  readonly pieces: string[];
  left: number;
}

const walk = (node: Node, out: Gathered, depth: number): void => {
  if (out.left <= 0) return;
  if (node.nodeType === 3) {
    const piece = (node.nodeValue ?? "").slice(0, out.left).replace(/[\s\u00A0]+/gu, " ");
    out.pieces.push(piece);
    out.left -= piece.length;
    return;
  }
  if ((node.nodeType !== 1 && node.nodeType !== 11) || depth > DEEPEST) return;
  const name = node.nodeName.toUpperCase();
  if (SILENT.has(name)) return;
  const isBlock = BLOCKS.has(name);
  if (isBlock) out.pieces.push("\n");
  for (const child of node.childNodes) walk(child, out, depth + 1);
  if (isBlock) out.pieces.push("\n");
};

/** No text of a page is longer; what goes on is not read. */
const LONGEST = 4_000_000;

/** The text of an element, one line a block, scripts and styles left out; `most` characters are looked at. */
export const textOf = (element: Node | null | undefined, most = LONGEST): string => {
  if (element === null || element === undefined) return "";
  const out: Gathered = { pieces: [], left: most };
  walk(element, out, 0);
  // Line by line: a pattern for the white space round a line end takes hours over a line of white space.
  return out.pieces
    .join("")
    .split("\n")
    .flatMap((line) => line.trim() || [])
    .join("\n");
};

/** The same on one line. An element holds a page or a name: of a page the beginning will do. */
export const lineOf = (element: Node | null | undefined, limit = 400): string =>
  textOf(element, limit * 4 + 4000)
    .replace(/\s+/gu, " ")
    .slice(0, limit);

/** Whether a page nests deeper than any page is built: readers that climb from every element take minutes over it. */
export const isTooDeep = (root: Element): boolean => {
  let depth = 0;
  let at: Element | null = root;
  while (at !== null && depth <= DEEPEST) {
    const child: Element | null = at.firstElementChild;
    if (child !== null) {
      at = child;
      depth += 1;
      continue;
    }
    while (at !== null && at !== root && at.nextElementSibling === null) {
      at = at.parentElement;
      depth -= 1;
    }
    at = at === null || at === root ? null : at.nextElementSibling;
  }
  return depth > DEEPEST;
};

/** Whether a node is an element; `instanceof` fails across documents. */
export const isElement = (node: Node): node is Element => node.nodeType === 1;

/** An absolute http address, or `undefined` for anything else. */
export const resolve = (address: string | null | undefined, base: string): string | undefined => {
  const trimmed = (address ?? "").trim();
  if (trimmed === "") return undefined;
  try {
    const url = new URL(trimmed, base);
    return (url.protocol === "http:" || url.protocol === "https:") && url.href.length <= 8000
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
};

/** Elements of several selectors, in the order of the selectors; a selector that a parser refuses finds none. */
export const select = (root: ParentNode, selectors: readonly string[]): readonly Element[] => {
  const found = new Set<Element>();
  for (const selector of selectors) {
    try {
      for (const element of root.querySelectorAll(selector)) found.add(element);
    } catch {
      // An old parser without this selector: the others go on.
    }
  }
  return [...found];
};
