import type { RecordState } from "@dianbo/shared/changes";
import type { LibraryDb } from "./library-db.ts";
import { type SiteIdentity, writeIdentity } from "./site-identity.ts";

/** Stores records that came in whole, with the identity they leave behind: all of it or nothing. */
export const storeTakenIn = async (
  db: LibraryDb,
  taken: {
    readonly records: readonly RecordState[];
    readonly replaces: boolean;
    readonly identity: SiteIdentity;
    readonly revision: number;
  },
): Promise<void> => {
  await db.transaction("rw", [db.records, db.search, db.undo, db.meta], async () => {
    if (taken.replaces) {
      await Promise.all([db.records.clear(), db.search.clear(), db.undo.clear()]);
    }
    await db.records.bulkPut([...taken.records]);
    await writeIdentity(db, taken.identity);
    await db.meta.put({ key: "revision", value: taken.revision });
  });
};

/** Beside it, so that the writer loads neither before replicas meet: the study room never merges. */
export { settleNumberClashes } from "@dianbo/shared/programme";
