import { type Changes, commitChanges, create, put, type RecordState } from "@dianbo/shared/changes";
import { instantSchema } from "@dianbo/shared/clock";
import {
  deviceOf,
  type Post,
  postSchema,
  recordIdSchema,
  siteIdSchema,
  type WriterId,
  writerIdSchema,
} from "@dianbo/shared/identity";
import { deleteCourseware, restoreCourseware } from "@dianbo/shared/programme";
import * as v from "valibot";
import { beforeEach, expect, test } from "vitest";
import type { KeptAct } from "../../storage/act-log.ts";
import { historyOf } from "./item-history.ts";

const site = v.parse(siteIdSchema, "site".padEnd(24, "0"));
const here = v.parse(writerIdSchema, `${"pc-a".padEnd(24, "0")}~${"run1".padEnd(24, "0")}`);
const there = v.parse(writerIdSchema, `${"pc-b".padEnd(24, "0")}~${"run1".padEnd(24, "0")}`);
const item = { id: v.parse(recordIdSchema, "item".padEnd(24, "0")), kind: "courseware" };
const A = v.parse(postSchema, "A");
const B = v.parse(postSchema, "B");

let record: RecordState | undefined;
let acts: KeptAct[];
let now: number;
let counter: number;

const act = (changes: Changes, post: Post = A, writer: WriterId = here): void => {
  now += 60_000;
  const at = v.parse(instantSchema, now);
  const done = commitChanges(() => record, changes, {
    site,
    writer,
    post,
    counter,
    stamp: { millis: at, tick: 0 },
  });
  counter = done.nextCounter;
  record = done.states[0];
  if (writer === here) acts.unshift({ at, back: done.inverse.puts });
};
const edit = (field: string, value: string | number): Changes => ({
  label: { type: "edit-courseware" },
  puts: [put(item, field, value)],
});
const held = (): RecordState => {
  if (record === undefined) throw new Error("no record");
  return record;
};
const history = () => historyOf(held(), acts, { site, device: deviceOf(here) });

beforeEach(() => {
  record = undefined;
  acts = [];
  now = 1_764_000_000_000;
  counter = 1;
  act({
    label: { type: "add-courseware" },
    puts: [...create(item, { title: "党旗", kind: "video", minutes: 10 })],
  });
});

test("tells who changed what, from what to what, newest first", () => {
  act(edit("minutes", 12));
  act(edit("minutes", 15), B);
  act(edit("title", "一面党旗"));
  expect(history()).toMatchObject([
    { post: "A", by: "here", changes: [{ field: "title", from: "党旗", to: "一面党旗" }] },
    { post: "B", changes: [{ field: "minutes", from: 12, to: 15 }] },
    { post: undefined, changes: [{ field: "minutes", from: 10, to: 12 }] },
    { what: "added", post: "A", changes: [{ field: "kind", to: "video" }] },
  ]);
});

test("tells deleting and bringing back", () => {
  act(deleteCourseware([held()]));
  act(restoreCourseware([held()]));
  expect(history().map(({ what }) => what)).toEqual(["restored", "deleted", "added"]);
});

test("claims nothing about what another PC replaced", () => {
  act(edit("minutes", 12));
  act(edit("minutes", 40), B, there);
  const [newest, before] = history();
  expect(newest).toMatchObject({ by: "other-pc", post: "B", changes: [{ to: 40 }] });
  expect(newest?.changes[0]?.from).toBeUndefined();
  expect(before).toMatchObject({ by: "here", changes: [{ field: "minutes", from: 10 }] });
  expect(before?.changes[0]?.to).toBeUndefined();
});

test("without the undo log the last write of each field is still told", () => {
  act(edit("minutes", 12), B);
  acts = [];
  expect(history()).toMatchObject([
    { what: "changed", post: "B", changes: [{ field: "minutes", to: 12 }] },
    { what: "changed", post: "A", changes: [{ field: "title" }, { field: "kind" }] },
  ]);
});
