import { type PageBlock, proseIn } from "./page-blocks.ts";

/** So much of the prose must stand in one part of a page before the rest counts as its frame. */
const MOST = 0.75;
/** So much of it may stand under the title, where the parts of a page have no element round them. */
const SOME = 0.25;

/** The line of facts under a title. */
const FACTS = /^.{0,60}(?:来\s*源|发布(?:时间|日期|机构)?|作\s*者|时间|日期)\s*[:：].{0,60}$/u;

interface Weighed {
  /** Characters of prose in every element that holds some. */
  readonly prose: ReadonlyMap<Element, number>;
  readonly all: number;
  /** Where the text begins: its first line of prose that is no title and no fact. */
  readonly first: Element | undefined;
}

const weigh = (root: Element, blocks: readonly PageBlock[]): Weighed => {
  const prose = new Map<Element, number>();
  const seen = new Set<string>();
  let all = 0;
  let first: Element | undefined;
  for (const [index, block] of blocks.entries()) {
    const weight = proseIn(block);
    if (weight === 0 || seen.has(block.text)) continue;
    seen.add(block.text);
    all += weight;
    if (index > 0 && !FACTS.test(block.text)) first ??= block.element;
    for (let at: Element | null = block.element; at !== null; at = at.parentElement) {
      prose.set(at, (prose.get(at) ?? 0) + weight);
      if (at === root) break;
    }
  }
  return { prose, all, first };
};

/** Of parts without an element round them all the one that the text begins in, if it holds some of it. */
const partOfText = (root: Element, { prose, all, first }: Weighed): Element | undefined => {
  if (first === undefined) return undefined;
  const part = [...root.children].find((child) => child.contains(first));
  return part !== undefined && (prose.get(part) ?? 0) >= all * SOME ? part : undefined;
};

/**
 * The smallest element that holds nearly all connected prose of a page. Chinese government pages have
 * no markup to go by but this: menus, footers and lists of links hold no sentences. A line that stands
 * twice (a copy for telephones) counts where it stands first.
 * @param isUnderTitle whether the lines begin with the article's title: of parts without an element round
 *   them all, the one that the text begins in is then the text.
 */
export const mainContainer = (
  root: Element,
  blocks: readonly PageBlock[],
  isUnderTitle = false,
): { readonly element: Element; readonly prose: number } | undefined => {
  const weighed = weigh(root, blocks);
  const { prose, all } = weighed;
  if (all === 0) return undefined;
  let element = root;
  for (;;) {
    const inside: number = prose.get(element) ?? 0;
    const most: Element | undefined = [...element.children].find(
      (child) => (prose.get(child) ?? 0) >= inside * MOST,
    );
    const next: Element | undefined =
      most ?? (element === root && isUnderTitle ? partOfText(root, weighed) : undefined);
    // One paragraph is no container of its neighbours.
    if (next === undefined || /^(?:P|H\d|SPAN|LI|STRONG|FONT|B)$/iu.test(next.nodeName)) break;
    element = next;
  }
  return { element, prose: prose.get(element) ?? 0 };
};

/** Characters of prose inside an element, each line once. */
export const proseWithin = (element: Element, blocks: readonly PageBlock[]): number => {
  const seen = new Set<string>();
  let sum = 0;
  for (const block of blocks) {
    if (seen.has(block.text) || !element.contains(block.element)) continue;
    seen.add(block.text);
    sum += proseIn(block);
  }
  return sum;
};
