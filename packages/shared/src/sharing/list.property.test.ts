import fc from "fast-check";
import { strFromU8, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { AUTUMN, idOf, libraryOf, siteOf, village, write } from "../../testing/sharing-site.ts";
import { readContainer, writeContainer } from "./container.ts";
import { decodeList } from "./decode-list.ts";
import { encodeList } from "./encode-list.ts";
import { LIST_LIMITS, LIST_NAME } from "./list-file.ts";
import { takeList } from "./take-list.ts";

/** A hostile package is tried at least so often, whatever the number of cases of other properties. */
const MUTATED = 1_000;

const SELECTION = { items: [idOf("rules")], menus: [idOf("evening")] };
const VILLAGE = village();
const WHOLE = encodeList(libraryOf(VILLAGE), SELECTION, {
  site: VILLAGE.site,
  siteName: "青禾社区站",
  name: "防诈骗专题",
  at: AUTUMN,
});
const files = readContainer(WHOLE, LIST_LIMITS);
const JSON_TEXT = files.ok ? strFromU8(files.value.get(LIST_NAME) ?? new Uint8Array()) : "";

/** Opens and takes whatever it is; the answer must be a value, and what is taken must be readable. */
const survives = (bytes: Uint8Array): void => {
  const list = decodeList(bytes);
  if (!list.ok) {
    expect(typeof list.error.type).toBe("string");
    return;
  }
  const taken = takeList(list.value, libraryOf(siteOf("ours")));
  if (!taken.ok) return;
  for (const { title, number } of taken.value.rows) {
    expect(title).not.toBe("");
    if (number !== undefined) expect(Number.isInteger(number)).toBe(true);
  }
};

const runs = (): fc.Parameters<unknown> => ({
  numRuns: Math.max(MUTATED, fc.readConfigureGlobal().numRuns ?? 0),
});

const TOKENS = [
  "null",
  "1e999",
  "-1",
  '"\\u202e"',
  "{}",
  "[]",
  '{"__proto__":{"x":1}}',
  "[[[[]]]]",
  '""',
  "true",
];

describe("lists", () => {
  test("come back as they went, whatever is written in them", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            title: fc
              .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
              .map((text) => `片${text}`),
            category: fc.integer({ min: 1, max: 5 }),
            minutes: fc.integer({ min: 1, max: 180 }),
            note: fc.string({ unit: "binary", maxLength: 40 }),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        (made) => {
          const pc = siteOf("village");
          const items = made.map((fields, place) =>
            write(pc, "courseware", `item-${place}`, { kind: "video", ...fields }),
          );
          const library = libraryOf(pc);
          const named = { site: pc.site, siteName: "站", name: "单", at: AUTUMN, withNotes: true };
          const first = encodeList(library, { items, menus: [] }, named);
          const list = decodeList(first);
          expect(list.ok && list.value.records).toHaveLength(items.length);
          if (!list.ok) return;
          // What was cleaned once is clean: packed again it is the same.
          const records = new Map(list.value.records.map((record) => [record.id, record]));
          expect(encodeList({ ...library, records }, { items, menus: [] }, named)).toEqual(first);
        },
      ),
    );
  });

  test("with changed, lost or added bytes are answered by a value", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.nat(WHOLE.length - 1),
            byte: fc.nat(255),
            way: fc.constantFrom("set", "cut", "insert"),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        (changes) => {
          let bytes = [...WHOLE];
          for (const { at, byte, way } of changes) {
            if (way === "set") bytes[at % bytes.length] = byte;
            else if (way === "cut")
              bytes = [...bytes.slice(0, at), ...bytes.slice(at + (byte % 40))];
            else bytes = [...bytes.slice(0, at), byte, ...bytes.slice(at)];
          }
          survives(Uint8Array.from(bytes));
        },
      ),
      runs(),
    );
  });

  test("with forged contents in a sound zip are answered by a value", () => {
    const values = [...JSON_TEXT.matchAll(/"[^"]*"|-?\d+|\[|\{|\]|\}/gu)];
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            place: fc.nat(values.length - 1),
            token: fc.oneof(fc.constantFrom(...TOKENS), fc.json()),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        (forgeries) => {
          let text = JSON_TEXT;
          for (const { place, token } of [...forgeries].sort((a, b) => b.place - a.place)) {
            const value = values[place];
            if (value === undefined) continue;
            text = text.slice(0, value.index) + token + text.slice(value.index + value[0].length);
          }
          survives(writeContainer(new Map([[LIST_NAME, strToU8(text)]])));
        },
      ),
      runs(),
    );
  });
});
