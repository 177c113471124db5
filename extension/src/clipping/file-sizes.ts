import type { PageSnapshot } from "@dianbo/shared/portal";
import * as v from "valibot";

/** Milliseconds that a portal may take to say how large a film is; who reads the page does not wait for it. */
const PATIENCE = 15_000;

const sizeSchema = v.pipe(v.number(), v.finite(), v.minValue(1));

/** Runs in the page, so that its own host is asked as the page would; it must not use anything from outside itself. */
const askSize = async (url: string, patience: number): Promise<number | null> => {
  try {
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(patience) });
    return answer.ok ? Number(answer.headers.get("content-length")) : null;
  } catch {
    return null;
  }
};

const sizeOf = async (tab: number, url: string): Promise<number | undefined> => {
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId: tab },
    func: askSize,
    args: [url, PATIENCE],
  });
  const size = v.safeParse(sizeSchema, answer?.result);
  return size.success ? size.output : undefined;
};

/**
 * Asks the page's own host how large its first films are; the same page where nothing was learnt. Other
 * hosts are not asked: the page may not, and the extension has no leave yet.
 */
export const withSizes = async (page: PageSnapshot, tab: number): Promise<PageSnapshot> => {
  const { origin } = new URL(page.url);
  const own = page.media.slice(0, 2).filter(({ url }) => url.startsWith(`${origin}/`));
  const sizes = new Map<string, number>();
  await Promise.all(
    own.map(async ({ url }) => {
      const size = await sizeOf(tab, url);
      if (size !== undefined) sizes.set(url, size);
    }),
  );
  if (sizes.size === 0) return page;
  return {
    ...page,
    media: page.media.map((one) => {
      const size = sizes.get(one.url);
      return size === undefined ? one : { ...one, size };
    }),
  };
};
