import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type ContainerLimits, readContainer, writeContainer } from "./container.ts";

const LIMITS: ContainerLimits = { packedBytes: 100_000, unpackedBytes: 1_000_000, entries: 10 };

const failureOf = (bytes: Uint8Array, limits = LIMITS): string => {
  const read = readContainer(bytes, limits);
  return read.ok ? "taken" : read.error.type;
};

describe("container", () => {
  test("gives back what was put in, the same bytes whatever the order", () => {
    const list = strToU8("{}");
    const picture = Uint8Array.from({ length: 300 }, (_, index) => index % 7);
    const one = writeContainer(
      new Map([
        ["dianbo/manifest.json", list],
        ["1 基层党建/1014 党旗.jpg", picture],
      ]),
    );
    const other = writeContainer(
      new Map([
        ["1 基层党建/1014 党旗.jpg", picture],
        ["dianbo/manifest.json", list],
      ]),
    );
    expect(other).toEqual(one);
    const read = readContainer(one, LIMITS);
    expect(read.ok && [...read.value.keys()].sort()).toEqual([
      "1 基层党建/1014 党旗.jpg",
      "dianbo/manifest.json",
    ]);
    expect(read.ok && read.value.get("1 基层党建/1014 党旗.jpg")).toEqual(picture);
  });

  test("takes a zip that was packed by hand, with folders and stored files", () => {
    const zipped = zipSync({
      dianbo: { "manifest.json": [strToU8("{}"), { level: 0 }] },
      "empty/": new Uint8Array(),
    });
    const read = readContainer(zipped, LIMITS);
    expect(read.ok && [...read.value.keys()]).toEqual(["dianbo/manifest.json"]);
  });

  test.each([
    "../outside.json",
    "dianbo/../../outside.json",
    "/etc/passwd",
    "C:/outside.json",
    "dianbo\\outside.json",
    "dianbo//manifest.json",
    "./manifest.json",
    "con.json",
    "dianbo/nul",
    "manifest.json.",
    "a\u202egnp.exe",
    "a\u0000b",
    `${"x".repeat(300)}.json`,
  ])("refuses the name %j", (name) => {
    expect(failureOf(zipSync({ [name]: strToU8("{}") }))).toBe("unsafe-name");
  });

  test("refuses two names that are one on Windows", () => {
    const zipped = zipSync({ "List.json": strToU8("1"), "list.json": strToU8("2") });
    expect(failureOf(zipped)).toBe("unsafe-name");
  });

  test("refuses what is no zip, and a zip that lost its end or was changed", () => {
    expect(failureOf(new Uint8Array())).toBe("not-a-package");
    expect(failureOf(strToU8("<html>".repeat(50)))).toBe("not-a-package");
    const whole = writeContainer(new Map([["list.json", strToU8("words ".repeat(50))]]));
    expect(failureOf(whole.subarray(0, whole.length - 30))).toBe("not-a-package");
    const changed = whole.slice();
    changed[45] = (changed[45] ?? 0) ^ 0xff;
    expect(failureOf(changed)).toBe("package-damaged");
  });

  test("refuses too many, too large, and a bomb, before unpacking", () => {
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`${index}.json`, strToU8("1")]),
    );
    expect(failureOf(zipSync(many))).toBe("too-many-files");
    expect(failureOf(new Uint8Array(100_001))).toBe("package-too-large");
    expect(failureOf(zipSync({ "bomb.json": new Uint8Array(2_000_000) }))).toBe(
      "package-too-large",
    );
  });

  test("stops at a bomb that lies about its size", () => {
    const bomb = zipSync({ "bomb.json": new Uint8Array(50_000_000) }, { level: 9 });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const central = bomb.length - 22 - 46 - "bomb.json".length;
    expect(view.getUint32(central, true)).toBe(0x02014b50);
    view.setUint32(central + 24, 100, true);
    expect(failureOf(bomb)).toBe("package-damaged");
  });
});
