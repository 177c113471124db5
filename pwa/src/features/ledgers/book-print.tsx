import {
  type BookForm,
  columnNames,
  type LedgerRow,
  nameIn,
  notePrinted,
  pageOf,
  rowCells,
} from "@dianbo/shared/ledger-book";
import { ok } from "@dianbo/shared/result";
import { Printer } from "lucide-react";
import { useState } from "react";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { usePreferences } from "../../app/preferences.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { monthInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { DeskChoice, PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { monthAsked } from "./book-room.tsx";
import { useRowRemarks } from "./book-rows.tsx";
import { columnWidths, ROOM_ACROSS } from "./column-widths.ts";
import css from "./ledger-paper.module.css";
import { useLedgerWords } from "./ledger-words.ts";
import { usePersonal } from "./personal-context.tsx";
import { UnlockForm } from "./unlock-form.tsx";
import { useLedgers } from "./use-ledgers.ts";

const BLANKS = [0, 2, 4, 8, 12] as const;

/** A page of a book on A4 across: header block, ruled rows, lines for signature and stamp. */
const Sheet = ({
  form,
  rows,
  month,
  blanks,
  withNames,
}: {
  readonly form: BookForm;
  readonly rows: readonly LedgerRow[];
  readonly month: string;
  readonly blanks: number;
  readonly withNames: boolean;
}) => {
  const all = useLedgerWords();
  const { language } = usePreferences();
  const { siteName } = useIdentity();
  const { cellsOf } = usePersonal();
  const remarksOf = useRowRemarks();
  const names = columnNames(form, language);
  const shown = rows.map((row) => rowCells(form, row, withNames ? cellsOf(row) : {}, language));
  const widths = columnWidths(
    [7, ...form.fields.map(({ width }) => width)].map((width, at) => ({
      width,
      words: [names[at] ?? "", ...shown.map((cells) => String(cells[at] ?? ""))],
    })),
    ROOM_ACROSS,
  );
  return (
    <section className={`paper ${css.sheet ?? ""} ${css.across ?? ""}`}>
      <h2>{nameIn(form.name, language)}</h2>
      <p className={css.block}>
        <span>
          {all.paper.unit}
          {all.marks.colon}
          {siteName === "" ? all.paper.blank : siteName}
        </span>
        {month === "" ? null : (
          <span>
            {all.paper.month}
            {all.marks.colon}
            {month}
          </span>
        )}
      </p>
      <table>
        <colgroup>
          {widths.map((width, at) => (
            <col key={`${at}-${names[at]}`} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {names.map((name, at) => (
              <th key={`${at}-${name}`} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const cells = shown[place] ?? [];
            const remarks = remarksOf(row);
            return [
              <tr key={row.id} className={row.struck === undefined ? undefined : css.struck}>
                {cells.map((cell, at) => (
                  <td key={`${at}-${names[at]}`}>{cell}</td>
                ))}
              </tr>,
              remarks.length === 0 ? null : (
                <tr key={`${row.id}-remark`} className={css.remark}>
                  <td colSpan={names.length}>{remarks.join(all.marks.between)}</td>
                </tr>
              ),
            ];
          })}
          {Array.from({ length: blanks }, (_, at) => (
            <tr key={at} className={css.blank}>
              {names.map((name, place) => (
                <td key={`${place}-${name}`} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.foot}>
        {form.signatures.map((signature) => (
          <span key={signature["zh-CN"]}>
            {nameIn(signature, language)}
            {all.paper.blank}
          </span>
        ))}
      </p>
    </section>
  );
};

const Printing = ({ form, asked }: { readonly form: BookForm; readonly asked: string }) => {
  const all = useLedgerWords();
  const { language } = usePreferences();
  const { library, clock } = useDependencies();
  const { site } = useIdentity();
  const { date: today } = useSiteTime();
  const { ledgers } = useLedgers();
  const { lock } = usePersonal();
  const [blanks, setBlanks] = useState(4);
  const [wanted, setWanted] = useState(true);
  const month = form.paged === "month" ? monthAsked(asked, today) : undefined;
  const { rows, print: before } = pageOf(ledgers, form, month, today);
  const hasNames = form.fields.some(({ personal }) => personal === true);
  const withNames = hasNames && wanted && lock !== "locked";
  const name = nameIn(form.name, language);
  const printNow = async (): Promise<void> => {
    // The month is locked before the paper is out: what is on it must never vanish from the book.
    if (month !== undefined && rows.length > 0) {
      await library.apply(
        () =>
          ok(
            notePrinted(
              { site, book: form.id, month },
              rows.map(({ id }) => id),
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
    <PrintFrame
      title={name}
      back={`#/ledgers/book/${form.id}${month === undefined ? "" : `/${month}`}`}
      backName={name}
      size="A4 landscape"
      previewName={all.paper.preview}
      desk={
        <PrintDeskSheet
          name={all.paper.printNow}
          foot={
            <Button look="go" icon={<Icon of={Printer} />} onClick={() => void printNow()}>
              {all.paper.printNow}
            </Button>
          }
        >
          <DeskChoice name={all.paper.blanks}>
            <select
              value={String(blanks)}
              onChange={(event) => setBlanks(Number(event.target.value))}
            >
              {BLANKS.map((count) => (
                <option key={count} value={String(count)}>
                  {count}
                </option>
              ))}
            </select>
          </DeskChoice>
          {hasNames ? (
            <DeskChoice name={all.paper.withNames}>
              <select
                value={withNames ? "on" : "off"}
                disabled={lock === "locked"}
                onChange={(event) => setWanted(event.target.value === "on")}
              >
                <option value="on">{all.paper.withNamesOn}</option>
                <option value="off">{all.paper.withNamesOff}</option>
              </select>
            </DeskChoice>
          ) : null}
          {hasNames ? <UnlockForm why={all.book.namesLocked} /> : null}
          {month === undefined ? null : <p className="small">{all.paper.lockNote}</p>}
        </PrintDeskSheet>
      }
    >
      <Sheet
        form={form}
        rows={rows}
        month={month === undefined ? "" : monthInWords(month)}
        blanks={blanks}
        withNames={withNames}
      />
    </PrintFrame>
  );
};

/** The desk at which a month of a book is printed; printing locks it. */
export const BookPrint = ({ book, month }: { readonly book: string; readonly month: string }) => {
  const words = useLedgerWords();
  const { forms } = useLedgers();
  const form = forms.find(({ id }) => id === book);
  return form === undefined ? (
    <main className="main">
      <p>
        {words.book.none} <a href="#/ledgers">{words.back}</a>
      </p>
    </main>
  ) : (
    <Printing key={form.id} form={form} asked={month} />
  );
};
