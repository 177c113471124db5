import {
  gridOf,
  MARK_SIGNS,
  type Person,
  type Roll,
  type RollCount,
  shownNames,
} from "@dianbo/shared/roll-call";
import { Printer } from "lucide-react";
import { useIdentity } from "../../app/library-context.tsx";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { monthInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import type { OfficeCell, OfficeDocument } from "../../office-files/index.ts";
import { monthAsked } from "./book-room.tsx";
import css from "./ledger-paper.module.css";
import { type LedgerWords, useLedgerWords } from "./ledger-words.ts";
import { usePersonal } from "./personal-context.tsx";
import { SaveFile } from "./save-file.tsx";
import { UnlockForm } from "./unlock-form.tsx";
import { useRollCounts } from "./use-ledgers.ts";

/** Blank rows for who comes by chance. */
const BLANKS = 3;
/** A sheet has at least so many columns: what is missing is left blank, to be marked by hand. */
const COLUMNS = 12;

/** A day of the month as the head of a column: 6日. */
const dayHead = (on: string): string => `${Number(on.slice(5, 7))}.${Number(on.slice(8))}`;

/** A branch's month of the roll book. */
interface RollMonth {
  readonly people: readonly Person[];
  readonly rolls: readonly Roll[];
  /** In the order of the columns; those whose names are gone come first of all. */
  readonly counts: readonly RollCount[];
}

const countOf = ({ counts }: RollMonth, roll: Roll): RollCount | undefined =>
  counts.find(({ id }) => id === roll.id);

/** The month as a workbook, cell by cell as on paper. */
const rollDocument = (
  month: RollMonth,
  title: string,
  { rollRoom: words, paper: { blank } }: LedgerWords,
): OfficeDocument => {
  const { columns, rows } = gridOf(month.people, month.rolls);
  const names = shownNames(month.people);
  const sums = columns.map((roll): OfficeCell => {
    const count = countOf(month, roll);
    return count === undefined ? null : `${count.expected} / ${count.present}`;
  });
  return {
    title,
    lines: [words.legend],
    tables: [
      {
        name: words.title,
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
      },
    ],
    foot: [],
    signed: [`${words.by}${blank}`, `${words.checked}${blank}`],
    across: true,
  };
};

const Paper = ({
  month,
  branch,
  monthWords,
}: {
  readonly month: RollMonth;
  readonly branch: string;
  readonly monthWords: string;
}) => {
  const all = useLedgerWords();
  const words = all.rollRoom;
  const { siteName } = useIdentity();
  const { columns, rows } = gridOf(month.people, month.rolls);
  const names = shownNames(month.people);
  const spare = Array.from({ length: Math.max(0, COLUMNS - columns.length) }, (_, at) => at);
  const gone = month.counts.filter(({ id }) => !month.rolls.some((roll) => roll.id === id));
  return (
    <section className={`paper ${css.sheet ?? ""} ${css.across ?? ""}`}>
      <h2>{words.paperTitle(branch)}</h2>
      <p className={css.block}>
        <span>
          {words.unit}：{siteName === "" ? all.paper.blank : siteName}
        </span>
        <span>
          {words.period}：{monthWords}
        </span>
      </p>
      <table className={css.grid}>
        <colgroup>
          <col style={{ width: "12mm" }} />
          <col style={{ width: "32mm" }} />
          {columns.map(({ id }) => (
            <col key={id} />
          ))}
          {spare.map((at) => (
            <col key={at} />
          ))}
          <col style={{ width: "18mm" }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.name}</th>
            {columns.map(({ id, on }) => (
              <th key={id} scope="col">
                {dayHead(on)}
              </th>
            ))}
            {spare.map((at) => (
              <td key={at} />
            ))}
            <th scope="col">{words.came}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ person, marks, came, called }, at) => (
            <tr key={person.id}>
              <td>{at + 1}</td>
              <td>{names.get(person.id) ?? person.name}</td>
              {marks.map((mark, column) => (
                <td key={columns[column]?.id}>{mark === undefined ? "" : MARK_SIGNS[mark]}</td>
              ))}
              {spare.map((at) => (
                <td key={at} />
              ))}
              <td>
                {came} / {called}
              </td>
            </tr>
          ))}
          {Array.from({ length: BLANKS }, (_, at) => (
            <tr key={at} className={css.blank}>
              {Array.from({ length: columns.length + spare.length + 3 }, (_, cell) => (
                <td key={cell} />
              ))}
            </tr>
          ))}
          <tr>
            <td />
            <td>{words.sumRow}</td>
            {columns.map((roll) => {
              const count = countOf(month, roll);
              return (
                <td key={roll.id}>
                  {count === undefined ? "" : `${count.expected} / ${count.present}`}
                </td>
              );
            })}
            {spare.map((at) => (
              <td key={at} />
            ))}
            <td />
          </tr>
        </tbody>
      </table>
      {gone.length === 0 ? null : (
        <p className={css.legend}>
          {words.cleared}：
          {gone.map((count) => `${dayHead(count.on)} ${words.counts(count)}`).join("；")}
        </p>
      )}
      <p className={css.legend}>{words.legend}</p>
      <p className={css.foot}>
        <span>
          {words.by}
          {all.paper.blank}
        </span>
        <span>
          {words.checked}
          {all.paper.blank}
        </span>
      </p>
    </section>
  );
};

/** A branch's month of the roll book on A4 across, and as a workbook. */
export const RollPrint = ({
  branch: askedBranch,
  month: askedMonth,
}: {
  readonly branch: string;
  readonly month: string;
}) => {
  const all = useLedgerWords();
  const words = all.rollRoom;
  const { siteName } = useIdentity();
  const { branches } = useSchedule();
  const { date: today } = useSiteTime();
  const { people, rolls, lock } = usePersonal();
  const counts = useRollCounts();
  const branch = branches.find(({ id }) => id === askedBranch);
  const month = monthAsked(askedMonth, today);
  const own = rolls.filter((roll) => roll.branch === askedBranch && roll.on.startsWith(month));
  const called = new Set(own.flatMap((roll) => roll.called));
  const of: RollMonth = {
    people: people
      .filter(
        ({ id, branch: at, until }) => called.has(id) || (at === askedBranch && until == null),
      )
      .sort((a, b) => a.place - b.place),
    rolls: own,
    counts: counts.filter((count) => count.branch === askedBranch && count.on.startsWith(month)),
  };
  const title = [siteName, words.paperTitle(branch?.name ?? ""), monthInWords(month)]
    .filter(Boolean)
    .join(" ");
  return (
    <PrintFrame
      title={words.title}
      back="#/ledgers/roll"
      backName={words.title}
      size="A4 landscape"
      previewName={all.paper.preview}
      desk={
        <PrintDeskSheet
          name={words.title}
          foot={
            <>
              <Button look="go" icon={<Icon of={Printer} />} onClick={() => print()}>
                {all.paper.printNow}
              </Button>
              <SaveFile
                formats={["xlsx"]}
                disabled={of.rolls.length === 0}
                make={() => rollDocument(of, title, all)}
              />
            </>
          }
        >
          <p className="small">{words.stays}</p>
          <UnlockForm />
          {of.counts.length === 0 ? <p>{words.emptyMonth}</p> : null}
        </PrintDeskSheet>
      }
    >
      {lock === "locked" ? null : (
        <Paper month={of} branch={branch?.name ?? ""} monthWords={monthInWords(month)} />
      )}
    </PrintFrame>
  );
};
