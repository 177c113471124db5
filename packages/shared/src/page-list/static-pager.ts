import { MOST_PAGES, type NextPages } from "./page-list.ts";
import { absolute, numberIn, type PagerFacts } from "./pager-facts.ts";

/** Calls of one name that are looked at. */
const MOST_CALLS = 20;

interface StaticPager {
  /** Pages of the list. */
  readonly pages: number;
  /** The number that the script gives to this page. */
  readonly current: number;
  readonly name: string;
  readonly ending: string;
}

const literalOf = (argument: string, script: string): string => {
  const bare = argument.trim().replace(/^["']|["']$/gu, "");
  if (!/^[a-z_$][\w$]*$/iu.test(argument.trim())) return bare;
  const assigned = new RegExp(
    `\\b${argument.trim().replace(/\$/gu, "\\$")}\\s*=\\s*["']?(\\w+)`,
    "u",
  ).exec(script)?.[1];
  return assigned ?? "?";
};

/** `createPageHTML(31, 0, "index", "shtml")` in its forms of four, five and six arguments, in comments too. */
const pagerOfCall = (script: string): StaticPager | undefined => {
  const calls = [
    ...script.matchAll(/(function\s+)?\bcreatePageHTML\s*\(([^(){};]{1,300})\)/giu),
  ].slice(0, MOST_CALLS);
  for (const [, isDefinition, list = ""] of calls) {
    if (isDefinition !== undefined) continue;
    const all = list.split(",").map((argument) => literalOf(argument, script));
    // Some give the id of the pager's element first.
    const from = /^\d+$/u.test(all[0] ?? "") ? 0 : 1;
    const [pages = "", current = "", name = "", ending = ""] = all.slice(from);
    if (!/^\d{1,5}$/u.test(pages) || !/^\d{1,5}$/u.test(current)) continue;
    if (!/^[\w./-]{1,100}$/u.test(name) || !/^\.?\w{2,6}$/u.test(ending)) continue;
    return {
      pages: Number(pages),
      current: Number(current),
      name,
      ending: ending.replace(/^\./u, ""),
    };
  }
  return undefined;
};

const fileOf = (url: string): { readonly name: string; readonly ending: string } | undefined => {
  const hit = /\/([\w-]+)\.(s?html?|jhtml|jsp|aspx?)$/iu.exec(url.replace(/[?#].*$/u, ""));
  return hit === null ? undefined : { name: hit[1] ?? "", ending: hit[2] ?? "" };
};

/** `var countPage = 31; var currentPage = 0;`, which is true even where the call beside it is a comment. */
const pagerOfVariables = (script: string, facts: PagerFacts): StaticPager | undefined => {
  const pages = numberIn(script, /\bcountPage\s*=\s*["']?(\d{1,5})/iu);
  if (pages === undefined) return undefined;
  const call = pagerOfCall(script);
  const own = fileOf(facts.url);
  const linked = facts.links.map(({ url }) => fileOf(url)).find((file) => file !== undefined);
  return {
    pages,
    current: numberIn(script, /\bcurrentPage\s*=\s*["']?(\d{1,5})/iu) ?? 0,
    name: call?.name ?? own?.name.replace(/_\d+$/u, "") ?? "index",
    ending:
      call?.ending ??
      own?.ending ??
      linked?.ending ??
      /["'.](s?html?)\\?["']/iu.exec(script)?.[1] ??
      "html",
  };
};

/** The number at the end of this page's own file name, `index_3.html` → 3. */
const ownSuffix = (url: string, name: string): number | undefined => {
  const file = fileOf(url)?.name ?? "";
  const base = name.split("/").at(-1) ?? name;
  return file.startsWith(`${base}_`)
    ? numberIn(file.slice(base.length), /^_(\d{1,5})$/u)
    : undefined;
};

const addressesOf = (pager: StaticPager, facts: PagerFacts): NextPages => {
  const { pages, current, name, ending } = pager;
  const suffix = ownSuffix(facts.url, name);
  const second = facts.links.find(({ text }) => /^\[?2\]?$/u.test(text.trim()));
  const secondSuffix = second === undefined ? undefined : ownSuffix(second.url, name);
  // Most count from 0 (page two is index_1); the first page says by its own number which it is.
  const countsFromOne =
    secondSuffix === undefined
      ? suffix === undefined
        ? current === 1
        : current === suffix && current >= pages
      : secondSuffix === 2;
  const next = suffix === undefined ? (countsFromOne ? 2 : 1) : suffix + 1;
  const last = countsFromOne ? pages : pages - 1;
  const urls: string[] = [];
  for (let number = next; number <= last && urls.length < MOST_PAGES; number += 1) {
    const url = absolute(`${name}_${number}.${ending}`, facts.url);
    if (url !== undefined) urls.push(url);
  }
  return urls.length === 0 ? { type: "none" } : { type: "addresses", urls, total: pages };
};

/** TRS writes its pager by script: the pages that follow, told from the call or the variables beside it. */
export const staticPages = (script: string, facts: PagerFacts): NextPages | undefined => {
  const pager = pagerOfVariables(script, facts) ?? pagerOfCall(script);
  return pager === undefined ? undefined : addressesOf(pager, facts);
};
