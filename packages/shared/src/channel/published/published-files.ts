import type { SegmentHash } from "../channel-index.ts";
import { coverPictures } from "./cover-picture.ts";
import type { FeedMatter } from "./feed-pages.ts";
import { JSON_FEED, jsonFeed } from "./json-feed.ts";
import { OPDS, opdsFeed } from "./opds-feed.ts";
import { READABLE_PAGE, readablePage } from "./readable-page.ts";

/** A file of the folder that a channel's publisher gives to a host. */
export interface PublishedFile {
  /** Below the channel's folder, with `/` between. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As a host should name it (Content-Type). */
  readonly type: string;
  /** It is named by what is in it: one that lies there already, of the same size, need not be sent again. */
  readonly lasting: boolean;
}

/** The index of a channel's folder; as long as it is the old one, the old release is what stands there. */
export const INDEX_FILE = "channel.json";

/** The folder of the segments. */
export const SEGMENT_FOLDER = "segments";

/** The path of a segment. */
export const segmentPath = (hash: SegmentHash): string => `${SEGMENT_FOLDER}/${hash}.json.gz`;

const FEED_PAGE = new RegExp(`^(?:${JSON_FEED}|${OPDS})(?:-\\d{1,3})?\\.json$`, "u");

/** Whether a file beside the index is a page of a feed, which goes where a release has fewer pages. */
export const isFeedPage = (path: string): boolean => FEED_PAGE.test(path);

/**
 * Everything that stands in a channel's folder, in the order in which it is written: segments, then what people
 * and other programs read, the index last, so that whoever reads meanwhile has the old release or the new one.
 */
export const publishedFiles = (
  matter: FeedMatter,
  segments: ReadonlyMap<SegmentHash, Uint8Array>,
): readonly PublishedFile[] => {
  const { index } = matter;
  const text = (path: string, type: string, content: string): PublishedFile => ({
    path,
    bytes: new Uint8Array(new TextEncoder().encode(content)),
    type,
    lasting: false,
  });
  return [
    ...index.segments.flatMap(({ hash }): readonly PublishedFile[] => {
      const bytes = segments.get(hash);
      if (bytes === undefined) return [];
      const type = "application/gzip";
      return [{ path: segmentPath(hash), bytes: new Uint8Array(bytes), type, lasting: true }];
    }),
    ...[...coverPictures()].map(
      ([path, bytes]): PublishedFile => ({
        path,
        bytes: new Uint8Array(bytes),
        type: "image/png",
        lasting: true,
      }),
    ),
    ...jsonFeed(matter).map((page) => text(page.name, "application/feed+json", page.text)),
    ...opdsFeed(matter).map((page) => text(page.name, "application/opds+json", page.text)),
    text(READABLE_PAGE, "text/html; charset=utf-8", readablePage(matter)),
    text(INDEX_FILE, "application/json", JSON.stringify(index, undefined, 1)),
  ];
};
