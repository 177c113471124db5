import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPattern, matchesInScript, matchLine, type PatternUse } from "./bounded-pattern.ts";

const accepted = (pattern: string, use: PatternUse): boolean => checkPattern(pattern, use).ok;

test.each([
  ["(a+)+b", "a repeat in a repeat"],
  ["(a|aa)+b", "a repeated choice"],
  ["(?:\\d{1,3}){1,8}x", "a repeated group of many ways"],
  ["(?:a|ab){1,8}x", "a repeated choice of two"],
  ["(?:a?){2,8}x", "a repeated group that can be empty"],
  ["(?:a/)*x", "a group repeated without an end"],
  ["(?:a/){1,9}x", "a group repeated too often"],
  ["a*a*a*a*b", "repeats of one character in a row"],
  ["\\w+\\d+\\w+x", "repeats whose characters meet"],
  ["(.*)(.*)(.*)x", "three times anything"],
  ["(?=a)b", "look-ahead"],
  ["(?<=a)b", "look-behind"],
  ["(a)\\1", "a back-reference"],
  ["(?<name>a)", "a named group"],
  ["\\bword", "an escape outside the subset"],
  ["[\\u4e00-\\u9fa5]+", "an escape in a class"],
  ["a**", "a repeat of a repeat"],
  ["a{600}", "a repeat that is too long"],
  ["a{3,2}", "a repeat backwards"],
  ["(a", "a bracket that nothing closes"],
  ["a)", "a bracket that nothing opened"],
  ["[z-a]", "a class backwards"],
  ["(((((a)))))", "groups five deep"],
  [`x${"y".repeat(400)}`, "a pattern too long"],
  ["😀+", "a character of two halves"],
])("%s is refused: %s", (pattern) => {
  expect(accepted(pattern, "text")).toBe(false);
});

test.each([
  "来源：(.+)",
  "^/n\\d?/\\d{4}/\\d{4}/c\\d+-\\d+(-\\d+)?\\.html$",
  "t(20\\d{6})_\\d+\\.s?html?$",
  "发布时间[:：]\\s*(20\\d\\d-\\d\\d-\\d\\d)",
  "^(.+?)[_—-]",
  "(?:责编|编辑)：(.{2,20})$",
  "^/(?:[\\w-]+/){1,4}(?:index(?:_\\d+)?\\.html?)?$",
  "^/GB/(?:\\d+/){1,6}\\d{6,9}(?:-\\d+)?\\.html",
])("%s is accepted", (pattern) => {
  expect(checkPattern(pattern, "text")).toMatchObject({ ok: true });
});

test("a script pattern begins with plain characters", () => {
  expect(accepted('guid = "([0-9a-f]{32})"', "script")).toBe(true);
  expect(accepted(".*guid", "script")).toBe(false);
  expect(accepted("gu|id", "script")).toBe(false);
  expect(
    matchesInScript('guid = "([0-9a-f]{4})"', 'a guid = "00ff"; guid = "zz"; guid = "1234"'),
  ).toEqual(["00ff", "1234"]);
});

test("the first group counts, else the whole match", () => {
  expect(matchLine("来源：(.+)", "时间 来源：县植保站")).toBe("县植保站");
  expect(matchLine("20\\d\\d", "于2026年")).toBe("2026");
  expect(matchLine("(?:a(x)|b(y))", "by")).toBe("y");
});

/** Patterns put together from pieces that are each likely to be slow in some company. */
const pieces = fc
  .array(
    fc.constantFrom(
      "a",
      "ab",
      ".",
      "\\w*",
      "\\d+",
      "a+",
      "a*?",
      ".{0,200}",
      "[^b]*",
      "(a|b)?",
      "(a|ab|.)",
      "(a+b?)?",
      "(.*,)?",
      "\\s*",
      "$",
      "b{2,40}",
      "(?:a+,){1,8}",
      "(?:ab){0,3}",
      "(?:.b){2,8}",
      "(?:\\w+ ){1,6}",
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.join(""));

test("what is accepted answers in time, whatever the text", () => {
  const text = fc.oneof(
    fc.constantFrom("a", "ab", "a,", "a1", " ", "aab").map((unit) => unit.repeat(1000)),
    fc.string({ minLength: 900, maxLength: 1000, unit: fc.constantFrom("a", "b", "1", " ", ",") }),
  );
  fc.assert(
    fc.property(pieces, text, (pattern, line) => {
      if (!accepted(pattern, "text")) return;
      const before = performance.now();
      matchLine(pattern, line);
      expect(performance.now() - before).toBeLessThan(10_000);
    }),
  );
});

test("what is accepted in scripts answers in time on a megabyte that lures it", () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom("src", "srca", "srcab1"), (pattern, unit) => {
      const whole = `src${pattern}`;
      if (!accepted(whole, "script")) return;
      const lure = unit.repeat(Math.ceil(1_000_000 / unit.length));
      const before = performance.now();
      matchesInScript(whole, lure);
      expect(performance.now() - before).toBeLessThan(10_000);
    }),
    { numRuns: 60 },
  );
});
