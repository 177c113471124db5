import * as v from "valibot";
import { categorySchema } from "../category/index.ts";
import {
  type Json,
  lifeOf,
  pendingFields,
  type RecordState,
  shownValues,
} from "../changes/index.ts";
import { civilDateSchema, instantSchema, minutesSchema } from "../clock/index.ts";
import { postSchema, type RecordId, type SiteId, siteIdSchema } from "../identity/index.ts";
import { textMarkSchema } from "../likeness/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { subtitlesSchema } from "../subtitles/index.ts";
import { keepingPlaceSchema } from "./keeping-place.ts";

/** What an item is to those who watch: a film is a video of feature length with a mark of its own on paper. */
export const COURSEWARE_KINDS = ["video", "film", "audio", "article", "document", "link"] as const;
/** Kind of courseware. */
export const coursewareKindSchema = v.picklist(COURSEWARE_KINDS);
/** Kind of courseware; see `COURSEWARE_KINDS`. */
export type CoursewareKind = v.InferOutput<typeof coursewareKindSchema>;

/** SHA-256 of a file's bytes, as 64 lower-case hex digits: the only name media are kept under. */
export const mediaHashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u), v.brand("MediaHash"));
/** SHA-256 of a file; see `mediaHashSchema`. */
export type MediaHash = v.InferOutput<typeof mediaHashSchema>;

/** A file that belongs to an item and lies in the media store under its hash. */
export const mediaFileSchema = v.object({
  hash: mediaHashSchema,
  /** Bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  mime: v.pipe(v.string(), v.maxLength(120)),
  /** The name as the portal gave it, for copies on disk. */
  name: v.pipe(v.string(), v.maxLength(255)),
  /** Exact playing time where known; `minutes` of the item is what people plan with. */
  seconds: v.optional(v.pipe(v.number(), v.minValue(0))),
});
/** A file in the media store; see `mediaFileSchema`. */
export type MediaFile = v.InferOutput<typeof mediaFileSchema>;

/** Where an item came from. */
export const sourceSchema = v.object({
  /** The page as it was opened. */
  url: v.pipe(v.string(), v.maxLength(2000)),
  /** The same page in canonical form; equal canonical forms are the same item. */
  canonical: v.pipe(v.string(), v.maxLength(2000)),
  /** The portal's host name. */
  portal: v.pipe(v.string(), v.maxLength(255)),
});
/** Where an item came from; see `sourceSchema`. */
export type Source = v.InferOutput<typeof sourceSchema>;

/** A clean article copy: sanitised HTML whose pictures are named by hash as `media:<hash>`. */
export const articleCopySchema = v.object({
  html: v.pipe(v.string(), v.maxLength(2_000_000)),
  /** Plain text, for reading aloud, minutes and search. */
  text: v.pipe(v.string(), v.maxLength(1_000_000)),
  pictures: v.array(mediaFileSchema),
});
/** A clean article copy; see `articleCopySchema`. */
export type ArticleCopy = v.InferOutput<typeof articleCopySchema>;

/** The digits of a programme number as an integer; validated by `programme`. */
const numberSchema = v.pipe(v.number(), v.integer(), v.minValue(1001), v.maxValue(59999));

const shortText = v.pipe(v.string(), v.maxLength(500));

/** The fields of a courseware record as they are shown. Fields that are `null` have been cleared. */
export const coursewareFieldsSchema = v.object({
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  kind: coursewareKindSchema,
  category: v.nullish(categorySchema),
  minutes: v.nullish(minutesSchema),
  publisher: v.nullish(shortText),
  author: v.nullish(shortText),
  publishedAt: v.nullish(civilDateSchema),
  source: v.nullish(sourceSchema),
  media: v.nullish(mediaFileSchema),
  article: v.nullish(articleCopySchema),
  cover: v.nullish(mediaFileSchema),
  /** Words over the picture, for the study room. */
  subtitles: v.nullish(subtitlesSchema),
  /** Where it lies when its file is not in the media store; such an item is called and listed like any other. */
  place: v.nullish(keepingPlaceSchema),
  tags: v.nullish(v.array(shortText)),
  /** The mark of its text, by which the same text under another address is known. */
  textMark: v.nullish(textMarkSchema),
  note: v.nullish(v.pipe(v.string(), v.maxLength(4000))),
  clippedAt: v.nullish(instantSchema),
  clippedBy: v.nullish(postSchema),
  reviewed: v.nullish(v.boolean()),
  /** This site's number; see `programme`. */
  number: v.nullish(numberSchema),
  /** Numbers this item had before; they go on answering and are never given to another. */
  formerNumbers: v.nullish(v.array(numberSchema)),
  /** Whether the number was printed, played or shared: from then on it is never moved. */
  spoken: v.nullish(v.boolean()),
  /** Under which numbers it was printed, played or shared. */
  spokenAs: v.nullish(v.array(numberSchema)),
  /** The number under which it stands in handwriting in the printed book. */
  handWritten: v.nullish(numberSchema),
  /**
   * The number that it shares with another item by a person's word. Beside an equal `number` both keep it;
   * beside another one the item answers to it, too, until the next edition is printed.
   */
  sharesNumber: v.nullish(numberSchema),
  /** The number at the site that the item came from (原编号). */
  originalNumber: v.nullish(v.object({ site: siteIdSchema, number: numberSchema })),
  /** Part of the sample library, removed in one click. */
  sample: v.nullish(v.boolean()),
});
/** The shown fields of a courseware record; see `coursewareFieldsSchema`. */
export type CoursewareFields = v.InferOutput<typeof coursewareFieldsSchema>;

