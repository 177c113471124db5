import { Dexie, type EntityTable } from "dexie";
import type { StoredPersonal } from "./personal-row.ts";

/** A small thing kept beside the rows: the lock, how long names are kept. */
interface PersonalNote {
  readonly key: string;
  readonly value: unknown;
}

/**
 * The database of what names people, apart from the library's own: nothing that shares, merges, moves or backs
 * up the library can read it by accident.
 */
export class PersonalDb extends Dexie {
  declare rows: EntityTable<StoredPersonal & { key: string }, "key">;
  declare notes: EntityTable<PersonalNote, "key">;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ rows: "key", notes: "key" });
  }
}
