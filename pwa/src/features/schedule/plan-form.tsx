import { monthSchema, type PlanRow } from "@dianbo/shared/session";
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import * as v from "valibot";
import { useWords } from "../../locales/index.ts";
import { FormField, TextField } from "./form-field.tsx";
import styles from "./schedule.module.css";

/** What a row of the study plan says. */
export type PlanFields = Omit<PlanRow, "id" | "life">;

const orNone = (text: string, longest: number): string | null =>
  text.trim() === "" ? null : text.trim().slice(0, longest);

/** The fields of a row of the study plan, for a new one or for one that is changed. */
export const PlanForm = ({
  name,
  begin,
  keep,
  leave,
  acts,
}: {
  readonly name: string;
  /** What stands in the fields at first. */
  readonly begin: Pick<
    PlanFields,
    "topic" | "audience" | "sessions" | "content" | "when" | "way" | "host"
  > & { readonly month: string };
  /** Answers whether it was kept; a new row's topic is then emptied. */
  readonly keep: (row: PlanFields) => Promise<boolean>;
  /** What Esc does. */
  readonly leave?: () => void;
  /** The buttons behind the fields. */
  readonly acts: ReactNode;
}) => {
  const {
    schedule: { plan: words },
    shell,
  } = useWords();
  const [month, setMonth] = useState<string>(begin.month);
  const [topic, setTopic] = useState(begin.topic);
  const [audience, setAudience] = useState(begin.audience ?? "");
  const [wanted, setWanted] = useState(String(begin.sessions));
  const [content, setContent] = useState(begin.content ?? "");
  const [when, setWhen] = useState(begin.when ?? "");
  const [way, setWay] = useState(begin.way ?? "");
  const [host, setHost] = useState(begin.host ?? undefined);
  const [isBad, setBad] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = v.safeParse(monthSchema, month);
    const sessions = Number(wanted);
    const isFit = Number.isInteger(sessions) && sessions >= 1 && sessions <= 31;
    setBad(!read.success || topic.trim() === "" || !isFit);
    if (!read.success || topic.trim() === "" || !isFit) return;
    void keep({
      month: read.output,
      topic: topic.trim().slice(0, 100),
      audience: orNone(audience, 60),
      sessions,
      content: orNone(content, 200),
      when: orNone(when, 60),
      way: orNone(way, 40),
      host: host ?? null,
    }).then((kept) => {
      if (!kept || leave !== undefined) return;
      setTopic("");
      setContent("");
      setWhen("");
    });
  };
  return (
    <div className="grow">
      <form
        className={styles.addRow}
        aria-label={name}
        onSubmit={submit}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing || leave === undefined)
            return;
          event.preventDefault();
          leave();
        }}
      >
        <TextField name={words.month} type="month" value={month} change={setMonth} />
        <TextField
          name={words.topic}
          value={topic}
          hint={words.topicHint}
          longest={100}
          change={setTopic}
        />
        <TextField
          name={words.audience}
          value={audience}
          hint={words.audienceHint}
          longest={60}
          change={setAudience}
        />
        <TextField name={words.sessions} type="number" value={wanted} change={setWanted} />
        {acts}
        <details className={styles.more}>
          <summary>{words.more}</summary>
          <div className={styles.addRow}>
            <TextField
              name={words.content}
              value={content}
              hint={words.contentHint}
              longest={200}
              change={setContent}
            />
            <TextField
              name={words.when}
              value={when}
              hint={words.whenHint}
              longest={60}
              change={setWhen}
            />
            <TextField
              name={words.way}
              value={way}
              hint={words.wayHint}
              longest={40}
              change={setWay}
            />
            <FormField name={words.host}>
              {(id) => (
                <select
                  id={id}
                  className="field"
                  value={host ?? ""}
                  onChange={({ target: { value } }) =>
                    setHost(value === "A" || value === "B" ? value : undefined)
                  }
                >
                  <option value="">{words.nobody}</option>
                  <option value="A">{shell.post("A")}</option>
                  <option value="B">{shell.post("B")}</option>
                </select>
              )}
            </FormField>
          </div>
        </details>
      </form>
      {isBad ? (
        <p className={`note bad ${styles.inset ?? ""}`} role="alert">
          {words.bad}
        </p>
      ) : null}
    </div>
  );
};
