import type { Courseware } from "@dianbo/shared/courseware";
import type { Finds } from "@dianbo/shared/search";

/** Words beyond these do not fit behind the count. */
const SHOWN = 3;

/** Titles that are read for it: a keystroke may find 90,000. */
const READ = 200;

/** What of the titles was found (组织, 种植), each once, for the hint in the search box. */
export const foundWords = (
  found: readonly Courseware[],
  spansOf: Finds["spansOf"],
): readonly string[] => {
  const words = new Set<string>();
  for (const item of found.slice(0, READ)) {
    const spans = spansOf(item);
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
