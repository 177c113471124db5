import * as v from "valibot";
import {
  type Changes,
  create,
  deleteRecord,
  type Json,
  lifeOf,
  put,
  type RecordState,
} from "../changes/index.ts";
import { readFields } from "../courseware/index.ts";
import { type NewId, newRecordId, type RecordId, type SiteId } from "../identity/index.ts";
import { type LibraryFilter, libraryFilterSchema, trimFilter } from "./library-filter.ts";

/** The kind of its records. */
const KIND = "saved-filter";

const savedFilterFieldsSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  filter: libraryFilterSchema,
});
/** A filter (常用筛选) that the site keeps under a name. */
export interface SavedFilter extends v.InferOutput<typeof savedFilterFieldsSchema> {
  readonly id: RecordId;
}

/** The saved filters of a site; `unreadable` counts those of a newer version, which are kept as they are. */
export interface SavedFilters {
  readonly filters: readonly SavedFilter[];
  readonly unreadable: number;
}

/** Finds the saved filters among a library's records, by name. */
export const savedFiltersOf = (records: Iterable<RecordState>, ownSite: SiteId): SavedFilters => {
  const filters: SavedFilter[] = [];
  let unreadable = 0;
  for (const record of records) {
    if (record.kind !== KIND || lifeOf(record, ownSite) === "deleted") continue;
    const fields = readFields(savedFilterFieldsSchema, record, ownSite);
    if (fields.ok) filters.push({ ...fields.value, id: record.id });
    else unreadable += 1;
  }
  filters.sort((a, b) => {
    if (a.name === b.name) return a.id < b.id ? -1 : 1;
    return a.name < b.name ? -1 : 1;
  });
  return { filters, unreadable };
};

const asJson = (filter: LibraryFilter): Json => JSON.parse(JSON.stringify(trimFilter(filter)));

/** Keeps a filter under a name. A name that is there already gets the new conditions. */
export const saveFilter = (
  { name, filter }: Pick<SavedFilter, "name" | "filter">,
  known: readonly SavedFilter[],
  newId: NewId,
): Changes => {
  const held = known.find((one) => one.name === name);
  return {
    label: { type: "save-filter", name },
    puts:
      held === undefined
        ? [...create({ id: newRecordId(newId), kind: KIND }, { name, filter: asJson(filter) })]
        : [put({ id: held.id, kind: KIND }, "filter", asJson(filter))],
  };
};

/** Gives a saved filter another name. */
export const renameFilter = (saved: SavedFilter, name: string): Changes => ({
  label: { type: "rename-filter", name },
  puts: name === saved.name ? [] : [put({ id: saved.id, kind: KIND }, "name", name)],
});

/** Forgets a saved filter; the items stay. */
export const deleteFilter = (saved: SavedFilter, record: RecordState): Changes => ({
  label: { type: "delete-filter", name: saved.name },
  puts: [deleteRecord(record)],
});
