import { err, ok, type Result } from "@dianbo/shared/result";
import { Parser } from "m3u8-parser";
import * as v from "valibot";
import type {
  MasterPlaylist,
  MediaPlaylist,
  Piece,
  PlaylistTrouble,
  Segment,
  SegmentKey,
} from "./playlist.ts";

/** A day of one-second segments has fewer; more is no lesson. */
const MOST_SEGMENTS = 50_000;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const byteRange = v.object({ offset: whole, length: v.pipe(whole, v.minValue(1)) });
const address = v.pipe(v.string(), v.minLength(1), v.maxLength(8000));
const piece = v.object({ uri: address, byterange: v.optional(byteRange) });

const segmentSchema = v.object({
  ...piece.entries,
  duration: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)), 0),
  key: v.optional(
    v.object({
      method: v.string(),
      uri: v.optional(address),
      iv: v.optional(v.pipe(v.instance(Uint32Array), v.length(4))),
    }),
  ),
  map: v.optional(
    v.object({ ...piece.entries, key: v.optional(v.object({ method: v.string() })) }),
  ),
  discontinuity: v.optional(v.boolean(), false),
});

const renditionSchema = v.object({
  uri: address,
  attributes: v.optional(
    v.object({
      AUDIO: v.optional(v.string()),
      CODECS: v.optional(v.pipe(v.string(), v.maxLength(500)), ""),
      BANDWIDTH: v.optional(v.number(), 0),
      RESOLUTION: v.optional(v.object({ height: v.number() })),
    }),
    {},
  ),
});

const soundSchema = v.object({ default: v.optional(v.boolean()), uri: v.optional(address) });

const manifestSchema = v.object({
  mediaSequence: v.optional(whole, 0),
  endList: v.optional(v.boolean(), false),
  segments: v.optional(v.pipe(v.array(segmentSchema), v.maxLength(MOST_SEGMENTS)), []),
  playlists: v.optional(v.pipe(v.array(renditionSchema), v.maxLength(200)), []),
  mediaGroups: v.optional(
    v.object({ AUDIO: v.optional(v.record(v.string(), v.record(v.string(), soundSchema)), {}) }),
    {},
  ),
});
type Manifest = v.InferOutput<typeof manifestSchema>;

/** The names of protections by the key format that playlists give (RFC 8216, 4.3.2.4; DASH-IF's list). */
const PROTECTIONS: readonly (readonly [RegExp, string])[] = [
  [/com\.apple\.streamingkeydelivery/iu, "FairPlay"],
  [/edef8ba9-79d6-4ace-a3c8-27dcd51d21ed/iu, "Widevine"],
  [/com\.microsoft\.playready|9a04f079-9840-4286-ab92-e65be0885f95/iu, "PlayReady"],
];

const protectionOf = (text: string): string | undefined => {
  for (const [line] of text.matchAll(/^#EXT-X-(?:SESSION-)?KEY:.*$/gmu)) {
    const format = /KEYFORMAT="([^"]*)"/u.exec(line)?.[1] ?? "identity";
    const method = /METHOD=([A-Z0-9-]+)/u.exec(line)?.[1] ?? "NONE";
    const named = PROTECTIONS.find(([pattern]) => pattern.test(format))?.[1];
    if (named !== undefined) return named;
    if (format !== "identity") return format.slice(0, 60);
    if (method !== "NONE" && method !== "AES-128") return method;
  }
  return undefined;
};

/** Numbers of the segments marked `EXT-X-GAP`, which the parser does not tell. */
const gapsOf = (text: string): ReadonlySet<number> => {
  const gaps = new Set<number>();
  let number = 0;
  let isGap = false;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line.startsWith("#EXT-X-GAP")) isGap = true;
    if (line === "" || line.startsWith("#")) continue;
    if (isGap) gaps.add(number);
    isGap = false;
    number += 1;
  }
  return gaps;
};

const hexOf = (words: Iterable<number>): string =>
  [...words].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");

