const BLOCKS = new Set(
  "ADDRESS ARTICLE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION TABLE TD TH TR UL".split(
    " ",
  ),
);
const SILENT = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG OBJECT SELECT TEXTAREA BUTTON".split(" "),
);

const walk = (node: Node, out: string[]): void => {
  if (node.nodeType === 3) {
    out.push((node.nodeValue ?? "").replace(/[\s\u00A0]+/gu, " "));
    return;
  }
  if (node.nodeType !== 1 && node.nodeType !== 11) return;
  const name = node.nodeName.toUpperCase();
  if (SILENT.has(name)) return;
  const isBlock = BLOCKS.has(name);
  if (isBlock) out.push("\n");
  for (const child of node.childNodes) walk(child, out);
  if (isBlock) out.push("\n");
};

/** The text of an element, one line a block, scripts and styles left out. */
export const textOf = (element: Node | null | undefined): string => {
  if (element === null || element === undefined) return "";
  const out: string[] = [];
  walk(element, out);
  return out
    .join("")
    .replace(/[ \u3000]*\n[\s\u3000]*/gu, "\n")
    .trim();
};

/** The same on one line. */
export const lineOf = (element: Node | null | undefined, limit = 400): string =>
  textOf(element).replace(/\s+/gu, " ").slice(0, limit);

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
  const found: Element[] = [];
  for (const selector of selectors) {
    try {
      for (const element of root.querySelectorAll(selector)) {
        if (!found.includes(element)) found.push(element);
      }
    } catch {
      // An old parser without this selector: the others go on.
    }
  }
  return found;
};
