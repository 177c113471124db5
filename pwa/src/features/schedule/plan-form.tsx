import { monthSchema, type PlanRow } from "@dianbo/shared/session";
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import * as v from "valibot";
import { useWords } from "../../locales/index.ts";
import { TextField } from "./form-field.tsx";
import styles from "./schedule.module.css";

/** What a row of the study plan says. */
export type PlanFields = Omit<PlanRow, "id" | "life">;

/** The four fields of a row of the study plan, for a new one or for one that is changed. */
export const PlanForm = ({
  name,
  begin,
  keep,
  leave,
  acts,
}: {
  readonly name: string;
  /** What stands in the fields at first. */
  readonly begin: Pick<PlanFields, "topic" | "audience" | "sessions"> & { readonly month: string };
  /** Answers whether it was kept; a new row's topic is then emptied. */
  readonly keep: (row: PlanFields) => Promise<boolean>;
  /** What Esc does. */
  readonly leave?: () => void;
  /** The buttons behind the fields. */
  readonly acts: ReactNode;
}) => {
  const words = useWords().schedule.plan;
  const [month, setMonth] = useState<string>(begin.month);
  const [topic, setTopic] = useState(begin.topic);
  const [audience, setAudience] = useState(begin.audience ?? "");
  const [wanted, setWanted] = useState(String(begin.sessions));
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
      audience: audience.trim() === "" ? null : audience.trim().slice(0, 60),
      sessions,
    }).then((kept) => {
      if (kept && leave === undefined) setTopic("");
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
      </form>
      {isBad ? (
        <p className={`note bad ${styles.inset ?? ""}`} role="alert">
          {words.bad}
        </p>
      ) : null}
    </div>
  );
};
