/** How what a reader made of a page is held against what is true of it. */
import type { TruePage } from "./extract-truth.ts";

/** What a reader made of a page. */
export interface ReadPage {
  readonly title: string;
  readonly publishedAt: string;
  readonly publisher: string;
  readonly text: string;
}

/** The fields that are scored. */
export const SCORED = ["title", "date", "publisher", "body"] as const;
/** A field that is scored. */
export type ScoredField = (typeof SCORED)[number];

const bare = (text: string): string => text.replace(/[\s\u3000\u00A0]+/g, "");

const triples = (text: string): Map<string, number> => {
  const found = new Map<string, number>();
  for (let at = 0; at + 3 <= text.length; at += 1) {
    const triple = text.slice(at, at + 3);
    found.set(triple, (found.get(triple) ?? 0) + 1);
  }
  return found;
};

/** Overlap of two texts from 0 to 1: what is missing counts as much as what is too much. */
export const overlap = (one: string, other: string): number => {
  const [first, second] = [triples(bare(one)), triples(bare(other))];
  const size = (of: Map<string, number>): number => [...of.values()].reduce((a, b) => a + b, 0);
  const both = [...first].reduce(
    (sum, [triple, count]) => sum + Math.min(count, second.get(triple) ?? 0),
    0,
  );
  const all = size(first) + size(second);
  return all === 0 ? 1 : (2 * both) / all;
};

const bodyScore = (read: ReadPage, truth: TruePage): number | undefined => {
  if (truth.text !== undefined) return overlap(read.text, truth.text);
  const { textStart, textEnd, textWithout } = truth;
  if (textStart === undefined && textEnd === undefined) return undefined;
  const text = bare(read.text);
  const isWhole =
    text.startsWith(bare(textStart ?? "")) &&
    text.endsWith(bare(textEnd ?? "")) &&
    !(textWithout ?? []).some((noise) => text.includes(bare(noise)));
  return isWhole ? 1 : 0;
};

const same = (value: string, truth: string | undefined | null): number | undefined =>
  truth === undefined || truth === null ? undefined : bare(value) === bare(truth) ? 1 : 0;

/** The scores of one page from 0 to 1; a field without a truth has none. */
export const scoresOf = (
  read: ReadPage,
  truth: TruePage,
): Readonly<Record<ScoredField, number | undefined>> => ({
  title: same(read.title, truth.title),
  date: same(read.publishedAt, truth.publishedAt),
  publisher: same(read.publisher, truth.publisher),
  body: bodyScore(read, truth),
});
