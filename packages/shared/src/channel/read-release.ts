import type { Sha512 } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import {
  type ChannelFailure,
  type ChannelIndex,
  parseJsonBytes,
  readChannelIndex,
  type SegmentHash,
} from "./channel-index.ts";
import { type ChannelContents, contentsOf } from "./contents.ts";
import { decodeSegment, type Segment } from "./segment.ts";
import { isRightlySigned } from "./sign-index.ts";

/** SHA-256 of some bytes, as 64 lower-case hex digits. */
export type Sha256 = (bytes: Uint8Array) => Promise<string>;

/**
 * Where a release is read from: a file, a folder, later a web host. Only segments that are not held yet are
 * asked for, so that an update costs what changed.
 */
export interface ChannelSource {
  /** The bytes of `channel.json`. */
  readonly index: () => Promise<Result<Uint8Array, ChannelFailure>>;
  /** The bytes of one segment; `undefined` where there is none of that name. */
  readonly segment: (hash: SegmentHash) => Promise<Uint8Array | undefined>;
}

/** What reading needs of the outer world. */
export interface ReleaseReader {
  readonly sha256: Sha256;
  readonly sha512: Sha512;
  /** A segment that this site keeps already. */
  readonly held: (hash: SegmentHash) => Promise<Uint8Array | undefined>;
}

/** A release that was read whole and found good. */
export interface Release {
  readonly index: ChannelIndex;
  /** The bytes of all its segments, by name. */
  readonly bytes: ReadonlyMap<SegmentHash, Uint8Array>;
  readonly segments: readonly Segment[];
  readonly contents: ChannelContents;
}

const readSegments = async (
  index: ChannelIndex,
  source: Pick<ChannelSource, "segment">,
  { sha256, held }: ReleaseReader,
): Promise<Result<Pick<Release, "bytes" | "segments">, ChannelFailure>> => {
  const bytes = new Map<SegmentHash, Uint8Array>();
  const segments: Segment[] = [];
  for (const { hash, size, count } of index.segments) {
    const found = (await held(hash)) ?? (await source.segment(hash));
    if (found === undefined) return err({ type: "segment-missing", hash });
    if (found.length !== size || (await sha256(found)) !== hash) {
      return err({ type: "segment-damaged", hash });
    }
    const segment = decodeSegment(found);
    if (!segment.ok) {
      const { type } = segment.error;
      return type === "damaged"
        ? err({ type: "segment-damaged", hash })
        : err({ type, where: hash });
    }
    if (segment.value.items.length !== count) return err({ type: "wrong-shape", where: hash });
    bytes.set(hash, found);
    segments.push(segment.value);
  }
  return ok({ bytes, segments });
};

/** Reads an index alone: whole, rightly signed where it is signed. What its segments say is another step. */
export const readSignedIndex = async (
  source: Pick<ChannelSource, "index">,
  sha512: Sha512,
): Promise<Result<ChannelIndex, ChannelFailure>> => {
  const sent = await source.index();
  if (!sent.ok) return sent;
  const read = readChannelIndex(sent.value);
  if (!read.ok) return read;
  const index = read.value;
  const holds =
    index.signature === undefined ||
    (await isRightlySigned(parseJsonBytes(sent.value), index, sha512));
  return holds ? read : err({ type: "signature-wrong" });
};

/**
 * The one gate for channels from outside. Whatever comes, the answer is a release that is whole, rightly
 * signed where it is signed, and safe to show; or the reason why not.
 */
export const readRelease = async (
  source: ChannelSource,
  reader: ReleaseReader,
): Promise<Result<Release, ChannelFailure>> => {
  const read = await readSignedIndex(source, reader.sha512);
  if (!read.ok) return read;
  const index = read.value;
  const parts = await readSegments(index, source, reader);
  if (!parts.ok) return parts;
  const contents = contentsOf(parts.value.segments);
  if (contents.size !== index.items) return err({ type: "wrong-shape", where: "items" });
  return ok({ index, ...parts.value, contents });
};
