import { type Changes, type FieldPut, put } from "../changes/index.ts";
import type { Courseware } from "../courseware/index.ts";
import type { NewId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import type { NumberTaken } from "./add-many-courseware.ts";
import { rising, toldNumbers } from "./number-claims.ts";
import { allocateNumbers, lastPlace, type NumberBook, type ShelfFull } from "./numbering.ts";
import {
  type ProgrammeNumber,
  parseProgrammeNumber,
  placeOf,
  shelfOf,
} from "./programme-number.ts";
import { speakNumbers } from "./speak-numbers.ts";

/*
 * What the pen wrote first. The paper is what people order from, so the computer gives way: an item takes
 * the number of the blank row that somebody wrote it into, and whoever had that number without anybody
 * having been told it moves on. A number that people were told stays whose it is.
 */

/** A number so far behind its shelf's end that no book of ours has a blank row for it: a slip of the finger. */
export interface NoBlankRow {
  readonly type: "no-blank-row";
  readonly number: ProgrammeNumber;
}

/** No book has more blank rows on a shelf than two pages of its smallest print. */
const FARTHEST_ROW = 60;

const record = ({ id }: Courseware) => ({ id, kind: "courseware" });

/** Marks items as written into the paper book by hand, under the numbers they have: spoken for ever. */
export const noteWritten = (items: readonly Courseware[]): Changes => ({
  label: { type: "copied-by-hand", count: items.length },
  puts: [
    ...speakNumbers(items),
    ...items.flatMap((item): FieldPut[] =>
      item.number == null || item.handWritten === item.number
        ? []
        : [put(record(item), "handWritten", item.number)],
    ),
  ],
});

/** Whether an item stands in handwriting in the book, under the number it has now. */
export const isHandWritten = (item: Courseware): boolean =>
  item.number != null && item.handWritten === item.number;

/** Those who had the number with nobody told: each gets the one that became free, or the shelf's next. */
const giveWay = (
  others: readonly Courseware[],
  number: ProgrammeNumber,
  free: ProgrammeNumber | undefined,
  book: NumberBook,
  newId: NewId,
): Result<readonly FieldPut[], ShelfFull> => {
  const puts: FieldPut[] = [];
  const missing = others.length - (free === undefined ? 0 : 1);
  const allocation = allocateNumbers(book, shelfOf(number), Math.max(0, missing), newId);
  if (!allocation.ok) return allocation;
  const numbers = [...(free === undefined ? [] : [free]), ...allocation.value.numbers];
  puts.push(...allocation.value.puts);
  for (const [at, other] of others.entries()) {
    const next = numbers[at];
    if (next === undefined) continue;
    puts.push(
      put(record(other), "number", next),
      // The other post may have played it under the old one meanwhile; then it goes on answering.
      put(record(other), "formerNumbers", rising([...(other.formerNumbers ?? []), number])),
    );
  }
  return ok(puts);
};

/**
 * 「本子上已写了」: the item stands in handwriting in the row of this number. One that nobody was told of
 * moves there, shelf and all; one with a number that people know answers to both.
 */
export const writtenByHand = (
  item: Courseware,
  number: ProgrammeNumber,
  book: NumberBook,
  newId: NewId,
): Result<Changes, ShelfFull | NumberTaken | NoBlankRow> => {
  const label = { type: "copied-by-hand", count: 1, name: item.title };
  const shelf = shelfOf(number);
  if (placeOf(number) > lastPlace(book, shelf) + FARTHEST_ROW) {
    return err({ type: "no-blank-row", number });
  }
  if (item.number === number) return ok({ ...noteWritten([item]), label });
  const others = book.items.filter(({ id }) => id !== item.id);
  if (others.some((other) => toldNumbers(other).includes(number))) {
    return err({ type: "number-taken", number });
  }
  const told = toldNumbers(item);
  const current = parseProgrammeNumber(item.number);
  const stays = current !== undefined && told.includes(current);
  // A deleted one too: it would come back with the number that is another's now.
  const holders = others.filter((other) => other.number === number);
  const free =
    !stays && current !== undefined && shelfOf(current) === shelf && holders.length > 0
      ? current
      : undefined;
  const moved = giveWay(holders, number, free, book, newId);
  if (!moved.ok) return moved;
  const former = item.formerNumbers ?? [];
  const kept = stays
    ? rising([...former, number])
    : rising([
        ...former.filter((one) => one !== number),
        ...(current === undefined || free !== undefined ? [] : [current]),
      ]);
  return ok({
    label,
    puts: [
      ...moved.value,
      ...(stays ? [] : [put(record(item), "number", number), put(record(item), "category", shelf)]),
      put(record(item), "formerNumbers", kept),
      put(record(item), "spoken", true),
      put(record(item), "spokenAs", rising([...told, number])),
      put(record(item), "handWritten", stays && current !== undefined ? current : number),
    ],
  });
};
