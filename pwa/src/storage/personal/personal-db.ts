import { Dexie, type EntityTable } from "dexie";
import type { StoredPersonal } from "./personal-row.ts";
import type { SecretRow } from "./secret-row.ts";

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
  /** Passwords of hosts: behind the same PIN, and no rows, so that nothing that carries names carries them. */
  declare secrets: EntityTable<SecretRow, "key">;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ rows: "key", notes: "key" });
    this.version(2).stores({ secrets: "key" });
  }
}
