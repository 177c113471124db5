import { useWords } from "../../locales/index.ts";
import { FormField, SelectField, TextField } from "./form-field.tsx";
import styles from "./schedule.module.css";
import type { SessionDraft } from "./session-draft.ts";
import { REPEATS } from "./session-draft.ts";

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];
const EVERY = [1, 2, 3, 4];

/** How often: once, on days that end in a digit, on weekdays, monthly, or once a month for each branch. */
export const RepeatFields = ({
  draft,
  change,
}: {
  readonly draft: SessionDraft;
  readonly change: (change: Partial<SessionDraft>) => void;
}) => {
  const { form: words, weekdays } = useWords().schedule;
  return (
    <>
      <SelectField
        name={words.repeat}
        value={draft.repeat}
        wide
        options={REPEATS.map((value) => ({ value, word: words.repeats[value] }))}
        change={(value) => change({ repeat: REPEATS.find((repeat) => repeat === value) ?? "once" })}
      />
      {draft.repeat === "ending" ? (
        <SelectField
          name={words.ending}
          value={String(draft.digit)}
          options={DIGITS.map((digit) => ({ value: String(digit), word: words.endingOf(digit) }))}
          change={(value) => change({ digit: Number(value) })}
        />
      ) : null}
      {draft.repeat === "weekly" ? (
        <>
          <FormField name={words.weekdays} wide>
            {(id) => (
              <fieldset id={id} className={styles.weekdays} aria-label={words.weekdays}>
                {weekdays.map((name, at) => (
                  <button
                    key={name}
                    type="button"
                    className="chip"
                    aria-pressed={draft.weekdays.includes(at + 1)}
                    onClick={() =>
                      change({
                        weekdays: draft.weekdays.includes(at + 1)
                          ? draft.weekdays.filter((day) => day !== at + 1)
                          : [...draft.weekdays, at + 1],
                      })
                    }
                  >
                    {name}
                  </button>
                ))}
              </fieldset>
            )}
          </FormField>
          <SelectField
            name={words.every}
            value={String(draft.every)}
            options={EVERY.map((weeks) => ({ value: String(weeks), word: words.everyOf(weeks) }))}
            change={(value) => change({ every: Number(value) })}
          />
        </>
      ) : null}
      {draft.repeat === "once" ? null : (
        <TextField
          name={words.until}
          type="date"
          value={draft.until}
          change={(until) => change({ until })}
        />
      )}
    </>
  );
};
