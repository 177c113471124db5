/** The steps of the database's schema, oldest first. A step that was published is never changed. */
import { firstTables } from "./1-first-tables.ts";
import type { Migration } from "./migration.ts";

/** All steps, oldest first. */
export const MIGRATIONS: readonly Migration[] = [firstTables];
