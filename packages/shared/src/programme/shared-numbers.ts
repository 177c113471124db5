import { type Changes, type FieldPut, put } from "../changes/index.ts";
import type { Instant } from "../clock/index.ts";
import { type Courseware, isListed } from "../courseware/index.ts";
import type { NewId, RecordId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";
import type { EditionContent } from "./edition-rows.ts";
import { compareClaims, rising, toldNumbers } from "./number-claims.ts";
import { allocateNumbers, type NumberBook, type ShelfFull } from "./numbering.ts";
import { type ProgrammeNumber, parseProgrammeNumber, shelfOf } from "./programme-number.ts";

/*
 * Two posts that were offline may both have printed or played one number, each for an item of its own. Then
 * both answer to it (`findNumberClashes`), and nobody but a person can say whether that may stay so. The
 * field `sharesNumber` keeps what was said: beside an equal `number` it means that both keep it; beside
 * another one, that the item goes on answering to the old number until the next edition tells people the new.
 */

/** A number that several listed items go by, of which nobody has said yet that it may stay so. */
export interface SharedNumber {
  readonly number: ProgrammeNumber;
  /** At least two, in the order of their claims: the earlier filing first. */
  readonly items: readonly Courseware[];
}

/** All numbers that several items go by and that wait for a person's word, rising. */
export const sharedNumbers = (items: Iterable<Courseware>): readonly SharedNumber[] => {
  const byNumber = new Map<ProgrammeNumber, Courseware[]>();
  for (const item of items) {
    const number = isListed(item) ? parseProgrammeNumber(item.number) : undefined;
    if (number !== undefined) byNumber.set(number, [...(byNumber.get(number) ?? []), item]);
  }
  return [...byNumber]
    .filter(
      ([number, those]) =>
        those.length > 1 && those.some(({ sharesNumber }) => sharesNumber !== number),
    )
    .map(([number, those]) => ({ number, items: those.sort(compareClaims) }))
    .sort((a, b) => a.number - b.number);
};

/** An edition as far as it tells where a number was printed. */
export interface PrintedEdition {
  /** Counts the site's printed books. */
  readonly number: number;
  readonly content: EditionContent;
}

/** A showing as far as it tells where a number was played. */
export interface PlayedUnder {
  readonly item: RecordId;
  readonly number?: number | null | undefined;
  readonly startedAt: Instant;
}

/** Who was told that an item has a number, as far as the books say. */
export interface NumberToldBy {
  /** The editions in which it stands under the number, rising. */
  readonly editions: readonly number[];
  /** It was written into the printed book by hand under the number. */
  readonly byHand: boolean;
  /** How often it was shown under the number, and when last. */
  readonly plays: number;
  readonly lastPlayed: Instant | undefined;
  /** Told otherwise: on a sheet, or in a list for another site. */
  readonly otherwise: boolean;
}

/** Looks up where an item was printed and played under a number. */
export const numberToldBy = (
  item: Courseware,
  number: ProgrammeNumber,
  editions: readonly PrintedEdition[],
  playbacks: Iterable<PlayedUnder>,
): NumberToldBy => {
  const printed = editions.filter(({ content }) =>
    content.rows.some((row) => row.id === item.id && row.number === number),
  );
  const days = [...playbacks]
    .filter((played) => played.item === item.id && played.number === number)
    .map(({ startedAt }) => startedAt);
  const byHand = item.handWritten === number;
  return {
    editions: rising(printed.map(({ number: edition }) => edition)),
    byHand,
    plays: days.length,
    lastPlayed: days.reduce<Instant | undefined>(
      (last, day) => (last === undefined || day > last ? day : last),
      undefined,
    ),
    otherwise: printed.length + days.length === 0 && !byHand && toldNumbers(item).includes(number),
  };
};

/** How dear a number is: paper in people's hands first, then how often it was called. */
const weightOf = ({ editions, byHand, plays }: NumberToldBy): readonly [number, number] => [
  editions.length + Number(byHand),
  plays,
];

/** Which item had best keep the number: the printed one, then the one played more often, then the earlier. */
export const suggestedKeeper = <Side extends { readonly told: NumberToldBy }>(
  sides: readonly Side[],
): Side | undefined =>
  sides.reduce<Side | undefined>((best, side) => {
    if (best === undefined) return side;
    const [paper, plays] = weightOf(side.told);
    const [bestPaper, bestPlays] = weightOf(best.told);
    return paper > bestPaper || (paper === bestPaper && plays > bestPlays) ? side : best;
  }, undefined);

const recordOf = ({ id }: Courseware) => ({ id, kind: "courseware" });

/** Says of all who go by a number that it may stay so. */
export const keepSharedNumber = ({ number, items }: SharedNumber): Changes => ({
  label: { type: "keep-shared-number", count: items.length, name: String(number) },
  puts: items
    .filter(({ sharesNumber }) => sharesNumber !== number)
    .map((item) => put(recordOf(item), "sharesNumber", number)),
});

/**
 * One keeps the number, each of the others gets its shelf's next. A number that people were told is never
 * taken from anybody, so the old one stays among the former numbers for ever, and is answered to as well
 * until the next edition is printed. The new one counts as told: it does not move any more.
 */
export const giveNewNumbers = (
  { number, items }: SharedNumber,
  keeper: RecordId,
  book: NumberBook,
  newId: NewId,
): Result<Changes, ShelfFull> => {
  const puts: FieldPut[] = [];
  let at = book;
  const moving = items.filter(({ id }) => id !== keeper);
  for (const item of moving) {
    const allocation = allocateNumbers(at, item.category ?? shelfOf(number), 1, newId);
    if (!allocation.ok) return allocation;
    const [next] = allocation.value.numbers;
    if (next === undefined) continue;
    puts.push(
      ...allocation.value.puts,
      put(recordOf(item), "number", next),
      put(recordOf(item), "formerNumbers", rising([...(item.formerNumbers ?? []), number])),
      put(recordOf(item), "spoken", true),
      put(recordOf(item), "spokenAs", rising([...toldNumbers(item), number, next])),
      put(recordOf(item), "sharesNumber", number),
    );
    at = {
      ...at,
      items: [...at.items, { ...item, number: next }],
      leases: [...at.leases, ...allocation.value.opened],
    };
  }
  const [only] = moving;
  return ok({
    label: { type: "give-new-number", count: moving.length, name: only?.title ?? "" },
    puts,
  });
};

/** An edition is out: whoever moved is printed under its new number and answers to the shared one no longer. */
export const endSharedNumbers = (printed: readonly Courseware[]): readonly FieldPut[] =>
  printed
    .filter(({ number, sharesNumber }) => sharesNumber != null && sharesNumber !== number)
    .map((item) => put(recordOf(item), "sharesNumber", null));
