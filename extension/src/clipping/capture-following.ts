import { resolve, select } from "./page-elements.ts";

/** An article of more pages than this is a book. */
const MOST_PAGES = 30;

const stem = (url: string): string => url.replace(/[?#].*$/u, "").replace(/\.\w{2,6}$/u, "");

/**
 * Addresses of the further pages of this article on the same host: what its page numbers link to
 * (`…-2.html`, `…_1.shtml`, `…&page=2`) beside the page's own name. Lists turn their pages too: nothing
 * is followed from an address that names no article.
 */
export const followingOf = (document: Document, base: string): string[] => {
  const own = stem(base);
  const name = own.split("/").at(-1) ?? "";
  if (name.length < 4 || /^(?:index|list|default|node)/iu.test(name)) return [];
  const root = own.replace(/[-_](\d{1,2})$/u, "");
  // From the middle of an article one does not know where it began.
  const numbers = new Map<number, string>();
  for (const link of select(document, ["a[href]"]).slice(0, 3000)) {
    const url = resolve(link.getAttribute("href"), base);
    if (url === undefined || new URL(url).origin !== new URL(base).origin) continue;
    const other = stem(url);
    if (!other.startsWith(own) || other === own) continue;
    const number = /^[-_](\d{1,2})$/u.exec(other.slice(own.length))?.[1];
    if (number === undefined) continue;
    const text = (link.textContent ?? "").trim();
    if (
      /^[[【(（]?\s*\d{1,2}\s*[\]】)）]?$|^(?:下一?页|尾页|末页|后一?页|第.{1,3}页)/u.test(text)
    ) {
      numbers.set(Number(number), url.replace(/#.*$/u, ""));
    }
  }
  if (root !== own && numbers.size === 0) return [];
  return [...numbers.entries()]
    .sort(([one], [other]) => one - other)
    .map(([, url]) => url)
    .slice(0, MOST_PAGES - 1);
};
