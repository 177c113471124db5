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
  const capturing = parts.capture();
  // What a page's frames or its portal make of it must not cost the page itself.
  const completing = capturing.then((captured) =>
    captured === undefined ? undefined : parts.complete(captured).catch(() => captured),
  );
  const measuring = completing.then((whole) =>
    whole === undefined ? undefined : parts.measure(whole),
  );
  const laterThan = (page: PageSnapshot): PageReading["later"] =>
    measuring.then((whole) => (whole === page ? undefined : whole)).catch(() => undefined);
  completing.catch(() => undefined);
  measuring.catch(() => undefined);
  try {
    const captured = await deadline.before(capturing);
    if (captured === undefined) {
      const link = await parts.asLink();
      // A page of a busy machine comes a little later all the same.
      return link && { page: link, givenUp: true, later: laterThan(link) };
    }
    const page = (await deadline.before(completing)) ?? captured;
    return { page, givenUp: false, later: laterThan(page) };
  } finally {
    deadline.end();
  }
};
