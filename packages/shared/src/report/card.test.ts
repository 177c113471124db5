import { createHash } from "node:crypto";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { siteNamed } from "../../testing/pc.ts";
import { civilDateSchema } from "../clock/index.ts";
import { makeSiteKey, type Sha512, type SiteKey } from "../identity/index.ts";
import { readLedgers } from "../ledger-book/index.ts";
import { signatureOf } from "../signing/index.ts";
import {
  type Card,
  makeCard,
  missingSites,
  readCard,
  readKeptCards,
  sumCards,
  takeCards,
} from "./card.ts";
import { figuresOf } from "./figures-of.ts";
import { layOut } from "./lay-out.ts";
import { readSpan } from "./span.ts";

const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());
const day = (text: string) => v.parse(civilDateSchema, text);
const MONTH = readSpan("2026-11");
if (MONTH === undefined) throw new Error("no span");
const EMPTY = figuresOf(
  layOut({
    showings: [],
    rolls: [],
    downloads: [],
    wishes: [],
    items: new Map(),
    ledgers: readLedgers([], siteNamed("site")),
    uses: [],
    questions: [],
    branches: [],
    branchOf: () => undefined,
    today: day("2026-12-05"),
  }),
  MONTH,
);
let key: SiteKey;
beforeAll(async () => {
  key = await makeSiteKey(new Uint8Array(32).fill(7), sha512);
});

const card = (siteName: string, showings: number, madeOn = "2026-12-03"): Promise<Card> =>
  makeCard(
    {
      site: siteNamed(siteName === "甲站" ? "a" : "b"),
      siteName,
      span: "2026-11",
      madeOn: day(madeOn),
      sums: { ...EMPTY, showings, people: showings * 20 },
    },
    key,
    sha512,
  );

describe("a card", () => {
  test("holds counts alone and reads back; one that was written in says so", async () => {
    const made = await card("甲站", 3);
    const text = JSON.stringify(made);
    expect(await readCard(text, sha512)).toEqual({ ok: true, value: made });
    expect(Object.keys(made.sums).every((name) => name !== "played" && name !== "months")).toBe(
      true,
    );
    const changed = text.replace('"showings":3', '"showings":30');
    expect(changed).not.toBe(text);
    expect(await readCard(changed, sha512)).toEqual({ ok: false, error: { type: "changed-card" } });
  });

  test.each([
    ["{", "not-a-card"],
    ["[]", "not-a-card"],
    ['{"format":"dianbo-report-card","version":2}', "newer-card"],
    ['{"format":"dianbo-report-card","version":1}', "not-a-card"],
    [" ".repeat(30_000), "not-a-card"],
  ])("%.40s is answered by %s", async (text, type) => {
    expect(await readCard(text, sha512)).toEqual({ ok: false, error: { type } });
  });

  test("of before there were question slips counts as one without any", async () => {
    const { questions: _, answered: __, ...sums } = (await card("甲站", 3)).sums;
    const unsigned = { ...(await card("甲站", 3)), sums };
    const { signature: ___, ...body } = unsigned;
    const old = { ...body, signature: await signatureOf(body, key, sha512) };
    const read = await readCard(JSON.stringify(old), sha512);
    expect(read.ok && read.value.sums).toMatchObject({ showings: 3, questions: 0, answered: 0 });
  });
  test("of each site the newest counts, sums are plain sums, and who is missing is named", async () => {
    const [old, fresh, other] = [
      await card("甲站", 9, "2026-12-01"),
      await card("甲站", 3, "2026-12-03"),
      await card("乙站", 2),
    ];
    const first = takeCards([], [old, other]);
    expect(first).toMatchObject({ replaced: [], older: [] });
    const second = takeCards(first.cards, [fresh, other]);
    expect(second.replaced).toEqual([
      { siteName: "甲站", span: "2026-11", counts: "2026-12-03", gone: "2026-12-01" },
    ]);
    const third = takeCards(second.cards, [old]);
    expect(third.older).toEqual(second.replaced);
    for (const { cards } of [second, third, takeCards([], [fresh, other, old])]) {
      expect(cards).toHaveLength(2);
      expect(sumCards(cards)).toMatchObject({ showings: 5, people: 100 });
      expect(missingSites(["甲站", "乙 站", "丙站"], cards)).toEqual(["丙站"]);
    }
  });

  test("kept is read back as it was; what no longer reads is left out", async () => {
    const one = await card("甲站", 3);
    const stored: unknown = JSON.parse(JSON.stringify([one, { ...one, sums: 3 }, null]));
    expect(readKeptCards(stored)).toEqual([one]);
    expect(readKeptCards("x")).toEqual([]);
  });
});
