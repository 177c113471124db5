import type { Migration } from "./migration.ts";

/** Records by id and kind, search texts, undo log, small things by name. */
export const firstTables: Migration = {
  version: 1,
  stores: {
    records: "id, kind",
    search: "id",
    undo: "++seq, state",
    meta: "key",
  },
};
