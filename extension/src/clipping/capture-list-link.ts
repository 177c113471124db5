import { isFigures, LONGEST_FIGURES, type RowAnchor } from "@dianbo/shared/page-list";
import { BLOCKS, isElement, lineOf, resolve, SILENT } from "./page-elements.ts";

/** Nodes of one link that are read; it holds a card at most. */
const MOST_NODES = 200;
/** Characters of one link. */
const MOST_LETTERS = 2000;

const HEADING = /^H[1-6]$/u;
/** What makers call an item's title: `title`, `news-tit`, `newt_dtit`. */
const CALLED_TITLE = /(?:^|[\s_-])[a-z]?(?:title|tit|biaoti)\d*(?:$|[\s_-])/iu;

const isHeading = (element: Element): boolean => HEADING.test(element.nodeName.toUpperCase());
const isCalledTitle = (element: Element): boolean =>
  CALLED_TITLE.test(element.getAttribute("class") ?? "");

/** A piece of a link's text; between lines stands an `undefined`. */
interface Piece {
  readonly text: string;
  /** It is figures only, in an element of its own. */
  readonly isFigures: boolean;
}

const isNumber = (piece: Piece): boolean => /^\s*\d{1,2}\s*$/u.test(piece.text);
const isBlank = (piece: Piece): boolean => piece.text.trim() === "";

/** A line without the day at its beginning or end: a day in the midst of it is part of a title. */
const withoutDays = (line: readonly Piece[]): string => {
  const solid = line.filter((piece) => !isBlank(piece));
  const isDay = (piece: Piece | undefined, beside: Piece | undefined): boolean =>
    piece !== undefined && (piece.isFigures || (isNumber(piece) && beside?.isFigures === true));
  let from = 0;
  let end = solid.length;
  while (from < end && isDay(solid[from], solid[from + 1])) from += 1;
  while (end > from && isDay(solid[end - 1], solid[end - 2])) end -= 1;
  const [first, last] = [solid[from], solid[end - 1]];
  if (first === undefined || last === undefined) return "";
  return line
    .slice(line.indexOf(first), line.indexOf(last) + 1)
    .map(({ text }) => text)
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
};

const linesOf = (pieces: readonly (Piece | undefined)[]): readonly string[] => {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece === undefined) lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines.map(withoutDays).filter((line) => line !== "");
};

/** An introduction below a title. */
const isIntroduction = (line: string): boolean => /[。；…]|，.*，/u.test(line) || line.length > 60;

/** Of the lines of a card the one that names it: the first that says enough, before its introduction. */
const namingLine = (lines: readonly string[]): string | undefined => {
  const at = lines.findIndex((line) => line.length >= 6);
  const first = lines[at];
  if (first === undefined || !isIntroduction(first)) return first;
  const before = lines.slice(0, at).filter((line) => line.length >= 4);
  return before.at(-1) ?? first;
};

/** Reads what a link says: it may hold a whole card with picture, day, title and introduction. */
class LinkReader {
  readonly figures: string[] = [];
  readonly #pieces: (Piece | undefined)[] = [];
  #heading = "";
  #nodes = MOST_NODES;
  #letters = MOST_LETTERS;

  read(node: Node): void {
    this.#nodes -= 1;
    if (this.#nodes < 0 || this.#letters < 0) return;
    if (node.nodeType === 3) {
      const text = (node.nodeValue ?? "").slice(0, this.#letters);
      this.#letters -= text.length;
      this.#pieces.push({ text: text.replace(/[\s\u00A0]+/gu, " "), isFigures: false });
    }
    if (!isElement(node)) return;
    const name = node.nodeName.toUpperCase();
    if (SILENT.has(name)) return;
    const isBlock = BLOCKS.has(name) && name !== "BR";
    if (isBlock) this.#pieces.push(undefined);
    this.#readElement(node);
    if (name === "BR") this.#pieces.push({ text: " ", isFigures: false });
    if (isBlock) this.#pieces.push(undefined);
  }

  /** What the link is called. */
  get words(): string {
    return this.#heading === "" ? (namingLine(linesOf(this.#pieces)) ?? "") : this.#heading;
  }

  #readElement(element: Element): void {
    const from = this.#pieces.length;
    for (const child of element.childNodes) this.read(child);
    const own = this.#pieces.slice(from);
    const text = own.length > 12 ? "" : own.map((piece) => piece?.text ?? "").join(" ");
    if (text !== "" && text.length <= LONGEST_FIGURES && isFigures(text)) {
      this.figures.push(text.trim());
      if (!own.includes(undefined)) {
        this.#pieces.splice(from, own.length, { text, isFigures: true });
      }
    } else if (this.#heading === "" && (isHeading(element) || isCalledTitle(element))) {
      const heading = linesOf(own).join(" ");
      if (heading.length >= (isHeading(element) ? 2 : 4)) this.#heading = heading;
    }
  }
}

/** An address that only a script opens: in an attribute, or as a text in `onclick`; read, never run. */
const scriptedAddress = (element: Element): string | undefined => {
  for (const name of ["data-href", "data-url", "data-link"]) {
    const value = element.getAttribute(name);
    if (value !== null && value.trim() !== "") return value;
  }
  const script = (element.getAttribute("onclick") ?? "").slice(0, 2000);
  return /(?:window\.open\s*\(|location(?:\.href)?\s*=)\s*["']([^"'\s]{3,1000})["']/u.exec(
    script,
  )?.[1];
};

const addressOf = (element: Element, base: string): string | undefined => {
  const here = base.split("#")[0];
  return [element.getAttribute("href"), scriptedAddress(element)]
    .map((address) => resolve(address?.replace(/[\r\n\t]/gu, ""), base))
    .find(
      // A link within the page leads nowhere else.
      (url) => url !== undefined && url.length <= 4000 && url.split("#")[0] !== here,
    );
};

/** A link of a page, with what it says; `undefined` where it leads nowhere else. */
export const anchorOf = (element: Element, base: string): RowAnchor | undefined => {
  const url = addressOf(element, base);
  if (url === undefined) return undefined;
  const picture = element.querySelector("img");
  const title =
    element.getAttribute("title") ?? picture?.getAttribute("alt") ?? picture?.getAttribute("title");
  const reader = new LinkReader();
  for (const child of element.childNodes) reader.read(child);
  const above = element.parentElement;
  return {
    url,
    text: (reader.words === "" ? lineOf(element, 500) : reader.words).slice(0, 500),
    title: (title ?? "").slice(0, 500),
    heads: isCalledTitle(element) || (above !== null && (isHeading(above) || isCalledTitle(above))),
    figures: reader.figures.slice(0, 8),
  };
};
