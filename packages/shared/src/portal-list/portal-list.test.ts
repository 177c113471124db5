import * as v from "valibot";
import { expect, it } from "vitest";
import { type Changes, commitChanges, type RecordState } from "../changes/index.ts";
import { instantSchema } from "../clock/index.ts";
import { type RecordId, siteIdSchema, writerIdSchema } from "../identity/index.ts";
import {
  addColumn,
  addPortals,
  columnsOf,
  editPortal,
  isWithinHost,
  lastYields,
  moveColumn,
  movePortal,
  type Portal,
  type PortalColumn,
  portalsInOrder,
  readAddress,
  readPortal,
  readPortalColumn,
  removePortal,
} from "./index.ts";

const site = v.parse(siteIdSchema, "s".repeat(24));
const at = (millis: number) => v.parse(instantSchema, millis);

/** A library of nothing but portals, written as the one writer does. */
const openList = () => {
  const records = new Map<RecordId, RecordState>();
  let counter = 1;
  let ids = 0;
  const read = <T>(kind: string, reader: (record: RecordState) => { ok: boolean; value?: T }) =>
    [...records.values()].flatMap((record) => {
      const found = record.kind === kind ? reader(record) : undefined;
      return found?.ok === true && found.value !== undefined ? [found.value] : [];
    });
  const portals = (): Portal[] => read("portal", (record) => readPortal(record, site));
  const columns = (): PortalColumn[] =>
    read("portal-column", (record) => readPortalColumn(record, site));
  return {
    portals,
    columns,
    recordOf: (id: RecordId) => records.get(id),
    tools: {
      newId: () => {
        ids += 1;
        return `${"x".repeat(20)}${String(ids).padStart(4, "0")}`;
      },
      random: () => 0.3,
    },
    apply: (changes: Changes): Changes => {
      const done = commitChanges((id) => records.get(id), changes, {
        site,
        writer: v.parse(writerIdSchema, `${"d".repeat(24)}~${"r".repeat(24)}`),
        post: "A",
        counter,
        stamp: { millis: at(1_790_000_000_000), tick: counter },
      });
      counter = done.nextCounter;
      for (const state of done.states) records.set(state.id, state);
      return done.inverse;
    },
    names: () => portalsInOrder(portals()).map(({ name }) => name),
  };
};

const FOUR = ["甲", "乙", "丙", "丁"].map((name, index) => ({
  name,
  home: `http://www.${index}.gov.cn/`,
}));

it("keeps portals in the order in which they were added, each home once", () => {
  const list = openList();
  list.apply(addPortals(FOUR, list.portals(), list.tools));
  list.apply(addPortals(FOUR.slice(1, 3), list.portals(), list.tools));
  expect(list.names()).toEqual(["甲", "乙", "丙", "丁"]);
});

it("moves, renames, and takes back", () => {
  const list = openList();
  list.apply(addPortals(FOUR, list.portals(), list.tools));
  const [first] = portalsInOrder(list.portals());
  if (first === undefined) throw new Error("no portal");
  const back = list.apply(movePortal(first, list.portals(), 2, list.tools.random));
  expect(list.names()).toEqual(["乙", "丙", "甲", "丁"]);
  list.apply(back);
  expect(list.names()).toEqual(["甲", "乙", "丙", "丁"]);
  list.apply(editPortal(first, { name: "戊" }));
  expect(list.names()).toEqual(["戊", "乙", "丙", "丁"]);
});

it("a portal goes with its columns and comes back with them", () => {
  const list = openList();
  list.apply(addPortals(FOUR.slice(0, 1), list.portals(), list.tools));
  const [portal] = list.portals();
  if (portal === undefined) throw new Error("no portal");
  for (const name of ["要闻", "党课"]) {
    const column = { name, url: `${portal.home}${name}/` };
    list.apply(addColumn(portal, column, list.columns(), list.tools));
  }
  const names = () => columnsOf(portal.id, list.columns()).map(({ name }) => name);
  const [, second] = columnsOf(portal.id, list.columns());
  if (second === undefined) throw new Error("no column");
  list.apply(moveColumn(second, list.columns(), 0, list.tools.random));
  expect(names()).toEqual(["党课", "要闻"]);
  const back = list.apply(removePortal(portal, list.columns(), list.recordOf));
  expect([list.names(), names()]).toEqual([[], []]);
  list.apply(back);
  expect([list.names(), names()]).toEqual([["甲"], ["党课", "要闻"]]);
});

it("takes addresses of the web and nothing that runs", () => {
  expect(readAddress(" www.people.com.cn ")).toBe("http://www.people.com.cn/");
  expect(readAddress("https://www.gov.cn/zhengce/")).toBe("https://www.gov.cn/zhengce/");
  expect(readAddress("localhost:4174/a")).toBe("http://localhost:4174/a");
  for (const bad of [
    "",
    "人民网",
    "javascript:alert(1)",
    "file:///C:/",
    "data:text/html,x",
    "党建",
  ])
    expect(readAddress(bad), bad).toBeUndefined();
});

it("counts what the last day brought, by the day of the site", () => {
  const yields = lastYields([
    { host: "a.cn", at: at(Date.UTC(2026, 10, 19, 10)) },
    // Half past midnight in China.
    { host: "a.cn", at: at(Date.UTC(2026, 10, 19, 16, 30)) },
    { host: "a.cn", at: at(Date.UTC(2026, 10, 20, 3)) },
    { host: "a.cn", at: at(Date.UTC(2026, 10, 1, 3)) },
    { host: "b.cn", at: at(Date.UTC(2026, 10, 2, 3)) },
  ]);
  expect(yields.get("a.cn")).toEqual({ day: "2026-11-20", count: 2 });
  expect(yields.get("b.cn")).toEqual({ day: "2026-11-02", count: 1 });
});

it("a wide host holds the narrow ones, not those that only end alike", () => {
  expect(isWithinHost("cpc.people.com.cn", "*.people.com.cn")).toBe(true);
  expect(isWithinHost("people.com.cn", "*.people.com.cn")).toBe(true);
  expect(isWithinHost("notpeople.com.cn", "*.people.com.cn")).toBe(false);
  expect(isWithinHost("*.people.com.cn", "people.com.cn")).toBe(false);
});
