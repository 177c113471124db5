import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { NAME_LIMIT, safeFileName, safeName } from "./safe-name.ts";

/** The rules as the makers of the file systems write them, apart from our own expressions. */
const FORBIDDEN = new Set('\\/:*?"<>|');
const DEVICES = new Set([
  ...["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"],
  ...["COM", "LPT"].flatMap((port) => [..."0123456789¹²³"].map((digit) => `${port}${digit}`)),
]);

const problemOf = (name: string): string | undefined => {
  if (name === "") return "empty";
  if (name.length > 255) return "longer than 255 units";
  if (new TextEncoder().encode(name).length > 255) return "longer than 255 bytes";
  if (/^[\s.~]|[\s.~]$/u.test(name)) return "a dot, blank or tilde at an end";
  for (const character of name) {
    const point = character.codePointAt(0) ?? 0;
    if (FORBIDDEN.has(character)) return `forbidden ${character}`;
    if (point < 32 || (point >= 127 && point < 160)) return "control character";
    if (point >= 0xd800 && point <= 0xdfff) return "half a character";
    if ((point & 0xfffe) === 0xfffe) return "not a character";
  }
  const stem = name.split(".")[0]?.trimEnd().toUpperCase() ?? "";
  return DEVICES.has(stem) ? `device ${stem}` : undefined;
};

/** Texts that mean harm: devices, dots, paths, long 汉字, halves of emoji. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        "CON",
        "nul",
        "com1",
        "LPT³",
        ".",
        " ",
        "~",
        "/",
        "\\",
        "..",
        "党",
        "👨‍👩‍👧",
        "\ud83d",
        "\u202e",
        "\u0000",
        "\n",
        "\ufffe",
        "e\u0301",
        "aux.mp4",
      ),
      { maxLength: 200 },
    )
    .map((parts) => parts.join("")),
);

describe("names of files and folders", () => {
  it("are taken by every file system, whatever the text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const name = safeName(text);
        if (name !== "") expect(problemOf(name)).toBeUndefined();
        expect(problemOf(safeFileName(text, "mp4"))).toBeUndefined();
      }),
    );
  });

  it("stay as they are once they are safe", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const name = safeName(text);
        expect(safeName(name)).toBe(name);
      }),
    );
  });

  it("keep their ending and room for what a browser writes beside them", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const name = safeFileName(text, "mp4");
        expect(name.endsWith(".mp4")).toBe(true);
        expect(name.length).toBeLessThanOrEqual(NAME_LIMIT.units);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(NAME_LIMIT.bytes);
      }),
    );
  });

  test.each([
    ["微党课：一面党旗的故事", "微党课：一面党旗的故事"],
    ["问答: 医保/养老?", "问答： 医保／养老？"],
    ["CON", "_CON"],
    ["con.党课", "_con.党课"],
    ["COM¹", "_COM¹"],
    ["console", "console"],
    ["结尾有点...", "结尾有点"],
    ["  ~两头~ ", "两头"],
    ["\u202e反着读", "反着读"],
    ["…", "…"],
    ["...", ""],
  ])("%j becomes %j", (text, name) => {
    expect(safeName(text)).toBe(name);
  });

  it("cuts between characters, never through one", () => {
    const name = safeFileName("👍".repeat(300), "mp4");
    expect(name).toMatch(/^(?:👍)+\.mp4$/u);
    expect(safeFileName("党".repeat(300), "mp4")).toBe(`${"党".repeat(76)}.mp4`);
  });
});
