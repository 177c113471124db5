import type { RecordId } from "../../identity/index.ts";
import type { ChannelItem } from "../channel-item.ts";
import type { Release } from "../read-release.ts";

/**
 * Items that feeds and the readable page name. All of 100,000 would be 40 MB that change with every release;
 * who wants all reads `channel.json`.
 */
export const NEWEST = 2_000;

const byDay = (a: ChannelItem, b: ChannelItem): number => {
  const [first = "", second = ""] = [a.publishedAt, b.publishedAt];
  if (first === second) return a.title < b.title ? -1 : 1;
  return first < second ? 1 : -1;
};

/** What was written last comes first; of what was written together, the newest by day. */
export const newestItems = ({
  segments,
  contents,
}: Pick<Release, "segments" | "contents">): readonly ChannelItem[] => {
  const seen = new Set<RecordId>();
  const newest: ChannelItem[] = [];
  for (const { items } of [...segments].reverse()) {
    if (newest.length >= NEWEST) break;
    const standing = items.flatMap(({ id }) => {
      const item = seen.has(id) ? undefined : contents.get(id);
      seen.add(id);
      return item ?? [];
    });
    newest.push(...standing.sort(byDay));
  }
  return newest.slice(0, NEWEST);
};
