import type { Courseware } from "@dianbo/shared/courseware";
import { recordIdSchema } from "@dianbo/shared/identity";
import { isOrderKey, type SetMenu, type SetMenuEntry } from "@dianbo/shared/set-menu";
import * as v from "valibot";
import { expect, test } from "vitest";
import { addAllToMenu, countTags, numbersOnMove, reviewAll, tagAll } from "./bulk-acts.ts";

const id = (text: string) => v.parse(recordIdSchema, text.padEnd(24, "0"));
const item = (name: string, fields: Partial<Courseware> = {}): Courseware => ({
  id: id(name),
  title: name,
  kind: "video",
  life: "alive",
  pending: [],
  ...fields,
});
const menu: SetMenu = { id: id("menu"), name: "春耕备耕餐", life: "alive" };
let made = 0;
const tools = { newId: () => `new${String(made++).padStart(21, "0")}`, random: () => 0.5 };

test("several items go to the end of a menu in the order they were ticked", () => {
  const entries: SetMenuEntry[] = [{ id: id("first"), menu: menu.id, order: "a0", life: "alive" }];
  const { label, puts } = addAllToMenu(menu, entries, [item("x"), item("y"), item("z")], tools);
  const written = (field: string) =>
    puts.filter((put) => put.field === field).map((put) => put.values.at(-1)?.value);
  expect(label).toMatchObject({ type: "add-to-menu", count: 3 });
  expect(written("item")).toEqual([id("x"), id("y"), id("z")]);
  const orders = ["a0", ...written("order").map(String)];
  expect(orders.every(isOrderKey)).toBe(true);
  expect([...orders].sort()).toEqual(orders);
});

test("several items go into a menu whose order came malformed from elsewhere", () => {
  const entries: SetMenuEntry[] = [
    { id: id("broken"), menu: menu.id, order: "??", item: id("w"), life: "alive" },
  ];
  const { puts } = addAllToMenu(menu, entries, [item("x"), item("y")], tools);
  const last = new Map(
    puts.filter(({ field }) => field === "order").map((put) => [put.id, put.values.at(-1)?.value]),
  );
  const orders = [...last.values()].map(String);
  expect(last.size).toBe(3);
  expect(orders.every(isOrderKey)).toBe(true);
  expect(new Set(orders).size).toBe(3);
});

test("a tag is written only where it changes something", () => {
  const items = [item("x", { tags: ["春耕"] }), item("y")];
  expect(tagAll(items, "春耕", "add").puts.map(({ id: of }) => of)).toEqual([id("y")]);
  expect(tagAll(items, "春耕", "remove").puts.map(({ values }) => values[0]?.value)).toEqual([[]]);
  expect(countTags([...items, item("z", { tags: ["春耕", "防汛"] })])).toEqual([
    ["春耕", 2],
    ["防汛", 1],
  ]);
});

test("reviewed is written only where it changes something", () => {
  const items = [item("x", { reviewed: true }), item("y")];
  expect(reviewAll(items, true).puts.map(({ id: of }) => of)).toEqual([id("y")]);
  expect(reviewAll(items, false).puts.map(({ id: of }) => of)).toEqual([id("x")]);
});

test("numbers that were printed or played stay when the category changes", () => {
  const items = [item("x", { number: 1001, spoken: true }), item("y", { number: 1002 }), item("z")];
  expect(numbersOnMove(items)).toEqual({ kept: 1, changed: 2 });
});
