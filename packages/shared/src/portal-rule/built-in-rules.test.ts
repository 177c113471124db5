import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BUILT_IN } from "./built-in/index.ts";
import { builtInRules } from "./built-in-rules.ts";
import { readRule } from "./read-rule.ts";

const folder = join(import.meta.dirname, "built-in");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

describe.each(files)("%s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");

  it("is a rule", () => {
    const read = readRule(JSON.parse(text));
    expect(read.ok ? "" : `${read.error.where}: ${read.error.because}`).toBe("");
    expect(read.ok && read.value.id).toBe(file.replace(/\.json$/u, ""));
  });

  it("has forty lines at most", () => {
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  });
});

it("every file of the folder stands in its index", () => {
  expect(
    builtInRules()
      .map(({ id }) => `${id}.json`)
      .sort(),
  ).toEqual([...files].sort());
  expect(BUILT_IN.length).toBe(files.length);
});
