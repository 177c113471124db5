import {
  type BookField,
  type BookForm,
  isFilled,
  type LedgerRow,
  type TypedRow,
  typedCell,
  type Values,
} from "@dianbo/shared/ledger-book";

/** What the form is at: a new row, one that is put right, one that goes on. */
export type FormMode =
  | { readonly type: "enter" }
  | { readonly type: "correct"; readonly row: LedgerRow }
  | { readonly type: "go-on"; readonly row: LedgerRow };

/** The ids of ticks as they are typed. */
export const ticked = (typed: string): readonly string[] =>
  typed.split(",").filter((id) => id !== "");

/**
 * The columns that are asked for: of a new row those that are known now (`whole`: all), of one that goes on those
 * that it still lacks and that may come later.
 */
export const askedFields = (
  form: BookForm,
  mode: FormMode,
  personal: Values,
  whole = true,
): readonly BookField[] => {
  switch (mode.type) {
    case "enter":
      return whole ? form.fields : form.fields.filter(({ later }) => later !== true);
    case "correct":
      return form.fields;
    case "go-on":
      return form.fields.filter(
        ({ id, later }) =>
          later === true && !isFilled(mode.row.values[id]) && !isFilled(personal[id]),
      );
  }
};

/** Whether a row lacks something that may come later. */
export const canGoOn = (form: BookForm, row: LedgerRow, personal: Values): boolean =>
  row.struck === undefined && askedFields(form, { type: "go-on", row }, personal).length > 0;

/** What the form begins with. */
export const firstDraft = (
  form: BookForm,
  mode: FormMode,
  personal: Values,
  day: string,
): TypedRow => {
  if (mode.type !== "correct") return { on: day, cells: {} };
  return {
    on: mode.row.entry.on,
    cells: Object.fromEntries(
      form.fields.map((field) => [
        field.id,
        typedCell(field.personal === true ? personal[field.id] : mode.row.values[field.id]),
      ]),
    ),
  };
};
