import { followingPages, type PageSnapshot, withFollowing } from "@dianbo/shared/portal";
import type { PortalRule } from "@dianbo/shared/portal-rule";
import { capturePage } from "./capture-page.ts";
import { decodePage } from "./decode-page.ts";
import { hostsOf, hostsWithoutLeave } from "./host-leave.ts";
import { unshadowed } from "./unshadowed.ts";

/** Milliseconds that a portal may take for one page. */
const PATIENCE = 6000;
/** Bytes of one page; what is larger is no page of text. */
const LARGEST = 4_000_000;
/** Pages of one article. */
const MOST_PAGES = 30;

const fetched = async (url: string): Promise<Document | undefined> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok || new URL(answer.url).origin !== new URL(url).origin) return undefined;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length > LARGEST) return undefined;
  return new DOMParser().parseFromString(decodePage(bytes), "text/html");
};

/**
 * The article with its further pages, fetched one after the other from the open page's own origin, where
 * the browser has leave for it. Up to the first page that does not come: an article without its last page
 * is whole as far as it goes.
 */
export const wholeArticle = async (
  page: PageSnapshot,
  rules: readonly PortalRule[],
  /** An offscreen document cannot look it up by itself. */
  withoutLeave: typeof hostsWithoutLeave = hostsWithoutLeave,
): Promise<PageSnapshot> => {
  const { origin } = new URL(page.url);
  const urls = followingPages(page)
    .filter((url) => new URL(url).origin === origin)
    .slice(0, MOST_PAGES - 1);
  // Where no documents can be made (the background) the panel has joined the pages before.
  if (urls.length === 0 || typeof DOMParser === "undefined") return page;
  const missing = await withoutLeave(hostsOf(urls));
  if (missing.length > 0) return page;
  const next: PageSnapshot[] = [];
  try {
    for (const url of urls) {
      const document = await fetched(url);
      if (document === undefined) break;
      next.push(capturePage(unshadowed(document), { href: url }, rules));
    }
  } catch {
    // No answer in time: what came before it stays.
  }
  return withFollowing(page, next);
};
