import { fixedClock } from "@dianbo/shared/clock";
import { type Courseware, type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { newRecordId, newSiteId } from "@dianbo/shared/identity";
import type { Receipt } from "@dianbo/shared/usb-edition";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { OpenedStick } from "../../storage/book-folder/index.ts";
import { editionStanding, factsOf, type ThisPc } from "./what-is-on-it.ts";

const SITE = newSiteId(() => "site".padEnd(24, "0"));
const OTHER = newSiteId(() => "other".padEnd(24, "0"));
const NOW = fixedClock(Date.UTC(2026, 10, 24)).now();
const named = (name: string) => newRecordId(() => name.padEnd(24, "0"));
const hashOf = (letter: string): MediaHash => v.parse(mediaHashSchema, letter.repeat(64));
const fileOf = (letter: string) => ({ hash: hashOf(letter), size: 3, path: `1 书/${letter}.mp4` });
const film = (letter: string): Courseware => ({
  id: named(letter),
  title: letter,
  kind: "video",
  life: "alive",
  pending: [],
  media: { hash: hashOf(letter), size: 3, mime: "video/mp4", name: "x.mp4" },
});

const stick = (change: Partial<OpenedStick> = {}): OpenedStick => ({
  site: SITE,
  book: undefined,
  files: ["a", "b", "c"].map(fileOf),
  spoilt: [],
  edition: "mark",
  list: undefined,
  receipts: [],
  ...change,
});
const here = (change: Partial<ThisPc> = {}): ThisPc => ({
  items: ["a", "b"].map(film),
  held: new Set([hashOf("b")]),
  bad: new Set(),
  receipts: { site: SITE, has: () => false, line: () => undefined, items: new Map() },
  version: "0.2.0",
  edition: "mark",
  ...change,
});

describe("what a stick is to this library", () => {
  it("lacks what the book shows and this PC has not; what the book does not know is a stranger", () => {
    const facts = factsOf(stick(), SITE, here());
    expect(facts.isOwn).toBe(true);
    expect(facts.lacking.map(({ item }) => item.title)).toEqual(["a"]);
    expect(facts.broken).toEqual([]);
    expect(facts.strangers).toBe(1);
  });

  it("has the twin of what is broken here", () => {
    const facts = factsOf(stick({ site: OTHER }), SITE, here({ bad: new Set([hashOf("b")]) }));
    expect(facts.isOwn).toBe(false);
    expect(facts.broken.map(({ item }) => item.title)).toEqual(["b"]);
  });

  it("gives nothing to an item that was deleted", () => {
    const gone = { ...film("a"), life: "deleted" as const };
    const facts = factsOf(stick(), SITE, here({ items: [gone] }));
    expect(facts.lacking).toEqual([]);
    expect(facts.strangers).toBe(3);
  });

  it("counts what its receipts bring, once, and another site's apart", () => {
    const row = { id: named("row"), item: named("a"), title: "a", startedAt: NOW };
    const receipt: Receipt = {
      site: SITE,
      madeAt: NOW,
      writtenAt: NOW,
      rows: [row],
      unreadable: 0,
    };
    const receipts = [receipt, receipt, { ...receipt, site: OTHER }];
    expect(factsOf(stick({ receipts }), SITE, here()).receipts).toEqual({
      fresh: 1,
      any: true,
      foreign: 1,
      clockWasWrong: false,
    });
  });

  it.each([
    [undefined, "0.2.0", "none"],
    ["mark", "0.1.0", "same"],
    ["else", undefined, "older"],
    ["else", "0.1.9", "older"],
    ["else", "0.2", "other"],
    ["else", "0.10.0", "newer"],
  ])("its USB edition %s of version %s is %s", (edition, madeWith, standing) => {
    expect(editionStanding(edition, madeWith, here())).toBe(standing);
  });
});