/** A courseware item as screens and paper use it. */
export interface Courseware extends CoursewareFields {
  readonly id: RecordId;
  readonly life: "alive" | "deleted" | "deleted-but-edited";
  /** Names of fields that wait under 待定. */
  readonly pending: readonly string[];
  /**
   * Numbers that stand beside the shown ones because two posts gave or retired numbers without having
   * seen each other. Each may have been printed, so none is ever given to another item.
   */
  readonly waitingNumbers?: readonly number[];
  /** Every number people were told for this item, on whichever PC; none where nobody was told any. */
  readonly spokenNumbers?: readonly number[];
}

/** A stored row that no longer fits: shown as damaged with its raw values, never dropped. */
export interface DamagedRow {
  readonly type: "damaged-row";
  readonly id: RecordId;
  readonly kind: string;
  /** Which fields do not fit, with valibot's path. */
  readonly problems: readonly string[];
  /** The raw shown values, as JSON text. */
  readonly raw: string;
}

/** Parses shown values by a schema of fields, or tells which row is damaged and how. */
export const readFields = <S extends v.GenericSchema>(
  schema: S,
  record: RecordState,
  ownSite: SiteId,
): Result<v.InferOutput<S>, DamagedRow> => {
  const shown: Record<string, Json> = shownValues(record, ownSite);
  const parsed = v.safeParse(schema, shown);
  if (parsed.success) return ok(parsed.output);
  return err({
    type: "damaged-row",
    id: record.id,
    kind: record.kind,
    problems: parsed.issues.map((issue) => v.getDotPath(issue) ?? issue.message),
    raw: JSON.stringify(shown, null, 2),
  });
};

const standingNumbersSchema = v.array(v.union([v.array(numberSchema), numberSchema, v.null()]));

/** All numbers in the standing writes of these fields, shown or waiting, rising. */
const standingNumbers = (record: RecordState, fields: readonly string[]): readonly number[] => {
  const writes = fields.flatMap((field) => record.fields[field] ?? []);
  if (writes.length === 0) return [];
  const standing = v.safeParse(
    standingNumbersSchema,
    writes.map(({ value }) => value),
  );
  const numbers = standing.success ? standing.output.flat() : [];
  return [...new Set(numbers)].filter((number) => number !== null).sort((a, b) => a - b);
};

/** Reads a courseware record as it is shown at this site. */
export const readCourseware = (
  record: RecordState,
  ownSite: SiteId,
): Result<Courseware, DamagedRow> => {
  const fields = readFields(coursewareFieldsSchema, record, ownSite);
  if (!fields.ok) return fields;
  const shownNumbers = [fields.value.number, ...(fields.value.formerNumbers ?? [])];
  const waiting = standingNumbers(record, ["number", "formerNumbers"]).filter(
    (number) => !shownNumbers.includes(number),
  );
  const spoken = standingNumbers(record, ["spokenAs"]);
  return ok({
    ...fields.value,
    ...(waiting.length === 0 ? {} : { waitingNumbers: waiting }),
    ...(spoken.length === 0 ? {} : { spokenNumbers: spoken }),
    id: record.id,
    life: lifeOf(record, ownSite),
    pending: pendingFields(record, ownSite).map(({ field }) => field),
  });
};

/** Whether an item counts in lists: it lives, or its deletion waits to be settled. */
export const isListed = (item: Courseware): boolean => item.life !== "deleted";
