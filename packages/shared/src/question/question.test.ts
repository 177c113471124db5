import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { commitOn, countingIds, newPc, plainId, pull, siteNamed } from "../../testing/pc.ts";
import { put } from "../changes/index.ts";
import { civilDateSchema, fixedClock } from "../clock/index.ts";
import { newRecordId } from "../identity/index.ts";
import { planImport } from "../merge/index.ts";
import {
  answerQuestion,
  askQuestions,
  questionsBefore,
  readQuestions,
  readTypedQuestions,
  removeQuestion,
  waitingQuestions,
} from "./index.ts";

const site = siteNamed("site");
const day = (text: string) => v.parse(civilDateSchema, text);
const showing = newRecordId(() => plainId("showing"));
const later = newRecordId(() => plainId("later"));
const pc = (name: string) =>
  newPc(site, countingIds(name), fixedClock(Date.UTC(2026, 10, 24)).now());

test("what two posts wrote down both waits, an answer settles it, and nothing travels to other sites", () => {
  const [a, b] = [pc("a"), pc("b")];
  const asked = { on: day("2026-11-20"), showing };
  commitOn(a, askQuestions(["白菜烂心怎么办？", "补贴几号发？"], asked, countingIds("qa")).puts);
  commitOn(b, askQuestions(["补贴几号发？"], asked, countingIds("qb")).puts);
  pull(a, b);
  const book = () => readQuestions(a.records.values(), site).questions;
  expect(book()).toHaveLength(3);
  const [first] = book();
  if (first === undefined) throw new Error("nothing asked");
  const answer = { on: day("2026-11-27"), how: "  先排水，再打药。 " };
  commitOn(a, answerQuestion(first, answer).puts);
  expect(waitingQuestions(book())).toHaveLength(2);
  expect(book()[0]?.answered).toEqual({ on: "2026-11-27", how: "先排水，再打药。" });
  commitOn(a, answerQuestion(first, null).puts);
  expect(waitingQuestions(book())).toHaveLength(3);
  const record = a.records.get(first.id);
  if (record === undefined) throw new Error("no record");
  commitOn(a, removeQuestion(first, record).puts);
  expect(book()).toHaveLength(2);
  expect(planImport(() => undefined, [...a.records.values()], siteNamed("county"))).toEqual([]);
});

test("a showing answers what was asked before it, never what was asked at it", () => {
  const one = pc("one");
  const newId = countingIds("q");
  commitOn(one, askQuestions(["先问的"], { on: day("2026-11-20"), showing }, newId).puts);
  commitOn(
    one,
    askQuestions(["同一天问的"], { on: day("2026-11-27"), showing: later }, newId).puts,
  );
  commitOn(
    one,
    askQuestions(["后来问的"], { on: day("2026-11-30"), showing: undefined }, newId).puts,
  );
  const { questions } = readQuestions(one.records.values(), site);
  const texts = (on: string, at: typeof showing | undefined) =>
    questionsBefore(questions, day(on), at).map(({ text }) => text);
  expect(texts("2026-11-27", later)).toEqual(["先问的"]);
  expect(texts("2026-11-27", undefined)).toEqual(["先问的", "同一天问的"]);
  expect(texts("2026-11-19", undefined)).toEqual([]);
});

test("a row that no longer reads is told, and hides no other", () => {
  const one = pc("one");
  commitOn(
    one,
    askQuestions(["好的", "坏的"], { on: day("2026-11-20"), showing }, countingIds("q")).puts,
  );
  const bad = readQuestions(one.records.values(), site).questions[1];
  if (bad === undefined) throw new Error("nothing asked");
  commitOn(one, [put({ id: bad.id, kind: "question" }, "question", 7)]);
  const { questions, damaged } = readQuestions(one.records.values(), site);
  expect(questions.map(({ text }) => text)).toEqual(["好的"]);
  expect(damaged).toHaveLength(1);
});

test("slips are typed one a line: numbering goes, the same twice is one, too long is told", () => {
  expect(
    readTypedQuestions("1. 白菜烂心怎么办？\r\n\n2、补贴几号发？\n（3）补贴几号发？").questions,
  ).toEqual(["白菜烂心怎么办？", "补贴几号发？"]);
  expect(readTypedQuestions("3.5 亩地怎么算").questions).toEqual(["3.5 亩地怎么算"]);
  expect(readTypedQuestions(`${"长".repeat(301)}\n短`)).toEqual({
    questions: ["短"],
    tooLong: ["长".repeat(301)],
  });
  expect(readTypedQuestions("𠮷".repeat(300)).questions).toHaveLength(1);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      for (const text of readTypedQuestions(typed).questions) {
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/[\n\r]/u);
        expect(readTypedQuestions(text).questions).toEqual([text]);
      }
    }),
  );
});
