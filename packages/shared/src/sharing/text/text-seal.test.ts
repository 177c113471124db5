import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { AUTUMN, idOf, libraryOf, siteOf, village, write } from "../../../testing/sharing-site.ts";
import { makeSiteKey, type Sha512, type SiteKey } from "../../identity/index.ts";
import { handOverKey, type KeyHandover, leadsToKey } from "../../signing/index.ts";
import { openCodeReader } from "../code/code-reader.ts";
import { listAsCode } from "../code/list-code.ts";
import type { ListSigning } from "../encode-list.ts";
import { listAsText, listFromText, packList, type SentList, unpackList } from "./list-text.ts";
import { sealPacked, signerOfText } from "./text-seal.ts";

const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());

const VILLAGE = village();
const LIBRARY = libraryOf(VILLAGE);
const SELECTION = { items: [idOf("rules")], menus: [idOf("evening")] };
const MADE = { site: VILLAGE.site, siteName: "青禾社区站", name: "防诈骗专题", at: AUTUMN };
const PACKED = packList(LIBRARY, SELECTION, MADE);

let key: SiteKey;
let signing: ListSigning;
beforeAll(async () => {
  key = await makeSiteKey(new Uint8Array(32).fill(7), sha512);
  signing = { key, keyChanges: [], sha512 };
});

const sentFrom = (text: string): SentList => {
  const sent = listFromText(text);
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  return sent.value;
};
const textOf = async (by?: ListSigning): Promise<string> => {
  const texts = await listAsText(LIBRARY, SELECTION, MADE, by);
  if (!texts.ok) throw new Error(texts.error.type);
  return texts.value.join("\n");
};
const signerIn = async (packed: Uint8Array) => {
  const sent = unpackList(packed);
  return sent.ok ? await signerOfText(sent.value.seal, sha512) : sent;
};

describe("a signed text", () => {
  test("says who signed it, and is the same list", async () => {
    const sent = sentFrom(await textOf(signing));
    expect(sent.list).toEqual(sentFrom(await textOf()).list);
    expect(await signerOfText(sent.seal, sha512)).toEqual({
      ok: true,
      value: { publicKey: key.publicKey, keyChanges: [] },
    });
  });

  test("costs at most 150 signs", async () => {
    const [signed, plain] = [await textOf(signing), await textOf()];
    expect(signed.length - plain.length).toBeGreaterThan(100);
    expect(signed.length - plain.length).toBeLessThanOrEqual(150);
  });

  test("that nobody signed says so", async () => {
    expect(await signerOfText(sentFrom(await textOf()).seal, sha512)).toEqual({
      ok: true,
      value: undefined,
    });
  });

  test("brings the site's words of how it came to its key, the newest twenty", async () => {
    let from = key;
    const keyChanges: KeyHandover[] = [];
    for (let change = 1; change <= 25; change += 1) {
      const to = await makeSiteKey(new Uint8Array(32).fill(100 + change), sha512);
      keyChanges.push(await handOverKey(MADE.site, { from, to: to.publicKey, at: AUTUMN }, sha512));
      from = to;
    }
    const known = keyChanges[5]?.from ?? "";
    const signer = await signerIn(await sealPacked(PACKED, { key: from, keyChanges, sha512 }));
    if (!signer.ok || signer.value === undefined) throw new Error("nobody signed");
    expect(signer.value.keyChanges).toEqual(keyChanges.slice(5));
    const { publicKey, keyChanges: said } = signer.value;
    expect(await leadsToKey(MADE.site, known, publicKey, said, sha512)).toBe(true);
  });

  test("with another list before the signature is refused", async () => {
    const sealed = await sealPacked(PACKED, signing);
    const other = siteOf("other");
    const item = write(other, "courseware", "film", { title: "片", kind: "video" });
    const forged = packList(libraryOf(other), { items: [item], menus: [] }, MADE);
    const moved = new Uint8Array([...forged, ...sealed.subarray(PACKED.length)]);
    expect(await signerIn(moved)).toEqual({ ok: false, error: { type: "signature-wrong" } });
  });

  test("with any one byte changed is refused, or is the signed list, or nobody's", async () => {
    const sealed = await sealPacked(PACKED, signing);
    const whole = unpackList(sealed);
    for (let at = 0; at < sealed.length; at += 1) {
      for (const flip of [0x01, 0xff]) {
        const bytes = Uint8Array.from(sealed);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const signer = await signerIn(bytes);
        // Nobody's only where the last byte no longer says that there is a signature.
        if (signer.ok) expect([at, signer.value]).toEqual([sealed.length - 1, undefined]);
      }
    }
    expect(whole.ok).toBe(true);
  });

  test("is read by whoever knows of no signatures: the packed list says itself where it ends", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 97, maxLength: 400 }), async (behind) => {
        const sent = unpackList(new Uint8Array([...PACKED, ...behind]));
        const plain = unpackList(PACKED);
        expect(sent.ok && plain.ok && sent.value.list).toEqual(plain.ok && plain.value.list);
      }),
    );
  });
});

describe("a signed code", () => {
  test("moves with its signature, and stands still without", async () => {
    const still = await listAsCode(LIBRARY, SELECTION, MADE, signing);
    if (!still.ok || still.value.type !== "still") throw new Error("it moves");
    const seen = openCodeReader().see(still.value.text);
    expect(seen.type === "list" && seen.sent.seal).toBeUndefined();

    const pc = siteOf("town");
    const items = Array.from({ length: 60 }, (_, place) =>
      write(pc, "courseware", `${place}-film`, {
        title: `第 ${place} 课 ${(place * 7919) % 10_007}`,
        kind: "video",
      }),
    );
    const made = { ...MADE, site: pc.site };
    const moving = await listAsCode(libraryOf(pc), { items, menus: [] }, made, signing);
    if (!moving.ok || moving.value.type !== "moving") throw new Error("it is still");
    const reader = openCodeReader();
    for (let number = 0; number < moving.value.blocks * 4; number += 1) {
      const frame = reader.see(moving.value.frame(number));
      if (frame.type !== "list") continue;
      const signer = await signerOfText(frame.sent.seal, sha512);
      expect(signer.ok && signer.value?.publicKey).toBe(key.publicKey);
      return;
    }
    throw new Error("the frames were not enough");
  });
});
