/// <reference path="./opencc-js.d.ts" />
import pairs from "opencc-js/dict/TSCharacters";

/** Traditional characters, each with its simplified one; of several the first, the usual one. */
const simple = new Map(
  pairs.split("|").flatMap((pair) => {
    const [traditional, simplified] = pair.split(" ");
    if (traditional === undefined || simplified === undefined) return [];
    // One for one, so that the places of a text stay what they are.
    return [...simplified].length === 1 ? [[traditional, simplified] as const] : [];
  }),
);

/** A folded text in simplified characters, for comparing only; the table is large, so only in workers. */
export const simplifiedOf = (text: string): string =>
  [...text].map((character) => simple.get(character) ?? character).join("");
