import { type SeenMedia, seenMediaSchema } from "@dianbo/shared/portal";
import * as v from "valibot";

/** What was seen while one page stood in a tab; gone with the browser session. */
const seenInTabSchema = v.object({
  /** The page, without its anchor. */
  page: v.string(),
  media: v.pipe(v.array(seenMediaSchema), v.maxLength(60)),
});
type SeenInTab = v.InferOutput<typeof seenInTabSchema>;

const MOST = 60;

/** Where a tab's finds lie in the session's storage. */
export const seenKey = (tab: number): string => `media-seen-${tab}`;

const read = async (tab: number): Promise<SeenInTab | undefined> => {
  const key = seenKey(tab);
  const stored = v.safeParse(seenInTabSchema, (await chrome.storage.session.get(key))[key]);
  return stored.success ? stored.output : undefined;
};

/** A page's address without its anchor: the same document. */
const pageOf = (url: string): string => url.replace(/#.*$/u, "");

/** Begins a tab's finds anew for a page. */
export const beginPage = (tab: number, url: string): Promise<void> =>
  chrome.storage.session.set({ [seenKey(tab)]: { page: pageOf(url), media: [] } });

/** Forgets a tab. */
export const forgetTab = (tab: number): Promise<void> =>
  chrome.storage.session.remove(seenKey(tab));

/** Adds a find to the page that stands in the tab; nothing where no page of a granted host was opened there. */
export const addSeen = async (tab: number, seen: SeenMedia): Promise<void> => {
  const before = await read(tab);
  if (before === undefined) return;
  const media = [...before.media.filter(({ url }) => url !== seen.url), seen].slice(-MOST);
  await chrome.storage.session.set({ [seenKey(tab)]: { ...before, media } });
};

/** What was seen while this very page stood in the tab. */
export const seenOn = async (tab: number, url: string): Promise<readonly SeenMedia[]> => {
  const found = await read(tab);
  return found?.page === pageOf(url) ? found.media : [];
};
