import type { PageSnapshot } from "@dianbo/shared/portal";
import { deadlineIn, READING } from "./in-time.ts";

/** A page as it could be read in time, and what came of it afterwards. */
export interface PageReading {
  readonly page: PageSnapshot;
  /** Whether the page itself did not come in time, so that only its tab's word for it is here. */
  readonly givenUp: boolean;
  /** The same page once more of it has come; `undefined` where nothing has. It may never come. */
  readonly later: Promise<PageSnapshot | undefined>;
}

/** What reads a page; each may take as long as the page or its host pleases. */
export interface ReadingParts {
  /** What stands in the page; `undefined` where that is no page. */
  capture(): Promise<PageSnapshot | undefined>;
  /** The page with what its portal's data says of it, and with the films of its frames. */
  complete(page: PageSnapshot): Promise<PageSnapshot>;
  /** The page with the sizes of its films. */
  measure(page: PageSnapshot): Promise<PageSnapshot>;
  /** The page as what its tab says of it, which no page can withhold. */
  asLink(): Promise<PageSnapshot | undefined>;
}

/**
 * Reads a page within the time that a reading may take, all its parts together: what is not there by then
 * is a later addition, and a page that is not there at all is a link. `undefined` where it is not even that.
 */
export const readInParts = async (parts: ReadingParts): Promise<PageReading | undefined> => {
  const deadline = deadlineIn(READING);
  try {
    const captured = await deadline.before(parts.capture());
    if (captured === undefined) {
      const link = await parts.asLink();
      return link && { page: link, givenUp: true, later: Promise.resolve(undefined) };
    }
    // What a page's frames or its portal make of it must not cost the page itself.
    const completing = parts.complete(captured).catch(() => captured);
    const page = (await deadline.before(completing)) ?? captured;
    const later = completing
      .then(parts.measure)
      .then((whole) => (whole === page ? undefined : whole))
      .catch(() => undefined);
    return { page, givenUp: false, later };
  } finally {
    deadline.end();
  }
};
