import {
  gridOf,
  MARK_SIGNS,
  type Person,
  type Roll,
  type RollCount,
  shownNames,
} from "@dianbo/shared/roll-call";
import type { OfficeCell, OfficeDocument, OfficeTable } from "../../office-files/index.ts";
import type { LedgerWords } from "./ledger-words.ts";

/** A day of the month as the head of a column: 6日. */
export const dayHead = (on: string): string => `${Number(on.slice(5, 7))}.${Number(on.slice(8))}`;

/** A branch's month of the roll book. */
export interface RollMonth {
  readonly people: readonly Person[];
  readonly rolls: readonly Roll[];
  /** In the order of the columns; those whose names are gone come first of all. */
  readonly counts: readonly RollCount[];
}

/** What a roll call came to. */
export const countOf = ({ counts }: RollMonth, roll: Roll): RollCount | undefined =>
  counts.find(({ id }) => id === roll.id);

/** What a branch's month of the roll book holds: everybody who was called, and who is on the roster still. */
export const rollMonthOf = (branch: string, month: string, all: RollMonth): RollMonth => {
  const rolls = all.rolls.filter((roll) => roll.branch === branch && roll.on.startsWith(month));
  const called = new Set(rolls.flatMap((roll) => roll.called));
  return {
    people: all.people
      .filter(({ id, branch: at, until }) => called.has(id) || (at === branch && until == null))
      .sort((a, b) => a.place - b.place),
    rolls,
    counts: all.counts.filter((count) => count.branch === branch && count.on.startsWith(month)),
  };
};

/** The month as a table, cell by cell as on paper. */
export const rollTable = (
  month: RollMonth,
  name: string,
  { rollRoom: words }: LedgerWords,
): OfficeTable => {
  const { columns, rows } = gridOf(month.people, month.rolls);
  const names = shownNames(month.people);
  const sums = columns.map((roll): OfficeCell => {
    const count = countOf(month, roll);
    return count === undefined ? null : `${count.expected} / ${count.present}`;
  });
  return {
    name,
    columns: [
      { name: words.place, width: 3, align: "center" },
      { name: words.name, width: 6, align: "left" },
      ...columns.map(({ on }) => ({ name: dayHead(on), width: 4, align: "center" as const })),
      { name: words.came, width: 4, align: "center" },
    ],
    rows: [
      ...rows.map(({ person, marks, came, called }, at): readonly OfficeCell[] => [
        at + 1,
        names.get(person.id) ?? person.name,
        ...marks.map((mark) => (mark === undefined ? null : MARK_SIGNS[mark])),
        `${came} / ${called}`,
      ]),
      [null, words.sumRow, ...sums, null],
    ],
  };
};

/** Months of a branch as a file for WPS. */
export const rollDocument = (
  tables: readonly OfficeTable[],
  title: string,
  { rollRoom: words, paper: { blank } }: LedgerWords,
): OfficeDocument => ({
  title,
  lines: [words.legend],
  tables,
  foot: [],
  signed: [`${words.by}${blank}`, `${words.checked}${blank}`],
  across: true,
  sheets: true,
});
