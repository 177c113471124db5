import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { extractPage } from "../support/extract-page.ts";

/**
 * Every saved page in a folder named after its host is read, and its fields are held against the file
 * `<name>.expected.json` beside it: `url`, where it was saved from, and the fields that matter there.
 * Of a long body only its ends are written down, as `textStart` and `textEnd`, and in `textWithout` what
 * of the page's noise must not be in it.
 */
interface Expectation {
  readonly url: string;
  readonly textStart?: string;
  readonly textEnd?: string;
  readonly textWithout?: readonly string[];
}
const here = import.meta.dirname;
const fixtures = globSync("*/*.html", { cwd: here }).sort();

test("there are fixtures", () => {
  expect(fixtures.length).toBeGreaterThan(0);
});

test.each(fixtures)("%s", (fixture) => {
  const expectation = `${here}/${fixture.replace(/\.html$/, ".expected.json")}`;
  expect(existsSync(expectation), "a fixture without its expectation proves nothing").toBe(true);
  const expected: Expectation = JSON.parse(readFileSync(expectation, "utf8"));
  const { url, textStart, textEnd, textWithout, ...fields } = expected;
  expect(new URL(url).hostname).toBe(dirname(fixture));
  const page = extractPage(readFileSync(`${here}/${fixture}`), url);
  expect(page).toMatchObject(fields);
  const text = page.text.trim();
  if (textStart !== undefined) expect(text.slice(0, textStart.length)).toBe(textStart);
  if (textEnd !== undefined) expect(text.slice(-textEnd.length)).toBe(textEnd);
  for (const noise of textWithout ?? []) expect(text).not.toContain(noise);
});
