import { matchesInScript, type PortalRule } from "@dianbo/shared/portal-rule";
import { hitsOf, type RulePage } from "./capture-by-rule-values.ts";
import { resolve } from "./page-elements.ts";

/** More pages than this is no article. */
const PAGES = 30;

const withoutTail = (url: string): string => url.replace(/[?#].*$/u, "");

const numbered = (
  page: RulePage,
  following: { readonly url: string; readonly from: number; readonly pages?: string | undefined },
): readonly string[] => {
  const [before = "", given = ""] = following.url.split("{n}");
  const here = withoutTail(page.url);
  // A family knows how pages are numbered, not how each of its sites ends its addresses.
  const suffix = given === "" ? (/\.\w{3,5}$/u.exec(here)?.[0] ?? "") : given;
  if (!here.endsWith(suffix)) return [];
  const whole = here.slice(0, here.length - suffix.length);
  // This may be a further page itself: `…-40223222-2.html`.
  const at = whole.lastIndexOf(before);
  const number = at === -1 ? "" : whole.slice(at + before.length);
  const linked = new Set(
    [...page.document.querySelectorAll("a[href]")].flatMap((link) =>
      withoutTail(resolve(link.getAttribute("href"), page.url) ?? ""),
    ),
  );
  const isFurther = /^\d{1,2}$/u.test(number) && linked.has(`${whole.slice(0, at)}${suffix}`);
  const stem = isFurther ? whole.slice(0, at) : whole;
  const addressOf = (n: number): string => `${stem}${before}${n}${suffix}`;
  const told = following.pages;
  const pages =
    told === undefined ? undefined : Number(matchesInScript(told, page.scripts())[0] ?? Number.NaN);
  const last =
    pages === undefined || !Number.isInteger(pages)
      ? undefined
      : following.from + Math.min(pages, PAGES) - 2;
  const found: string[] = [];
  for (let n = following.from; n < following.from + PAGES; n += 1) {
    const address = addressOf(n);
    if (last === undefined ? linked.has(address) || address === here : n <= last) {
      if (address !== here) found.push(address);
    } else if (last !== undefined) break;
  }
  return found;
};

/** Addresses of the further pages of one article, on its own host, without the page itself. */
export const followingOf = (page: RulePage, rule: PortalRule): string[] => {
  const { following } = rule;
  if (following === undefined) return [];
  const addresses =
    "selector" in following
      ? hitsOf(page, following.selector).flatMap(
          (link) => resolve(link.getAttribute("href"), page.url) ?? [],
        )
      : numbered(page, following);
  const { host } = new URL(page.url);
  return [...new Set(addresses.map((one) => one.replace(/#.*$/u, "")))].filter(
    (one) => new URL(one).host === host && one !== page.url.replace(/#.*$/u, ""),
  );
};
