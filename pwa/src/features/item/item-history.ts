import { type Json, type RecordState, rankWrites, type Write } from "@dianbo/shared/changes";
import type { Instant } from "@dianbo/shared/clock";
import { type DeviceId, deviceOf, type Post, type SiteId } from "@dianbo/shared/identity";
import type { KeptAct } from "../../storage/act-log.ts";

/** One field that was written. What is `undefined` was not kept. */
export interface FieldChange {
  readonly field: string;
  readonly from?: Json | undefined;
  readonly to?: Json | undefined;
}

/** One act upon an item, as far as it is still known. */
export interface HistoryEntry {
  readonly at: Instant;
  readonly what: "added" | "deleted" | "restored" | "changed";
  readonly post: Post | undefined;
  /** This PC, another PC of the site, or another site's list. */
  readonly by: "here" | "other-pc" | "other-site";
  readonly changes: readonly FieldChange[];
}

/** Book-keeping that says nothing to a person beside the field it goes with. */
const SILENT: ReadonlySet<string> = new Set([
  "formerNumbers",
  "spokenAs",
  "sharesNumber",
  "textMark",
  "sample",
  "deleted",
]);

/** Writes of one act bear stamps within this many milliseconds. */
const ONE_ACT_MS = 2000;

const dotKey = ({ writer, counter }: Write["dot"]): string => `${writer}:${counter}`;

interface Who {
  readonly site: SiteId;
  readonly device: DeviceId;
}

const byOf = (write: Write, { site, device }: Who): HistoryEntry["by"] => {
  if (write.site !== site) return "other-site";
  return deviceOf(write.dot.writer) === device ? "here" : "other-pc";
};

/** What the undo log tells: from what to what, newest first. Marks the standing writes that it explains. */
const fromActs = (
  record: RecordState,
  acts: readonly KeptAct[],
  { site }: Who,
  told: Set<string>,
): readonly HistoryEntry[] => {
  /** Per field, what stood before the next younger act: what this act left, unless another PC wrote between. */
  const next = new Map<string, Json>();
  return acts.map(({ at, back }): HistoryEntry => {
    let what: HistoryEntry["what"] = "changed";
    let post: Post | undefined;
    const changes: FieldChange[] = [];
    for (const { field, values, expects = [] } of back) {
      const from = values.at(-1)?.value;
      const standing = rankWrites(record, field, site);
      const left = expects.map(dotKey);
      const mine = standing.filter(({ dot }) => left.includes(dotKey(dot)));
      for (const { dot } of mine) told.add(dotKey(dot));
      post ??= mine[0]?.by;
      if (field === "deleted") {
        if (from == null) what = "deleted";
        else what = expects.length === 0 ? "added" : "restored";
        continue;
      }
      const to = mine.length > 0 ? standing[0]?.value : next.get(field);
      if (from !== undefined) next.set(field, from);
      if (!SILENT.has(field)) changes.push({ field, from, to });
    }
    return { at, what, post, by: "here", changes };
  });
};

/** Standing writes that no act explains, gathered by who wrote them in one go. */
const fromWrites = (
  record: RecordState,
  who: Who,
  told: ReadonlySet<string>,
): readonly HistoryEntry[] => {
  const entries: (HistoryEntry & { readonly changes: FieldChange[]; readonly writer: string })[] =
    [];
  const writes = Object.entries(record.fields)
    .flatMap(([field, standing]) => standing.map((write) => ({ field, write })))
    .filter(({ write }) => !told.has(dotKey(write.dot)))
    .sort((a, b) => a.write.stamp.millis - b.write.stamp.millis);
  for (const { field, write } of writes) {
    const at = write.stamp.millis;
    const writer = write.dot.writer;
    let entry = entries.find((one) => one.writer === writer && at - one.at < ONE_ACT_MS);
    if (entry === undefined) {
      const what =
        field === "deleted" ? (write.value === null ? "restored" : "deleted") : "changed";
      entry = { at, what, post: write.by, by: byOf(write, who), changes: [], writer };
      entries.push(entry);
    }
    if (!SILENT.has(field)) entry.changes.push({ field, to: write.value });
  }
  return entries.map(({ writer: _writer, ...entry }) => entry);
};

/** The act that brought an item in, with the first values that still stand. */
const joined = (acts: readonly HistoryEntry[], writes: readonly HistoryEntry[]) => {
  const rest = [...writes];
  const whole = acts.map((act) => {
    if (act.what !== "added") return act;
    const at = rest.findIndex((one) => one.by === "here" && Math.abs(one.at - act.at) < ONE_ACT_MS);
    const [first] = at === -1 ? [] : rest.splice(at, 1);
    return first === undefined
      ? act
      : { ...act, post: act.post ?? first.post, changes: [...act.changes, ...first.changes] };
  });
  return [...whole, ...rest];
};

/**
 * What is still known of an item's changes, the newest first. Each field keeps its last write with post,
 * PC and time; from what to what is known only for acts of this PC that its undo log still holds.
 */
export const historyOf = (
  record: RecordState,
  acts: readonly KeptAct[],
  who: Who,
): readonly HistoryEntry[] => {
  const told = new Set<string>();
  const known = fromActs(record, acts, who, told);
  return joined(known, fromWrites(record, who, told))
    .filter(({ what, changes }) => what !== "changed" || changes.length > 0)
    .sort((a, b) => b.at - a.at);
};