/** Without an IV of its own a segment's media sequence number is it, big-endian in 16 bytes. */
const ivOf = (iv: Uint32Array | undefined, sequence: number): string =>
  iv === undefined ? sequence.toString(16).padStart(32, "0") : hexOf(iv);

const resolved = (address: string, base: string): string | undefined => {
  try {
    const url = new URL(address, base);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
  } catch {
    return undefined;
  }
};

/** Thrown inside only: an address that is none of the web makes the whole playlist useless. */
class BadAddress extends Error {}

const absolute = (address: string, base: string): string => {
  const url = resolved(address, base);
  if (url === undefined) throw new BadAddress(address.slice(0, 100));
  return url;
};

const pieceOf = (one: v.InferOutput<typeof piece>, base: string): Piece => ({
  url: absolute(one.uri, base),
  range: one.byterange,
});

const keyOf = (
  key: Manifest["segments"][number]["key"],
  sequence: number,
  base: string,
): SegmentKey | undefined =>
  key?.uri === undefined || key.method === "NONE"
    ? undefined
    : { url: absolute(key.uri, base), iv: ivOf(key.iv, sequence) };

const masterOf = (manifest: Manifest, base: string): MasterPlaylist => ({
  type: "master",
  renditions: manifest.playlists.map(({ uri, attributes }) => {
    const sounds = Object.values(manifest.mediaGroups.AUDIO[attributes.AUDIO ?? ""] ?? {});
    const sound = (sounds.find((one) => one.default === true) ?? sounds[0])?.uri;
    return {
      url: absolute(uri, base),
      height: attributes.RESOLUTION?.height,
      bandwidth: attributes.BANDWIDTH ?? 0,
      codecs: attributes.CODECS ?? "",
      sound: sound === undefined ? undefined : absolute(sound, base),
    };
  }),
});

const mediaOf = (manifest: Manifest, text: string, base: string): MediaPlaylist => {
  const gaps = gapsOf(text);
  const segments = manifest.segments.map((one, number): Segment => {
    const sequence = manifest.mediaSequence + number;
    return {
      ...pieceOf(one, base),
      sequence,
      seconds: one.duration,
      key: keyOf(one.key, sequence, base),
      map:
        one.map === undefined
          ? undefined
          : { ...pieceOf(one.map, base), encrypted: one.map.key !== undefined },
      discontinuity: one.discontinuity,
      gap: gaps.has(number),
    };
  });
  return {
    type: "media",
    segments,
    seconds: segments.reduce((sum, { seconds }) => sum + seconds, 0),
  };
};

/** What the parser makes of a text; `undefined` where it stumbles over rubbish. */
const manifestOf = (text: string): unknown => {
  try {
    const parser = new Parser();
    parser.push(text);
    parser.end();
    return parser.manifest;
  } catch {
    return undefined;
  }
};

/**
 * Reads a playlist that a portal sent from `url` (after redirects). It is hostile: addresses other than
 * of the web, and sizes that no lesson has, are refused as `not-a-playlist`.
 */
export const readPlaylist = (
  text: string,
  url: string,
): Result<MasterPlaylist | MediaPlaylist, PlaylistTrouble> => {
  if (!text.trimStart().startsWith("#EXTM3U")) return err({ type: "not-a-playlist" });
  const by = protectionOf(text);
  if (by !== undefined) return err({ type: "protected", by });
  const parsed = v.safeParse(manifestSchema, manifestOf(text));
  if (!parsed.success) return err({ type: "not-a-playlist" });
  const manifest = parsed.output;
  try {
    if (manifest.playlists.length > 0) return ok(masterOf(manifest, url));
    if (manifest.segments.length === 0) return err({ type: "empty" });
    if (!manifest.endList) return err({ type: "live" });
    return ok(mediaOf(manifest, text, url));
  } catch (error) {
    if (error instanceof BadAddress) return err({ type: "not-a-playlist" });
    throw error;
  }
};
