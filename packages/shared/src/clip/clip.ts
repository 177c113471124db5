import * as v from "valibot";
import { categorySchema } from "../category/index.ts";
import { civilDateSchema, instantSchema, minutesSchema } from "../clock/index.ts";
import {
  articleCopySchema,
  type Courseware,
  type CoursewareFields,
  coursewareKindSchema,
  mediaFileSchema,
  mediaHashSchema,
  sourceSchema,
} from "../courseware/index.ts";
import { postSchema, recordIdSchema } from "../identity/index.ts";
import { textMarkSchema } from "../likeness/index.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const seconds = v.pipe(v.number(), v.minValue(0));

/** How much of a lesson that comes in fragments lies on the disk; how many bytes it will have nobody says. */
export const lessonPartSchema = v.object({
  fragments: count,
  allFragments: count,
  /** Of playing time. */
  seconds,
  allSeconds: seconds,
});
/** How much of a lesson is there; see `lessonPartSchema`. */
export type LessonPart = v.InferOutput<typeof lessonPartSchema>;

/**
 * Where the bytes of a clip stand. A clip without a file (article, link) is `none`; one that waits for
 * a category or a file stays in the inbox.
 */
export const clipFileStateSchema = v.variant("state", [
  v.object({ state: v.literal("none") }),
  v.object({ state: v.literal("waiting") }),
  v.object({
    state: v.literal("downloading"),
    /** Bytes so far. */
    received: v.number(),
    /** Bytes promised by the server, where it said so. */
    total: v.nullish(v.number()),
    part: v.nullish(lessonPartSchema),
    /**
     * What the row says beside the bar: the portal has another file now and it begins anew; it cannot go
     * on in the middle; it asked for patience.
     */
    note: v.nullish(v.picklist(["changed", "from-start", "busy"])),
  }),
  v.object({
    state: v.literal("held"),
    file: mediaFileSchema,
    /** Nobody said how long the file is, neither its server nor the file itself. */
    note: v.nullish(v.picklist(["length-unsaid"])),
  }),
  v.object({
    state: v.literal("failed"),
    /** Which sentence to show. */
    reason: v.picklist([
      "network",
      "refused",
      "login-page",
      "wrong-type",
      "disk-full",
      "cut-short",
      "cancelled",
      "no-permission",
      "stalled",
      "busy",
      "no-room",
      "endless",
      "redirected",
      "protected",
      "live",
      "unplayable",
      "incomplete",
    ]),
    /** Stretches of a lesson that the portal could not give, in seconds from its beginning. */
    missing: v.nullish(
      v.pipe(v.array(v.object({ from: v.number(), to: v.number() })), v.maxLength(50_000)),
    ),
    /** The protection's name, where a lesson has one. */
    by: v.nullish(v.pipe(v.string(), v.maxLength(100))),
    /** Bytes that are kept, and from which a new try goes on. */
    received: v.number(),
    /** Bytes promised by the server, where it said so. */
    total: v.nullish(v.number()),
    part: v.nullish(lessonPartSchema),
    status: v.nullish(v.number()),
  }),
]);
/** Where the bytes of a clip stand; see `clipFileStateSchema`. */
export type ClipFileState = v.InferOutput<typeof clipFileStateSchema>;

/** A clip (剪藏): one row of the extension's inbox, from the moment it is saved until the library has it. */
export const clipSchema = v.object({
  /** Becomes the courseware's id, so that a clip delivered twice is stored once. */
  id: recordIdSchema,
  kind: coursewareKindSchema,
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  publisher: v.nullish(v.pipe(v.string(), v.maxLength(500))),
  author: v.nullish(v.pipe(v.string(), v.maxLength(500))),
  publishedAt: v.nullish(civilDateSchema),
  minutes: v.nullish(minutesSchema),
  source: sourceSchema,
  /** The portal's column, for the habit of filing. */
  column: v.nullish(v.pipe(v.string(), v.maxLength(200))),
  /** The file's address, where there is one to fetch. */
  fileUrl: v.nullish(v.pipe(v.string(), v.maxLength(4000))),
  file: clipFileStateSchema,
  /** How a lesson is wanted that cannot be had as it should be: without what is missing; or though this machine cannot play it. */
  lesson: v.nullish(v.picklist(["as-is", "unplayable"])),
  article: v.nullish(articleCopySchema),
  cover: v.nullish(mediaFileSchema),
  category: v.nullish(categorySchema),
  tags: v.array(v.pipe(v.string(), v.maxLength(100))),
  reviewed: v.boolean(),
  clippedAt: instantSchema,
  clippedBy: v.nullish(postSchema),
  /** The mark of the text; see `likeness`. */
  textMark: v.nullish(textMarkSchema),
  /** Takes the place of the item of this id: its file goes in instead of the item's own. */
  replaces: v.nullish(v.boolean()),
  /** Bytes of that item that have gone bad: they stay until the new file is held. */
  spoilt: v.nullish(mediaHashSchema),
});
/** A clip; see `clipSchema`. */
export type Clip = v.InferOutput<typeof clipSchema>;

/** Whether a file turned out to be one that nobody can keep: of the clip its link remains. */
export const isLinkOnly = (file: ClipFileState): boolean =>
  file.state === "failed" && (file.reason === "protected" || file.reason === "live");

/** Whether a clip lacks nothing: it has a category and its file, if it has one, is held. */
export const isComplete = (clip: Clip): boolean =>
  clip.category != null && (clip.file.state === "none" || clip.file.state === "held");

/** The courseware that a clip becomes. */
export const coursewareOfClip = (clip: Clip): CoursewareFields => ({
  title: clip.title,
  kind: clip.kind,
  category: clip.category ?? null,
  minutes: clip.minutes ?? null,
  publisher: clip.publisher ?? null,
  author: clip.author ?? null,
  publishedAt: clip.publishedAt ?? null,
  source: clip.source,
  media: clip.file.state === "held" ? clip.file.file : null,
  article: clip.article ?? null,
  cover: clip.cover ?? null,
  tags: clip.tags,
  clippedAt: clip.clippedAt,
  clippedBy: clip.clippedBy ?? null,
  reviewed: clip.reviewed,
  textMark: clip.textMark ?? null,
});

/** The files that go along with a clip when it is handed over. */
export const filesOfClip = (clip: Clip): readonly v.InferOutput<typeof mediaFileSchema>[] => [
  ...(clip.file.state === "held" ? [clip.file.file] : []),
  ...(clip.cover == null ? [] : [clip.cover]),
  ...(clip.article?.pictures ?? []),
];

/** What the panel needs to know to say 「已有 1014」. */
export type AlreadyHeld = Pick<Courseware, "id" | "number" | "title" | "life">;
