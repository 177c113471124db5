import type { PlanReason } from "@dianbo/shared/report";
import type { PlanDraft } from "./plan-draft.ts";
import css from "./plan-room.module.css";
import type { PlanWords } from "./plan-room.tsx";

const reasonInWords = (reason: PlanReason, { reasons }: PlanWords): string => {
  switch (reason.type) {
    case "season":
      return reasons.season;
    case "wish":
      return reasons.wish(reason.people);
    case "never-shown":
      return reasons["never-shown"](reason.held);
    case "quiet-month":
      return reasons["quiet-month"];
  }
};

type TextField = "topic" | "content" | "audience" | "when" | "way" | "sessions";

/** One proposed row: whether it is taken, its fields, and why it is there. */
export const PlanRowFields = ({
  draft,
  words,
  change,
}: {
  readonly draft: PlanDraft;
  readonly words: PlanWords;
  readonly change: (part: Partial<PlanDraft>) => void;
}) => {
  const { columns } = words;
  const named = (column: keyof typeof columns): string => words.rowOf(columns[column], draft.topic);
  const field = (name: TextField, longest: number) => (
    <label className={name === "sessions" ? css.short : undefined}>
      <span className="hint">{columns[name]}</span>
      <input
        className="field"
        aria-label={named(name)}
        inputMode={name === "sessions" ? "numeric" : undefined}
        maxLength={longest}
        value={draft[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <li className={css.row}>
      <input
        type="checkbox"
        aria-label={named("take")}
        checked={draft.take}
        onChange={(event) => change({ take: event.target.checked })}
      />
      <div className={css.fields}>
        {field("topic", 100)}
        {field("content", 200)}
        {field("audience", 60)}
        {field("when", 60)}
        {field("way", 40)}
        <label>
          <span className="hint">{columns.host}</span>
          <select
            className="field"
            aria-label={named("host")}
            value={draft.host}
            onChange={({ target: { value } }) =>
              change({ host: value === "A" || value === "B" ? value : "" })
            }
          >
            <option value="">{words.nobody}</option>
            <option value="A">{words.post("A")}</option>
            <option value="B">{words.post("B")}</option>
          </select>
        </label>
        {field("sessions", 2)}
        <p className="small">
          {[
            ...(draft.held ? [words.held] : []),
            ...draft.reasons.map((reason) => reasonInWords(reason, words)),
          ].join(" · ")}
        </p>
      </div>
    </li>
  );
};
