/** A rule that ships is shown at work on at least three pages, and a page that should show it does. */
import { globSync, readFileSync } from "node:fs";
import { builtInRules, covers, kindByAddress } from "@dianbo/shared/portal-rule";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { captureByRule } from "../../extension/src/clipping/capture-by-rule.ts";
import { decodePage } from "../../extension/src/clipping/decode-page.ts";

const here = import.meta.dirname;
const pages = globSync("*/*.html", { cwd: here })
  .sort()
  .map((page) => {
    const expected: { url: string } = JSON.parse(
      readFileSync(`${here}/${page.replace(/\.html$/, ".expected.json")}`, "utf8"),
    );
    return { page, url: expected.url };
  });

/** Whether a rule knows a page: by its host and address, or by a sign of its family. */
const knows = (
  rule: ReturnType<typeof builtInRules>[number],
  page: string,
  url: string,
): boolean => {
  const isOwn = rule.hosts.length > 0;
  if (isOwn && !rule.hosts.some((own) => covers(own, new URL(url).hostname))) return false;
  if (isOwn && kindByAddress(rule, url) !== undefined) return true;
  const { document } = parseHTML(decodePage(readFileSync(`${here}/${page}`)));
  const found = captureByRule(document, url, [rule]);
  return found !== undefined && (found.body !== undefined || found.fields.title !== undefined);
};

test.each(builtInRules().map((rule) => [rule.id, rule] as const))(
  "%s has at least three pages that it knows",
  (_id, rule) => {
    const known = pages.filter(({ page, url }) => knows(rule, page, url)).map(({ page }) => page);
    expect(known.length, known.join(", ")).toBeGreaterThanOrEqual(3);
  },
);
