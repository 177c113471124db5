import type { Changes, FieldPut } from "../changes/index.ts";
import type { Courseware, CoursewareFields } from "../courseware/index.ts";
import type { NewId, RecordId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { addCourseware, withPuts } from "./file-courseware.ts";
import { type NumberBook, type ShelfFull, takenNumbers } from "./numbering.ts";
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

/**
 * Adds several items in one act. Numbers that the paper already has go first, on whichever shelf they
 * stand, and count as spoken: people know them. The others get their shelf's next, each seeing those
 * given before it.
 */
export const addManyCourseware = (
  drafts: readonly CoursewareDraft[],
  book: NumberBook,
  newId: NewId,
): Result<Changes, ShelfFull | NumberTaken> => {
  let known = book;
  const added = new Map<RecordId, readonly FieldPut[]>();
  const add = (draft: CoursewareDraft, fields: CoursewareFields): Result<null, ShelfFull> => {
    const one = addCourseware(draft.id, fields, known, newId);
    if (!one.ok) return one;
    added.set(draft.id, one.value.puts);
    known = withPuts(known, one.value.puts, asItem(draft));
    return ok(null);
  };
  for (const draft of drafts) {
    const { written } = draft;
    if (written === undefined) continue;
    if (!isNumberFree(written, known.items)) return err({ type: "number-taken", number: written });
    const kept = add(draft, {
      ...draft.fields,
      number: written,
      spoken: true,
      spokenAs: [written],
    });
    if (!kept.ok) return kept;
  }
  for (const draft of drafts) {
    if (draft.written !== undefined) continue;
    const kept = add(draft, draft.fields);
    if (!kept.ok) return kept;
  }
  const [only] = drafts;
  return ok({
    label: {
      type: "add-courseware",
      count: drafts.length,
      ...(drafts.length === 1 && only !== undefined ? { name: only.fields.title } : {}),
    },
    puts: drafts.flatMap(({ id }) => added.get(id) ?? []),
  });
};
