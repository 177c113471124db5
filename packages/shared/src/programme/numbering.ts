import type { Category } from "../category/index.ts";
import { create, type FieldPut, put } from "../changes/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { type DeviceId, type NewId, newRecordId, type RecordId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import type { NumberLease } from "./number-lease.ts";
import {
  LAST_PLACE,
  numberAt,
  type ProgrammeNumber,
  parseProgrammeNumber,
  placeOf,
  shelfOf,
} from "./programme-number.ts";

/** How many places of a shelf one device leases at a time, so that two offline posts rarely meet. */
export const LEASE_SIZE = 10;

/** All that numbering needs to know: every item ever (deleted ones too) and every lease. */
export interface NumberBook {
  readonly items: readonly Courseware[];
  readonly leases: readonly NumberLease[];
  readonly device: DeviceId;
}

/** No place is left on this shelf. */
export interface ShelfFull {
  readonly type: "shelf-full";
  readonly category: Category;
}

/** Numbers that no new item may get: all that any item has or had, deleted ones included. */
export const takenNumbers = (items: readonly Courseware[]): ReadonlySet<number> => {
  const taken = new Set<number>();
  for (const item of items) {
    if (item.number != null) taken.add(item.number);
    for (const former of item.formerNumbers ?? []) taken.add(former);
    for (const waiting of item.waitingNumbers ?? []) taken.add(waiting);
    for (const told of item.spokenNumbers ?? []) taken.add(told);
  }
  return taken;
};

/** A run of numbers for new items, with the lease that had to be opened for them. */
export interface Allocation {
  readonly numbers: readonly ProgrammeNumber[];
  readonly puts: readonly FieldPut[];
  /** The leases that `puts` open. */
  readonly opened: readonly NumberLease[];
}

/**
 * Two posts who were offline may have leased the same block. Once they have met, the lease with the
 * lower id keeps it, so that they do not meet on the same number again.
 */
const isOthers = (place: number, own: NumberLease, book: NumberBook): boolean =>
  book.leases.some(
    (lease) =>
      lease.device !== book.device &&
      lease.category === own.category &&
      lease.from <= place &&
      place <= lease.to &&
      lease.id < own.id,
  );

/**
 * The shelf's next numbers for this device: first what is left of its leases, in order, then a fresh
 * block behind everything known. A number is never reused: what was given once counts as taken for ever.
 */
export const allocateNumbers = (
  book: NumberBook,
  category: Category,
  count: number,
  newId: NewId,
): Result<Allocation, ShelfFull> => {
  const taken = new Set(takenNumbers(book.items));
  const numbers: ProgrammeNumber[] = [];
  const puts: FieldPut[] = [];
  const opened: NumberLease[] = [];
  const own = book.leases
    .filter((lease) => lease.category === category && lease.device === book.device)
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  const take = (from: number, to: number, lease?: NumberLease): void => {
    for (let place = from; place <= to && numbers.length < count; place += 1) {
      const number = numberAt(category, place);
      if (taken.has(number) || (lease !== undefined && isOthers(place, lease, book))) continue;
      taken.add(number);
      numbers.push(number);
    }
  };
  for (const lease of own) take(lease.from, lease.to, lease);
  let last = lastPlace(book, category);
  while (numbers.length < count) {
    const from = last + 1;
    const to = Math.min(LAST_PLACE, last + LEASE_SIZE);
    if (from > LAST_PLACE) return err({ type: "shelf-full", category });
    const lease = { device: book.device, category, from, to };
    const id = newRecordId(newId);
    puts.push(...create({ id, kind: "number-lease" }, lease));
    opened.push({ ...lease, id });
    take(from, to);
    last = to;
  }
  return ok({ numbers, puts, opened });
};

/** The last place of a shelf that anybody has used or leased; 0 for an empty shelf. */
export const lastPlace = (
  book: Pick<NumberBook, "items" | "leases">,
  category: Category,
): number => {
  let last = 0;
  for (const taken of takenNumbers(book.items)) {
    const number = parseProgrammeNumber(taken);
    if (number !== undefined && shelfOf(number) === category)
      last = Math.max(last, placeOf(number));
  }
  for (const lease of book.leases) {
    if (lease.category === category) last = Math.max(last, lease.to);
  }
  return last;
};

const isCarried = (number: number, except: RecordId, items: readonly Courseware[]): boolean =>
  items.some((other) => other.id !== except && other.number === number);

/** Gives one number, with what must be written for it. */
export type NextNumber = () => Result<Pick<Allocation, "numbers" | "puts">, ShelfFull>;

/**
 * A shelf's next `count` numbers, looked up once and given one by one: looking through 20,000 items for
 * each of 10,000 takes minutes. More than `count` are not given.
 */
export const numbersAhead = (
  book: NumberBook,
  category: Category,
  count: number,
  newId: NewId,
): NextNumber => {
  let ahead: Result<Allocation, ShelfFull> | undefined;
  let given = 0;
  return () => {
    ahead ??= allocateNumbers(book, category, count, newId);
    if (!ahead.ok) return ahead;
    const numbers = ahead.value.numbers.slice(given, given + 1);
    const puts = given === 0 ? ahead.value.puts : [];
    given += 1;
    return ok({ numbers, puts });
  };
};

/**
 * The numbers an item carries once it is filed under a category. A number that was spoken stays for
 * ever, whatever the category; one that nobody has heard is retired when the item moves to another
 * shelf, and taken up again when it moves back.
 */
export const numberOnFiling = (
  item: Courseware,
  category: Category,
  book: NumberBook,
  newId: NewId,
  next: NextNumber = () => allocateNumbers(book, category, 1, newId),
): Result<readonly FieldPut[], ShelfFull> => {
  const record = { id: item.id, kind: "courseware" };
  const current = parseProgrammeNumber(item.number);
  if (current !== undefined && (item.spoken === true || shelfOf(current) === category))
    return ok([]);
  const former = item.formerNumbers ?? [];
  const back = former.find((number) => {
    const parsed = parseProgrammeNumber(number);
    return (
      parsed !== undefined &&
      shelfOf(parsed) === category &&
      !isCarried(number, item.id, book.items)
    );
  });
  const retire = (kept: readonly number[]): readonly FieldPut[] =>
    current === undefined && kept.length === former.length
      ? []
      : [put(record, "formerNumbers", current === undefined ? [...kept] : [...kept, current])];
  if (back !== undefined) {
    return ok([put(record, "number", back), ...retire(former.filter((number) => number !== back))]);
  }
  const allocation = next();
  if (!allocation.ok) return allocation;
  const [number] = allocation.value.numbers;
  if (number === undefined) return err({ type: "shelf-full", category });
  return ok([...allocation.value.puts, put(record, "number", number), ...retire(former)]);
};
