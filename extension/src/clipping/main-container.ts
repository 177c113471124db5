import { type PageBlock, proseIn } from "./page-blocks.ts";

/** So much of the prose must stand in one part of a page before the rest counts as its frame. */
const MOST = 0.75;

/**
 * The smallest element that holds nearly all connected prose of a page. Chinese government pages have
 * no markup to go by but this: menus, footers and lists of links hold no sentences. A line that stands
 * twice (a copy for telephones) counts where it stands first.
 */
export const mainContainer = (
  root: Element,
  blocks: readonly PageBlock[],
): { readonly element: Element; readonly prose: number } | undefined => {
  const prose = new Map<Element, number>();
  const seen = new Set<string>();
  let all = 0;
  for (const block of blocks) {
    const weight = proseIn(block);
    if (weight === 0 || seen.has(block.text)) continue;
    seen.add(block.text);
    all += weight;
    for (let at: Element | null = block.element; at !== null; at = at.parentElement) {
      prose.set(at, (prose.get(at) ?? 0) + weight);
      if (at === root) break;
    }
  }
  if (all === 0) return undefined;
  let element = root;
  for (;;) {
    const inside: number = prose.get(element) ?? 0;
    const next: Element | undefined = [...element.children].find(
      (child) => (prose.get(child) ?? 0) >= inside * MOST,
    );
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
