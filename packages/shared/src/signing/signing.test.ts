import { createHash } from "node:crypto";
import { pinyin } from "pinyin-pro";
import { parse } from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { instantSchema } from "../clock/index.ts";
import { makeSiteKey, newSiteId, type Sha512, type SiteKey } from "../identity/index.ts";
import { handOverKey, leadsToKey } from "./key-handover.ts";
import { KEY_CHARACTERS, keyWords } from "./key-words.ts";
import { signatureHolds, signatureOf } from "./sign.ts";

const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());
const site = newSiteId(() => "village-----------------");
const at = parse(instantSchema, 1_790_000_000_000);
let first: SiteKey;
let second: SiteKey;
let third: SiteKey;

beforeAll(async () => {
  first = await makeSiteKey(new Uint8Array(32).fill(1), sha512);
  second = await makeSiteKey(new Uint8Array(32).fill(2), sha512);
  third = await makeSiteKey(new Uint8Array(32).fill(3), sha512);
});

describe("a signature", () => {
  test("holds over all that was signed, unknown fields too, in whatever order they stand", async () => {
    const signature = await signatureOf({ b: 1, a: { d: [2], c: "字" } }, first, sha512);
    const by = { publicKey: first.publicKey, signature };
    expect(await signatureHolds({ signature, a: { c: "字", d: [2] }, b: 1 }, by, sha512)).toBe(
      true,
    );
    expect(await signatureHolds({ a: { c: "字", d: [2] }, b: 2 }, by, sha512)).toBe(false);
    expect(await signatureHolds({ a: { c: "字", d: [2] }, b: 1, e: 0 }, by, sha512)).toBe(false);
    const other = { ...by, publicKey: second.publicKey };
    expect(await signatureHolds({ b: 1, a: { d: [2], c: "字" } }, other, sha512)).toBe(false);
  });

  test("of nonsense holds nowhere, and nothing is thrown", async () => {
    for (const publicKey of ["0".repeat(64), "f".repeat(64), "", "xyz"]) {
      for (const sent of [null, 7, [], { a: undefined }]) {
        const by = { publicKey, signature: "0".repeat(128) };
        expect(await signatureHolds(sent, by, sha512)).toBe(false);
      }
    }
  });
});

describe("four words for a key", () => {
  test("are the same everywhere, and others for another key", async () => {
    expect(await keyWords(first.publicKey, sha512)).toMatchInlineSnapshot(`
      [
        "暖线",
        "雪门",
        "山兔",
        "甜布",
      ]
    `);
    expect(await keyWords(second.publicKey, sha512)).not.toEqual(
      await keyWords(first.publicKey, sha512),
    );
  });

  test.each(Object.entries(KEY_CHARACTERS))(
    "%s: 64 characters, each of a sound of its own",
    (_, all) => {
      const characters = [...all];
      expect(characters).toHaveLength(64);
      const sounds = characters.map((one) => pinyin(one, { toneType: "none" }));
      expect(
        new Set(sounds).size,
        sounds.filter((one, at) => sounds.indexOf(one) !== at).join(),
      ).toBe(64);
    },
  );
});

describe("a change of key", () => {
  test("is believed only where each new key was signed with the one before", async () => {
    const one = await handOverKey(site, { from: first, to: second.publicKey, at }, sha512);
    const two = await handOverKey(site, { from: second, to: third.publicKey, at }, sha512);
    const leads = (known: SiteKey, now: SiteKey, all: Parameters<typeof leadsToKey>[3]) =>
      leadsToKey(site, known.publicKey, now.publicKey, all, sha512);
    expect(await leads(first, third, [one, two])).toBe(true);
    expect(await leads(first, third, [two, one])).toBe(true);
    expect(await leads(second, third, [one, two])).toBe(true);
    expect(await leads(first, first, [])).toBe(true);
    expect(await leads(first, third, [two])).toBe(false);
    expect(await leads(third, first, [one, two])).toBe(false);
    const forged = { ...one, to: third.publicKey };
    expect(await leads(first, third, [forged])).toBe(false);
    const elsewhere = newSiteId(() => "elsewhere---------------");
    expect(await leadsToKey(elsewhere, first.publicKey, second.publicKey, [one], sha512)).toBe(
      false,
    );
  });
});
