import { describe, expect, test } from "vitest";
import { addressOfAsk, askOfAddress, isNarrowed, questionOf } from "./catalogue-ask.ts";

describe("what a channel is asked, in its address", () => {
  test("comes back as it was", () => {
    const ask = {
      query: "水稻 sd",
      category: 3,
      kind: "video",
      length: "middle",
      sort: "newest",
    } as const;
    expect(askOfAddress(addressOfAsk("#/channels/x", ask))).toEqual(ask);
    expect(questionOf(ask)).toEqual({
      query: "水稻 sd",
      category: 3,
      kind: "video",
      minutesFrom: 15,
      minutesTo: 30,
      sort: "newest",
    });
  });

  test("leaves out what it does not understand", () => {
    const ask = askOfAddress("#/channels/x?category=9&kind=poem&length=1&sort=price&q=a");
    expect(ask).toEqual({ query: "a", length: "any", sort: "title" });
    expect(isNarrowed(ask)).toBe(false);
    expect(addressOfAsk("#/channels/x", askOfAddress("#/channels/x"))).toBe("#/channels/x");
  });
});
