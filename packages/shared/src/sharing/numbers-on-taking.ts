import type { Category } from "../category/index.ts";
import { type FieldPut, put } from "../changes/index.ts";
import type { Courseware } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import { allocateNumbers, type ShelfFull } from "../programme/index.ts";
import { ok, type Result } from "../result/index.ts";
import type { SetMenu } from "../set-menu/index.ts";
import type { TakingLibrary } from "./take-list.ts";

/** Numbers given while a list is taken: by record, and the writes that give them. */
export interface GivenNumbers {
  readonly numbers: ReadonlyMap<RecordId, number>;
  readonly puts: readonly FieldPut[];
}

/** Numbers for items that have a category and none yet, shelf by shelf in the order of the list. */
const numbersFor = (
  items: readonly Courseware[],
  { book, newId }: Pick<TakingLibrary, "book" | "newId">,
): Result<
  { readonly puts: readonly FieldPut[]; readonly numbers: ReadonlyMap<RecordId, number> },
  ShelfFull
> => {
  const puts: FieldPut[] = [];
  const numbers = new Map<RecordId, number>();
  const shelves = new Map<Category, RecordId[]>();
  for (const { id, category, number } of items) {
    if (category != null && number == null) {
      shelves.set(category, [...(shelves.get(category) ?? []), id]);
    }
  }
  for (const [category, ids] of shelves) {
    const allocation = allocateNumbers(book, category, ids.length, newId);
    if (!allocation.ok) return allocation;
    puts.push(...allocation.value.puts);
    ids.forEach((id, place) => {
      const number = allocation.value.numbers[place];
      if (number === undefined) return;
      numbers.set(id, number);
      puts.push(put({ id, kind: "courseware" }, "number", number));
    });
  }
  return ok({ puts, numbers });
};

/** The lowest free numbers from 1 to 99 for new menus; with none left a menu has no number yet. */
const menuNumbersFor = (
  menus: readonly RecordId[],
  library: Pick<TakingLibrary, "menus">,
): ReadonlyMap<RecordId, number> => {
  const taken = new Set([...library.menus.values()].map(({ number }) => number));
  const numbers = new Map<RecordId, number>();
  let next = 1;
  for (const id of menus) {
    while (taken.has(next)) next += 1;
    if (next > 99) break;
    numbers.set(id, next);
    next += 1;
  }
  return numbers;
};

/** This site's next numbers for everything taken that has none here: items by shelf, menus from 1 to 99. */
export const numbersOnTaking = (
  items: readonly Courseware[],
  menus: readonly SetMenu[],
  library: Pick<TakingLibrary, "book" | "newId" | "menus">,
): Result<GivenNumbers, ShelfFull> => {
  const given = numbersFor(items, library);
  if (!given.ok) return given;
  const unnumbered = menus.filter(({ number }) => number == null).map(({ id }) => id);
  const ofMenus = menuNumbersFor(unnumbered, library);
  return ok({
    numbers: new Map([...given.value.numbers, ...ofMenus]),
    puts: [
      ...given.value.puts,
      ...[...ofMenus].map(([id, number]) => put({ id, kind: "set-menu" }, "number", number)),
    ],
  });
};
