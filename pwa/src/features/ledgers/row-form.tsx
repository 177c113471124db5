import {
  type BookForm,
  type LedgerRow,
  type Ledgers,
  nameIn,
  printOf,
  type RowProblem,
  readRow,
  type TypedRow,
} from "@dianbo/shared/ledger-book";
import { monthOf } from "@dianbo/shared/session";
import { type FormEvent, useId, useRef, useState } from "react";
import { usePreferences } from "../../app/preferences.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { CellInput } from "./cell-input.tsx";
import { askedFields, type FormMode, firstDraft } from "./form-draft.ts";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { usePersonal } from "./personal-context.tsx";
import { useBookActs } from "./use-book-acts.ts";

/** So many words that were written into a column before are offered. */
const KNOWN = 12;
/** A day so far back is asked about, in milliseconds. */
const LONG_AGO = 400 * 86_400_000;

const knownIn = (field: string, rows: readonly LedgerRow[]): readonly string[] => {
  const seen = new Set<string>();
  for (const { values } of [...rows].reverse()) {
    const value = values[field];
    if (typeof value === "string" && value !== "") seen.add(value);
    if (seen.size === KNOWN) break;
  }
  return [...seen];
};

type Trouble = RowProblem | { readonly type: "no-reason" | "not-kept" };

/** What is wrong with a row, in words. */
export const useProblemWords = (form: BookForm): ((problem: RowProblem) => string) => {
  const words = useLedgerWords().book.problems;
  const { language } = usePreferences();
  return ({ field, why }) => {
    const naming = field === "on" ? form.dayName : form.fields.find(({ id }) => id === field)?.name;
    return words[why](naming === undefined ? field : nameIn(naming, language));
  };
};

