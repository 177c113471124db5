import * as v from "valibot";
import { instantSchema } from "../clock/index.ts";
import { siteIdSchema } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { type ContainerFailure, isHostileText, onOneLine } from "../sharing/index.ts";
import { keyHandoversSchema } from "../signing/index.ts";

/** The version of channels that this program writes, and the newest that it reads for certain. */
export const CHANNEL_VERSION = 1;

/** What a reader takes in of one channel. */
export const CHANNEL_LIMITS = {
  /** Items that stand in a release. */
  items: 100_000,
  /** Items written in all its segments, replaced ones too. */
  written: 250_000,
  segments: 1_000,
  itemsPerSegment: 2_000,
  /** Bytes of one segment, packed and unpacked. */
  segmentBytes: 2 * 1024 * 1024,
  segmentUnpackedBytes: 8 * 1024 * 1024,
  indexBytes: 512 * 1024,
  /** Bytes of a channel as one file. */
  fileBytes: 64 * 1024 * 1024,
} as const;

const versionSchema = v.pipe(v.number(), v.integer(), v.minValue(1));
const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const hex = (bytes: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, "u")));

/** SHA-256 of a segment's bytes as they are stored and sent: its only name. */
export const segmentHashSchema = v.pipe(hex(32), v.brand("SegmentHash"));
/** The name of a segment; see `segmentHashSchema`. */
export type SegmentHash = v.InferOutput<typeof segmentHashSchema>;

/** A channel's id, minted once by its publisher. */
export const channelIdSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{16,64}$/u),
  v.brand("ChannelId"),
);
/** A channel's id; see `channelIdSchema`. */
export type ChannelId = v.InferOutput<typeof channelIdSchema>;

const headSchema = v.object({
  format: v.literal("dianbo-channel"),
  version: versionSchema,
  /** The oldest version that reads this channel without losing anything of weight. */
  readableFrom: v.optional(versionSchema),
});

const segmentEntrySchema = v.object({
  hash: segmentHashSchema,
  /** Bytes. */
  size: v.pipe(countSchema, v.maxValue(CHANNEL_LIMITS.segmentBytes)),
  /** Items in it. */
  count: v.pipe(countSchema, v.maxValue(CHANNEL_LIMITS.itemsPerSegment)),
});

/** A channel's index as it stands in `channel.json`; see docs/channel-format.md. */
export const channelIndexSchema = v.object({
  ...headSchema.entries,
  channel: channelIdSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  publisher: v.object({
    name: v.pipe(v.string(), v.maxLength(100)),
    /** Where the publisher is a site of Dianbo; its numbers are then remembered as 原编号. */
    site: v.optional(siteIdSchema),
  }),
  /** Counts the publisher's releases, from 1; it only rises. */
  release: versionSchema,
  publishedAt: instantSchema,
  /** Items that stand once all segments are read. */
  items: v.pipe(countSchema, v.maxValue(CHANNEL_LIMITS.items)),
  /** In the order in which they are read: what a later one says of an item replaces what was said before. */
  segments: v.pipe(v.array(segmentEntrySchema), v.maxLength(CHANNEL_LIMITS.segments)),
  /** The publisher's changes of key, each signed with the one before, so that a pinned key leads to a new one. */
  keyChanges: v.optional(keyHandoversSchema),
  /** Ed25519, over the canonical JSON of all the rest; both or neither. */
  publisherKey: v.optional(hex(32)),
  signature: v.optional(hex(64)),
});
/** A channel's index; see `channelIndexSchema`. */
export type ChannelIndex = v.InferOutput<typeof channelIndexSchema>;

/** Why a release was refused as a whole. Nothing of it is used then. */
export type ChannelFailure =
  | ContainerFailure
  | { readonly type: "not-a-channel" }
  /** Made by a newer program in a way that this one cannot read. */
  | { readonly type: "newer-version"; readonly version: number }
  /** What it holds is not what the format says; `where` for those who help. */
  | { readonly type: "wrong-shape"; readonly where: string }
  | { readonly type: "hostile-text"; readonly where: string }
  /** Changed after it was signed, or signed by another key than it names. */
  | { readonly type: "signature-wrong" }
  /** A segment is missing, or is not the one that the index names. */
  | { readonly type: "segment-missing"; readonly hash: SegmentHash }
  | { readonly type: "segment-damaged"; readonly hash: SegmentHash }
  /** Of a channel on the web: nobody answered. */
  | { readonly type: "no-answer" }
  /** It has moved; nobody follows. */
  | { readonly type: "moved" }
  | { readonly type: "nothing-there" }
  | { readonly type: "host-refuses" }
  /** Too busy, also after some tries. */
  | { readonly type: "host-busy" };

/** Parses bytes of JSON; `undefined` where they are none. */
export const parseJsonBytes = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // No UTF-8, no JSON, or nested deeper than the stack.
    return undefined;
  }
};

/** Reads an index from outside: its size, its version, its shape, its texts. Its signature is a step of its own. */
export const readChannelIndex = (bytes: Uint8Array): Result<ChannelIndex, ChannelFailure> => {
  if (bytes.length > CHANNEL_LIMITS.indexBytes) {
    return err({ type: "package-too-large", limit: CHANNEL_LIMITS.indexBytes });
  }
  const json = parseJsonBytes(bytes);
  const head = v.safeParse(headSchema, json);
  if (!head.success) return err({ type: "not-a-channel" });
  const { version, readableFrom = version } = head.output;
  if (readableFrom > CHANNEL_VERSION) return err({ type: "newer-version", version });
  const parsed = v.safeParse(channelIndexSchema, json);
  if (!parsed.success) {
    return err({ type: "wrong-shape", where: v.getDotPath(parsed.issues[0]) ?? "channel" });
  }
  const index = parsed.output;
  if (isHostileText(index.name) || isHostileText(index.publisher.name)) {
    return err({ type: "hostile-text", where: "name" });
  }
  if ((index.publisherKey === undefined) !== (index.signature === undefined)) {
    return err({ type: "signature-wrong" });
  }
  const written = index.segments.reduce((sum, { count }) => sum + count, 0);
  if (written > CHANNEL_LIMITS.written) return err({ type: "wrong-shape", where: "segments" });
  return ok(index);
};

/** A channel's name and its publisher's, fit to be shown in one line. */
export const namesOf = ({
  name,
  publisher,
}: ChannelIndex): { readonly name: string; readonly publisher: string } => ({
  name: onOneLine(name),
  publisher: onOneLine(publisher.name),
});
