import { Gunzip, gzipSync } from "fflate";
import * as v from "valibot";
import { type RecordId, recordIdSchema } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { unpackBounded } from "../sharing/index.ts";
import { CHANNEL_LIMITS, CHANNEL_VERSION, parseJsonBytes } from "./channel-index.ts";
import { type ChannelItem, itemToSend, readChannelItem } from "./channel-item.ts";

/**
 * How characters of the titles are read, so that nobody who subscribes needs a pinyin library: per folded
 * character its readings without tones, `/` between several.
 */
export type Readings = ReadonlyMap<string, string>;

/** One segment, read: what it says of some items, and which items it takes away. */
export interface Segment {
  readonly items: readonly ChannelItem[];
  readonly gone: readonly RecordId[];
  readonly readings: Readings;
}

const READING = /^[a-z]{1,8}(\/[a-z]{1,8}){0,7}$/u;
const MOST_READINGS = 20_000;
const segmentSchema = v.object({
  format: v.literal("dianbo-channel-segment"),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(CHANNEL_VERSION)),
  items: v.pipe(v.array(v.unknown()), v.maxLength(CHANNEL_LIMITS.itemsPerSegment)),
  gone: v.optional(v.pipe(v.array(recordIdSchema), v.maxLength(CHANNEL_LIMITS.items)), []),
  readings: v.optional(v.record(v.string(), v.string()), {}),
});

/** Writes a segment: JSON, packed with gzip. The same content gives the same bytes on any day. */
export const encodeSegment = ({ items, gone, readings }: Segment): Uint8Array => {
  const sorted = [...readings].sort(([a], [b]) => (a < b ? -1 : 1));
  const json = JSON.stringify({
    format: "dianbo-channel-segment",
    version: CHANNEL_VERSION,
    items: items.map(itemToSend),
    ...(gone.length === 0 ? {} : { gone }),
    ...(sorted.length === 0 ? {} : { readings: Object.fromEntries(sorted) }),
  });
  return gzipSync(new TextEncoder().encode(json), { level: 9, mtime: 0 });
};

const unpacked = (bytes: Uint8Array): Uint8Array | undefined =>
  unpackBounded(bytes, CHANNEL_LIMITS.segmentUnpackedBytes, (onPart) => new Gunzip(onPart));

const readingsIn = (sent: Readonly<Record<string, string>>): Readings | undefined => {
  const entries = Object.entries(sent);
  if (entries.length > MOST_READINGS) return undefined;
  return new Map(
    entries.filter(([character, reading]) => [...character].length === 1 && READING.test(reading)),
  );
};

/** Why a segment was refused. */
export interface SegmentFailure {
  readonly type: "damaged" | "wrong-shape" | "hostile-text";
}

/** Reads a segment's bytes, whose hash the caller has checked: bounded, every item cleaned. */
export const decodeSegment = (bytes: Uint8Array): Result<Segment, SegmentFailure> => {
  if (bytes.length > CHANNEL_LIMITS.segmentBytes) return err({ type: "damaged" });
  const whole = unpacked(bytes);
  if (whole === undefined) return err({ type: "damaged" });
  const parsed = v.safeParse(segmentSchema, parseJsonBytes(whole));
  const readings = parsed.success ? readingsIn(parsed.output.readings) : undefined;
  if (!parsed.success || readings === undefined) return err({ type: "wrong-shape" });
  const items: ChannelItem[] = [];
  for (const sent of parsed.output.items) {
    const item = readChannelItem(sent);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok({ items, gone: parsed.output.gone, readings });
};
