import * as v from "valibot";
import { ruleFindingsSchema } from "../portal-rule/index.ts";

/** Everything below comes from a hostile page: every text and list has its limit. */
const line = v.pipe(v.string(), v.maxLength(2000));
const address = v.pipe(v.string(), v.maxLength(8000));

/** A container that holds, or seems to hold, the body of the page. */
const bodySchema = v.object({
  /** The selector it was found by, or `readability`. */
  from: line,
  /** Markup with absolute addresses; not yet sanitised. */
  html: v.pipe(v.string(), v.maxLength(2_000_000)),
  /** Its plain text, one line a block. */
  text: v.pipe(v.string(), v.maxLength(1_000_000)),
});
/** A candidate for the body; see `pageSnapshotSchema`. */
export type CapturedBody = v.InferOutput<typeof bodySchema>;

/** A film or sound that the page plays or links to. */
const mediaSchema = v.object({
  kind: v.picklist(["video", "audio"]),
  /**
   * `element`: the page plays it. `link`: a plain link to a file. `script`: named in a player's script.
   * `network`: its player was seen to fetch it.
   */
  found: v.picklist(["element", "link", "script", "network"]),
  url: address,
  mime: v.optional(line),
  poster: v.optional(address),
  /** Playing time in seconds, where the element knows it. */
  seconds: v.optional(v.number()),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  /** Bytes, where the portal's own host said so. */
  size: v.optional(v.number()),
  label: v.optional(line),
});
/** A film or sound of the page; see `pageSnapshotSchema`. */
export type CapturedMedia = v.InferOutput<typeof mediaSchema>;

/** A PDF or Office file that the page links to. */
const documentSchema = v.object({ url: address, label: line });
/** A linked document; see `pageSnapshotSchema`. */
export type CapturedDocument = v.InferOutput<typeof documentSchema>;

/** What JSON-LD says, already flattened to the few values that are used. */
const linkedDataSchema = v.object({
  headline: v.optional(line),
  datePublished: v.optional(line),
  publisher: v.optional(line),
  author: v.optional(line),
  duration: v.optional(line),
  image: v.optional(address),
});

/** A fact that the page marks for itself; `writtenAt` is the day of a document, `number` its 文号. */
const markSchema = v.object({
  field: v.picklist(["title", "publishedAt", "writtenAt", "publisher", "author", "number"]),
  value: line,
});

/**
 * What was read of an open page: plain data, so that recognising needs no document. It crosses from
 * the page into the extension and is parsed there. Addresses are absolute.
 */
export const pageSnapshotSchema = v.object({
  url: address,
  /** The document's own type: `text/html`, `application/pdf`, `video/mp4`… */
  contentType: line,
  charset: line,
  title: line,
  /** Names in lower case, in the order of the page; names may repeat. */
  metas: v.pipe(v.array(v.object({ name: line, content: line })), v.maxLength(400)),
  /** The way to this page as the page itself shows it, without the page's own title. */
  breadcrumb: v.pipe(v.array(line), v.maxLength(12)),
  /** Texts that look like the title, most likely first. */
  headings: v.pipe(v.array(line), v.maxLength(20)),
  /** 来源：…, 发布时间：… and their like, found near the title. */
  labels: v.pipe(v.array(v.object({ label: line, value: line })), v.maxLength(60)),
  /** The text round the title, for a date that stands there without a label. */
  headText: line,
  /** `pubtime`, `source`, `author`, `editor` of the `*_baidu` convention. */
  baidu: v.record(v.string(), line),
  linkedData: v.pipe(v.array(linkedDataSchema), v.maxLength(10)),
  /** What the page marks for itself: in its template's comments, in a document's table, in a script. */
  marks: v.optional(v.pipe(v.array(markSchema), v.maxLength(40))),
  /** Further pages of this article, in order, on the same host; no rule knows them. */
  following: v.optional(v.pipe(v.array(address), v.maxLength(30))),
  bodies: v.pipe(v.array(bodySchema), v.maxLength(4)),
  /** The first picture of the body that is worth showing as a cover. */
  picture: v.optional(address),
  media: v.pipe(v.array(mediaSchema), v.maxLength(60)),
  /** A player stands here whose film has no address of its own (a stream). */
  hasStream: v.boolean(),
  /** Addresses of streams (HLS playlists) that the page names, what it plays first. */
  streams: v.optional(v.pipe(v.array(address), v.maxLength(10))),
  documents: v.pipe(v.array(documentSchema), v.maxLength(60)),
  /** Addresses of films, sounds and playlists that the page's scripts and players have fetched so far. */
  fetched: v.optional(v.pipe(v.array(address), v.maxLength(60))),
  /** Addresses of frames in which a player may stand, on whichever host. */
  frames: v.optional(v.pipe(v.array(address), v.maxLength(6))),
  selection: v.pipe(v.string(), v.maxLength(20_000)),
  /** What portal rules found, where one knows the page. */
  rule: v.optional(ruleFindingsSchema),
});
/** What was read of an open page; see `pageSnapshotSchema`. */
export type PageSnapshot = v.InferOutput<typeof pageSnapshotSchema>;
