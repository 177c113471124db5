import { type KeyboardEvent, useId } from "react";
import { useWords } from "../../locales/index.ts";
import type { FieldProblem, ReadField } from "./item-fields.ts";
import css from "./item-room.module.css";
import { useField } from "./use-field.ts";

const useProblemWords = (): ((problem: FieldProblem) => string) => {
  const { problems } = useWords().item;
  return (problem) => {
    switch (problem.type) {
      case "too-long":
        return problems["too-long"](problem.most);
      case "no-title":
      case "no-minutes":
      case "no-date":
      case "not-kept":
        return problems[problem.type];
    }
  };
};

/**
 * One field, edited where it stands: kept when it is left or on Enter (Ctrl+Enter in a note), given up
 * on Esc. What cannot be kept is said below it in words.
 */
export const EditField = <T,>({
  label,
  kept,
  read,
  save,
  look = "line",
  hint,
  numeric = false,
}: {
  readonly label: string;
  readonly kept: string;
  readonly read: ReadField<T>;
  readonly save: (value: T) => Promise<boolean>;
  readonly look?: "line" | "note" | "title";
  readonly hint?: string;
  readonly numeric?: boolean;
}) => {
  const field = useField(kept, read, save);
  const inWords = useProblemWords();
  const id = useId();
  const shared = {
    id,
    value: field.value,
    placeholder: hint,
    autoComplete: "off",
    "aria-invalid": field.problem !== undefined,
    "aria-describedby": field.problem === undefined ? undefined : `${id}-problem`,
    onBlur: field.keep,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === "Escape") field.drop();
      if (event.key !== "Enter" || (look === "note" && !event.ctrlKey)) return;
      event.preventDefault();
      field.keep();
    },
  } as const;
  return (
    <div className={look === "title" ? css.titleField : css.field}>
      <label htmlFor={id} className={look === "title" ? "visually-hidden" : undefined}>
        {label}
      </label>
      {look === "line" ? (
        <input
          {...shared}
          inputMode={numeric ? "numeric" : "text"}
          onChange={(event) => field.change(event.target.value)}
        />
      ) : (
        // The wrapper holds the same words, so that the field is as high as they are.
        <span className={css.growing} data-words={field.value}>
          <textarea
            {...shared}
            rows={look === "title" ? 1 : 3}
            onChange={(event) => field.change(event.target.value)}
          />
        </span>
      )}
      {field.problem === undefined ? null : (
        <p id={`${id}-problem`} className={css.problem} role="alert">
          {inWords(field.problem)}
        </p>
      )}
    </div>
  );
};
