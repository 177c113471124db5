import type { NextPages } from "@dianbo/shared/page-list";
import { type ListRule, matchesInScript, type PortalRule } from "@dianbo/shared/portal-rule";
import { showsSigns } from "./capture-by-rule.ts";
import { type RulePage, rulePage } from "./capture-by-rule-values.ts";
import { resolve, select } from "./page-elements.ts";

/** Pages that a rule's own numbering is followed for. */
const MOST_PAGES = 200;

const nextBy = (next: NonNullable<ListRule["next"]>, page: RulePage): NextPages | undefined => {
  const { document, url: base } = page;
  if ("selector" in next) {
    const url = resolve(select(document, [next.selector])[0]?.getAttribute("href"), base);
    return url === undefined || url === base ? undefined : { type: "follow", url };
  }
  const { pages: pattern, from, url } = next;
  if (pattern === undefined) return undefined;
  const total = Number(matchesInScript(pattern, page.scripts())[0] ?? 0);
  if (!Number.isInteger(total) || total < 2) return undefined;
  const last = from + total - 2;
  const at = (number: number): string | undefined =>
    resolve(url.replace("{n}", String(number)), base);
  const numbers = Array.from(
    { length: Math.min(MOST_PAGES, last - from + 1) },
    (_, index) => from + index,
  );
  const here = numbers.findIndex((number) => at(number) === base);
  const urls = numbers.slice(here + 1).flatMap((number) => at(number) ?? []);
  return urls.length === 0 ? { type: "none" } : { type: "addresses", urls, total };
};

/**
 * Where rules say that the list goes on: their own link, or a number put into the address. Of a family
 * only what its signs stand for counts.
 */
export const nextByRule = (
  document: Document,
  base: string,
  rules: readonly PortalRule[],
): NextPages | undefined => {
  const page = rulePage(document, base);
  for (const rule of rules) {
    const next = rule.list?.next;
    const isOurs = rule.hosts.length > 0 || showsSigns(page, rule);
    const found = next === undefined || !isOurs ? undefined : nextBy(next, page);
    if (found !== undefined) return found;
  }
  return undefined;
};
