import * as v from "valibot";
import {
  canonicalJson,
  covers,
  type Json,
  joinVectors,
  type RecordState,
  shownValue,
  shownValues,
  sortWrites,
  type VersionVector,
  type Write,
} from "../changes/index.ts";
import {
  type DeviceId,
  deviceOf,
  type RecordId,
  recordIdSchema,
  type SiteId,
  siteIdSchema,
  writerIdSchema,
} from "../identity/index.ts";

/** Fields that belong to the site that wrote them and mean nothing at another. */
const OF_ONE_SITE = [
  "number",
  "formerNumbers",
  "spoken",
  "spokenAs",
  "handWritten",
  "sharesNumber",
  "reviewed",
  "sample",
  "place",
  "spare",
  "archivedOn",
] as const;

/** Kinds of record that are a site's own affair: its leases, editions, ledgers, where it downloads, its calendar and its wishes. */
const KINDS_OF_ONE_SITE = [
  "number-lease",
  "edition",
  "playback",
  "showing",
  "session-report",
  "download",
  "portal",
  "portal-column",
  "saved-filter",
  "session",
  "session-rule",
  "branch",
  "study-plan",
  "wish",
  "wish-slip",
  "ballot",
  "site-targets",
  "ledger-entry",
  "ledger-print",
  "ledger-form",
  "ledger-set",
  "roll-count",
  "report",
  "learning-use",
  "question",
  "known-site",
  "site-key-change",
] as const;

/** Whom a value is put down to when a foreign list says it is ours and our own replicas do not know it. */
const UNPROVEN_SITE = v.parse(siteIdSchema, "------------------------");

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

/** The PCs of this site as far as they are known here. */
export type OwnDevices = ReadonlySet<DeviceId>;

const NO_DEVICES: OwnDevices = new Set();

const isOurs = (original: Json, ownSite: SiteId): boolean => {
  const parsed = v.safeParse(v.object({ site: siteIdSchema }), original);
  return parsed.success && parsed.output.site === ownSite;
};

/** The 原编号: the one the list already names, else the number at the site that sends. Never our own. */
const originalNumbers = (sent: RecordState, ownSite: SiteId): readonly Write[] => {
  const named = (sent.fields["originalNumber"] ?? []).filter(
    ({ value }) => !isOurs(value, ownSite),
  );
  if (named.length > 0) return named;
  return (sent.fields["number"] ?? [])
    .filter(({ value, site }) => value !== null && site !== ownSite)
    .map((write): Write => ({ ...write, value: { site: write.site, number: write.value } }));
};

/** What may come in: site fields left out, the number kept as 原编号, our name only on what is ours. */
const arriving = (
  sent: RecordState,
  local: RecordState | undefined,
  ownSite: SiteId,
): RecordState => {
  const fields: Record<string, readonly Write[]> = {};
  for (const [field, writes] of Object.entries(sent.fields)) {
    if (!OF_ONE_SITE.some((name) => name === field)) fields[field] = writes;
  }
  const originals = originalNumbers(sent, ownSite);
  if (originals.length > 0) fields["originalNumber"] = originals;
  else delete fields["originalNumber"];
  const known = new Set(Object.values(local?.fields ?? {}).flatMap((writes) => writes.map(dotKey)));
  for (const [field, writes] of Object.entries(fields)) {
    fields[field] = writes.map((write) =>
      write.site === ownSite && !known.has(dotKey(write))
        ? { ...write, site: UNPROVEN_SITE }
        : write,
    );
  }
  return { ...sent, fields };
};

const dotKey = ({ dot }: Write): string => `${dot.writer}:${dot.counter}`;

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
  const held = new Set(theirs.map(dotKey));
  const kept = mine.filter(
    (write) =>
      write.site === ownSite || held.has(dotKey(write)) || !covers(foreign.seen, write.dot),
  );
  const known = new Set(mine.map(dotKey));
  const fresh = theirs.filter(
    (write) => !known.has(dotKey(write)) && !covers(local.seen, write.dot),
  );
  const after = [...kept, ...fresh];
  // Only a list whose history contradicts itself leads here: it may not empty a field of ours.
  return after.length === 0 ? mine : sortWrites(after);
};

