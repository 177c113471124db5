import { describe, expect, test } from "vitest";
import {
  commitOn,
  countingIds,
  newPc,
  type Pc,
  plainId,
  pull,
  siteNamed,
} from "../../testing/pc.ts";
import { create, deleteRecord, put } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { newRecordId } from "../identity/index.ts";
import { importRecord } from "./import-list.ts";
import { bothValues, settleValue, waitingPairs } from "./waiting.ts";

const site = siteNamed("ours");
const id = newRecordId(() => plainId("film"));
const item = { id, kind: "courseware" };

const pairOfPcs = (): readonly [Pc, Pc] => {
  const newId = countingIds("id");
  const now = fixedClock(1_790_000_000_000).now();
  const [a, b] = [newPc(site, newId, now), newPc(site, newId, now)];
  commitOn(
    a,
    create(item, { title: "党旗", note: "前 5 分钟是广告", tags: ["党史"], number: 1001 }),
  );
  pull(b, a);
  return [a, b];
};

const waitingOf = (pc: Pc) => waitingPairs(pc.records.values(), site);

describe("what waits", () => {
  test("nothing, where one saw the other", () => {
    const [a, b] = pairOfPcs();
    commitOn(b, [put(item, "title", "一面党旗")]);
    pull(a, b);
    expect(waitingOf(a)).toEqual([]);
  });

  test("own pairs first, then what came from outside; and settling one travels", () => {
    const [a, b] = pairOfPcs();
    commitOn(a, [put(item, "note", "从 5:10 开始放"), put(item, "tags", ["党史", "微党课"])]);
    commitOn(b, [put(item, "note", "可以跳过"), put(item, "tags", ["党史", "党旗"])]);
    const village = newPc(
      siteNamed("village"),
      countingIds("far"),
      fixedClock(1_800_000_000_000).now(),
    );
    commitOn(village, create(item, { title: "别的片名" }));
    const record = a.records.get(id);
    const foreign = village.records.get(id);
    if (record === undefined || foreign === undefined) throw new Error("nothing was written");
    a.records.set(id, importRecord(record, foreign, site).after);
    pull(a, b);
    const waiting = waitingOf(a);
    expect(waiting.map((one) => [one.from, one.type === "value" && one.field])).toEqual([
      ["own-site", "note"],
      ["own-site", "tags"],
      ["outside", "title"],
    ]);
    const [note, tags, title] = waiting;
    const both = tags?.type === "value" ? JSON.stringify(tags.both) : "";
    for (const tag of ["党史", "党旗", "微党课"]) expect(both.split(tag)).toHaveLength(2);
    expect(title?.type === "value" && title.both).toBe(undefined);
    if (note?.type !== "value" || note.both === undefined) throw new Error("no note waits");
    commitOn(a, [settleValue(note, note.both)]);
    pull(b, a);
    expect(waitingOf(b).some((one) => one.type === "value" && one.field === "note")).toBe(false);
    expect(b.records.get(id)?.fields["note"]?.map(({ value }) => value)).toEqual([note.both]);
  });

  test("one deleted, the other changed: both are there to choose from", () => {
    const [a, b] = pairOfPcs();
    const held = a.records.get(id);
    if (held === undefined) throw new Error("nothing was written");
    commitOn(a, [deleteRecord(held)]);
    expect(waitingOf(a)).toEqual([]);
    commitOn(b, [put(item, "title", "改过的")]);
    pull(a, b);
    const [one] = waitingOf(a);
    expect(one?.type).toBe("deleted");
    expect(one?.type === "deleted" && one.edit.value).toBe("改过的");
  });

  test("numbers go by their own law", () => {
    const [a, b] = pairOfPcs();
    commitOn(a, [put(item, "number", 1002)]);
    commitOn(b, [put(item, "number", 1003)]);
    pull(a, b);
    expect(waitingOf(a).map(({ type }) => type)).toEqual(["numbers"]);
  });
});

test("both in one: lists joined, notes line after line, other things not", () => {
  expect(bothValues("tags", [["a"], ["b", "a"]])).toEqual(["a", "b"]);
  expect(bothValues("note", ["一\n二", "二\n三"])).toBe("一\n二\n三");
  expect(bothValues("title", ["一", "二"])).toBe(undefined);
  expect(bothValues("note", ["一", null])).toBe(undefined);
  expect(bothValues("tags", [])).toBe(undefined);
});
