import * as v from "valibot";
import { type CATEGORIES, categorySchema } from "../category/index.ts";
import { instantSchema, minutesSchema } from "../clock/index.ts";
import { coursewareKindSchema, keepingPlaceSchema, mediaHashSchema } from "../courseware/index.ts";
import { recordIdSchema } from "../identity/index.ts";
import { subtitlesSchema } from "../subtitles/index.ts";
import { folderPathSchema } from "./folder-path.ts";

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const itemNumberSchema = v.pipe(v.number(), v.integer(), v.minValue(1001), v.maxValue(59999));

/** A file on the stick that an item plays from. */
const stickFileSchema = v.object({
  /** From the stick's root, as in `media` of the index. */
  path: folderPathSchema,
  hash: mediaHashSchema,
  /** Bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  mime: text(120),
  /** Exact playing time where known. */
  seconds: v.optional(v.pipe(v.number(), v.minValue(0))),
});

/** An article on the stick, twice: a page that any browser opens, and a script that a page from file:// can load. */
const stickArticleSchema = v.object({
  /** `1 基层党建/1021 标题.html`: whole in itself, its pictures inside. */
  page: folderPathSchema,
  /** `dianbo/articles/<id>.js`; see `articleScript`. */
  script: folderPathSchema,
});

const stickItemSchema = v.object({
  id: recordIdSchema,
  number: itemNumberSchema,
  /** Numbers that it had before, which go on answering. */
  formerNumbers: v.optional(v.array(itemNumberSchema)),
  title: v.pipe(text(300), v.minLength(1)),
  kind: coursewareKindSchema,
  category: v.optional(categorySchema),
  minutes: v.optional(minutesSchema),
  publisher: v.optional(text(500)),
  /** Where it lies when no PC holds its file: a disc, a set-top box. */
  place: v.optional(keepingPlaceSchema),
  /** Neither this nor `article`: the item stands in the book, but not on this stick. */
  file: v.optional(stickFileSchema),
  article: v.optional(stickArticleSchema),
  /** Words over its picture: a page from file:// could not read a file of them. */
  subtitles: v.optional(subtitlesSchema),
  /** A small picture, `dianbo/covers/<hash>.jpg`. */
  cover: v.optional(folderPathSchema),
});
/** One numbered item of the book as the stick carries it. */
export type StickItem = v.InferOutput<typeof stickItemSchema>;

const stickEntrySchema = v.object({
  id: recordIdSchema,
  /** The item, by id… */
  item: v.optional(recordIdSchema),
  /** …or an activity (讲解, 讨论). */
  activity: v.optional(v.object({ name: text(100), minutes: minutesSchema })),
  mustPlay: v.optional(v.boolean()),
});
/** One place of a menu, in order. */
export type StickEntry = v.InferOutput<typeof stickEntrySchema>;

const stickMenuSchema = v.object({
  id: recordIdSchema,
  number: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))),
  name: v.pipe(text(100), v.minLength(1)),
  audience: v.optional(text(100)),
  occasion: v.optional(text(100)),
  /** How long the session is meant to last. */
  sessionMinutes: minutesSchema,
  /** The presenter's notes. */
  noteBefore: v.optional(text(2000)),
  noteDuring: v.optional(text(2000)),
  noteAfter: v.optional(text(2000)),
  /** The spare (备片): what plays when one of its films fails. */
  spare: v.optional(recordIdSchema),
  entries: v.array(stickEntrySchema),
});
/** A set menu as the stick carries it. */
export type StickMenu = v.InferOutput<typeof stickMenuSchema>;

const stickBookSchema = v.object({
  /** When the stick was made; the younger of two is the one to believe. */
  madeAt: instantSchema,
  /** The version of the app that made it, such as `0.1.0`; the first sticks do not say. */
  madeWith: v.optional(text(40)),
  siteName: text(100),
  /** The printed edition that these numbers stand in. */
  edition: v.optional(v.object({ number: v.pipe(v.number(), v.integer()), month: text(20) })),
  /** The menu that the stick was made for. */
  tonight: v.optional(recordIdSchema),
  categories: v.optional(v.array(v.object({ category: categorySchema, name: text(40) }))),
  items: v.array(v.unknown()),
  menus: v.array(v.unknown()),
});

/**
 * The book as the stick carries it for the USB edition: every numbered item and every menu that is offered.
 * It holds nothing personal: no notes to oneself, no register, no names but the site's.
 */
export interface StickBook {
  readonly madeAt: v.InferOutput<typeof instantSchema>;
  readonly madeWith?: string | undefined;
  readonly siteName: string;
  readonly edition?: { readonly number: number; readonly month: string } | undefined;
  readonly tonight?: v.InferOutput<typeof recordIdSchema> | undefined;
  readonly categories: readonly {
    readonly category: (typeof CATEGORIES)[number];
    readonly name: string;
  }[];
  /** By number. */
  readonly items: readonly StickItem[];
  readonly menus: readonly StickMenu[];
}

const fitting = <S extends v.GenericSchema>(
  schema: S,
  lines: readonly unknown[],
): readonly v.InferOutput<S>[] =>
  lines.flatMap((line) => {
    const read = v.safeParse(schema, line);
    return read.success ? [read.output] : [];
  });

/** Reads the book of an index; lines that do not fit are not there. `undefined` where there is none. */
export const readStickBook = (input: unknown): StickBook | undefined => {
  const read = v.safeParse(stickBookSchema, input);
  if (!read.success) return undefined;
  const { items, menus, categories, ...rest } = read.output;
  return {
    ...rest,
    categories: categories ?? [],
    items: [...fitting(stickItemSchema, items)].sort((a, b) => a.number - b.number),
    menus: fitting(stickMenuSchema, menus),
  };
};
