import * as v from "valibot";
import {
  type Changes,
  create,
  deleteRecord,
  type Json,
  jsonSchema,
  put,
  type RecordState,
  shownValues,
} from "../changes/index.ts";
import { type NewId, newRecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import type { BookForm } from "./book-form.ts";
import { FORMS_OF_KIT } from "./forms-of-kit.ts";
import { FORMS_OF_PEOPLE } from "./forms-of-people.ts";

/** The kind of the one record that says which books a site keeps. */
export const LEDGER_SET_KIND = "ledger-set";
/** The kind of a form that the site has added itself. */
export const LEDGER_FORM_KIND = "ledger-form";

const SET_ID = v.parse(recordIdSchema, "ledger-set-------------");
const KEEP_FIELD = "keep-";

/** The books that come with the product, in the order of the room. */
const BUILT_IN_FORMS: readonly BookForm[] = [...FORMS_OF_KIT, ...FORMS_OF_PEOPLE];

/** Which books the site has said it keeps or not; of the others nothing. */
export const readKept = (record: RecordState, site: SiteId): ReadonlyMap<string, boolean> =>
  new Map(
    Object.entries(shownValues(record, site)).flatMap(([field, value]) =>
      field.startsWith(KEEP_FIELD) && typeof value === "boolean"
        ? [[field.slice(KEEP_FIELD.length), value] as const]
        : [],
    ),
  );

/** All books there are for a site: ours, then its own. */
export const allForms = (ownForms: readonly BookForm[]): readonly BookForm[] => [
  ...BUILT_IN_FORMS,
  ...ownForms.filter(({ id }) => !BUILT_IN_FORMS.some((form) => form.id === id)),
];

/** Whether a site keeps a book: until it says otherwise, all of them. */
export const isKept = (kept: ReadonlyMap<string, boolean>, book: string): boolean =>
  kept.get(book) ?? true;

/** Begins to keep a book, or stops; what was written in it stays. */
export const keepBook = (book: string, keep: boolean): Changes => ({
  label: { type: keep ? "keep-ledger" : "drop-ledger" },
  puts: [put({ id: SET_ID, kind: LEDGER_SET_KIND }, `${KEEP_FIELD}${book}`, keep)],
});

const asJson = (form: BookForm): Json => v.parse(jsonSchema, JSON.parse(JSON.stringify(form)));

/** Adds a form of the site's own. */
export const addForm = (form: BookForm, newId: NewId): Changes => ({
  label: { type: "add-ledger", name: form.name["zh-CN"] },
  puts: [...create({ id: newRecordId(newId), kind: LEDGER_FORM_KIND }, { form: asJson(form) })],
});

/** Takes a form of the site's own away again; rows that were written stay stored. */
export const removeForm = (form: BookForm, record: RecordState): Changes => ({
  label: { type: "remove-ledger", name: form.name["zh-CN"] },
  puts: [deleteRecord(record)],
});
