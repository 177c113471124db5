import { BLOCKS, DEEPEST, isElement, SILENT } from "./page-elements.ts";

/** One line of a page as people see it: the text between two block borders. */
export interface PageBlock {
  readonly text: string;
  /** The same with `SEAM` where one element ends and the next begins: two facts may stand so. */
  readonly pieces: string;
  /** How many of its characters stand in links. */
  readonly linked: number;
  /** The nearest block element round it. */
  readonly element: Element;
  /** The text nodes that it is made of. */
  readonly nodes: readonly Node[];
}

/** Stands between two elements of one line that touch. */
export const SEAM = "\u241F";

/** A page of more lines than this is no page to read. */
const MOST_BLOCKS = 20_000;

interface Run {
  text: string;
  pieces: string;
  linked: number;
  nodes: Node[];
}

/** The lines of an element in the order of the page; scripts, styles and empty lines left out. */
export const blocksOf = (root: Element | null): readonly PageBlock[] => {
  const blocks: PageBlock[] = [];
  if (root === null) return blocks;
  let run: Run = { text: "", pieces: "", linked: 0, nodes: [] };
  const flush = (element: Element): void => {
    const text = run.text.replace(/[\s\u00A0\u3000]+/gu, " ").trim();
    const pieces = run.pieces.replace(/[\s\u00A0\u3000]+/gu, " ").trim();
    if (text !== "") blocks.push({ text, pieces, linked: run.linked, element, nodes: run.nodes });
    run = { text: "", pieces: "", linked: 0, nodes: [] };
  };
  const read = (node: Node, linked: boolean): void => {
    const value = node.nodeValue ?? "";
    run.text += value;
    run.pieces += value;
    run.nodes.push(node);
    if (linked) run.linked += value.replace(/[\s\u00A0\u3000]+/gu, "").length;
  };
  const enter = (element: Element, block: Element, linked: boolean, depth: number): void => {
    const name = element.nodeName.toUpperCase();
    if (SILENT.has(name)) return;
    if (name === "BR" || name === "HR") flush(block);
    else if (BLOCKS.has(name)) {
      flush(block);
      walk(element, element, linked, depth + 1);
      flush(element);
    } else {
      const before = element.previousSibling;
      if (before?.nodeType === 1 || /\s$/u.test(before?.nodeValue ?? "")) run.pieces += SEAM;
      walk(element, block, linked || name === "A", depth + 1);
    }
  };
  const walk = (element: Element, block: Element, linked: boolean, depth: number): void => {
    if (depth > DEEPEST || blocks.length > MOST_BLOCKS) return;
    for (const node of element.childNodes) {
      if (node.nodeType === 3) read(node, linked);
      else if (isElement(node)) enter(node, block, linked, depth);
    }
  };
  walk(root, root, false, 0);
  flush(root);
  return blocks;
};

const FOOT =
  /版权所有|备案|ICP|公网安备|网站标识码|主办单位|主办：|承办：|技术支持|建议使用|邮编|举报电话|copyright|免责声明|违法和不良/iu;

/** Characters of connected prose in a line; a menu, a table of facts and a footer have none. */
export const proseIn = (block: PageBlock): number => {
  const { length } = block.text.replace(/\s+/gu, "");
  if (length < 20 || block.linked > length * 0.5) return 0;
  if (!/[，。；！？、：,;]/u.test(block.text) || (length < 200 && FOOT.test(block.text))) return 0;
  return length;
};

/** A line that belongs to the frame of a page: its footer, its copyright. */
export const isFooter = (block: PageBlock): boolean =>
  block.text.length < 200 && FOOT.test(block.text) && !/[。；]/u.test(block.text);
