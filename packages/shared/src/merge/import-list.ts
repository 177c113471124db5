import {
  canonicalJson,
  covers,
  type Json,
  joinVectors,
  type RecordState,
  shownValue,
  shownValues,
  sortWrites,
  type Write,
} from "../changes/index.ts";
import type { RecordId, SiteId } from "../identity/index.ts";

/** Fields that belong to the site that wrote them and mean nothing at another. */
const OF_ONE_SITE = ["number", "formerNumbers", "spoken", "reviewed", "sample"] as const;

/** What an import would do to one record. */
export interface ImportedRecord {
  /** The id at this site: the foreign one, or that of the item from the same source. */
  readonly id: RecordId;
  readonly foreign: RecordState;
  readonly verdict: "new" | "same" | "changed" | "to-settle";
  /** The record after the import; equal to what was there when the verdict is `same`. */
  readonly after: RecordState;
}

/** Says that two items are the same one although their ids differ (same canonical URL or media hash). */
export type SameSource = (foreign: RecordState) => RecordId | undefined;

const withoutSiteFields = (record: RecordState): RecordState => {
  const fields: Record<string, readonly Write[]> = {};
  for (const [field, writes] of Object.entries(record.fields)) {
    if (!OF_ONE_SITE.some((name) => name === field)) fields[field] = writes;
  }
  const number = record.fields["number"];
  if (number !== undefined && fields["originalNumber"] === undefined) {
    fields["originalNumber"] = number
      .filter(({ value }) => value !== null)
      .map((write): Write => ({ ...write, value: { site: write.site, number: write.value } }));
    if (fields["originalNumber"].length === 0) delete fields["originalNumber"];
  }
  return { ...record, fields };
};

/**
 * One field of an import. Own values are never replaced by a foreign hand, not even by one that had
 * seen them; a foreign value that the foreign site has replaced since gives way; what is new stands
 * beside. Taking the same list twice changes nothing.
 */
const importField = (
  mine: readonly Write[],
  theirs: readonly Write[],
  local: RecordState,
  foreign: RecordState,
  ownSite: SiteId,
): readonly Write[] => {
  const held = new Set(theirs.map(({ dot }) => `${dot.writer}:${dot.counter}`));
  const kept = mine.filter(
    (write) =>
      write.site === ownSite ||
      held.has(`${write.dot.writer}:${write.dot.counter}`) ||
      !covers(foreign.seen, write.dot),
  );
  const known = new Set(mine.map(({ dot }) => `${dot.writer}:${dot.counter}`));
  const fresh = theirs.filter(
    (write) => !known.has(`${write.dot.writer}:${write.dot.counter}`) && !covers(local.seen, write.dot),
  );
  return sortWrites([...kept, ...fresh]);
};

const sameShown = (a: Readonly<Record<string, Json>>, b: Readonly<Record<string, Json>>): boolean =>
  canonicalJson(a) === canonicalJson(b);

/** Imports one foreign record into this site, beside or into the local one it is the same as. */
export const importRecord = (
  local: RecordState | undefined,
  sent: RecordState,
  ownSite: SiteId,
): ImportedRecord => {
  const foreign = withoutSiteFields(sent);
  if (local === undefined) {
    return { id: foreign.id, foreign: sent, verdict: "new", after: foreign };
  }
  const fields: Record<string, readonly Write[]> = { ...local.fields };
  for (const [field, theirs] of Object.entries(foreign.fields)) {
    const mine = local.fields[field];
    fields[field] =
      mine === undefined ? theirs : importField(mine, theirs, local, foreign, ownSite);
  }
  const after = { ...local, seen: joinVectors(local.seen, foreign.seen), fields };
  return { id: local.id, foreign: sent, verdict: verdictOf(local, after, foreign, ownSite), after };
};

const verdictOf = (
  local: RecordState,
  after: RecordState,
  foreign: RecordState,
  ownSite: SiteId,
): ImportedRecord["verdict"] => {
  const waits = Object.keys(foreign.fields).some((field) => {
    const shown = canonicalJson(shownValue(after, field, ownSite) ?? null);
    const known = new Set((local.fields[field] ?? []).map(({ value }) => canonicalJson(value)));
    return (after.fields[field] ?? []).some(({ value }) => {
      const text = canonicalJson(value);
      return text !== shown && !known.has(text);
    });
  });
  if (waits) return "to-settle";
  return sameShown(shownValues(local, ownSite), shownValues(after, ownSite)) ? "same" : "changed";
};

/**
 * *Import* of another site's list: one plan for one local change set. The plan depends on what this
 * site holds now; the numbers are given afterwards by `programme`.
 */
export const planImport = (
  local: (id: RecordId) => RecordState | undefined,
  sent: readonly RecordState[],
  ownSite: SiteId,
  sameSource: SameSource = () => undefined,
): readonly ImportedRecord[] => {
  const planned = new Map<RecordId, RecordState>();
  return sent.map((foreign) => {
    const target = local(foreign.id) === undefined ? (sameSource(foreign) ?? foreign.id) : foreign.id;
    const imported = importRecord(planned.get(target) ?? local(target), foreign, ownSite);
    planned.set(imported.id, imported.after);
    return imported;
  });
};