/** A row of a book as it is written: new, put right, or gone on with. Enter keeps it; the next begins at once. */
export const RowForm = ({
  form,
  mode,
  ledgers,
  rows,
  day,
  leave,
}: {
  readonly form: BookForm;
  readonly mode: FormMode;
  readonly ledgers: Ledgers;
  readonly rows: readonly LedgerRow[];
  /** The day a new row begins with. */
  readonly day: string;
  /** Called when a correction or what goes on is kept or left. */
  readonly leave: () => void;
}) => {
  const all = useLedgerWords();
  const words = all.book;
  const { language } = usePreferences();
  const { date: today } = useSiteTime();
  const personal = usePersonal();
  const acts = useBookActs(form);
  const problemWords = useProblemWords(form);
  const own = mode.type === "enter" ? {} : personal.cellsOf(mode.row);
  const [typed, setTyped] = useState<TypedRow>(() => firstDraft(form, mode, own, day));
  const [reason, setReason] = useState("");
  const [dropped, setDropped] = useState(false);
  const [whole, setWhole] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [said, setSaid] = useState("");
  const fieldset = useRef<HTMLDivElement>(null);
  const id = useId();
  const isLocked = personal.lock === "locked";
  const hasLater = mode.type === "enter" && form.fields.some(({ later }) => later === true);
  const fields = askedFields(form, mode, own, whole).filter(
    (field) => !isLocked || field.personal !== true,
  );
  const lockedFields = isLocked ? form.fields.filter((field) => field.personal === true) : [];
  const cannotWrite =
    lockedFields.length > 0 &&
    (mode.type === "correct" || lockedFields.some(({ must }) => must === true));

  const change = (part: Partial<TypedRow>): void => {
    setTyped((before) => ({ ...before, ...part }));
    setTrouble(undefined);
    setSaid("");
  };
  const read = readRow(form, typed, today, fields);
  const isLate =
    mode.type === "enter" &&
    read.ok &&
    form.paged === "month" &&
    printOf(ledgers, form.id, monthOf(read.value.on)) !== undefined;
  const needsReason = mode.type === "correct" || isLate;
  const isLongAgo = read.ok && Date.parse(today) - Date.parse(read.value.on) > LONG_AGO;

  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const why = reason.trim().slice(0, 200);
    if (!dropped && !read.ok) return setTrouble(read.error);
    if (needsReason && why === "") return setTrouble({ type: "no-reason" });
    const draft = read.ok ? { ...read.value, ...(why === "" ? {} : { reason: why }) } : undefined;
    const write = (): Promise<boolean> => {
      switch (mode.type) {
        case "enter":
          return draft === undefined ? Promise.resolve(false) : acts.enter(draft);
        case "go-on":
          return draft === undefined ? Promise.resolve(false) : acts.goOn(mode.row, draft);
        case "correct":
          return acts.correct(mode.row, why, dropped ? undefined : draft);
      }
    };
    if (!(await write())) return setTrouble({ type: "not-kept" });
    if (mode.type !== "enter") return leave();
    setTyped({ on: typed.on, cells: {} });
    setReason("");
    setSaid(words.entered);
    fieldset.current
      ?.querySelector<HTMLElement>("[data-first] input, [data-first] select")
      ?.focus();
  };

  const troubleWords = (): string => {
    if (trouble === undefined) return "";
    if (trouble.type === "row-problem") return problemWords(trouble);
    return trouble.type === "no-reason" ? words.noReason : words.notKept;
  };
  const wrongField = trouble?.type === "row-problem" ? trouble.field : undefined;
  const title = { enter: words.enter, correct: words.correctTitle, "go-on": words.goOnTitle }[
    mode.type
  ];
  return (
    <form
      className={`sheet ${css.rowForm ?? ""}`}
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => void keep(event)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && mode.type !== "enter") leave();
      }}
    >
      <div className={css.formHead}>
        <h2 id={`${id}-title`}>{title}</h2>
        <span className="small">
          {mode.type === "enter"
            ? words.enterKey
            : mode.type === "correct"
              ? words.correctLede
              : words.goOnLede}
        </span>
        {mode.type === "correct" ? (
          <label className={css.check}>
            <input
              type="checkbox"
              checked={dropped}
              onChange={(event) => setDropped(event.target.checked)}
            />
            {words.dropRow}
          </label>
        ) : null}
      </div>
      {dropped ? null : (
        <div className={css.cells} ref={fieldset}>
          <div className={css.cell}>
            <label htmlFor={`${id}-on`} className="small">
              {nameIn(form.dayName, language)}
            </label>
            <input
              id={`${id}-on`}
              className="field"
              type="date"
              min="1970-01-01"
              max={today}
              value={typed.on}
              aria-invalid={wrongField === "on" || undefined}
              aria-describedby={wrongField === "on" ? `${id}-problem` : undefined}
              onChange={(event) => change({ on: event.target.value })}
            />
          </div>
          {fields.map((field, at) => (
            <span key={field.id} className={css.slot} data-first={at === 0 ? "" : undefined}>
              <CellInput
                field={field}
                value={typed.cells[field.id] ?? ""}
                change={(value) => change({ cells: { ...typed.cells, [field.id]: value } })}
                locked={cannotWrite}
                known={field.personal === true ? [] : knownIn(field.id, rows)}
                wrong={wrongField === field.id}
                problem={`${id}-problem`}
              />
            </span>
          ))}
        </div>
      )}
      <div className={css.formFoot}>
        {needsReason ? (
          <div className={css.reason}>
            <label htmlFor={`${id}-reason`} className="small">
              {mode.type === "correct" ? words.reason : words.lateReason}
            </label>
            <input
              id={`${id}-reason`}
              className="field"
              maxLength={200}
              autoComplete="off"
              value={reason}
              placeholder={words.reasonHint}
              onChange={(event) => {
                setReason(event.target.value);
                setTrouble(undefined);
              }}
            />
          </div>
        ) : null}
        <Button look="go" type="submit" disabled={cannotWrite}>
          {mode.type === "correct" ? words.keepCorrection : words.keep}
        </Button>
        {hasLater ? (
          <Button look="text" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? words.withoutLater : words.withLater}
          </Button>
        ) : null}
        {mode.type === "enter" ? null : (
          <Button look="text" onClick={leave}>
            {words.cancel}
          </Button>
        )}
        <span role="status" className="small">
          {isLongAgo ? words.longAgo : said}
        </span>
        <span role="alert" id={`${id}-problem`} className={css.problem}>
          {troubleWords()}
        </span>
      </div>
    </form>
  );
};
