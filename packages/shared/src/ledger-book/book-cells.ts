import type { Language } from "../language/index.ts";
import { unreachable } from "../result/index.ts";
import type { BookField, BookForm, Value, Values } from "./book-form.ts";
import type { LedgerRow } from "./ledger-page.ts";
import { nameIn } from "./naming.ts";

/** A column's value in words; ticks and choices by their names. */
export const valueInWords = (
  { kind }: BookField,
  value: Value | undefined,
  language: Language,
): string | number | null => {
  if (value === undefined || value === "") return null;
  const nameOf = (id: string, options: { id: string; name: Parameters<typeof nameIn>[0] }[]) => {
    const option = options.find((one) => one.id === id);
    return option === undefined ? id : nameIn(option.name, language);
  };
  switch (kind.type) {
    case "text":
    case "day":
    case "hour":
      return String(value);
    case "count":
      return typeof value === "number" ? value : String(value);
    case "choice":
      return nameOf(String(value), kind.options);
    case "ticks": {
      const ids = Array.isArray(value) ? value : [String(value)];
      return ids.map((id) => nameOf(id, kind.options)).join(language === "en" ? ", " : "、");
    }
    default:
      return unreachable(kind);
  }
};

/** The names of a book's columns in the order of the paper, its day first. */
export const columnNames = (form: BookForm, language: Language): readonly string[] => [
  nameIn(form.dayName, language),
  ...form.fields.map(({ name }) => nameIn(name, language)),
];

/** A row's cells in the order of the paper; personal columns as `personal` says them. */
export const rowCells = (
  form: BookForm,
  row: LedgerRow,
  personal: Values,
  language: Language,
): readonly (string | number | null)[] => [
  row.entry.on,
  ...form.fields.map((field) =>
    valueInWords(
      field,
      field.personal === true ? personal[field.id] : row.values[field.id],
      language,
    ),
  ),
];
