import { err, ok, type Result } from "../result/index.ts";
import { readContainer, writeContainer } from "../sharing/index.ts";
import {
  CHANNEL_LIMITS,
  type ChannelFailure,
  type ChannelIndex,
  type SegmentHash,
} from "./channel-index.ts";
import type { ChannelSource } from "./read-release.ts";

/** Where the index stands in a channel's file; the segments stand beside it. */
export const CHANNEL_NAME = "dianbo/channel.json";

const segmentName = (hash: SegmentHash): string => `dianbo/segments/${hash}.json.gz`;

/** A whole release as one `.dianbo` file. */
export const writeChannelFile = (
  index: ChannelIndex,
  segments: ReadonlyMap<SegmentHash, Uint8Array>,
): Uint8Array => {
  const files = new Map<string, Uint8Array>([
    [CHANNEL_NAME, new TextEncoder().encode(JSON.stringify(index, undefined, 1))],
  ]);
  for (const { hash } of index.segments) {
    const bytes = segments.get(hash);
    if (bytes !== undefined) files.set(segmentName(hash), bytes);
  }
  return writeContainer(files);
};

/** A `.dianbo` file as a source of one release. */
export const channelFileSource = (bytes: Uint8Array): Result<ChannelSource, ChannelFailure> => {
  const files = readContainer(bytes, {
    packedBytes: CHANNEL_LIMITS.fileBytes,
    unpackedBytes: CHANNEL_LIMITS.fileBytes,
    entries: CHANNEL_LIMITS.segments + 100,
  });
  if (!files.ok) return files;
  const index = files.value.get(CHANNEL_NAME);
  if (index === undefined) return err({ type: "not-a-channel" });
  return ok({
    index: async () => ok(index),
    segment: async (hash) => files.value.get(segmentName(hash)),
  });
};

/** How far from a file's end its table of contents begins at most, with every segment named in it. */
export const FILE_END_BYTES = 256 * 1024;

/** Whether a `.dianbo` file is a channel, told from its last bytes, so that nobody reads 60 MB to find out. */
export const endsLikeChannel = (end: Uint8Array): boolean =>
  new TextDecoder("latin1").decode(end).includes(CHANNEL_NAME);
