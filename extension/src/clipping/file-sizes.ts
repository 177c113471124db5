import type { PageSnapshot } from "@dianbo/shared/portal";

/** Milliseconds that a portal may take to say how large a film is: a part of those for the whole reading. */
const PATIENCE = 800;

const sizeOf = async (url: string): Promise<number | undefined> => {
  try {
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(PATIENCE) });
    const length = Number(answer.headers.get("content-length"));
    return answer.ok && Number.isFinite(length) && length > 0 ? length : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Asks the page's own host how large its first films are. Other hosts are not asked: the page may not,
 * and the extension has no leave yet.
 */
export const withSizes = async (page: PageSnapshot, origin: string): Promise<PageSnapshot> => {
  const media = await Promise.all(
    page.media.map(async (one, index) => {
      if (index > 1 || !one.url.startsWith(`${origin}/`)) return one;
      const size = await sizeOf(one.url);
      return size === undefined ? one : { ...one, size };
    }),
  );
  return { ...page, media };
};
