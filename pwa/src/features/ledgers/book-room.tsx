import { civilDateOf } from "@dianbo/shared/clock";
import {
  type BookForm,
  type LedgerRow,
  nameIn,
  pageOf,
  sumLedger,
} from "@dianbo/shared/ledger-book";
import { type Month, monthOf, monthSchema, plusMonths } from "@dianbo/shared/session";
import { ArrowLeft, ChevronLeft, ChevronRight, FolderInput, Printer } from "lucide-react";
import { useState } from "react";
import * as v from "valibot";
import { useIdentity } from "../../app/library-context.tsx";
import { usePreferences } from "../../app/preferences.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords, monthInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { bookDocument } from "./book-document.ts";
import { BookRows, useRowRemarks } from "./book-rows.tsx";
import { BringTable } from "./bring-table.tsx";
import type { FormMode } from "./form-draft.ts";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { usePersonal } from "./personal-context.tsx";
import { RowForm } from "./row-form.tsx";
import { SaveFile } from "./save-file.tsx";
import { UnlockForm } from "./unlock-form.tsx";
import { useLedgers } from "./use-ledgers.ts";

/** The month an address names; today's where it names none. */
export const monthAsked = (
  asked: string | undefined,
  today: Parameters<typeof monthOf>[0],
): Month => {
  const read = v.safeParse(monthSchema, asked);
  return read.success ? read.output : monthOf(today);
};

const MonthNav = ({ book, month }: { readonly book: string; readonly month: Month }) => {
  const words = useLedgerWords().book;
  const at = (months: number): string => `#/ledgers/book/${book}/${plusMonths(month, months)}`;
  return (
    <div className={css.monthNav}>
      <a className="btn text" href={at(-1)} aria-label={words.previous}>
        <Icon of={ChevronLeft} />
      </a>
      <h2 aria-live="polite">{monthInWords(month)}</h2>
      <a className="btn text" href={at(1)} aria-label={words.next}>
        <Icon of={ChevronRight} />
      </a>
    </div>
  );
};

const HeadActs = ({
  form,
  month,
  rows,
  bring,
}: {
  readonly form: BookForm;
  readonly month: Month | undefined;
  readonly rows: readonly LedgerRow[];
  readonly bring: () => void;
}) => {
  const all = useLedgerWords();
  const { language } = usePreferences();
  const { siteName } = useIdentity();
  const { cellsOf } = usePersonal();
  const remarksOf = useRowRemarks();
  return (
    <span className={`end ${css.headActs ?? ""}`}>
      <Button icon={<Icon of={FolderInput} />} onClick={bring}>
        {all.bring.open}
      </Button>
      <a className="btn" href={`#/ledgers/print/${form.id}/${month ?? "all"}`}>
        <Icon of={Printer} />
        {all.book.print}
      </a>
      <SaveFile
        disabled={rows.length === 0}
        make={() =>
          bookDocument(form, [{ month: month === undefined ? "" : monthInWords(month), rows }], {
            siteName,
            personalOf: cellsOf,
            remarksOf,
            language,
            words: all,
          })
        }
      />
    </span>
  );
};

const Book = ({ form, asked }: { readonly form: BookForm; readonly asked: string | undefined }) => {
  const all = useLedgerWords();
  const words = all.book;
  const { language } = usePreferences();
  const { date: today } = useSiteTime();
  const { ledgers } = useLedgers();
  const [mode, setMode] = useState<FormMode>({ type: "enter" });
  const [bringing, setBringing] = useState(false);
  const month = form.paged === "month" ? monthAsked(asked, today) : undefined;
  const { rows, print, amended } = pageOf(ledgers, form, month, today);
  const sums = sumLedger(rows);
  const turn = (next: FormMode): void => {
    setBringing(false);
    setMode(next);
  };
  const day = month === undefined || month === monthOf(today) ? today : `${month}-01`;
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <a className="btn text" href="#/ledgers" aria-label={all.back}>
          <Icon of={ArrowLeft} />
        </a>
        <h1 className="clip">{nameIn(form.name, language)}</h1>
        {month === undefined ? null : <MonthNav book={form.id} month={month} />}
        <HeadActs form={form} month={month} rows={rows} bring={() => setBringing(!bringing)} />
      </div>
      {form.fields.some(({ personal }) => personal === true) ? (
        <UnlockForm why={words.namesLocked} />
      ) : null}
      {bringing ? (
        <BringTable form={form} ledgers={ledgers} leave={() => setBringing(false)} />
      ) : (
        <RowForm
          key={mode.type === "enter" ? `enter ${month ?? ""}` : `${mode.type} ${mode.row.id}`}
          form={form}
          mode={mode}
          ledgers={ledgers}
          rows={rows}
          day={day}
          leave={() => setMode({ type: "enter" })}
        />
      )}
      {print === undefined ? null : (
        <p className={`note ${amended ? "warn" : ""}`}>
          {words.printedOn(dayInWords(civilDateOf(print.first), today))}
          {amended ? ` ${words.amended}` : ""}
        </p>
      )}
      {rows.length === 0 && bringing ? null : rows.length === 0 ? (
        <p className={`sheet ${css.empty ?? ""}`}>
          {month === undefined ? words.emptyWhole : words.emptyMonth}
        </p>
      ) : (
        <BookRows
          form={form}
          rows={rows}
          correct={(row) => turn({ type: "correct", row })}
          goOn={(row) => turn({ type: "go-on", row })}
        />
      )}
      <p className="small" role="status">
        {[
          words.sums(sums.rows),
          ...(sums.oldestDays === undefined ? [] : [all.open(sums.open, sums.oldestDays)]),
        ].join(all.marks.between)}
      </p>
    </main>
  );
};

/** One of the site's books: a row written by keyboard, the month's rows, corrections, paper and files. */
export const BookRoom = ({
  book,
  month,
}: {
  readonly book: string;
  readonly month?: string | undefined;
}) => {
  const words = useLedgerWords();
  const { forms } = useLedgers();
  const form = forms.find(({ id }) => id === book);
  if (form === undefined) {
    return (
      <main className="main">
        <p>
          {words.book.none} <a href="#/ledgers">{words.back}</a>
        </p>
      </main>
    );
  }
  return <Book key={form.id} form={form} asked={month} />;
};
