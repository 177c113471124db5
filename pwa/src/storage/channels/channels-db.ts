import {
  type ChannelIndex,
  channelIdSchema,
  channelIndexSchema,
  type SegmentHash,
} from "@dianbo/shared/channel";
import { instantSchema } from "@dianbo/shared/clock";
import { Dexie, type EntityTable } from "dexie";
import * as v from "valibot";
import { CHANNELS_DB, checksSchema } from "./channel-messages.ts";

const rowSchema = v.object({
  id: channelIdSchema,
  /** Whether this site follows it or publishes it. */
  role: v.picklist(["subscribed", "published"]),
  /** The release that stands; its key is the pinned one. */
  index: channelIndexSchema,
  /** The release before, for one step back; its segments are kept as long. */
  previous: v.optional(channelIndexSchema),
  /** The highest release ever taken in or given out; an older one is a replay. */
  highest: v.number(),
  takenAt: instantSchema,
  /** Where it lies on the web, if it ever came from there; of a published one, if its publisher has said so. */
  address: v.optional(v.string()),
  /** Of a subscribed one on the web: whether it looks for news by itself, and what came of it. */
  checks: v.optional(checksSchema),
  /** Of a published one: which items it offers. */
  offers: v.optional(v.string()),
});
/** A channel that this site has subscribed to, or publishes. */
export type ChannelRow = Readonly<v.InferOutput<typeof rowSchema>>;

/** Reads a stored row; one that no longer fits is no channel. */
export const readChannelRow = (stored: unknown): ChannelRow | undefined => {
  const parsed = v.safeParse(rowSchema, stored);
  return parsed.success ? parsed.output : undefined;
};

/** One segment as it was sent, under its SHA-256. Never changed, shared by releases. */
interface SegmentRow {
  readonly hash: SegmentHash;
  readonly bytes: Uint8Array;
}

/**
 * Channels and their segments. A database of its own: a worker opens it without the library, no row of the
 * library depends on it, and the study room never loads it. See docs/decisions/0009-channels-apart.md.
 */
export class ChannelsDb extends Dexie {
  declare channels: EntityTable<ChannelRow, "id">;
  declare segments: EntityTable<SegmentRow, "hash">;

  constructor(name = CHANNELS_DB) {
    super(name);
    this.version(1).stores({ channels: "id", segments: "hash" });
  }
}

/** Every segment that a channel's releases name. */
export const segmentsOf = ({
  index,
  previous,
}: {
  readonly index: ChannelIndex;
  readonly previous?: ChannelIndex | undefined;
}): readonly SegmentHash[] =>
  [...index.segments, ...(previous?.segments ?? [])].map(({ hash }) => hash);
