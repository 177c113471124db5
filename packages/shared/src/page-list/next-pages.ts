import { MOST_PAGES, type NextPages } from "./page-list.ts";

/** What of a page tells how its list goes on. */
export interface PagerFacts {
  /** The page's own address. */
  readonly url: string;
  /** Texts of its scripts and comments; read, never run. */
  readonly scripts: readonly string[];
  /** Links whose text is a number or 下一页 and the like, in the page's order. */
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** The text of the pager: 共 8 页, 1/31. */
  readonly text: string;
}

const SCRIPT_LIMIT = 2_000_000;
/** Calls of one name that are looked at. */
const MOST_CALLS = 20;

const numberIn = (text: string, pattern: RegExp): number | undefined => {
  const hit = pattern.exec(text)?.[1];
  const value = hit === undefined ? Number.NaN : Number(hit);
  return Number.isInteger(value) && value >= 0 && value <= 100_000 ? value : undefined;
};

const absolute = (address: string, base: string): string | undefined => {
  try {
    const url = new URL(address, base);
    return /^https?:$/u.test(url.protocol) && url.href.length <= 4000 ? url.href : undefined;
  } catch {
    return undefined;
  }
};

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
      /["'.](s?html?)["']/iu.exec(script)?.[1] ??
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

const PROXY_FIELDS = [
  "col",
  "appid",
  "webid",
  "path",
  "columnid",
  "sourceContentType",
  "unitid",
  "webname",
  "permissiontype",
];

/** 大汉 JCMS: where its data proxy is and what it wants stands in the page's own script. */
const recordsOf = (script: string, facts: PagerFacts, shown: number): NextPages | undefined => {
  const address = /["']([^"'\s]{0,300}dataproxy\.jsp)[^"']{0,600}["']/iu.exec(script)?.[1];
  const url = address === undefined ? undefined : absolute(address, facts.url);
  if (url === undefined || new URL(url).origin !== new URL(facts.url).origin) return undefined;
  const form: Record<string, string> = {};
  for (const field of PROXY_FIELDS) {
    const hit = new RegExp(
      `\\b${field}["']?\\s*[:=]\\s*(?:"([^"]{0,300})"|'([^']{0,300})'|(\\d{1,12}))`,
      "u",
    ).exec(script);
    const value = hit?.[1] ?? hit?.[2] ?? hit?.[3];
    if (value !== undefined) form[field] = value;
  }
  const total =
    numberIn(script, /<totalrecord>\s*(\d{1,7})/iu) ??
    numberIn(script, /\btotalRecord\s*[:=]\s*["']?(\d{1,7})/u);
  if (total === undefined || form["columnid"] === undefined || total <= shown) return undefined;
  const perPage = numberIn(script, /\bperPage\s*[:=]\s*["']?(\d{1,3})/iu) ?? 15;
  return { type: "records", url, form, from: shown + 1, perPage: Math.max(1, perPage), total };
};

const NEXT = /^(?:下一?页|后一页|下页|next(?: page)?)?\s*[>»›＞]*$/iu;

const totalIn = (facts: PagerFacts, script: string): number | undefined =>
  numberIn(facts.text, /共\s*(\d{1,5})\s*页/u) ??
  numberIn(facts.text, /(?<!\d)\d{1,5}\s*\/\s*(\d{1,5})(?:\s*页|(?!\d|\/))/u) ??
  numberIn(script, /\b(?:totalPages?|pageCount|total_page)["']?\s*[:=]\s*["']?(\d{1,5})/iu);

/** An address with a hole where the page's number stands. */
interface Template {
  readonly before: string;
  readonly after: string;
  /** What is added to a page's number in its address: 0, or -1 where they count from 0. */
  readonly shift: number;
}

const templatesOf = (page: number, url: string): readonly Template[] =>
  [0, -1].flatMap((shift) => {
    const wanted = String(page + shift);
    return [...url.matchAll(/\d+/gu)]
      .filter((hit) => Number(hit[0]) === Number(wanted) && hit[0].length === wanted.length)
      .map((hit) => ({
        before: url.slice(0, hit.index),
        after: url.slice(hit.index + hit[0].length),
        shift,
      }))
      .reverse();
  });

const fill = ({ before, after, shift }: Template, page: number): string =>
  `${before}${page + shift}${after}`;

const numberedPages = (facts: PagerFacts, script: string): NextPages | undefined => {
  const numbered = facts.links.flatMap(({ text, url }) => {
    const page = numberIn(text, /^\[?\s*(\d{1,4})\s*\]?$/u);
    return page === undefined || page < 2 ? [] : [{ page, url }];
  });
  const onward = facts.links.find(({ text }) => text.trim() !== "" && NEXT.test(text.trim()));
  const [first] = numbered;
  const template =
    first === undefined
      ? undefined
      : templatesOf(first.page, first.url).find((one) =>
          numbered.every(({ page, url }) => fill(one, page) === url),
        );
  const largest = Math.max(0, ...numbered.map(({ page }) => page));
  if (template === undefined) {
    return onward === undefined || onward.url === facts.url
      ? undefined
      : { type: "follow", url: onward.url };
  }
  const total = Math.max(largest, totalIn(facts, script) ?? 0);
  const here = /\d+/u.test(facts.url)
    ? Array.from({ length: Math.min(total, MOST_PAGES) }, (_, index) => index + 1).find(
        (page) => fill(template, page) === facts.url,
      )
    : undefined;
  const fromNext =
    onward === undefined
      ? undefined
      : Array.from({ length: total }, (_, index) => index + 1).find(
          (page) => fill(template, page) === onward.url,
        );
  const current = here ?? (fromNext === undefined ? 1 : fromNext - 1);
  const urls = Array.from({ length: Math.max(0, total - current) }, (_, index) =>
    fill(template, current + 1 + index),
  ).slice(0, MOST_PAGES);
  return urls.length === 0 ? { type: "none" } : { type: "addresses", urls, total };
};

/**
 * Tells how a list goes on: TRS's script, JCMS's data proxy, numbered links, 下一页. `shown` is how many
 * records of the list this page holds.
 */
export const nextPagesOf = (facts: PagerFacts, shown: number): NextPages => {
  const script = facts.scripts.join("\n").slice(0, SCRIPT_LIMIT);
  const records = recordsOf(script, facts, shown);
  if (records !== undefined) return records;
  const pager = pagerOfVariables(script, facts) ?? pagerOfCall(script);
  if (pager !== undefined) return addressesOf(pager, facts);
  return numberedPages(facts, script) ?? { type: "none" };
};

/** What to ask for to get the next page, and what is left after it. */
export interface PageTurn {
  readonly url: string;
  /** Form fields to post, for a data proxy. */
  readonly form: Readonly<Record<string, string>> | undefined;
  /** How it goes on after that page; `undefined` where only the page itself knows. */
  readonly rest: NextPages | undefined;
}

/** The next step through a list; `undefined` at its end. */
export const turnPage = (next: NextPages): PageTurn | undefined => {
  switch (next.type) {
    case "none":
      return undefined;
    case "follow":
      return { url: next.url, form: undefined, rest: undefined };
    case "addresses": {
      const [url, ...urls] = next.urls;
      if (url === undefined) return undefined;
      return {
        url,
        form: undefined,
        rest: urls.length === 0 ? { type: "none" } : { ...next, urls },
      };
    }
    case "records": {
      const { from, perPage, total } = next;
      if (from > total) return undefined;
      const to = Math.min(total, from + perPage - 1);
      const query = `startrecord=${from}&endrecord=${to}&perpage=${perPage}`;
      return {
        url: `${next.url}?${query}`,
        form: next.form,
        rest: to >= total ? { type: "none" } : { ...next, from: to + 1 },
      };
    }
  }
};
