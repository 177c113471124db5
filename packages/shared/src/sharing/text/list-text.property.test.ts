import fc from "fast-check";
import { expect, test } from "vitest";
import { AUTUMN, idOf, libraryOf, siteOf, village, write } from "../../../testing/sharing-site.ts";
import { decodeList } from "../decode-list.ts";
import { encodeList } from "../encode-list.ts";
import { takeList } from "../take-list.ts";
import { listAsText, listFromText, unpackList } from "./list-text.ts";
import { readParts, writeParts } from "./text-parts.ts";

/** A hostile text is tried at least so often, whatever the number of cases of other properties. */
const runs = (): fc.Parameters<unknown> => ({
  numRuns: Math.max(1_000, fc.readConfigureGlobal().numRuns ?? 0),
});

const VILLAGE = village();
const TEXT = await (async () => {
  const made = { site: VILLAGE.site, siteName: "青禾社区站", name: "防诈骗专题", at: AUTUMN };
  const texts = await listAsText(
    libraryOf(VILLAGE),
    { items: [idOf("rules")], menus: [idOf("evening")] },
    made,
  );
  if (!texts.ok) throw new Error(texts.error.type);
  return texts.value.join("\n");
})();

test("any bytes come back from any mixture of their parts", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 6000 }),
      fc.array(fc.nat(9), { maxLength: 12 }),
      fc.string({ unit: "grapheme", maxLength: 30 }),
      (bytes, order, talk) => {
        const parts = writeParts(bytes);
        const some = order.map((place) => parts[place % parts.length] ?? "");
        // Whatever people write between is no code of ours.
        const between = ` ${talk.replace(/DB/giu, "")}\n`;
        expect(readParts([...some, ...parts].join(between))).toEqual({ ok: true, value: bytes });
      },
    ),
  );
});

test("signs that end like the beginning of a part are no beginning", () => {
  const bytes = Uint8Array.of(0, 0, 195, 7, 173);
  const [part = ""] = writeParts(bytes);
  expect(part).toContain("DB60.");
  for (const pasted of [part, `${part} ${part}`, `${part.slice(0, 25)}\n${part}`]) {
    expect(readParts(pasted)).toEqual({ ok: true, value: bytes });
  }
});

test("what is written in a list comes back as from a file", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          title: fc
            .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
            .map((text) => `片${text}`),
          category: fc.integer({ min: 1, max: 5 }),
          minutes: fc.integer({ min: 1, max: 180 }),
          note: fc.string({ unit: "binary", maxLength: 40 }),
          source: fc.webUrl().map((url) => ({ url, canonical: url, portal: "a.cn" })),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      async (rows) => {
        const pc = siteOf("village");
        const items = rows.map((fields, place) =>
          write(pc, "courseware", `item-${place}`, { kind: "video", ...fields }),
        );
        const selection = { items, menus: [] };
        const made = { site: pc.site, siteName: "站", name: "单", at: AUTUMN, withNotes: true };
        const texts = await listAsText(libraryOf(pc), selection, made);
        const file = decodeList(encodeList(libraryOf(pc), selection, made));
        expect(listFromText(texts.ok ? texts.value.join("") : "")).toEqual({
          ok: true,
          value: { list: file.ok ? file.value : undefined, seal: undefined },
        });
      },
    ),
  );
});

test("a changed, cut or enlarged text is answered by a value", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          at: fc.nat(TEXT.length - 1),
          sign: fc.string({ unit: "binary", minLength: 1, maxLength: 3 }),
          cut: fc.nat(30),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      (changes) => {
        let text = TEXT;
        for (const { at, sign, cut } of changes) {
          text = text.slice(0, at) + sign + text.slice(at + cut);
        }
        const list = listFromText(text);
        if (list.ok) takeList(list.value.list, libraryOf(siteOf("ours")));
        else expect(typeof list.error.type).toBe("string");
      },
    ),
    runs(),
  );
});

test("any packed bytes are answered by a value", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const list = unpackList(bytes);
      expect(list.ok ? "list" : typeof list.error.type).toMatch(/list|string/u);
    }),
    runs(),
  );
});
