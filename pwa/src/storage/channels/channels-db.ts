import {
  type ChannelIndex,
  channelIdSchema,
  channelIndexSchema,
  type SegmentHash,
} from "@dianbo/shared/channel";
import { type Instant, instantSchema } from "@dianbo/shared/clock";
import { Dexie, type EntityTable } from "dexie";
import * as v from "valibot";

/** A channel that this site has subscribed to, or publishes. */
export interface ChannelRow {
  readonly id: string;
  readonly role: "subscribed" | "published";
  readonly index: ChannelIndex;
  /** The release before, for one step back; its segments are kept as long. */
  readonly previous?: ChannelIndex | undefined;
  /** The highest release ever taken in. */
  readonly highest: number;
  readonly takenAt: Instant;
  /** Of a published one: which items it offers. */
  readonly offers?: string | undefined;
}

/** One segment as it was sent, under its SHA-256. Never changed, shared by releases. */
interface SegmentRow {
  readonly hash: SegmentHash;
  readonly bytes: Uint8Array;
}

const rowSchema = v.object({
  id: channelIdSchema,
  role: v.picklist(["subscribed", "published"]),
  index: channelIndexSchema,
  previous: v.optional(channelIndexSchema),
  highest: v.number(),
  takenAt: instantSchema,
  offers: v.optional(v.string()),
});

/** Reads a stored row; one that no longer fits is no channel. */
export const readChannelRow = (stored: unknown): ChannelRow | undefined => {
  const parsed = v.safeParse(rowSchema, stored);
  return parsed.success ? parsed.output : undefined;
};

/** The database's name; its being there tells that this browser ever had a channel. */
export const CHANNELS_DB = "dianbo-channels";

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
