import { createHash } from "node:crypto";
import fc from "fast-check";
import { strFromU8, strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import {
  AUTUMN,
  idOf,
  libraryOf,
  packWithFilms,
  siteOf,
  villageWithFilm,
} from "../../testing/sharing-site.ts";
import { canonicalJson } from "../changes/index.ts";
import { makeSiteKey, type Sha512 } from "../identity/index.ts";
import { filmsToPack, listBytes, listFileOf, packageOfList, signList } from "./encode-list.ts";
import { LIST_NAME } from "./list-file.ts";
import { bytesSource, openPackage } from "./open-package.ts";
import { takeList } from "./take-list.ts";

const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());

/** A hostile package is tried at least so often, whatever the number of cases of other properties. */
const MUTATED = 1_000;
const runs = (): fc.Parameters<unknown> => ({
  numRuns: Math.max(MUTATED, fc.readConfigureGlobal().numRuns ?? 0),
});

let alone: Uint8Array;
let withFilm: Uint8Array;
let manifest = "";
let whole = "";

const textOfList = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)));

beforeAll(async () => {
  const { pc, film, hash } = villageWithFilm();
  const library = libraryOf(pc);
  const selection = { items: [idOf("rules")], menus: [idOf("evening")] };
  const made = { site: pc.site, siteName: "青禾社区站", name: "防诈骗专题", at: AUTUMN };
  const key = await makeSiteKey(new Uint8Array(32).fill(7), sha512);
  const plain = listFileOf(library, selection, made);
  const files = [...filmsToPack(library, selection, new Set([hash]))];
  const list = await signList({ ...plain, files }, { key, keyChanges: [], sha512 });
  withFilm = packWithFilms(list, new Map([[hash, film]]));
  alone = packageOfList(list);
  manifest = strFromU8(listBytes(list));
  const opened = await openPackage(bytesSource(alone), sha512);
  if (!opened.ok) throw new Error(opened.error.type);
  whole = textOfList([opened.value.list, opened.value.signer]);
});

/**
 * Opens whatever it is and plans the taking of it: an answer, never a throw; and whatever still bears the
 * signature is the very list that was signed.
 */
const survives = async (bytes: Uint8Array): Promise<"refused" | "same" | "unsigned"> => {
  const read = await openPackage(bytesSource(bytes), sha512);
  if (!read.ok) {
    expect(typeof read.error.type).toBe("string");
    return "refused";
  }
  const { list, signer, films } = read.value;
  for (const film of films.values()) {
    const range = await film.range();
    if (range.ok) expect(range.value.to - range.value.from).toBe(film.size);
  }
  const ours = libraryOf(siteOf("ours"));
  const before = ours.records.size;
  takeList(list, ours, { signer });
  expect(ours.records.size).toBe(before);
  if (signer === undefined) return "unsigned";
  expect(textOfList([list, signer])).toBe(whole);
  return "same";
};

describe("a signed package", () => {
  test("with any one byte flipped is refused, or what was signed is as it was", async () => {
    for (let at = 0; at < alone.length; at += 1) {
      for (const flip of [0x01, 0xff]) {
        const bytes = Uint8Array.from(alone);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        expect(await survives(bytes), `byte ${at}`).not.toBe("unsigned");
      }
    }
  });

  test("cut anywhere is refused", async () => {
    for (let length = 0; length < alone.length; length += 1) {
      expect(await survives(alone.subarray(0, length)), `cut at ${length}`).toBe("refused");
    }
    for (let length = 0; length < withFilm.length; length += 97) {
      expect(await survives(withFilm.subarray(0, length))).toBe("refused");
    }
  });

  test("with changed, lost, added or repeated bytes is answered by a value", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(
          fc.record({
            at: fc.nat(20_000),
            byte: fc.nat(255),
            way: fc.constantFrom("set", "cut", "insert", "repeat"),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (film, changes) => {
          let bytes = [...(film ? withFilm : alone)];
          for (const { at: place, byte, way } of changes) {
            const at = place % Math.max(1, bytes.length);
            if (way === "set") bytes[at] = byte;
            else if (way === "cut")
              bytes = [...bytes.slice(0, at), ...bytes.slice(at + (byte % 40))];
            else if (way === "repeat") bytes = [...bytes, ...bytes.slice(at)].slice(0, 40_000);
            else bytes = [...bytes.slice(0, at), byte, ...bytes.slice(at)];
          }
          await survives(Uint8Array.from(bytes));
        },
      ),
      runs(),
    );
  });

  test("with anything in its list changed is refused, unless the signature is gone too", async () => {
    const values = [...manifest.matchAll(/"[^"]*"|-?\d+|\[|\{|\]|\}/gu)];
    const token = fc.oneof(
      fc.constantFrom(
        "null",
        "1e999",
        "-1",
        '"\\u202e"',
        "{}",
        "[]",
        '{"__proto__":{"x":1}}',
        '""',
      ),
      fc.constant(`"${"长".repeat(20_000)}"`),
      fc.json(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ place: fc.nat(values.length - 1), token }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (forgeries) => {
          let text = manifest;
          for (const { place, token: put } of [...forgeries].sort((a, b) => b.place - a.place)) {
            const value = values[place];
            if (value === undefined) continue;
            text = text.slice(0, value.index) + put + text.slice(value.index + value[0].length);
          }
          await survives(zipSync({ [LIST_NAME]: strToU8(text) }));
        },
      ),
      runs(),
    );
  });

  test("within a zip, twice in one, or with a path that leads out, is refused", async () => {
    const list = strToU8(manifest);
    expect(await survives(zipSync({ "inner.dianbo": alone }))).toBe("refused");
    expect(await survives(zipSync({ [LIST_NAME]: alone }))).toBe("refused");
    expect(await survives(zipSync({ [LIST_NAME]: list, "Dianbo/Manifest.json": list }))).toBe(
      "refused",
    );
    for (const name of [
      "../evil.mp4",
      "/etc/passwd",
      "C:/x.mp4",
      "a/../../b",
      "con.mp4",
      "a\u202eb",
    ]) {
      expect(await survives(zipSync({ [LIST_NAME]: list, [name]: list })), name).toBe("refused");
    }
    const many = Object.fromEntries(
      Array.from({ length: 20_300 }, (_, place) => [`f/${place}`, new Uint8Array()]),
    );
    expect(await survives(zipSync({ [LIST_NAME]: list, ...many }, { level: 0 }))).toBe("refused");
  });
});
