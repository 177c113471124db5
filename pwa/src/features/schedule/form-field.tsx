import { type ReactNode, useId } from "react";
import styles from "./schedule.module.css";

/** A named field of the form; the name stands above it. */
export const FormField = ({
  name,
  wide = false,
  children,
}: {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: (id: string) => ReactNode;
}) => {
  const id = useId();
  return (
    <div className={`${styles.field ?? ""} ${wide ? (styles.wide ?? "") : ""}`}>
      <label htmlFor={id} className="small">
        {name}
      </label>
      {children(id)}
    </div>
  );
};

/** One line of text in the form. */
export const TextField = ({
  name,
  value,
  hint,
  longest,
  type = "text",
  choices = [],
  wide,
  change,
}: {
  readonly name: string;
  readonly value: string;
  readonly hint?: string;
  readonly longest?: number;
  readonly type?: "text" | "date" | "time" | "number" | "month";
  readonly choices?: readonly string[];
  readonly wide?: boolean;
  readonly change: (text: string) => void;
}) => (
  <FormField name={name} wide={wide ?? false}>
    {(id) => (
      <>
        <input
          id={id}
          className="field"
          type={type}
          value={value}
          placeholder={hint}
          maxLength={longest}
          autoComplete="off"
          list={choices.length === 0 ? undefined : `${id}-known`}
          {...(type === "date" ? { min: "1970-01-01", max: "2099-12-31" } : {})}
          onChange={(event) => change(event.target.value)}
        />
        {choices.length === 0 ? null : (
          <datalist id={`${id}-known`}>
            {choices.map((choice) => (
              <option key={choice} value={choice} />
            ))}
          </datalist>
        )}
      </>
    )}
  </FormField>
);

/** A choice out of a list. */
export const SelectField = ({
  name,
  value,
  options,
  wide,
  change,
}: {
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly word: string }[];
  readonly wide?: boolean;
  readonly change: (value: string) => void;
}) => (
  <FormField name={name} wide={wide ?? false}>
    {(id) => (
      <select
        id={id}
        className="field"
        value={value}
        onChange={(event) => change(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.word}
          </option>
        ))}
      </select>
    )}
  </FormField>
);
