import { MOST_PAGES, type NextPages } from "./page-list.ts";
import { absolute, numberIn, type PagerFacts } from "./pager-facts.ts";

/** Calls that are looked at, and how far each is read. */
const MOST_CALLS = 5;
const LONGEST_CALL = 3000;

const callsOf = (script: string): readonly string[] => {
  const calls: string[] = [];
  let at = script.indexOf("laypage");
  while (at >= 0 && calls.length < MOST_CALLS) {
    calls.push(script.slice(at, at + LONGEST_CALL));
    at = script.indexOf("laypage", at + LONGEST_CALL);
  }
  return calls;
};

const pagesOfCall = (call: string): number | undefined => {
  const pages = numberIn(call, /\bpages\s*:\s*["']?(\d{1,5})/u);
  if (pages !== undefined) return pages;
  const count = numberIn(call, /\bcount\s*:\s*["']?(\d{1,6})/u);
  const limit = numberIn(call, /\blimit\s*:\s*["']?(\d{1,3})/u) ?? 10;
  return count === undefined || limit === 0 ? undefined : Math.ceil(count / limit);
};

/** layui draws its pager by script: the number of records or pages, and the address that a turn opens, stand in its call. */
export const drawnPages = (script: string, facts: PagerFacts): NextPages | undefined => {
  for (const call of callsOf(script)) {
    const hit =
      /["']([^"'\s]{1,300})["']\s*\+\s*\w{1,40}\.curr\b(?:\s*\+\s*["']([^"'\s]{0,100})["'])?/u.exec(
        call,
      );
    const total = pagesOfCall(call);
    if (hit === null || total === undefined) continue;
    const current = numberIn(call, /\bcurr\s*:\s*["']?(\d{1,5})/u) ?? 1;
    const urls = Array.from({ length: Math.max(0, total - current) }, (_, index) =>
      absolute(`${hit[1] ?? ""}${current + 1 + index}${hit[2] ?? ""}`, facts.url),
    )
      .flatMap((url) => url ?? [])
      .slice(0, MOST_PAGES);
    return urls.length === 0 ? { type: "none" } : { type: "addresses", urls, total };
  }
  return undefined;
};
