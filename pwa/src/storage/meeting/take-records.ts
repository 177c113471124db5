import type { RecordState } from "@dianbo/shared/changes";
import { joinRecords } from "@dianbo/shared/merge";
import type { ShelfFull } from "@dianbo/shared/programme";
import { ok, type Result } from "@dianbo/shared/result";
import type { LibraryFailure } from "../failures.ts";
import type { Library } from "../library.ts";
import type { LibrarySnapshot } from "../snapshot.ts";

/** What is other here once the records are joined in. A row that cannot be read is never written over. */
const newIn = (
  records: readonly RecordState[],
  snapshot: LibrarySnapshot,
): readonly RecordState[] =>
  records.flatMap((record) => {
    const own = snapshot.records.get(record.id);
    if (own === undefined) return snapshot.damaged.has(record.id) ? [] : [record];
    const both = joinRecords(own, record);
    return both === own ? [] : [both];
  });

/**
 * Joins records of the site's other PCs into the library, all or none, and settles the numbers that clash then;
 * answers how many are other than before.
 */
export const takeRecords = async (
  library: Library,
  records: readonly RecordState[],
): Promise<Result<number, ShelfFull | LibraryFailure>> => {
  if (newIn(records, library.snapshot()).length === 0) return ok(0);
  let changed = 0;
  const taken = await library.takeIn<never>(({ snapshot }) => {
    const joined = newIn(records, snapshot);
    changed = joined.length;
    return ok({ records: joined, replaces: false });
  });
  return taken.ok ? ok(changed) : taken;
};
