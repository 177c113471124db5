import type { LibraryFilter } from "@dianbo/shared/library-filter";
import { describe, expect, test } from "vitest";
import { ALL, addressOfAsk, askOfAddress, BOOK_ORDER, ROOM } from "./library-view.ts";

const FILTERS: readonly LibraryFilter[] = [
  {},
  { query: "zz 𠮷&=?#" },
  { categories: [3], kinds: ["video", "film"], audiences: ["老年人"], tags: ["a b", "㐂"] },
  { publishers: ["央视网", "省&市"], minutes: { from: 0, to: 10 }, where: ["missing"] },
  { minutes: { to: 30 }, reviewed: false, notPlayedFor: 0, sinceEdition: true },
  { noMinutes: true, reviewed: true, notPlayedFor: 12 },
];

describe("the library's address", () => {
  test.each(FILTERS)("%j comes back as it was", (filter) => {
    const ask = { filter, sort: { by: "title", down: true } as const };
    expect(askOfAddress(addressOfAsk(ask))).toEqual(ask);
  });

  test("the whole library in the order of the book is the bare room", () => {
    expect(addressOfAsk(ALL)).toBe(ROOM);
    expect(askOfAddress(ROOM)).toEqual(ALL);
  });

  test("what is not understood asks nothing, and the rest still counts", () => {
    const hash = `${ROOM}?shelf=9&kind=opera&from=abc&where=moon&unplayed=-3&sort=size&tag=%E6%98%A5&search`;
    expect(askOfAddress(hash)).toEqual({ filter: { tags: ["春"] }, sort: BOOK_ORDER });
  });
});
