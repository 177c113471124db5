/** A small book for tests of paper: items with numbers, and what the book makes of them. */
import * as v from "valibot";
import { categorySchema } from "../src/category/index.ts";
import type { Courseware } from "../src/courseware/index.ts";
import { deviceIdSchema, recordIdSchema } from "../src/identity/index.ts";
import {
  type Blanks,
  type BookContent,
  bookContent,
  type PrintSize,
} from "../src/programme-book/index.ts";
import type { SetMenu } from "../src/set-menu/index.ts";
import { countingIds } from "./pc.ts";

const newId = countingIds("paper");

/** The device that such books belong to. */
export const onDevice = v.parse(deviceIdSchema, newId());

/** The first so many items of a shelf, all with one title or numbered ones. */
export const items = (digit: number, count: number, title?: string): readonly Courseware[] =>
  Array.from({ length: count }, (_, index) => ({
    id: v.parse(recordIdSchema, newId()),
    life: "alive",
    pending: [],
    title: title ?? `第 ${index + 1} 部`,
    kind: "video",
    category: v.parse(categorySchema, digit),
    number: (index < 999 ? digit * 1000 : digit * 10_000) + index + 1,
  }));

const menus = (count: number): readonly SetMenu[] =>
  Array.from({ length: count }, (_, index) => ({
    id: v.parse(recordIdSchema, newId()),
    life: "alive",
    name: `套餐 ${index + 1}`,
    number: index + 1,
  }));

/** The book of these items. */
export const bookOf = (
  all: readonly Courseware[],
  {
    blanks = 2,
    size = 16,
    menuCount = 0,
  }: { readonly blanks?: Blanks; readonly size?: PrintSize; readonly menuCount?: number },
): BookContent =>
  bookContent(
    {
      book: { items: all, leases: [], device: onDevice },
      menus: menus(menuCount),
      entries: [],
      itemOf: () => undefined,
    },
    { blanks, size },
    newId,
  );
