import * as v from "valibot";
import {
  type Changes,
  type FieldPut,
  type Json,
  put,
  type RecordState,
  shownValue,
} from "../changes/index.ts";
import type { Instant } from "../clock/index.ts";
import {
  type Courseware,
  type CoursewareFields,
  canonicalUrl,
  isListed,
} from "../courseware/index.ts";
import {
  type NewId,
  newRecordId,
  type Post,
  type RecordId,
  recordIdSchema,
  type SiteId,
} from "../identity/index.ts";
import {
  addManyCourseware,
  type NumberBook,
  programmeNumberSchema,
  type ShelfFull,
} from "../programme/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { type ChannelId, channelIdSchema } from "./channel-index.ts";
import type { ChannelItem } from "./channel-item.ts";

/** The field of a courseware row that says which channel it was taken from. Rows without it were not. */
const ORIGIN_FIELD = "channelItem";

const originSchema = v.object({ channel: channelIdSchema, item: recordIdSchema });
/** Where a row was taken from. */
export type ItemOrigin = v.InferOutput<typeof originSchema>;

/** Which channel's item a row was taken from, if it was. */
export const originOf = (record: RecordState, ownSite: SiteId): ItemOrigin | undefined => {
  const parsed = v.safeParse(originSchema, shownValue(record, ORIGIN_FIELD, ownSite));
  return parsed.success ? parsed.output : undefined;
};

/** What this site holds already, by which items of channels are known again. */
export interface HeldItems {
  readonly byAddress: ReadonlyMap<string, Courseware>;
  readonly byHash: ReadonlyMap<string, Courseware>;
}

/** The listed items of a library by page and by file. */
export const heldItems = (items: Iterable<Courseware>): HeldItems => {
  const byAddress = new Map<string, Courseware>();
  const byHash = new Map<string, Courseware>();
  for (const item of items) {
    if (!isListed(item)) continue;
    if (item.source != null) byAddress.set(item.source.canonical, item);
    if (item.media != null) byHash.set(item.media.hash, item);
  }
  return { byAddress, byHash };
};

/** The row that an item of a channel is here already, by its page or its file. */
export const heldAs = (
  { url, hash }: Pick<ChannelItem, "url" | "hash">,
  { byAddress, byHash }: HeldItems,
): Courseware | undefined =>
  (hash === undefined ? undefined : byHash.get(hash)) ??
  (url === undefined ? undefined : byAddress.get(canonicalUrl(url)));

/** What taking needs of this site. */
export interface TakingBench {
  readonly items: Iterable<Courseware>;
  readonly book: NumberBook;
  readonly newId: NewId;
  readonly now: Instant;
  readonly post: Post | undefined;
}

/** Nothing of what was asked for is new here. */
export interface AllHeld {
  readonly type: "all-held";
}

const portalOf = (url: string): string => {
  try {
    return new URL(url).host;
  } catch {
    return "";
  }
};

const fieldsOf = (
  item: ChannelItem,
  { now, post }: TakingBench,
  publisherSite: SiteId | undefined,
): CoursewareFields => {
  const number = v.safeParse(programmeNumberSchema, item.theirNumber);
  return {
    title: item.title,
    kind: item.kind,
    category: item.category ?? null,
    ...(item.minutes === undefined ? {} : { minutes: item.minutes }),
    ...(item.publisher === undefined ? {} : { publisher: item.publisher }),
    ...(item.author === undefined ? {} : { author: item.author }),
    ...(item.publishedAt === undefined ? {} : { publishedAt: item.publishedAt }),
    ...(item.url === undefined
      ? {}
      : {
          source: { url: item.url, canonical: canonicalUrl(item.url), portal: portalOf(item.url) },
        }),
    ...(item.tags === undefined ? {} : { tags: [...item.tags] }),
    ...(publisherSite === undefined || !number.success
      ? {}
      : { originalNumber: { site: publisherSite, number: number.output } }),
    clippedAt: now,
    ...(post === undefined ? {} : { clippedBy: post }),
  };
};

/** Items that were taken, under the ids of their new rows. */
export interface TakenItems {
  readonly changes: Changes;
  readonly taken: ReadonlyMap<RecordId, RecordId>;
}

/**
 * Takes items of a channel into the library: each becomes a row with this site's next number, remembers
 * where it came from, and is this site's own from then on. What is here already is left out.
 */
export const takeChannelItems = (
  wanted: readonly ChannelItem[],
  channel: { readonly id: ChannelId; readonly name: string; readonly site: SiteId | undefined },
  bench: TakingBench,
): Result<TakenItems, ShelfFull | AllHeld> => {
  const held = heldItems(bench.items);
  const fresh = [...new Map(wanted.map((item) => [item.id, item])).values()].filter(
    (item) => heldAs(item, held) === undefined,
  );
  if (fresh.length === 0) return err({ type: "all-held" });
  const taken = new Map<RecordId, RecordId>();
  const drafts = fresh.map((item) => {
    const id = newRecordId(bench.newId);
    taken.set(item.id, id);
    return { id, fields: fieldsOf(item, bench, channel.site) };
  });
  const added = addManyCourseware(drafts, bench.book, bench.newId);
  // No draft brings a number of its own, so none can be taken.
  if (!added.ok) {
    if (added.error.type === "number-taken") throw new Error("a draft without a number met one");
    return err(added.error);
  }
  const origins = fresh.flatMap((item): readonly FieldPut[] => {
    const id = taken.get(item.id);
    const origin: Json = { channel: channel.id, item: item.id };
    return id === undefined ? [] : [put({ id, kind: "courseware" }, ORIGIN_FIELD, origin)];
  });
  const [only] = fresh;
  return ok({
    taken,
    changes: {
      label: {
        type: "take-from-channel",
        count: fresh.length,
        ...(fresh.length === 1 && only !== undefined ? { name: only.title } : {}),
      },
      puts: [...added.value.puts, ...origins],
    },
  });
};
