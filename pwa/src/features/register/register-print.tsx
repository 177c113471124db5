import { sumRegister } from "@dianbo/shared/ledger";
import { ArrowLeft, Printer } from "lucide-react";
import { useIdentity, useSnapshot } from "../../app/library-context.tsx";
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
  const { month, showings } = useMonth(asked);
  const schedule = useSchedule();
  const { menus } = useSnapshot();
  const { rows: wishes } = useWishes();
  const { siteName } = useIdentity();
  const rows = registerRows(showings, { schedule, menus, wishes }, all);
  return (
    <main className={`main ${css.room ?? ""}`}>
      <style>{"@page{size:A4 landscape;margin:0}"}</style>
      <div className={`head ${css.desk ?? ""}`}>
        <a className="btn text" href={`#/register/${month}`}>
          <Icon of={ArrowLeft} />
          {words.back}
        </a>
        <Button look="go" className="end" icon={<Icon of={Printer} />} onClick={() => print()}>
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
