import { type PageSnapshot, withSeenMedia } from "@dianbo/shared/portal";
import { withFrames } from "./read-frames.ts";
import { seenOn } from "./seen-shelf.ts";

/** A page as it was read, with the films that its frames name and its players were seen to fetch. */
export const foundPage = async (page: PageSnapshot, tab: number): Promise<PageSnapshot> =>
  withSeenMedia(await withFrames(page, tab), await seenOn(tab, page.url));
