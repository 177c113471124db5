import {
  type BookForm,
  type LedgerRow,
  type Ledgers,
  nameIn,
  type RowProblem,
} from "@dianbo/shared/ledger-book";
import { ok } from "@dianbo/shared/result";
import { noteWishes, readWishes } from "@dianbo/shared/wish";
import { type FormEvent, useId, useRef, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { usePreferences } from "../../app/preferences.tsx";
import { useSiteTime, wishesOf } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { CellInput } from "./cell-input.tsx";
import type { FormMode } from "./form-draft.ts";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { type RowAtWork, useRowForm } from "./use-row-form.ts";

/** So many words that were written into a column before are offered. */
const KNOWN = 12;

const knownIn = (field: string, rows: readonly LedgerRow[]): readonly string[] => {
  const seen = new Set<string>();
  for (const { values } of [...rows].reverse()) {
    const value = values[field];
    if (typeof value === "string" && value !== "") seen.add(value);
    if (seen.size === KNOWN) break;
  }
  return [...seen];
};

/** What is wrong with a row, in words. */
export const useProblemWords = (form: BookForm): ((problem: RowProblem) => string) => {
  const words = useLedgerWords().book.problems;
  const { language } = usePreferences();
  return ({ field, why }) => {
    const naming = field === "on" ? form.dayName : form.fields.find(({ id }) => id === field)?.name;
    return words[why](naming === undefined ? field : nameIn(naming, language));
  };
};

const Cells = ({
  form,
  work,
  rows,
  id,
}: {
  readonly form: BookForm;
  readonly work: RowAtWork;
  readonly rows: readonly LedgerRow[];
  readonly id: string;
}) => {
  const { language } = usePreferences();
  const { date: today } = useSiteTime();
  const { typed, trouble } = work;
  const wrong = trouble?.type === "row-problem" ? trouble.field : undefined;
  return (
    <>
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
          aria-invalid={wrong === "on" || undefined}
          aria-describedby={wrong === "on" ? `${id}-problem` : undefined}
          onChange={(event) => work.change({ on: event.target.value })}
        />
      </div>
      {work.fields.map((field, at) => (
        <span key={field.id} className={css.slot} data-first={at === 0 ? "" : undefined}>
          <CellInput
            field={field}
            value={typed.cells[field.id] ?? ""}
            change={(value) => work.change({ cells: { ...typed.cells, [field.id]: value } })}
            locked={work.cannotWrite}
            known={field.personal === true ? [] : knownIn(field.id, rows)}
            wrong={wrong === field.id}
            problem={`${id}-problem`}
          />
        </span>
      ))}
    </>
  );
};

const ReasonField = ({
  mode,
  work,
  id,
}: {
  readonly mode: FormMode;
  readonly work: RowAtWork;
  readonly id: string;
}) => {
  const words = useLedgerWords().book;
  return (
    <div className={css.reason}>
      <label htmlFor={`${id}-reason`} className="small">
        {mode.type === "correct" ? words.reason : words.lateReason}
      </label>
      <input
        id={`${id}-reason`}
        className="field"
        maxLength={200}
        autoComplete="off"
        value={work.reason}
        placeholder={words.reasonHint}
        onChange={(event) => work.setReason(event.target.value)}
      />
    </div>
  );
};

/** What somebody wants to see may go among the wishes too, by one press; whose it is does not. */
const WishOffer = ({ wish }: { readonly wish: string }) => {
  const words = useLedgerWords().book;
  const { library, newId } = useDependencies();
  const { date } = useSiteTime();
  const [noted, setNoted] = useState(false);
  const { wishes, tooLong } = readWishes(wish);
  if (wishes.length === 0 || tooLong.length > 0) return null;
  if (noted) return <span role="status">{words.wishNoted}</span>;
  const note = async (): Promise<void> => {
    const kept = await library.apply(({ snapshot, identity }) =>
      ok(noteWishes(wishes, wishesOf(snapshot.records, identity.site).rows, date, newId)),
    );
    setNoted(kept.ok);
  };
  return <Button onClick={() => void note()}>{words.noteWish(wish.slice(0, 20))}</Button>;
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
  const words = useLedgerWords().book;
  const work = useRowForm(form, mode, ledgers, day);
  const problemWords = useProblemWords(form);
  const [said, setSaid] = useState("");
  const [wish, setWish] = useState("");
  const cells = useRef<HTMLDivElement>(null);
  const id = useId();
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaid("");
    const kept = await work.keep();
    if (kept === undefined) return;
    setWish(kept.wish);
    if (mode.type !== "enter") {
      leave();
      return;
    }
    setSaid(words.entered);
    cells.current?.querySelector<HTMLElement>("[data-first] :is(input, select, textarea)")?.focus();
  };
  const { trouble } = work;
  const heading = {
    enter: { title: words.enter, lede: words.enterKey },
    correct: { title: words.correctTitle, lede: words.correctLede },
    "go-on": { title: words.goOnTitle, lede: words.goOnLede },
  }[mode.type];
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
        <h2 id={`${id}-title`}>{heading.title}</h2>
        <span className="small">{heading.lede}</span>
        {mode.type === "correct" ? (
          <label className={css.check}>
            <input
              type="checkbox"
              checked={work.dropped}
              onChange={(event) => work.setDropped(event.target.checked)}
            />
            {words.dropRow}
          </label>
        ) : null}
      </div>
      {work.dropped ? null : (
        <div className={css.cells} ref={cells}>
          <Cells form={form} work={work} rows={rows} id={id} />
        </div>
      )}
      <div className={css.formFoot}>
        {work.needsReason ? <ReasonField mode={mode} work={work} id={id} /> : null}
        <Button look="go" type="submit" disabled={work.cannotWrite}>
          {mode.type === "correct" ? words.keepCorrection : words.keep}
        </Button>
        {work.hasLater ? (
          <Button look="text" aria-expanded={work.whole} onClick={() => work.setWhole(!work.whole)}>
            {work.whole ? words.withoutLater : words.withLater}
          </Button>
        ) : null}
        {mode.type === "enter" ? null : (
          <Button look="text" onClick={leave}>
            {words.cancel}
          </Button>
        )}
        <span role="status" className="small">
          {work.isLongAgo ? words.longAgo : said}
        </span>
        {wish === "" ? null : <WishOffer key={wish} wish={wish} />}
        <span role="alert" id={`${id}-problem`} className={css.problem}>
          {trouble === undefined
            ? ""
            : trouble.type === "row-problem"
              ? problemWords(trouble)
              : trouble.type === "no-reason"
                ? words.noReason
                : words.notKept}
        </span>
      </div>
    </form>
  );
};
