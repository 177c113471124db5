import type { Found } from "@dianbo/shared/search";

/** Words beyond these do not fit behind the count. */
const SHOWN = 3;

/** What of the titles was found (组织, 种植), each once, for the hint in the search box. */
export const foundWords = (found: readonly Found[]): readonly string[] => {
  const words = new Set<string>();
  for (const { item, spans } of found) {
    if (spans.length === 0) continue;
    const characters = [...item.title];
    for (const { from, to } of spans) {
      const word = characters.slice(from, to).join("");
      if (word.trim() !== "") words.add(word);
    }
    if (words.size >= SHOWN) break;
  }
  return [...words].slice(0, SHOWN);
};
