import type { Changes, RecordState } from "@dianbo/shared/changes";
import type { RecordId } from "@dianbo/shared/identity";
import type { SearchText } from "@dianbo/shared/search";
import { Dexie, type EntityTable } from "dexie";
import { MIGRATIONS } from "./migrations/index.ts";

/** One act in the undo log. */
export interface UndoRow {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Leads back to the state before the act. */
  readonly inverse: Changes;
  /** `done` can be undone, `undone` can be done again. */
  readonly state: "done" | "undone";
}

/** The search texts of one item, with what they were computed from. */
export interface SearchRow {
  readonly id: RecordId;
  readonly of: readonly [string, string];
  readonly texts: readonly [SearchText, SearchText];
}

/** A small thing kept under a name: the site's identity, the room's place. */
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/** The schema's version; it only rises, and a newer one only adds. */
export const LIBRARY_VERSION = MIGRATIONS.length;

/**
 * The library's database. Rows are what `recordStateSchema` and the schemas beside each reader say;
 * they are parsed whenever they are read.
 */
export class LibraryDb extends Dexie {
  declare records: EntityTable<RecordState & { id: RecordState["id"] }, "id">;
  declare search: EntityTable<SearchRow, "id">;
  declare undo: EntityTable<UndoRow, "seq">;
  declare meta: EntityTable<MetaRow, "key">;

  constructor(name: string) {
    super(name);
    for (const { version, stores, upgrade } of MIGRATIONS) {
      const step = this.version(version).stores({ ...stores });
      if (upgrade !== undefined) step.upgrade(upgrade);
    }
  }
}
