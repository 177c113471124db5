import * as v from "valibot";
import { create, type FieldPut, type RecordState, shownValues } from "../changes/index.ts";
import { newRecordId, type RecordId, type SiteId } from "../identity/index.ts";
import { type KeyHandover, keyHandoverSchema } from "./key-handover.ts";

/** A change of key as a record, so that it goes wherever the library goes: to the other PC, into backups. */
export const keepKeyChange = (handover: KeyHandover): readonly FieldPut[] =>
  create(
    { id: newRecordId(() => `key-${handover.to.slice(0, 48)}`), kind: "site-key-change" },
    { ...handover },
  );

/** This site's changes of key, the oldest first. */
export const keyChangesIn = (
  records: ReadonlyMap<RecordId, RecordState>,
  site: SiteId,
): readonly KeyHandover[] =>
  [...records.values()]
    .flatMap((record) => {
      if (record.kind !== "site-key-change") return [];
      const change = v.safeParse(keyHandoverSchema, shownValues(record, site));
      return change.success && change.output.site === site ? [change.output] : [];
    })
    .sort((a, b) => a.at - b.at || (a.to < b.to ? -1 : 1));
