import type { Category } from "../category/index.ts";
import type { Changes, FieldPut } from "../changes/index.ts";
import type { Courseware, CoursewareFields } from "../courseware/index.ts";
import type { NewId, RecordId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { addCourseware } from "./file-courseware.ts";
import {
  type NextNumber,
  type NumberBook,
  numbersAhead,
  type ShelfFull,
  takenNumbers,
} from "./numbering.ts";
import type { ProgrammeNumber } from "./programme-number.ts";

/** An item that is to be added by hand. */
export interface CoursewareDraft {
  readonly id: RecordId;
  readonly fields: CoursewareFields;
  /** The number under which the site's own paper already has it (「本子上已写了」); taken over as it is. */
  readonly written?: ProgrammeNumber | undefined;
}

/** A number that is said to be on the paper belongs to another item, or was given twice in one act. */
export interface NumberTaken {
  readonly type: "number-taken";
  readonly number: ProgrammeNumber;
}

/** Whether a number may be taken over from paper: no item has it, had it or was told under it. */
export const isNumberFree = (number: ProgrammeNumber, items: readonly Courseware[]): boolean =>
  !takenNumbers(items).has(number);

const asItem = ({ id, fields }: CoursewareDraft): Courseware => ({
  ...fields,
  id,
  life: "alive",
  pending: [],
});

/** The drafts with their numbers on paper in place, or the number that cannot be taken over. */
const withWritten = (
  drafts: readonly CoursewareDraft[],
  items: readonly Courseware[],
): Result<readonly CoursewareDraft[], NumberTaken> => {
  const taken = new Set(takenNumbers(items));
  const placed: CoursewareDraft[] = [];
  for (const { id, fields, written } of drafts) {
    if (written === undefined) {
      placed.push({ id, fields });
      continue;
    }
    if (taken.has(written)) return err({ type: "number-taken", number: written });
    taken.add(written);
    placed.push({ id, fields: { ...fields, number: written, spoken: true, spokenAs: [written] } });
  }
  return ok(placed);
};

/** For each shelf its next numbers, as many as the drafts want, looked up once. */
const nextByShelf = (
  drafts: readonly CoursewareDraft[],
  book: NumberBook,
  newId: NewId,
): ReadonlyMap<Category, NextNumber> => {
  const wanting = new Map<Category, number>();
  const numbered: Courseware[] = [];
  for (const draft of drafts) {
    const { category, number } = draft.fields;
    if (number != null) numbered.push(asItem(draft));
    else if (category != null) wanting.set(category, (wanting.get(category) ?? 0) + 1);
  }
  const known = { ...book, items: [...book.items, ...numbered] };
  return new Map(
    [...wanting].map(([category, count]) => [
      category,
      numbersAhead(known, category, count, newId),
    ]),
  );
};

/**
 * Adds several items in one act. Numbers that the paper already has go first, on whichever shelf they
 * stand, and count as spoken: people know them. The others get their shelf's next, in their order.
 */
export const addManyCourseware = (
  drafts: readonly CoursewareDraft[],
  book: NumberBook,
  newId: NewId,
): Result<Changes, ShelfFull | NumberTaken> => {
  const placed = withWritten(drafts, book.items);
  if (!placed.ok) return placed;
  const next = nextByShelf(placed.value, book, newId);
  const puts: FieldPut[] = [];
  for (const { id, fields } of placed.value) {
    const ahead = fields.category == null ? undefined : next.get(fields.category);
    const one = addCourseware(id, fields, book, newId, ahead);
    if (!one.ok) return one;
    puts.push(...one.value.puts);
  }
  const [only] = drafts;
  return ok({
    label: {
      type: "add-courseware",
      count: drafts.length,
      ...(drafts.length === 1 && only !== undefined ? { name: only.fields.title } : {}),
    },
    puts,
  });
};
