/** A publisher of a large channel, release after release, without reading all of it again for each. */
import { createHash } from "node:crypto";
import {
  type ChannelItem,
  decodeSegment,
  publishRelease,
  type Release,
  type Segment,
  type SegmentHash,
} from "@dianbo/shared/channel";
import { fixedClock } from "@dianbo/shared/clock";
import { makeSiteKey } from "@dianbo/shared/identity";

const hands = {
  sha256: async (bytes: Uint8Array): Promise<string> =>
    createHash("sha256").update(bytes).digest("hex"),
  sha512: async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(createHash("sha512").update(bytes).digest()),
};

const key = await makeSiteKey(new Uint8Array(32).fill(7), hands.sha512);
const at = fixedClock(Date.UTC(2026, 10, 24, 4)).now();

/** The release that follows another; what was read of that one is not read again. */
export const nextRelease = async (
  items: readonly ChannelItem[],
  before: Release,
): Promise<Release> => {
  const { index, segments: known } = before;
  const made = await publishRelease(
    {
      channel: index.channel,
      name: index.name,
      publisherName: index.publisher.name,
      site: index.publisher.site,
      at,
      items,
      readings: new Map(known.flatMap(({ readings }) => [...readings])),
      key,
      before,
    },
    hands,
  );
  if (!made.ok) throw new Error(made.error.type);
  const read = new Map<SegmentHash, Segment>();
  for (const [place, { hash }] of index.segments.entries()) {
    const segment = known[place];
    if (segment !== undefined) read.set(hash, segment);
  }
  const segments = made.value.index.segments.map(({ hash }) => {
    const held = read.get(hash);
    if (held !== undefined) return held;
    const decoded = decodeSegment(made.value.bytes.get(hash) ?? new Uint8Array());
    if (!decoded.ok) throw new Error(decoded.error.type);
    return decoded.value;
  });
  return { ...made.value, segments, contents: new Map(items.map((item) => [item.id, item])) };
};
