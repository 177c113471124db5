import type { MediaPlaylist, Piece, Segment } from "./playlist.ts";

/** Something to fetch: a segment, the key of some, or the map of some. */
export interface Fragment extends Piece {
  readonly kind: "segment" | "key" | "map";
  /** Its place among all fragments of the lesson, from 0: the order in which they are fetched. */
  readonly number: number;
}

/** One track of a lesson as it will be read from the disk: each segment with the fragments it needs. */
export interface PlannedSegment {
  readonly segment: Segment;
  readonly fragment: number;
  readonly key: number | undefined;
  readonly map: number | undefined;
}

/** All that a lesson needs: what to fetch, and how it goes together again. */
export interface LessonPlan {
  readonly fragments: readonly Fragment[];
  /** The picture (with its sound, or without), then the separate sound where there is one. */
  readonly tracks: readonly (readonly PlannedSegment[])[];
}

const sameness = ({ url, range }: Piece): string =>
  range === undefined ? url : `${url} ${range.offset} ${range.length}`;

/**
 * Lays out a lesson: keys and maps before the segments that need them, picture and sound in step, each
 * thing once. A segment that the portal marks as missing is left out of the fragments it cannot give.
 */
export const planLesson = (playlists: readonly MediaPlaylist[]): LessonPlan => {
  const fragments: Fragment[] = [];
  const known = new Map<string, number>();
  const numberOf = (piece: Piece, kind: Fragment["kind"]): number => {
    const same = `${kind} ${sameness(piece)}`;
    const before = known.get(same);
    if (before !== undefined) return before;
    const number = fragments.length;
    fragments.push({ kind, number, url: piece.url, range: piece.range });
    known.set(same, number);
    return number;
  };
  const tracks = playlists.map((): PlannedSegment[] => []);
  const heads = playlists.map(() => ({ next: 0, seconds: 0 }));
  for (;;) {
    // The track that is behind goes on, so that what is on the disk can be put together as it comes.
    const [behind] = heads
      .map((head, track) => ({ ...head, track }))
      .filter(({ next, track }) => next < (playlists[track]?.segments.length ?? 0))
      .sort((a, b) => a.seconds - b.seconds || a.track - b.track);
    if (behind === undefined) return { fragments, tracks };
    const segment = playlists[behind.track]?.segments[behind.next];
    const head = heads[behind.track];
    if (segment === undefined || head === undefined) return { fragments, tracks };
    head.next += 1;
    head.seconds += segment.seconds;
    if (segment.gap) continue;
    const key =
      segment.key === undefined
        ? undefined
        : numberOf({ url: segment.key.url, range: undefined }, "key");
    const map = segment.map === undefined ? undefined : numberOf(segment.map, "map");
    const fragment = numberOf(segment, "segment");
    tracks[behind.track]?.push({ segment, fragment, key, map });
  }
};

/** The address under which the putting together asks for a fragment; nothing of it leaves the machine. */
export const localAddress = (fragment: number): string =>
  `https://lesson.invalid/fragment/${fragment}`;

/** The number in such an address; `undefined` for any other. */
export const fragmentOfAddress = (address: string): number | undefined => {
  const digits = /\/fragment\/(\d+)$/u.exec(address)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

const NO_KEY = "#EXT-X-KEY:METHOD=NONE";

/** The lines before a segment that say how it is decrypted and what it begins with. */
const headLines = (planned: PlannedSegment, isNewMap: boolean): readonly string[] => {
  const { segment, key, map } = planned;
  const keyLine =
    key === undefined || segment.key === undefined
      ? NO_KEY
      : `#EXT-X-KEY:METHOD=AES-128,URI="${localAddress(key)}",IV=0x${segment.key.iv}`;
  if (map === undefined || !isNewMap) return [keyLine];
  const mapLine = `#EXT-X-MAP:URI="${localAddress(map)}"`;
  return segment.map?.encrypted === true ? [keyLine, mapLine] : [NO_KEY, mapLine, keyLine];
};

/** A playlist of one track that names fragments on the disk, one file each, each with its own IV. */
export const localPlaylist = (track: readonly PlannedSegment[]): string => {
  const longest = Math.max(1, ...track.map(({ segment }) => segment.seconds));
  const lines = ["#EXTM3U", "#EXT-X-VERSION:7", `#EXT-X-TARGETDURATION:${Math.ceil(longest)}`];
  let before: PlannedSegment | undefined;
  for (const planned of track) {
    const { segment, fragment, map } = planned;
    // A gap is a break too: the clock jumps.
    const isBreak =
      before !== undefined &&
      (segment.discontinuity || segment.sequence !== before.segment.sequence + 1);
    if (isBreak) lines.push("#EXT-X-DISCONTINUITY");
    lines.push(...headLines(planned, isBreak || map !== before?.map));
    lines.push(`#EXTINF:${segment.seconds},`, localAddress(fragment));
    before = planned;
  }
  lines.push("#EXT-X-ENDLIST");
  return `${lines.join("\n")}\n`;
};
