import * as v from "valibot";
import type { CapturedMedia, PageSnapshot } from "./page-snapshot.ts";

/** A film, sound or playlist that came over the network into a page; its address is a stranger's. */
export const seenMediaSchema = v.object({
  url: v.pipe(v.string(), v.maxLength(8000)),
  /** The type that the server named, without its parameters, in lower case. */
  mime: v.pipe(v.string(), v.maxLength(200)),
  /** Bytes of the whole file, where the server told them. */
  size: v.optional(v.pipe(v.number(), v.minValue(0))),
});
/** A film, sound or playlist that was seen; see `seenMediaSchema`. */
export type SeenMedia = v.InferOutput<typeof seenMediaSchema>;

const pathOf = (address: string): string => address.replace(/[?#].*$/u, "");

const isPlaylist = ({ url, mime }: SeenMedia): boolean =>
  /\.m3u8$/iu.test(pathOf(url)) || /mpegurl/u.test(mime);

/** Pieces of a stream, of HLS and DASH: no one of them is the lesson. */
const isPiece = ({ url, mime }: SeenMedia): boolean =>
  /\.(?:ts|m4s|m4f|cmfv|cmfa|mpd|key|aac)$/iu.test(pathOf(url)) ||
  /mp2t|iso\.segment|dash\+xml/u.test(mime);

const kindOf = ({ url, mime }: SeenMedia): CapturedMedia["kind"] | undefined => {
  if (/^video\//u.test(mime) || /\.(?:mp4|m4v|webm|mov)$/iu.test(pathOf(url))) return "video";
  return /^audio\//u.test(mime) || /\.(?:mp3|m4a|ogg|wav)$/iu.test(pathOf(url))
    ? "audio"
    : undefined;
};

/** Less than this is a sound of the page itself or an advertisement's first moment. Bytes. */
const SMALL = 300 * 1024;

/** What is worth remembering of a request at all: a film, a sound, a playlist; no picture, no text, no piece. */
export const isWorthSeeing = (seen: SeenMedia): boolean =>
  isPlaylist(seen) || (!isPiece(seen) && kindOf(seen) !== undefined);

/** What the network listener found, grouped into what it is of: one lesson, in one or several renditions. */
export interface SeenLesson {
  readonly media: readonly CapturedMedia[];
  /** Playlists; the one that was asked for first names the others. */
  readonly streams: readonly string[];
}

/**
 * Groups what was seen while a page was open. Requests for parts of one file are one; playlists of single
 * heights go with the one that was asked for before them in the same folder or above; files are sorted by
 * their size, for an advertisement is shorter than a lesson.
 */
export const groupSeenMedia = (seen: readonly SeenMedia[]): SeenLesson => {
  const worth = seen.filter(isWorthSeeing);
  const playlists = worth.filter(isPlaylist).map(({ url }) => url);
  const streams = playlists.filter(
    (url, at) =>
      playlists.indexOf(url) === at &&
      !playlists
        .slice(0, at)
        .some((before) => pathOf(url).startsWith(pathOf(before).replace(/[^/]*$/u, ""))),
  );
  const files = new Map<string, SeenMedia>();
  for (const one of worth) {
    if (isPlaylist(one)) continue;
    const before = files.get(pathOf(one.url));
    files.set(pathOf(one.url), { ...one, size: one.size ?? before?.size });
  }
  // Of equal or unknown size the later: an advertisement comes first.
  const sorted = [...files.values()].reverse().sort((a, b) => (b.size ?? 0) - (a.size ?? 0));
  const large = sorted.filter(({ size }) => size === undefined || size >= SMALL);
  return {
    streams: streams.slice(0, 10),
    media: (large.length > 0 ? large : sorted).slice(0, 10).flatMap((one): CapturedMedia[] => {
      const kind = kindOf(one);
      return kind === undefined
        ? []
        : [
            {
              kind,
              found: "network",
              url: one.url,
              mime: one.mime.slice(0, 100),
              ...(one.size === undefined ? {} : { size: one.size }),
            },
          ];
    }),
  };
};

/**
 * A page with what its player was seen to fetch, by the page's own record and by the network's, where neither a rule nor the page itself names its film. A
 * protected film stays protected.
 */
export const withSeenMedia = (page: PageSnapshot, seen: readonly SeenMedia[]): PageSnapshot => {
  const { rule } = page;
  const named =
    page.media.some(({ found, url }) => found !== "link" && !url.startsWith("blob:")) ||
    (page.streams ?? []).length > 0 ||
    (rule?.media.length ?? 0) > 0 ||
    rule?.protected !== undefined;
  if (named) return page;
  const fetched = (page.fetched ?? [])
    .map((url): SeenMedia => ({ url, mime: "" }))
    .filter(({ url }) => !seen.some((one) => one.url === url));
  const { media, streams } = groupSeenMedia([...fetched, ...seen]);
  if (media.length + streams.length === 0) return page;
  return {
    ...page,
    media: [...(streams.length > 0 ? [] : media), ...page.media].slice(0, 60),
    streams: [...streams],
    hasStream: page.hasStream || streams.length > 0,
  };
};
