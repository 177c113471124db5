import { type BookField, nameIn } from "@dianbo/shared/ledger-book";
import { useId } from "react";
import { usePreferences } from "../../app/preferences.tsx";
import { Button } from "../../design/button.tsx";
import { ticked } from "./form-draft.ts";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";

const Ticks = ({
  field,
  name,
  value,
  change,
}: {
  readonly field: BookField & { readonly kind: Extract<BookField["kind"], { type: "ticks" }> };
  readonly name: string;
  readonly value: string;
  readonly change: (value: string) => void;
}) => {
  const words = useLedgerWords().book;
  const { language } = usePreferences();
  const chosen = ticked(value);
  return (
    <fieldset className={css.ticks}>
      <legend className="small">{name}</legend>
      {field.kind.options.map((option) => (
        <label key={option.id}>
          <input
            type="checkbox"
            checked={chosen.includes(option.id)}
            onChange={(event) =>
              change(
                (event.target.checked
                  ? [...chosen, option.id]
                  : chosen.filter((id) => id !== option.id)
                ).join(","),
              )
            }
          />
          {nameIn(option.name, language)}
        </label>
      ))}
      <Button look="text" onClick={() => change(field.kind.options.map(({ id }) => id).join(","))}>
        {words.all}
      </Button>
    </fieldset>
  );
};

/** One column of a row as it is written: by what it takes. */
export const CellInput = ({
  field,
  value,
  change,
  locked,
  known,
  wrong,
  problem,
}: {
  readonly field: BookField;
  readonly value: string;
  readonly change: (value: string) => void;
  /** Names cannot be written while they are locked. */
  readonly locked: boolean;
  /** What was written into this column before. */
  readonly known: readonly string[];
  readonly wrong: boolean;
  /** The id of the line that says what is wrong. */
  readonly problem: string;
}) => {
  const words = useLedgerWords().book;
  const { language } = usePreferences();
  const id = useId();
  const bare = nameIn(field.name, language);
  const remark = [
    ...(field.must === true ? [words.must] : []),
    ...(field.personal === true ? [words.here] : []),
  ].join(language === "en" ? ", " : "，");
  const name =
    remark === "" ? bare : language === "en" ? `${bare} (${remark})` : `${bare}（${remark}）`;
  const { kind } = field;
  if (kind.type === "ticks") {
    return <Ticks field={{ ...field, kind }} name={name} value={value} change={change} />;
  }
  const common = {
    id,
    className: "field",
    value,
    disabled: locked,
    "aria-invalid": wrong || undefined,
    "aria-describedby": wrong ? problem : undefined,
  } as const;
  const input = () => {
    switch (kind.type) {
      case "choice":
        return (
          <select {...common} onChange={(event) => change(event.target.value)}>
            <option value="">{words.none1}</option>
            {kind.options.map((option) => (
              <option key={option.id} value={option.id}>
                {nameIn(option.name, language)}
              </option>
            ))}
          </select>
        );
      case "day":
        return (
          <input
            {...common}
            type="date"
            min="1970-01-01"
            max="2099-12-31"
            onChange={(event) => change(event.target.value)}
          />
        );
      case "hour":
        return <input {...common} type="time" onChange={(event) => change(event.target.value)} />;
      case "count":
        return (
          <input
            {...common}
            inputMode="numeric"
            maxLength={6}
            autoComplete="off"
            onChange={(event) => change(event.target.value)}
          />
        );
      case "text":
        return (kind.lines ?? 1) > 1 ? (
          <textarea
            {...common}
            rows={2}
            maxLength={2000}
            onChange={(event) => change(event.target.value)}
            onKeyDown={(event) => {
              // As in WeChat: Enter keeps, Shift+Enter begins a line. While characters are composed it is theirs.
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        ) : (
          <>
            <input
              {...common}
              maxLength={300}
              autoComplete="off"
              list={known.length === 0 ? undefined : `${id}-known`}
              onChange={(event) => change(event.target.value)}
            />
            {known.length === 0 ? null : (
              <datalist id={`${id}-known`}>
                {known.map((text) => (
                  <option key={text} value={text} />
                ))}
              </datalist>
            )}
          </>
        );
    }
  };
  return (
    <div
      className={css.cell}
      style={{ flexGrow: field.width, minWidth: `${Math.max(7, field.width * 0.9)}rem` }}
    >
      <label htmlFor={id} className="small">
        {name}
      </label>
      {input()}
    </div>
  );
};
