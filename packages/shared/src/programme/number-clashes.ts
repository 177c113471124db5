import { type Changes, type FieldPut, put, settle } from "../changes/index.ts";
import { type Courseware, isListed } from "../courseware/index.ts";
import type { NewId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";
import { compareClaims, rising, toldNumbers } from "./number-claims.ts";
import { allocateNumbers, type NumberBook, type ShelfFull } from "./numbering.ts";
import { type ProgrammeNumber, parseProgrammeNumber, shelfOf } from "./programme-number.ts";

/** An item whose number another item has the better right to. */
export interface NumberClash {
  readonly number: ProgrammeNumber;
  /** Who answers to the number: one item, both where both were spoken, none where only a deleted item may. */
  readonly keepers: readonly Courseware[];
  /** Who gets the shelf's next number. */
  readonly losers: readonly Courseware[];
}

/** The numbers an item has a claim to: its own while it is listed, and for ever those people were told. */
const claimsOf = (item: Courseware): readonly ProgrammeNumber[] =>
  [...new Set([isListed(item) ? item.number : undefined, ...toldNumbers(item)])].flatMap(
    (number) => parseProgrammeNumber(number) ?? [],
  );

/**
 * Finds numbers that two offline posts gave to two items. The earlier keeps it unless only the other
 * was spoken (printed, played or shared) under it; where both were, both answer to it. A deleted item
 * has a claim only where its number was spoken: such a number is given to nobody else.
 */
export const findNumberClashes = (items: readonly Courseware[]): readonly NumberClash[] => {
  const byNumber = new Map<ProgrammeNumber, Courseware[]>();
  for (const item of items) {
    for (const number of claimsOf(item)) {
      byNumber.set(number, [...(byNumber.get(number) ?? []), item]);
    }
  }
  const clashes: NumberClash[] = [];
  for (const [number, claims] of byNumber) {
    const sorted = [...claims].sort(compareClaims);
    const told = sorted.filter((item) => toldNumbers(item).includes(number));
    const kept = told.length > 0 ? told : sorted.slice(0, 1);
    const keepers = kept.filter(isListed);
    const losers = sorted.filter((item) => !kept.includes(item));
    if (losers.length > 0 || keepers.length > 1) clashes.push({ number, keepers, losers });
  }
  return clashes.sort((a, b) => a.number - b.number);
};

/**
 * One item that two offline posts numbered: it goes by the number people were told, else by the shown
 * one, and still answers to the others.
 */
const settledOf = (item: Courseware): Courseware => {
  const told = toldNumbers(item);
  const shown = item.number ?? undefined;
  const number = shown !== undefined && told.includes(shown) ? shown : (told[0] ?? shown);
  const all = [shown, ...(item.formerNumbers ?? []), ...(item.waitingNumbers ?? []), ...told];
  const former = rising(all.flatMap((one) => (one === undefined || one === number ? [] : [one])));
  return {
    ...item,
    number,
    formerNumbers: [...former],
    waitingNumbers: [],
    ...(told.length === 0 ? {} : { spokenNumbers: told }),
  };
};

const settlingPuts = (item: Courseware): readonly FieldPut[] => {
  const record = { id: item.id, kind: "courseware" };
  const settled = settledOf(item);
  const waits = (field: string): boolean => item.pending.includes(field);
  const moved = settled.number !== (item.number ?? undefined);
  const spoken = [...(settled.spokenNumbers ?? [])];
  return [
    ...(moved || waits("number") ? [settle(record, "number", settled.number ?? null)] : []),
    ...(moved || waits("number") || waits("formerNumbers")
      ? [settle(record, "formerNumbers", settled.formerNumbers ?? [])]
      : []),
    ...(waits("spokenAs") ? [settle(record, "spokenAs", spoken)] : []),
  ];
};

/**
 * Settles what two offline posts numbered: an item with several numbers answers to all of them, and
 * every loser of a clash gets its shelf's next number. It remembers the one it lost: the other post
 * may have played it under that number meanwhile, and then it is the other item's turn. Nothing to do
 * is an empty set of changes.
 */
export const settleNumberClashes = (book: NumberBook, newId: NewId): Result<Changes, ShelfFull> => {
  // A deleted item is left alone: a write that its deletion has not seen would bring it back.
  const puts: FieldPut[] = book.items.filter(isListed).flatMap(settlingPuts);
  const leases = [...book.leases];
  const items = book.items.map(settledOf);
  for (const { number: lost, losers } of findNumberClashes(items)) {
    for (const loser of losers) {
      const allocation = allocateNumbers({ ...book, items, leases }, shelfOf(lost), 1, newId);
      if (!allocation.ok) return allocation;
      const [number] = allocation.value.numbers;
      if (number === undefined) continue;
      const record = { id: loser.id, kind: "courseware" };
      puts.push(
        ...allocation.value.puts,
        put(record, "number", number),
        put(record, "formerNumbers", rising([...(loser.formerNumbers ?? []), lost])),
      );
      items.push({ ...loser, number });
      leases.push(...allocation.value.opened);
    }
  }
  return ok({ label: { type: "settle-numbers", count: puts.length }, puts });
};
