import type { Transaction } from "dexie";

/** One step of the database's schema; see README.md beside this file. */
export interface Migration {
  /** Rises by one with each step. */
  readonly version: number;
  /** Dexie's words for tables and indexes; only tables that are new or whose indexes change. */
  readonly stores: Readonly<Record<string, string>>;
  /** Rewrites rows, where a new index needs it; in the same transaction as the new tables. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}
