import { drawnPages } from "./drawn-pager.ts";
import { MOST_PAGES, type NextPages } from "./page-list.ts";
import { absolute, numberIn, type PagerFacts } from "./pager-facts.ts";
import { staticPages } from "./static-pager.ts";

const SCRIPT_LIMIT = 2_000_000;

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

const LAST = /^[<《«‹]?\s*(?:尾页|末页|最后一页)\s*[>》»›]*$/u;

/** The page that 尾页 leads to. */
const lastOf = (facts: PagerFacts, template: Template): number => {
  const url = facts.links.find(({ text }) => LAST.test(text.trim()))?.url ?? "";
  const { before, after, shift } = template;
  const middle =
    url.startsWith(before) && url.endsWith(after) && url.length > before.length + after.length
      ? url.slice(before.length, url.length - after.length)
      : "";
  return /^\d{1,5}$/u.test(middle) ? Number(middle) - shift : 0;
};

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
  const total = Math.max(largest, totalIn(facts, script) ?? 0, lastOf(facts, template));
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
 * Tells how a list goes on: TRS's script, JCMS's data proxy, layui's call, numbered links, 下一页. `shown` is how many
 * records of the list this page holds.
 */
export const nextPagesOf = (facts: PagerFacts, shown: number): NextPages => {
  const script = facts.scripts.join("\n").slice(0, SCRIPT_LIMIT);
  const records = recordsOf(script, facts, shown);
  if (records !== undefined) return records;
  return (
    staticPages(script, facts) ??
    drawnPages(script, facts) ??
    numberedPages(facts, script) ?? { type: "none" }
  );
};
