import type { RecordId } from "../identity/index.ts";
import { type ChannelItem, sameItem } from "./channel-item.ts";
import type { Segment } from "./segment.ts";

/** What stands in a release: each item once, by its id. */
export type ChannelContents = ReadonlyMap<RecordId, ChannelItem>;

/** Reads segments in their order: later words replace earlier ones, what is gone goes. */
export const contentsOf = (segments: Iterable<Segment>): ChannelContents => {
  const contents = new Map<RecordId, ChannelItem>();
  for (const { items, gone } of segments) {
    for (const id of gone) contents.delete(id);
    for (const item of items) contents.set(item.id, item);
  }
  return contents;
};

/** What a release changes. */
export interface ReleaseDifference {
  readonly fresh: readonly ChannelItem[];
  readonly changed: readonly { readonly before: ChannelItem; readonly after: ChannelItem }[];
  readonly gone: readonly ChannelItem[];
}

/** The way from one release to another; items read from the same segment are known to be the same. */
export const differenceOf = (
  before: ChannelContents,
  after: ChannelContents,
): ReleaseDifference => {
  const fresh: ChannelItem[] = [];
  const changed: { before: ChannelItem; after: ChannelItem }[] = [];
  for (const item of after.values()) {
    const held = before.get(item.id);
    if (held === undefined) fresh.push(item);
    else if (!sameItem(held, item)) changed.push({ before: held, after: item });
  }
  return { fresh, changed, gone: [...before.values()].filter(({ id }) => !after.has(id)) };
};