/**
 * What the record has seen after an import. What a foreign list says of our own PCs' writes is not
 * taken over: a later merge with that PC must still find them new, so that an own value which this PC
 * has not met yet is not replaced by the foreign edit of it.
 */
const seenAfter = (
  seen: VersionVector,
  foreign: VersionVector,
  taken: Iterable<Write>,
  own: OwnDevices,
): VersionVector => {
  const after: Record<string, number | undefined> = { ...seen };
  for (const [key, counter] of Object.entries(foreign)) {
    const writer = v.safeParse(writerIdSchema, key);
    if (!writer.success || own.has(deviceOf(writer.output))) continue;
    after[key] = Math.max(after[key] ?? 0, counter ?? 0);
  }
  const standing: Record<string, number> = {};
  for (const { dot } of taken) {
    // What stands here of a PC of ours says nothing of what it wrote before that: its number stayed out.
    if (own.has(deviceOf(dot.writer))) continue;
    standing[dot.writer] = Math.max(standing[dot.writer] ?? 0, dot.counter);
  }
  return joinVectors(after, standing);
};

/** Imports one foreign record into this site, beside or into the local one it is the same as. */
export const importRecord = (
  local: RecordState | undefined,
  sent: RecordState,
  ownSite: SiteId,
  ownDevices: OwnDevices = NO_DEVICES,
): ImportedRecord => {
  const foreign = arriving(sent, local, ownSite);
  const fields: Record<string, readonly Write[]> = { ...local?.fields };
  for (const [field, theirs] of Object.entries(foreign.fields)) {
    const mine = local?.fields[field];
    fields[field] =
      local === undefined || mine === undefined
        ? sortWrites(theirs)
        : importField(mine, theirs, local, foreign, ownSite);
  }
  const seen = seenAfter(local?.seen ?? {}, foreign.seen, Object.values(fields).flat(), ownDevices);
  if (local === undefined) {
    return { id: foreign.id, foreign: sent, verdict: "new", after: { ...foreign, seen, fields } };
  }
  const after = { ...local, seen, fields };
  return { id: local.id, foreign: sent, verdict: verdictOf(local, after, foreign, ownSite), after };
};

const sameShown = (a: Readonly<Record<string, Json>>, b: Readonly<Record<string, Json>>): boolean =>
  canonicalJson(a) === canonicalJson(b);

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

/** A menu's entry names its item by id: where that item is known here by another id, by that one. */
const namingOurs = (record: RecordState, ourIds: ReadonlyMap<RecordId, RecordId>): RecordState => {
  const items = record.fields["item"];
  if (record.kind !== "set-menu-entry" || items === undefined) return record;
  const renamed = items.map((write): Write => {
    const id = v.safeParse(recordIdSchema, write.value);
    const ours = id.success ? ourIds.get(id.output) : undefined;
    return ours === undefined ? write : { ...write, value: ours };
  });
  return { ...record, fields: { ...record.fields, item: renamed } };
};

/**
 * *Import* of another site's list: one plan for one local change set. The plan depends on what this
 * site holds now; the numbers are given afterwards by `programme`. Leases, editions and ledgers of
 * the other site are not taken, and have no row in the plan.
 */
export const planImport = (
  local: (id: RecordId) => RecordState | undefined,
  sent: readonly RecordState[],
  ownSite: SiteId,
  sameSource: SameSource = () => undefined,
  ownDevices: OwnDevices = NO_DEVICES,
): readonly ImportedRecord[] => {
  const taken = sent.filter(({ kind }) => !KINDS_OF_ONE_SITE.some((name) => name === kind));
  const ourIds = new Map<RecordId, RecordId>();
  for (const foreign of taken) {
    const ours = local(foreign.id) === undefined ? sameSource(foreign) : undefined;
    if (ours !== undefined) ourIds.set(foreign.id, ours);
  }
  const planned = new Map<RecordId, RecordState>();
  return taken.map((foreign) => {
    const target = ourIds.get(foreign.id) ?? foreign.id;
    const held = planned.get(target) ?? local(target);
    const imported = importRecord(held, namingOurs(foreign, ourIds), ownSite, ownDevices);
    planned.set(imported.id, imported.after);
    return imported;
  });
};
