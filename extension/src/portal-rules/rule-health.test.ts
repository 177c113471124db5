import { instantSchema } from "@dianbo/shared/clock";
import * as v from "valibot";
import { expect, it } from "vitest";
import { afterReading, type Reading, type RuleHealth, troubleOf } from "./rule-health.ts";

const day = (date: number) => v.parse(instantSchema, Date.UTC(2026, 10, date, 3));
const article = (path: string, missed: Reading["missed"]): Reading => ({
  rule: "qinghe",
  version: 1,
  url: `http://www.qinghe.gov.cn/${path}`,
  kind: "article",
  missed,
  looked: ["address", "title", "body"],
});
const after = (...readings: readonly (readonly [number, Reading])[]): RuleHealth => {
  let health: RuleHealth | undefined;
  for (const [date, reading] of readings) health = afterReading(health, reading, day(date));
  if (health === undefined) throw new Error("nothing was read");
  return health;
};

it("says since when, from the first page that missed", () => {
  const health = after(
    [18, article("1", [])],
    [20, article("2", ["title"])],
    [24, article("3", ["title"])],
  );
  expect(troubleOf(health)).toEqual({ rule: "qinghe", since: day(20), missing: ["title"] });
  expect(health.kinds).toEqual({ article: { hits: 1, misses: 2 } });
});

it("one odd page, or the same page read again, is no trouble", () => {
  expect(troubleOf(after([20, article("2", ["title"])]))).toBeUndefined();
  expect(
    troubleOf(after([20, article("2", ["title"])], [24, article("2", ["title"])])),
  ).toBeUndefined();
});

it("a page that matches ends it, a film does not prove the text", () => {
  const missed = [
    [20, article("2", ["body"])],
    [21, article("3", ["body"])],
  ] as const;
  expect(troubleOf(after(...missed, [22, article("4", [])]))).toBeUndefined();
  const film: Reading = {
    ...article("5", []),
    kind: "video",
    looked: ["address", "title", "media"],
  };
  expect(troubleOf(after(...missed, [22, film]))?.missing).toEqual(["body"]);
});

it("a new version begins anew", () => {
  const missed = [
    [20, article("2", ["title"])],
    [21, article("3", ["title"])],
  ] as const;
  const mended: Reading = { ...article("4", ["title"]), version: 2 };
  expect(troubleOf(after(...missed, [22, mended]))).toBeUndefined();
});

it("addresses that no pattern knows take three pages", () => {
  const unknown = (path: string): Reading => ({ ...article(path, ["address"]), looked: [] });
  expect(troubleOf(after([1, unknown("a")], [2, unknown("b")]))).toBeUndefined();
  const three = after([1, unknown("a")], [2, unknown("b")], [3, unknown("c")]);
  expect(troubleOf(three)).toEqual({ rule: "qinghe", since: day(1), missing: ["address"] });
});
