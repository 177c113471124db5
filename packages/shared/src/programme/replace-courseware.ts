import { type Changes, type FieldPut, type Json, put } from "../changes/index.ts";
import type { Courseware, CoursewareFields } from "../courseware/index.ts";

const asJson = (value: unknown): Json =>
  value === undefined ? null : JSON.parse(JSON.stringify(value));

/** What a newer clip of the same thing brings; number, category, notes and history stay the item's own. */
const BROUGHT = [
  "title",
  "kind",
  "minutes",
  "publisher",
  "author",
  "publishedAt",
  "source",
  "media",
  "article",
  "cover",
  "tags",
  "textMark",
  "clippedAt",
  "clippedBy",
  "reviewed",
] as const satisfies readonly (keyof CoursewareFields)[];

const putsOf = (
  item: Courseware,
  values: CoursewareFields,
  fields: readonly (keyof CoursewareFields)[],
): FieldPut[] =>
  fields.flatMap((field) => {
    const value = asJson(values[field]);
    return JSON.stringify(value) === JSON.stringify(asJson(item[field]))
      ? []
      : [put({ id: item.id, kind: "courseware" }, field, value)];
  });

/**
 * Puts a newer clip in an item's place, in one step: it keeps its number and category, and its tags
 * besides the new ones. Its file and cover stay until newer ones are here.
 */
export const replaceCourseware = (item: Courseware, newer: CoursewareFields): Changes => {
  const keepsFile = newer.media == null && newer.kind !== "article" && newer.kind !== "link";
  const values: CoursewareFields = {
    ...newer,
    media: keepsFile ? item.media : newer.media,
    minutes: newer.minutes ?? (keepsFile ? item.minutes : null),
    cover: newer.cover ?? item.cover,
    tags: [...new Set([...(item.tags ?? []), ...(newer.tags ?? [])])],
  };
  return {
    label: { type: "edit-courseware", name: newer.title },
    puts: putsOf(item, values, BROUGHT),
  };
};

/** Gives an item back what stood in it before it was replaced. */
export const putBack = (now: Courseware, before: Courseware): Changes => ({
  label: { type: "edit-courseware", name: before.title },
  puts: putsOf(now, before, BROUGHT),
});
