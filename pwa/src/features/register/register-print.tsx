import { REGISTER_BOOK, sumRegister } from "@dianbo/shared/ledger";
import { notePrinted } from "@dianbo/shared/ledger-book";
import { ok } from "@dianbo/shared/result";
import { ArrowLeft, Printer } from "lucide-react";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { registerRows } from "../../app/register/register-table.ts";
import { useSchedule, useWishes } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { ColumnHeads } from "../../design/column-heads.tsx";
import { monthInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { useMonth } from "./register-month.ts";
import css from "./register-print.module.css";

/** The column of the title. */
const TITLE = 2;
/** Blank rows for what is written by hand. */
const BLANKS = ["a", "b", "c", "d"];

/** A month of the register on A4 across, as the paper form has it, with lines for signature and stamp. */
export const RegisterPrint = ({ month: asked }: { readonly month: string }) => {
  const all = useWords();
  const words = all.register;
  const { month, showings, print: before, amendments } = useMonth(asked);
  const { library, clock } = useDependencies();
  const schedule = useSchedule();
  const { menus } = useSnapshot();
  const { rows: wishes } = useWishes();
  const { site, siteName } = useIdentity();
  const rows = registerRows(showings, { schedule, menus, wishes, amendments }, all);
  const printNow = async (): Promise<void> => {
    // The month is locked before the paper is out: what is on it must never vanish from the register.
    if (rows.length > 0) {
      await library.apply(
        () =>
          ok(
            notePrinted(
              { site, book: REGISTER_BOOK, month },
              showings.flatMap(({ lines }) => lines.map(({ id }) => id)),
              before,
              clock.now(),
            ),
          ),
        { undoable: false },
      );
    }
    print();
  };
  return (
    <main className={`main ${css.room ?? ""}`}>
      <style>{"@page{size:A4 landscape;margin:0}"}</style>
      <div className={`head ${css.desk ?? ""}`}>
        <a className="btn text" href={`#/register/${month}`}>
          <Icon of={ArrowLeft} />
          {words.back}
        </a>
        <span className="small end">{words.lockNote}</span>
        <Button look="go" icon={<Icon of={Printer} />} onClick={() => void printNow()}>
          {words.print}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className={`paper ${css.page ?? ""}`} tabIndex={0} aria-label={words.title}>
        <h1>{[siteName, words.paperTitle].filter(Boolean).join(" ")}</h1>
        <p>{monthInWords(month)}</p>
        <table>
          <ColumnHeads columns={words.columns} />
          <tbody>
            {rows.map(({ id, cells, struck, title }) => (
              <tr key={id} className={struck === undefined ? undefined : css.struck}>
                {words.columns.map((column, at) => (
                  <td key={column}>
                    {at === TITLE && struck !== undefined ? (
                      <>
                        <s>{title}</s> {struck}
                      </>
                    ) : (
                      cells[at]
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {BLANKS.map((blank) => (
              <tr key={blank} className={css.blank}>
                {words.columns.map((column) => (
                  <td key={column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={css.foot}>
          <span>{words.sums(sumRegister(showings))}</span>
          <span>{words.filledBy}＿＿＿＿＿＿</span>
          <span>{words.checkedBy}＿＿＿＿＿＿</span>
        </p>
      </section>
    </main>
  );
};
