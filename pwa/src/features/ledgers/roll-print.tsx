import { gridOf, MARK_SIGNS, shownNames } from "@dianbo/shared/roll-call";
import { Printer } from "lucide-react";
import { useIdentity } from "../../app/library-context.tsx";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { monthInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { monthAsked } from "./book-room.tsx";
import css from "./ledger-paper.module.css";
import { useLedgerWords } from "./ledger-words.ts";
import { usePersonal } from "./personal-context.tsx";
import {
  countOf,
  dayHead,
  type RollMonth,
  rollDocument,
  rollMonthOf,
  rollTable,
} from "./roll-document.ts";
import { SaveFile } from "./save-file.tsx";
import { UnlockForm } from "./unlock-form.tsx";
import { useRollCounts } from "./use-ledgers.ts";

/** Blank rows for who comes by chance. */
const BLANKS = 3;
/** A sheet has at least so many columns: what is missing is left blank, to be marked by hand. */
const COLUMNS = 12;

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
          {words.unit}
          {all.marks.colon}
          {siteName === "" ? all.paper.blank : siteName}
        </span>
        <span>
          {words.period}
          {all.marks.colon}
          {monthWords}
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
          {words.cleared}
          {all.marks.colon}
          {gone
            .map((count) => `${dayHead(count.on)} ${words.counts(count)}`)
            .join(all.marks.between)}
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
  const of = rollMonthOf(askedBranch, month, { people, rolls, counts });
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
                make={() => rollDocument([rollTable(of, words.title, all)], title, all)}
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
