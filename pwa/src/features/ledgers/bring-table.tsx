import {
  type BookForm,
  type LedgerLayout,
  type Ledgers,
  ledgerLayout,
  matchRows,
  nameIn,
  printOf,
} from "@dianbo/shared/ledger-book";
import { monthOf } from "@dianbo/shared/session";
import { useMemo, useState } from "react";
import { usePreferences } from "../../app/preferences.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { FileButton } from "../../design/file-button.tsx";
import { readTable, type TableFailure, type TableFile } from "../../office-files/index.ts";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { PasteBox } from "./paste-box.tsx";
import { useProblemWords } from "./row-form.tsx";
import { useBookActs } from "./use-book-acts.ts";

/** Lines of the table that are shown beneath the column names. */
const SHOWN = 6;
/** Rows that do not fit, told one by one. */
const ODD_SHOWN = 4;

interface Opened {
  readonly sheets: TableFile["sheets"];
  readonly sheet: number;
  readonly layout: LedgerLayout;
}

type State =
  | { readonly type: "asking"; readonly failure?: TableFailure["type"] }
  | { readonly type: "reading" }
  | { readonly type: "open"; readonly opened: Opened }
  | { readonly type: "taken"; readonly count: number };

const Preview = ({
  form,
  opened,
  rows,
  change,
}: {
  readonly form: BookForm;
  readonly opened: Opened;
  readonly rows: readonly (readonly string[])[];
  readonly change: (layout: LedgerLayout) => void;
}) => {
  const words = useLedgerWords().bring;
  const { language } = usePreferences();
  const { layout } = opened;
  const from = layout.headerRow ?? 0;
  const shown = rows.slice(from, from + SHOWN + 1);
  const width = Math.max(layout.columns.length, ...shown.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => at);
  const choose = (at: number, id: string): void =>
    change({
      ...layout,
      // A column of the book belongs to one of the table: given to another, it leaves the first.
      columns: columns.map((place) => {
        if (place === at) return id === "" ? undefined : id;
        return layout.columns[place] === id ? undefined : layout.columns[place];
      }),
    });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className={css.preview} aria-label={words.preview} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((at) => (
              <th key={at} scope="col">
                <select
                  aria-label={words.columnOf(at + 1)}
                  value={layout.columns[at] ?? ""}
                  onChange={(event) => choose(at, event.target.value)}
                >
                  <option value="">{words.nothing}</option>
                  <option value="on">{nameIn(form.dayName, language)}</option>
                  {form.fields.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {nameIn(name, language)}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, line) => (
            <tr key={from + line}>
              {columns.map((at) => (
                <td key={at} className={layout.columns[at] === undefined ? "dim" : undefined}>
                  {row[at] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** An existing ledger, pasted or opened: its columns understood and mended, its rows looked at, then taken. */
export const BringTable = ({
  form,
  ledgers,
  leave,
}: {
  readonly form: BookForm;
  readonly ledgers: Ledgers;
  readonly leave: () => void;
}) => {
  const all = useLedgerWords();
  const words = all.bring;
  const { date: today } = useSiteTime();
  const acts = useBookActs(form);
  const problemWords = useProblemWords(form);
  const [state, setState] = useState<State>({ type: "asking" });
  const [kept, setKept] = useState(true);
  const openAt = (sheets: TableFile["sheets"], sheet: number): void =>
    setState({
      type: "open",
      opened: { sheets, sheet, layout: ledgerLayout(form, sheets[sheet]?.rows ?? []) },
    });
  const open = async (source: Blob | string): Promise<void> => {
    setState({ type: "reading" });
    const read = await readTable(source);
    if (!read.ok) return setState({ type: "asking", failure: read.error.type });
    const { sheets } = read.value;
    openAt(
      sheets,
      Math.max(
        0,
        sheets.findIndex(({ rows }) => rows.length > 0),
      ),
    );
  };
  const opened = state.type === "open" ? state.opened : undefined;
  const rows = opened?.sheets[opened.sheet]?.rows ?? [];
  const matched = useMemo(
    () => (opened === undefined ? [] : matchRows(form, rows, opened.layout, today)),
    [form, opened, rows, today],
  );
  const fitting = matched.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const odd = matched.flatMap(({ line, read }) => (read.ok ? [] : [{ line, why: read.error }]));
  const isLate = ({ on }: { readonly on: (typeof fitting)[number]["on"] }): boolean =>
    form.paged === "month" && printOf(ledgers, form.id, monthOf(on)) !== undefined;
  const take = async (): Promise<void> => {
    const drafts = fitting.map((draft) =>
      isLate(draft) ? { ...draft, reason: words.lateReason } : draft,
    );
    const done = await acts.enterAll(drafts);
    setKept(done);
    if (done) setState({ type: "taken", count: drafts.length });
  };
  return (
    <section className={`sheet ${css.bring ?? ""}`} aria-label={words.title}>
      <div className={css.formHead}>
        <h2>{words.title}</h2>
        <span className="small">{words.lede}</span>
        <Button look="text" className="end" onClick={leave}>
          {words.close}
        </Button>
      </div>
      {state.type === "asking" ? (
        <div className={css.asking}>
          <PasteBox name={words.pasteHere} take={(source) => void open(source)} />
          <FileButton accept=".xlsx,.csv,.tsv,.html,.htm" onFile={(file) => void open(file)}>
            {words.file}
          </FileButton>
          <span role="alert">
            {state.failure === undefined ? "" : words.failures[state.failure]}
          </span>
        </div>
      ) : null}
      {state.type === "reading" ? <p role="status">{words.reading}</p> : null}
      {state.type === "taken" ? (
        <p className="note ok" role="status">
          {words.taken(state.count)}
        </p>
      ) : null}
      {opened === undefined ? null : (
        <>
          {opened.sheets.length < 2 ? null : (
            <label className={css.inline}>
              {words.sheet}
              <select
                value={String(opened.sheet)}
                onChange={(event) => openAt(opened.sheets, Number(event.target.value))}
              >
                {opened.sheets.map(({ name }, at) => (
                  <option key={`${at}-${name}`} value={String(at)}>
                    {words.sheetName(at + 1, name)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <Preview
            form={form}
            opened={opened}
            rows={rows}
            change={(layout) => setState({ type: "open", opened: { ...opened, layout } })}
          />
          <div role="status">
            <p>{words.understood(fitting.length, odd.length)}</p>
            {odd.slice(0, ODD_SHOWN).map(({ line, why }) => (
              <p key={line} className="small">
                {words.oddRow(line + 1, problemWords(why))}
              </p>
            ))}
            {odd.length > ODD_SHOWN ? (
              <p className="small">{words.moreOdd(odd.length - ODD_SHOWN)}</p>
            ) : null}
            {fitting.some(isLate) ? <p className="small">{words.printedMonths}</p> : null}
          </div>
          <div className={css.formFoot}>
            <Button look="go" disabled={fitting.length === 0} onClick={() => void take()}>
              {words.take(fitting.length)}
            </Button>
            <Button look="text" onClick={() => setState({ type: "asking" })}>
              {words.again}
            </Button>
            <span role="alert" className={css.problem}>
              {kept ? "" : all.book.notKept}
            </span>
          </div>
        </>
      )}
    </section>
  );
};
