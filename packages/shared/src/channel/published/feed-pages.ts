import type { ChannelIndex } from "../channel-index.ts";
import type { ChannelItem } from "../channel-item.ts";
import type { PublishedWords } from "./published-words.ts";

/** Items of one page of a feed. */
const PER_PAGE = 200;

/** What feeds and the readable page are written from. */
export interface FeedMatter {
  readonly index: ChannelIndex;
  /** As `newestItems` gives them. */
  readonly newest: readonly ChannelItem[];
  /** The folder's address with a slash at its end, where the publisher knows it: links are whole then. */
  readonly address: string | undefined;
  readonly words: PublishedWords;
}

/** One page of a feed: its name, and that of the one behind it. */
export interface FeedPage {
  readonly name: string;
  readonly next: string | undefined;
  readonly items: readonly ChannelItem[];
}

/** Items page by page: `feed.json`, `feed-2.json` …; one page at least. */
export const pagesOf = (feed: string, items: readonly ChannelItem[]): readonly FeedPage[] => {
  const count = Math.max(1, Math.ceil(items.length / PER_PAGE));
  const nameOf = (at: number): string => (at === 0 ? `${feed}.json` : `${feed}-${at + 1}.json`);
  return Array.from({ length: count }, (_, at) => ({
    name: nameOf(at),
    next: at + 1 < count ? nameOf(at + 1) : undefined,
    items: items.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
  }));
};

/** What kind of thing, how long, from where: an item in a line. */
export const lineOf = (
  { kind, minutes, publisher }: ChannelItem,
  { kinds, minutes: minutesInWords }: PublishedWords,
): string =>
  [kinds[kind], minutes === undefined ? undefined : minutesInWords(minutes), publisher]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
