import * as v from "valibot";
import type { Category } from "../category/index.ts";
import {
  type Changes,
  create,
  deleteRecord,
  type FieldPut,
  type Json,
  put,
  type RecordState,
  restoreRecord,
} from "../changes/index.ts";
import type { Minutes } from "../clock/index.ts";
import type { Courseware, CoursewareFields, MediaFile } from "../courseware/index.ts";
import type { NewId, RecordId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";
import { orderBySeries } from "../series/index.ts";
import { leaseFieldsSchema, type NumberLease } from "./number-lease.ts";
import {
  allocateNumbers,
  type NextNumber,
  type NumberBook,
  numberOnFiling,
  numbersAhead,
  type ShelfFull,
} from "./numbering.ts";

const asJson = (fields: CoursewareFields): Record<string, Json | undefined> =>
  JSON.parse(JSON.stringify(fields));

/**
 * Adds an item to the library: all its fields, and its number at once where it has a category.
 * `id` is the clip's own id, so that what is delivered twice is stored once. `next` gives its number
 * where many are added, looked up once for all of them.
 */
export const addCourseware = (
  id: RecordId,
  fields: CoursewareFields,
  book: NumberBook,
  newId: NewId,
  next?: NextNumber,
): Result<Changes, ShelfFull> => {
  const record = { id, kind: "courseware" };
  const puts: FieldPut[] = [...create(record, asJson(fields))];
  if (fields.category != null && fields.number == null) {
    const numbered = numberOnFiling(
      { ...fields, id, life: "alive", pending: [] },
      fields.category,
      book,
      newId,
      next,
    );
    if (!numbered.ok) return numbered;
    puts.push(...numbered.value);
  }
  return ok({ label: { type: "add-courseware", count: 1, name: fields.title }, puts });
};

/** Files items under a category and gives each its number. */
export const fileCourseware = (
  items: readonly Courseware[],
  category: Category,
  book: NumberBook,
  newId: NewId,
): Result<Changes, ShelfFull> => {
  const puts: FieldPut[] = [];
  const known = { ...book, items: [...book.items], leases: [...book.leases] };
  let wanting = 0;
  const count: NextNumber = () => {
    wanting += 1;
    return ok({ numbers: [], puts: [] });
  };
  for (const item of items) numberOnFiling(item, category, book, newId, count);
  const ahead = numbersAhead(book, category, wanting, newId);
  // Two items that had the same number once both counted on it: the later one gets one behind the rest.
  const next: NextNumber = () => {
    const one = ahead();
    const spent = one.ok && one.value.numbers.length === 0;
    return spent ? allocateNumbers(known, category, 1, newId) : one;
  };
  // The parts of one series get neighbouring numbers.
  for (const item of orderBySeries(items, ({ title }) => title)) {
    const numbered = numberOnFiling(item, category, known, newId, next);
    if (!numbered.ok) return numbered;
    puts.push(put({ id: item.id, kind: "courseware" }, "category", category), ...numbered.value);
    noteGiven(known, numbered.value, item);
  }
  return ok({
    label: { type: "file-courseware", count: items.length, ...nameOf(items) },
    puts,
  });
};

const nameOf = (items: readonly Courseware[]): { name?: string } => {
  const [only] = items;
  return items.length === 1 && only !== undefined ? { name: only.title } : {};
};

/** Puts what an act gives into a book of its own: numbers and leases already given out count. */
const noteGiven = (
  known: { readonly items: Courseware[]; readonly leases: NumberLease[] },
  puts: readonly FieldPut[],
  item: Courseware,
): void => {
  const drafts = new Map<RecordId, Record<string, Json>>();
  for (const { id, kind, field, values } of puts) {
    const value = values.at(-1)?.value;
    if (value === undefined) continue;
    if (kind === "number-lease") drafts.set(id, { ...drafts.get(id), [field]: value });
    if (kind === "courseware" && field === "number" && typeof value === "number") {
      known.items.push({ ...item, number: value });
    }
  }
  for (const [id, draft] of drafts) {
    const lease = v.safeParse(leaseFieldsSchema, draft);
    if (lease.success) known.leases.push({ ...lease.output, id });
  }
};

/** The fields a person may edit on the item page. */
export type EditableFields = Partial<
  Pick<
    CoursewareFields,
    | "title"
    | "minutes"
    | "publisher"
    | "author"
    | "publishedAt"
    | "tags"
    | "note"
    | "subtitles"
    | "reviewed"
    | "kind"
  >
>;

/** Edits an item: only the fields that are given, each a write of its own. */
export const editCourseware = (item: Courseware, edits: EditableFields): Changes => ({
  label: { type: "edit-courseware", name: item.title },
  puts: Object.entries(edits).flatMap(([field, value]) =>
    value === undefined ? [] : [put({ id: item.id, kind: "courseware" }, field, value)],
  ),
});

/** Deletes items; their numbers stay empty and are given to nobody. */
export const deleteCourseware = (records: readonly RecordState[]): Changes => ({
  label: { type: "delete-courseware", count: records.length },
  puts: records.map(deleteRecord),
});

/** Brings deleted items back, under the numbers they had. */
export const restoreCourseware = (records: readonly RecordState[]): Changes => ({
  label: { type: "restore-courseware", count: records.length },
  puts: records.map(restoreRecord),
});

/**
 * Puts a fetched file into an item that has none of its own, and its minutes and a picture out of it where
 * the item has none.
 * An item that is gone, or has a file already, is left as it is.
 */
export const attachMedia = (
  item: Courseware | undefined,
  media: MediaFile,
  minutes: Minutes | null | undefined,
  cover?: MediaFile | null,
): Changes => {
  if (item === undefined || item.media != null) {
    return { label: { type: "edit-courseware" }, puts: [] };
  }
  const record = { id: item.id, kind: "courseware" };
  const { seconds, ...file } = media;
  const puts: FieldPut[] = [
    put(record, "media", seconds === undefined ? file : { ...file, seconds }),
  ];
  if (minutes != null && (item.minutes ?? 0) === 0) puts.push(put(record, "minutes", minutes));
  if (cover != null && item.cover == null) {
    const { hash, size, mime, name } = cover;
    puts.push(put(record, "cover", { hash, size, mime, name }));
  }
  return { label: { type: "edit-courseware", name: item.title }, puts };
};
