import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { extractPage } from "../support/extract-page.ts";

/**
 * Every saved page in a folder named after its host is read, and its fields are held against the file
 * `<name>.expected.json` beside it: `url`, where it was saved from, and the fields that matter there.
 * Of a long body only its ends are written down, as `textStart` and `textEnd`, and in `textWithout` what
 * of the page's noise must not be in it; of a list its `list`, every link by what matters there. Where the page's rule calls its portal for data, the answer
 * stands in `<name>.answer.json`: the call's `url` and what came, as `data`.
 */
interface Expectation {
  readonly url: string;
  readonly textStart?: string;
  readonly textEnd?: string;
  readonly textWithout?: readonly string[];
}
interface Answer {
  readonly url: string;
  readonly data: unknown;
}
const here = import.meta.dirname;
const fixtures = globSync("*/*.html", { cwd: here }).sort();

const answerOf = (fixture: string): { url: string; text: string } | undefined => {
  const file = `${here}/${fixture.replace(/\.html$/, ".answer.json")}`;
  if (!existsSync(file)) return undefined;
  const answer: Answer = JSON.parse(readFileSync(file, "utf8"));
  return { url: answer.url, text: `callback(${JSON.stringify(answer.data)})` };
};

const fileOf = new Map(
  fixtures.flatMap((fixture) => {
    const file = `${here}/${fixture.replace(/\.html$/, ".expected.json")}`;
    if (!existsSync(file)) return [];
    const { url }: Expectation = JSON.parse(readFileSync(file, "utf8"));
    return [[url, `${here}/${fixture}`] as const];
  }),
);

/** The further pages of an article are fixtures too, found by their addresses. */
const pageAt = (url: string): Buffer | undefined => {
  const file = fileOf.get(url);
  return file === undefined ? undefined : readFileSync(file);
};

test("there are fixtures", () => {
  expect(fixtures.length).toBeGreaterThan(0);
});

test.each(fixtures)("%s", (fixture) => {
  const expectation = `${here}/${fixture.replace(/\.html$/, ".expected.json")}`;
  expect(existsSync(expectation), "a fixture without its expectation proves nothing").toBe(true);
  const expected: Expectation = JSON.parse(readFileSync(expectation, "utf8"));
  const { url, textStart, textEnd, textWithout, ...fields } = expected;
  expect(new URL(url).hostname).toBe(dirname(fixture));
  const page = extractPage(readFileSync(`${here}/${fixture}`), url, {
    answer: answerOf(fixture),
    pageAt,
  });
  expect(page).toMatchObject(fields);
  const text = page.text.trim();
  if (textStart !== undefined) expect(text.slice(0, textStart.length)).toBe(textStart);
  if (textEnd !== undefined) expect(text.slice(-textEnd.length)).toBe(textEnd);
  for (const noise of textWithout ?? []) expect(text).not.toContain(noise);
});
