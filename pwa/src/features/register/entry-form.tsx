import { civilDateOf } from "@dianbo/shared/clock";
import { correctLine, type RegisterLine, recordShowing, SHOWN_BY } from "@dianbo/shared/ledger";
import { ok } from "@dianbo/shared/result";
import { type FormEvent, useState } from "react";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { useRegister, useSchedule } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { useWords } from "../../locales/index.ts";
import {
  type DraftProblem,
  draftOf,
  type EntryDraft,
  itemMeant,
  readEntry,
} from "./entry-draft.ts";
import { Field } from "./field.tsx";
import css from "./register.module.css";

/** So many places that were used before are offered. */
const PLACES = 12;

/** Four fields for what the study room did not play: when, what, how long, where. With `wrong`, that line is put right. */
export const EntryForm = ({
  today,
  wrong,
  done,
}: {
  readonly today: string;
  readonly wrong?: RegisterLine;
  readonly done: () => void;
}) => {
  const { register: words } = useWords();
  const { library, clock, newId } = useDependencies();
  const { post } = useIdentity();
  const { items } = useSnapshot();
  const { branches, sessions } = useSchedule();
  const { lines, prints } = useRegister();
  const places = [
    ...new Set([...lines, ...sessions.values()].flatMap(({ place }) => place ?? []).reverse()),
  ].slice(0, PLACES);
  const [draft, setDraft] = useState<EntryDraft>(() =>
    draftOf(clock.now(), wrong, places[0] ?? ""),
  );
  const [problem, setProblem] = useState<DraftProblem["type"] | "not-kept">();
  const change = (part: Partial<EntryDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setProblem(undefined);
  };
  const print = prints.get(draft.date.slice(0, 7));
  const isLate =
    wrong === undefined && print !== undefined && draft.date <= civilDateOf(print.first);
  const meant = itemMeant(draft.what, items.values());

  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const now = clock.now();
    const read = readEntry(draft, now, { items: items.values(), branches, wrong });
    if (!draft.nothing && !read.ok) return setProblem(read.error.type);
    const reason = draft.reason.trim().slice(0, 200);
    if ((wrong !== undefined || isLate) && reason === "") return setProblem("no-reason");
    const hand = { post, now, newId };
    const entry =
      read.ok && !draft.nothing
        ? { ...read.value, reason: isLate ? reason : undefined }
        : undefined;
    const kept = await library.apply(() => {
      if (wrong !== undefined) return ok(correctLine(wrong, reason, entry, hand));
      return ok(
        entry === undefined ? { label: { type: "" }, puts: [] } : recordShowing(entry, hand),
      );
    });
    if (kept.ok) done();
    else setProblem("not-kept");
  };

  return (
    <form
      className={`sheet ${css.side ?? ""}`}
      aria-labelledby="register-entry"
      onSubmit={(event) => void keep(event)}
    >
      <h2 id="register-entry">{wrong === undefined ? words.addTitle : words.correctTitle}</h2>
      {wrong === undefined ? null : (
        <>
          <p className="small">{words.correctAbout(wrong.title)}</p>
          <Field name={words.reason}>
            {(id) => (
              <input
                id={id}
                className="field"
                maxLength={200}
                value={draft.reason}
                placeholder={words.reasonHint}
                onChange={(event) => change({ reason: event.target.value })}
              />
            )}
          </Field>
          <label className={css.check}>
            <input
              type="checkbox"
              checked={draft.nothing}
              onChange={(event) => change({ nothing: event.target.checked })}
            />
            {words.nothingShown}
          </label>
        </>
      )}
      {draft.nothing ? null : (
        <>
          <Choice
            name={words.how}
            options={(wrong === undefined ? SHOWN_BY : (["room", ...SHOWN_BY] as const)).map(
              (value) => ({
                value,
                word: value === "room" ? words.byRoomShort : words.byShort[value],
              }),
            )}
            chosen={draft.by}
            onChoose={(by) => change({ by })}
          />
          <div className={css.pair}>
            <Field name={words.when}>
              {(id) => (
                <input
                  id={id}
                  className="field"
                  type="date"
                  min="1970-01-01"
                  max={today}
                  value={draft.date}
                  onChange={(event) => change({ date: event.target.value })}
                />
              )}
            </Field>
            <Field name={words.hour}>
              {(id) => (
                <input
                  id={id}
                  className="field"
                  type="time"
                  value={draft.hour}
                  onChange={(event) => change({ hour: event.target.value })}
                />
              )}
            </Field>
          </div>
          <Field name={words.what}>
            {(id) => (
              <>
                <input
                  id={id}
                  className="field"
                  maxLength={300}
                  autoComplete="off"
                  value={draft.what}
                  placeholder={words.whatHint}
                  onChange={(event) => {
                    const item = itemMeant(event.target.value, items.values());
                    const minutes = item?.minutes;
                    change({
                      what: event.target.value,
                      ...(minutes == null || minutes === 0 ? {} : { minutes: String(minutes) }),
                    });
                  }}
                />
                <span className="small" role="status">
                  {meant === undefined ? "" : words.meant(meant.number ?? undefined, meant.title)}
                </span>
              </>
            )}
          </Field>
          <div className={css.pair}>
            <Field name={words.howLong}>
              {(id) => (
                <input
                  id={id}
                  className="field"
                  inputMode="numeric"
                  maxLength={4}
                  autoComplete="off"
                  value={draft.minutes}
                  onChange={(event) => change({ minutes: event.target.value })}
                />
              )}
            </Field>
            <Field name={words.where}>
              {(id) => (
                <>
                  <input
                    id={id}
                    className="field"
                    maxLength={60}
                    autoComplete="off"
                    list={`${id}-known`}
                    value={draft.place}
                    onChange={(event) => change({ place: event.target.value })}
                  />
                  <datalist id={`${id}-known`}>
                    {places.map((place) => (
                      <option key={place} value={place} />
                    ))}
                  </datalist>
                </>
              )}
            </Field>
          </div>
          {isLate ? (
            <Field name={words.lateReason}>
              {(id) => (
                <input
                  id={id}
                  className="field"
                  maxLength={200}
                  value={draft.reason}
                  onChange={(event) => change({ reason: event.target.value })}
                />
              )}
            </Field>
          ) : null}
          {branches.length === 0 ? null : (
            <Field name={words.branch}>
              {(id) => (
                <select
                  id={id}
                  className="field"
                  value={draft.branch}
                  onChange={(event) => change({ branch: event.target.value })}
                >
                  <option value="">{words.noBranch}</option>
                  {branches.map((branch) => (
                    <option key={branch.id} value={branch.id}>
                      {branch.name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
        </>
      )}
      <p role="alert" className={css.problem}>
        {problem === undefined ? "" : words.problems[problem]}
      </p>
      <div className={css.foot}>
        <Button look="go" type="submit">
          {wrong === undefined ? words.keep : words.keepCorrection}
        </Button>
        <Button look="text" onClick={done}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};
