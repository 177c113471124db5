/** A site's old list (a WPS table, a listing of a folder) read into rows of courseware. */
export {
  COLUMN_MEANINGS,
  type ColumnMatch,
  type ColumnMeaning,
  layoutOf,
  type TableLayout,
} from "./column-meaning.ts";
export { type ListedTitle, matchFiles, type NamedFile } from "./match-files.ts";
export { readDateCell } from "./read-cell.ts";
export { type OldList, type OldRow, readOldList } from "./read-old-list.ts";
