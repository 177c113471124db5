import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { extractPage } from "../support/extract-page.ts";

/**
 * Every saved page in a folder named after its host is read, and its fields are held against the file
 * `<name>.expected.json` beside it: `url`, where it was saved from, and the fields that matter there.
 */
const here = import.meta.dirname;
const fixtures = globSync("*/*.html", { cwd: here }).sort();

test("there are fixtures", () => {
  expect(fixtures.length).toBeGreaterThan(0);
});

test.each(fixtures)("%s", (fixture) => {
  const expectation = `${here}/${fixture.replace(/\.html$/, ".expected.json")}`;
  expect(existsSync(expectation), "a fixture without its expectation proves nothing").toBe(true);
  const { url, ...fields }: { url: string } = JSON.parse(readFileSync(expectation, "utf8"));
  expect(new URL(url).hostname).toBe(dirname(fixture));
  expect(extractPage(readFileSync(`${here}/${fixture}`), url)).toMatchObject(fields);
});
