import { fetchLeft } from "../clipping/fetch-pictures.ts";
import { openInbox, openPicturesOwed } from "../inbox/index.ts";
import { type Clerk, type ClerkTools, openHome } from "./clerk.ts";

/**
 * Fetches, in the page that outlives the panel, the pictures that closed panels left. It waits for whoever
 * fetches them still: only a page that is gone leaves any.
 */
export const startPictureKeeper = (tools: ClerkTools): Clerk => {
  const owed = openPicturesOwed();
  const inbox = openInbox();
  const waiting = new Set<string>();
  const keep = (id: string): Promise<void> =>
    fetchLeft(owed, id, async (fetchFor) => {
      const home = await openHome(tools);
      if (home === undefined) return;
      const { library } = home;
      await fetchFor({ ...tools, inbox, library, appHost: undefined }).finally(() =>
        library?.close(),
      );
    });
  const look = async (): Promise<void> => {
    for (const { id } of await owed.all()) {
      if (waiting.has(id)) continue;
      waiting.add(id);
      // What fails now stays noted for the next start.
      void keep(id)
        .catch(() => undefined)
        .finally(() => waiting.delete(id));
    }
  };
  owed.subscribe(() => void look());
  void look();
  return { isBusy: () => waiting.size > 0 };
};
