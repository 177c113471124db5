import * as v from "valibot";
import { categorySchema } from "../category/index.ts";
import { civilDateSchema, minutesSchema } from "../clock/index.ts";
import { coursewareKindSchema, mediaHashSchema } from "../courseware/index.ts";
import { recordIdSchema } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { isHostileText, onOneLine } from "../sharing/index.ts";

const webAddress = v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\/[^\s/]/iu));
const line = (most: number) => v.pipe(v.string(), v.maxLength(most));

const ownNumber = v.pipe(v.number(), v.integer(), v.minValue(1001), v.maxValue(59999));

const commonEntries = {
  id: recordIdSchema,
  title: v.pipe(line(300), v.minLength(1)),
  kind: coursewareKindSchema,
  category: v.optional(categorySchema),
  minutes: v.optional(minutesSchema),
  publisher: v.optional(line(200)),
  author: v.optional(line(200)),
  publishedAt: v.optional(civilDateSchema),
  url: v.optional(webAddress),
  tags: v.optional(v.pipe(v.array(line(60)), v.maxLength(20))),
  /** SHA-256 of its file, by which a site knows that it holds it already. */
  hash: v.optional(mediaHashSchema),
};

/** An item as it stands in a segment; see docs/channel-format.md. What a newer version adds is left alone. */
const sentItemSchema = v.object({
  ...commonEntries,
  /** The publisher's own programme number; at the site that takes it, 原编号. */
  number: v.optional(ownNumber),
});

/** An item once it was read; for messages between threads. */
export const channelItemSchema = v.object({
  ...commonEntries,
  /** The publisher's programme number. Nobody is found or called by it here. */
  theirNumber: v.optional(ownNumber),
});

/**
 * One thing that a channel offers. Its id is the publisher's and never changes; a site that takes it makes
 * a row of its own under an id of its own.
 */
export type ChannelItem = Readonly<v.InferOutput<typeof channelItemSchema>>;

/** Why one item is not fit to be shown. */
export interface ItemFailure {
  readonly type: "wrong-shape" | "hostile-text";
}

const lineFields = ["title", "publisher", "author"] as const;

/** An item from outside: its shape, its lengths, no hidden signs, no script. */
export const readChannelItem = (sent: unknown): Result<ChannelItem, ItemFailure> => {
  const parsed = v.safeParse(sentItemSchema, sent);
  if (!parsed.success) return err({ type: "wrong-shape" });
  const { number, ...item } = parsed.output;
  const texts = [item.title, item.publisher, item.author, item.url, ...(item.tags ?? [])];
  if (texts.some((text) => text !== undefined && isHostileText(text)))
    return err({ type: "hostile-text" });
  for (const field of lineFields) {
    const text = item[field];
    if (text !== undefined) item[field] = onOneLine(text);
  }
  if (item.title === "") return err({ type: "wrong-shape" });
  if (item.tags !== undefined) {
    item.tags = item.tags.map(onOneLine).filter((tag) => tag !== "");
  }
  return ok(number === undefined ? item : { ...item, theirNumber: number });
};

/** An item as it is written into a segment: what is not known is left out, keys in a fixed order. */
export const itemToSend = (item: ChannelItem): Readonly<Record<string, unknown>> => ({
  id: item.id,
  title: item.title,
  kind: item.kind,
  category: item.category,
  minutes: item.minutes,
  publisher: item.publisher,
  author: item.author,
  publishedAt: item.publishedAt,
  url: item.url,
  tags: item.tags === undefined || item.tags.length === 0 ? undefined : item.tags,
  hash: item.hash,
  number: item.theirNumber,
});

/** Whether two items say the same; both read by `readChannelItem`. */
export const sameItem = (a: ChannelItem, b: ChannelItem): boolean =>
  a === b || JSON.stringify(itemToSend(a)) === JSON.stringify(itemToSend(b));
