import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { items } from "../../testing/book.ts";
import { commitOn, countingIds, newPc, siteNamed } from "../../testing/pc.ts";
import { fixedClock, minutesOfSeconds } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { deviceIdSchema } from "../identity/index.ts";
import { changesSinceEdition, countChanges } from "./edition-changes.ts";
import { type EditionMenu, noteSupplement, readEditionContent } from "./edition-rows.ts";
import { printEdition } from "./print-edition.ts";

const site = siteNamed("site");
const now = fixedClock(Date.UTC(2026, 10, 24)).now();
const minutes = (count: number) => minutesOfSeconds(count * 60);

/** Prints a book of these items, and gives back what its record says stood in it. */
const printed = (all: readonly Courseware[], menus: readonly EditionMenu[] = [], blanks = 0) => {
  const newId = countingIds("edition");
  const pc = newPc(site, newId, now);
  const device = v.parse(deviceIdSchema, newId());
  const edition = printEdition(
    { items: all, leases: [], device },
    { number: 1, month: "2026-11", at: now, menus },
    { 1: 0, 2: 0, 3: 0, 4: 0, 5: blanks },
    newId,
  );
  if (!edition.ok) throw new Error(edition.error.type);
  const done = commitOn(pc, edition.value.puts);
  const record = done.states.find(({ kind }) => kind === "edition");
  if (record === undefined) throw new Error("no edition");
  const content = readEditionContent(record, site);
  if (content === undefined) throw new Error("no rows");
  return { pc, record, content };
};

const [a, b, c] = items(5, 3);
if (a === undefined || b === undefined || c === undefined) throw new Error("three items");

describe("what has changed since an edition", () => {
  test("nothing, where nothing was done; an edition of nothing keeps no rows", () => {
    expect(countChanges(changesSinceEdition(printed([a, b]).content, [a, b], []))).toBe(0);
    expect(printed([]).content.rows).toEqual([]);
    expect(changesSinceEdition(printed([]).content, [a], []).added).toMatchObject([
      { number: 5001, hasBlank: false },
    ]);
  });

  test("new, renamed, with other minutes, gone: each once, with what it was", () => {
    const { content } = printed([a, b, c]);
    const fresh = items(5, 4)[3];
    if (fresh === undefined) throw new Error("a fourth");
    const changes = changesSinceEdition(
      content,
      [
        { ...a, title: "新名字", minutes: minutes(30) },
        { ...b, life: "deleted" },
        c,
        { ...fresh, title: "新来的" },
      ],
      [],
    );
    expect(changes.added.map(({ number, title }) => [number, title])).toEqual([[5004, "新来的"]]);
    expect(changes.changed).toMatchObject([
      { now: { title: "新名字", minutes: 30 }, was: { title: a.title, minutes: 0 } },
    ]);
    expect(changes.gone.map(({ number }) => number)).toEqual([5002]);
    expect(countChanges(changes)).toBe(3);
  });

  test("a new item knows whether the edition has a blank row for it", () => {
    const { content } = printed([a], [], 2);
    expect([...content.blanks]).toEqual([5002, 5003]);
    const changes = changesSinceEdition(content, items(5, 4), []);
    expect(changes.added.map(({ number, hasBlank }) => [number, hasBlank])).toEqual([
      [5001, false],
      [5002, true],
      [5003, true],
      [5004, false],
    ]);
  });

  test("set menus are compared too, and supplements are counted", () => {
    const menu: EditionMenu = { id: a.id, number: 8, name: "银发数字餐", minutes: 64 };
    const { pc, record, content } = printed([a], [menu]);
    const { menus } = changesSinceEdition(content, [a], [{ ...menu, minutes: 60 }]);
    expect(menus.changed).toMatchObject([{ now: { minutes: 60 }, was: { minutes: 64 } }]);
    const [state] = commitOn(pc, noteSupplement(record, content, now)).states;
    expect(state === undefined ? [] : readEditionContent(state, site)?.supplements).toEqual([now]);
  });

  test("an edition of an older version has no rows to compare", () => {
    const newId = countingIds("old");
    const pc = newPc(site, newId, now);
    const { record } = printed([a]);
    const { rows: _, ...fields } = record.fields;
    expect(readEditionContent({ ...record, fields }, site)).toBeUndefined();
    expect(pc.records.size).toBe(0);
  });

  test("property: whoever applies the changes to the printed book has the book as it is now", () => {
    const pick = fc.subarray([...items(1, 12)]);
    fc.assert(
      fc.property(
        pick,
        pick,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (was, is, renamed) => {
          const books = is.map((item, at) =>
            renamed[at] === true ? { ...item, title: `${item.title}！` } : item,
          );
          const changes = changesSinceEdition(printed(was).content, books, []);
          const book = new Map(was.map(({ id, title }) => [id, title]));
          for (const { id } of changes.gone) book.delete(id);
          for (const { now: row } of changes.changed) book.set(row.id, row.title);
          for (const { id, title } of changes.added) book.set(id, title);
          expect([...book].sort()).toEqual(books.map(({ id, title }) => [id, title]).sort());
        },
      ),
    );
  });
});
