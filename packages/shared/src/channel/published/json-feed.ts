import { namesOf } from "../channel-index.ts";
import type { ChannelItem } from "../channel-item.ts";
import { type FeedMatter, lineOf, pagesOf } from "./feed-pages.ts";

/** The feed's name without its ending. */
export const JSON_FEED = "feed";

const itemOf = (item: ChannelItem, { words }: FeedMatter): Readonly<Record<string, unknown>> => ({
  id: item.id,
  url: item.url,
  title: item.title,
  content_text: lineOf(item, words),
  // A day as people mean it begins at midnight in China, where all portals are.
  date_published: item.publishedAt === undefined ? undefined : `${item.publishedAt}T00:00:00+08:00`,
  authors: item.author === undefined ? undefined : [{ name: item.author }],
  tags: item.tags,
  _dianbo: {
    kind: item.kind,
    category: item.category,
    minutes: item.minutes,
    publisher: item.publisher,
    publishedAt: item.publishedAt,
    number: item.theirNumber,
    hash: item.hash,
  },
});

/** The newest items as JSON Feed 1.1 (jsonfeed.org/version/1.1), page by page, for any reader of feeds. */
export const jsonFeed = (
  matter: FeedMatter,
): readonly { readonly name: string; readonly text: string }[] => {
  const { index, newest, address, words } = matter;
  const { name: title, publisher } = namesOf(index);
  return pagesOf(JSON_FEED, newest).map(({ name, next, items }) => ({
    name,
    text: JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title,
      home_page_url: address === undefined ? undefined : `${address}index.html`,
      feed_url: address === undefined ? undefined : `${address}${name}`,
      next_url: next === undefined ? undefined : `${address ?? ""}${next}`,
      language: words.language,
      authors: publisher === "" ? undefined : [{ name: publisher }],
      _dianbo: {
        channel: index.channel,
        release: index.release,
        items: index.items,
        index: `${address ?? ""}channel.json`,
      },
      items: items.map((item) => itemOf(item, matter)),
    }),
  }));
};
