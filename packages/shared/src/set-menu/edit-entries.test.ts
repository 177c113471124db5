import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { minutesSchema } from "../clock/index.ts";
import { recordIdSchema } from "../identity/index.ts";
import { duplicateSetMenu, editActivity } from "./edit-entries.ts";
import type { SetMenu, SetMenuEntry } from "./set-menu.ts";

let minted = 0;
const newId = (): string => {
  minted += 1;
  return `test-id-${String(minted).padStart(12, "0")}`;
};
const id = () => v.parse(recordIdSchema, newId());
const minutes = (value: number) => v.parse(minutesSchema, value);

const menu: SetMenu = {
  id: id(),
  life: "alive",
  name: "银发数字餐",
  number: 8,
  audience: "老年人",
  sample: true,
};
const item = id();
const entries: readonly SetMenuEntry[] = [
  {
    id: id(),
    life: "alive",
    menu: menu.id,
    order: "a1",
    activity: { name: "讨论", minutes: minutes(30) },
  },
  { id: id(), life: "alive", menu: menu.id, order: "a0", item },
  { id: id(), life: "deleted", menu: menu.id, order: "a2", item },
];

describe("editing a menu's entries", () => {
  it("copies a menu with its entries in order under the next free number, as no sample", () => {
    const made = duplicateSetMenu(menu, "银发数字餐（二）", [menu], entries, {
      newId,
      random: () => 0.5,
    });
    const valuesOf = (field: string) =>
      made.changes.puts.filter((one) => one.field === field).map((one) => one.values[0]?.value);
    expect(valuesOf("number")).toEqual([1]);
    expect(valuesOf("name")).toEqual(["银发数字餐（二）"]);
    expect(valuesOf("sample")).toEqual([]);
    expect(valuesOf("menu")).toEqual([made.id, made.id]);
    const [first, second] = valuesOf("order");
    expect(String(first) < String(second)).toBe(true);
    expect(
      made.changes.puts.filter(({ kind }) => kind === "set-menu-entry").map(({ field }) => field),
    ).toEqual(["menu", "order", "item", "menu", "order", "activity"]);
  });

  it("writes an activity whole", () => {
    const changes = editActivity(menu, item, { name: "讨论", minutes: minutes(20) });
    expect(changes.puts).toMatchObject([
      { id: item, field: "activity", values: [{ value: { name: "讨论", minutes: 20 } }] },
    ]);
  });
});
