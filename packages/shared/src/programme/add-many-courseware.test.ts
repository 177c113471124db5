import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { countingIds, siteNamed } from "../../testing/pc.ts";
import { CATEGORIES, type Category } from "../category/index.ts";
import { commitChanges } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { type Courseware, readCourseware } from "../courseware/index.ts";
import { newDeviceId, newRecordId, newWriterId } from "../identity/index.ts";
import { addManyCourseware, type CoursewareDraft } from "./add-many-courseware.ts";
import { fileCourseware } from "./file-courseware.ts";
import type { NumberBook } from "./numbering.ts";
import { parseProgrammeNumber } from "./programme-number.ts";

const newId = countingIds("id");
const site = siteNamed("site");
const device = newDeviceId(newId);
const writer = newWriterId(device, newId);
const empty: NumberBook = { items: [], leases: [], device };

const draft = (category: Category | undefined, written?: number): CoursewareDraft => ({
  id: newRecordId(newId),
  fields: { title: "t", kind: "video", category: category ?? null },
  written: parseProgrammeNumber(written),
});

const added = (drafts: readonly CoursewareDraft[], book = empty): readonly Courseware[] => {
  const changes = addManyCourseware(drafts, book, newId);
  if (!changes.ok) throw new Error(changes.error.type);
  const { states } = commitChanges(() => undefined, changes.value, {
    site,
    writer,
    post: undefined,
    counter: 1,
    stamp: { millis: fixedClock(0).now(), tick: 0 },
  });
  return drafts.map(({ id }) => {
    const state = states.find((one) => one.id === id);
    const item = state === undefined ? undefined : readCourseware(state, site);
    if (item?.ok !== true) throw new Error("not added");
    return item.value;
  });
};
const numbers = (items: readonly Courseware[]): readonly unknown[] =>
  items.map(({ number }) => number ?? undefined);

describe("adding many at once", () => {
  test("each gets its shelf's next number, in the order of the rows; no category, no number", () => {
    expect(numbers(added([draft(1), draft(1), draft(3), draft(undefined), draft(1)]))).toEqual([
      1001,
      1002,
      3001,
      undefined,
      1003,
    ]);
  });

  test("a number on paper is taken over, other rows go round it wherever it stands", () => {
    expect(numbers(added([draft(1), draft(1, 1001), draft(4, 1002)]))).toEqual([1003, 1001, 1002]);
  });

  test("a number on paper counts as spoken: it stays when the item is filed elsewhere", () => {
    const [item] = added([draft(4, 1014)]);
    if (item === undefined) throw new Error("not added");
    expect([item.spoken, item.spokenNumbers]).toEqual([true, [1014]]);
    const filed = fileCourseware([item], 2, { ...empty, items: [item] }, newId);
    expect(filed.ok && filed.value.puts.map(({ field }) => field)).toEqual(["category"]);
  });

  test("refuses the whole act when a number is another's or stands twice", () => {
    const items = added([draft(1, 1014)]);
    expect(addManyCourseware([draft(2), draft(1, 1014)], { ...empty, items }, newId)).toEqual({
      ok: false,
      error: { type: "number-taken", number: 1014 },
    });
    expect(addManyCourseware([draft(1, 1014), draft(1, 1014)], empty, newId)).toMatchObject({
      ok: false,
    });
  });

  test("property: no number twice, own ones as written, the rest on their shelf", () => {
    const row = fc.record({
      category: fc.constantFrom(...CATEGORIES),
      written: fc.option(fc.integer({ min: 1001, max: 1020 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { maxLength: 30, selector: ({ written }) => written ?? {} }),
        (rows) => {
          const items = added(rows.map(({ category, written }) => draft(category, written)));
          const given = items.map(({ number }) => v.parse(v.number(), number));
          expect(new Set(given).size).toBe(rows.length);
          rows.forEach(({ category, written }, index) => {
            const number = given[index];
            if (written === undefined) expect(String(number).charAt(0)).toBe(String(category));
            else expect(number).toBe(written);
          });
        },
      ),
    );
  });
});
