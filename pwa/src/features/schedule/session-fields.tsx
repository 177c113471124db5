import { useSchedule } from "../../app/site-records.ts";
import { useWords } from "../../locales/index.ts";
import { ContentFields } from "./content-fields.tsx";
import { SelectField, TextField } from "./form-field.tsx";
import styles from "./schedule.module.css";
import type { SessionDraft } from "./session-draft.ts";

/** What is said of a session, once or again and again. */
export const SessionFields = ({
  draft,
  places,
  change,
}: {
  readonly draft: SessionDraft;
  /** Places used lately. */
  readonly places: readonly string[];
  readonly change: (change: Partial<SessionDraft>) => void;
}) => {
  const words = useWords().schedule.form;
  const schedule = useSchedule();
  return (
    <>
      <TextField
        name={words.date}
        type="date"
        value={draft.date}
        change={(date) => change({ date })}
      />
      <TextField
        name={words.start}
        type="time"
        value={draft.start}
        change={(text) => change({ start: text })}
      />
      <ContentFields draft={draft} change={change} />
      <TextField
        name={words.place}
        value={draft.place}
        hint={words.placeHint}
        longest={60}
        choices={places}
        change={(place) => change({ place })}
      />
      <TextField
        name={words.minutes}
        type="number"
        value={draft.minutes}
        hint="60"
        change={(minutes) => change({ minutes })}
      />
      {draft.repeat === "branches" ? null : (
        <SelectField
          name={words.branch}
          value={draft.branch}
          options={[
            { value: "", word: words.noBranch },
            ...schedule.branches.map(({ id, name }) => ({ value: id, word: name })),
          ]}
          change={(branch) => change({ branch })}
        />
      )}
      <SelectField
        name={words.host}
        value={draft.host}
        options={[
          { value: "", word: words.noHost },
          ...["A", "B"].map((post) => ({ value: post, word: words.post(post) })),
        ]}
        change={(host) => change({ host })}
      />
      {schedule.plans.length === 0 ? null : (
        <SelectField
          name={words.plan}
          value={draft.plan}
          wide
          options={[
            { value: "", word: words.noPlan },
            ...schedule.plans.map(({ id, month, topic }) => ({
              value: id,
              word: `${month}　${topic}`,
            })),
          ]}
          change={(plan) => change({ plan })}
        />
      )}
      <TextField
        name={words.title}
        value={draft.title}
        hint={words.titleHint}
        longest={100}
        wide
        change={(title) => change({ title })}
      />
      <label className={`${styles.tick ?? ""} ${styles.wide ?? ""}`}>
        <input
          type="checkbox"
          checked={draft.mustPlay}
          onChange={(event) => change({ mustPlay: event.target.checked })}
        />
        {words.mustPlay}
      </label>
    </>
  );
};
