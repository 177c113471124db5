import { bigramsOf } from "./bigrams.ts";
import { CATEGORIES, type Category } from "./categories.ts";
import { CATEGORY_WORDS } from "./category-words.ts";
import { trainingTitles } from "./training-titles.ts";

/** One thing that was filed: what its title taught. */
export interface FiledTitle {
  readonly title: string;
  readonly category: Category;
  readonly tags?: readonly string[] | undefined;
}

/** A category with how sure the model is, from 0 to 1. */
export interface Guess {
  readonly category: Category;
  readonly confidence: number;
}

type Counts = Map<string, number[]>;

/** What this administrator files counts more than what the product came with. */
const OWN_WEIGHT = 4;
const WORD_WEIGHT = 2;
/** Added to every count, so that a pair that was never seen in a category rules nothing out. */
const SMOOTHING = 0.35;
/** Neighbouring pairs are no independent witnesses: what they say is taken down by this. */
const TEMPER = 0.6;

const teach = (counts: Counts, title: string, category: Category, weight: number): void => {
  for (const pair of bigramsOf(title)) {
    const row = counts.get(pair) ?? [0, 0, 0, 0, 0];
    row[category - 1] = (row[category - 1] ?? 0) + weight;
    counts.set(pair, row);
  }
};

let taught: Counts | undefined;

/** What the product came with; counted once. */
const startingCounts = (): Counts => {
  if (taught !== undefined) return taught;
  const counts: Counts = new Map();
  for (const category of CATEGORIES) {
    for (const title of trainingTitles(category)) teach(counts, title, category, 1);
    for (const word of CATEGORY_WORDS[category]) teach(counts, word, category, WORD_WEIGHT);
  }
  taught = counts;
  return counts;
};

const totalsOf = (counts: Counts): readonly number[] => {
  const totals = [0, 0, 0, 0, 0];
  for (const row of counts.values()) {
    for (let at = 0; at < 5; at += 1) totals[at] = (totals[at] ?? 0) + (row[at] ?? 0);
  }
  return totals;
};

/**
 * Guesses by multinomial naive Bayes over pairs of neighbouring 汉字, from the titles that the product
 * came with and those this administrator filed. Nothing where no pair is known.
 */
export const guessByWords = (text: string, filed: readonly FiledTitle[]): Guess | undefined => {
  const start = startingCounts();
  const own: Counts = new Map();
  for (const { title, category } of filed) teach(own, title, category, OWN_WEIGHT);
  const known = [...bigramsOf(text)].filter((pair) => start.has(pair) || own.has(pair));
  if (known.length === 0) return undefined;
  const startTotals = totalsOf(start);
  const ownTotals = totalsOf(own);
  const vocabulary = start.size + own.size;
  const scores = CATEGORIES.map((category) => {
    const at = category - 1;
    const total = (startTotals[at] ?? 0) + (ownTotals[at] ?? 0) + SMOOTHING * vocabulary;
    return known.reduce((sum, pair) => {
      const seen = (start.get(pair)?.[at] ?? 0) + (own.get(pair)?.[at] ?? 0);
      return sum + Math.log((seen + SMOOTHING) / total) * TEMPER;
    }, 0);
  });
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const sum = odds.reduce((all, one) => all + one, 0);
  const best = CATEGORIES.find((category) => scores[category - 1] === highest);
  return best === undefined ? undefined : { category: best, confidence: 1 / sum };
};
