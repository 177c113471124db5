/**
 * Merge of two replicas of one site with 5,000 records of 8 fields each, against spreading the same
 * records as plain objects, which knows neither who saw what nor what was lost.
 */
import {
  commitChanges,
  create,
  type Json,
  type Pen,
  put,
  type RecordState,
} from "@dianbo/shared/changes";
import { fixedClock } from "@dianbo/shared/clock";
import {
  newDeviceId,
  newRecordId,
  newSiteId,
  newWriterId,
  type RecordId,
} from "@dianbo/shared/identity";
import { joinReplicas } from "@dianbo/shared/merge";
import { type BenchLine, benchLine, medianMillis } from "./measure.ts";

const RECORDS = 5000;
const FIELDS = ["title", "kind", "category", "minutes", "publisher", "source", "tags", "number"];

const label = { type: "bench" };
const idOf = (prefix: string, index: number): string => prefix + String(index).padStart(20, "0");
const site = newSiteId(() => idOf("site", 1));

const penOf = (name: string): Pen => ({
  site,
  writer: newWriterId(
    newDeviceId(() => idOf(name, 1)),
    () => idOf("run-", 1),
  ),
  post: "A",
  counter: 1,
  stamp: { millis: fixedClock(Date.UTC(2026, 10, 24)).now(), tick: 0 },
});

const valueFor = (field: string, index: number): Json =>
  field === "source"
    ? { url: `https://example.cn/${index}`, portal: "example.cn" }
    : `${field} ${index}`;

/** One PC filled the library, the other took it over; then both edited offline, a third of the records each. */
const replicas = () => {
  const ids = Array.from({ length: RECORDS }, (_, index) => newRecordId(() => idOf("item", index)));
  const first = new Map<string, RecordState>();
  let pen = penOf("dev-");
  const write = (into: Map<string, RecordState>, id: RecordId, puts: ReturnType<typeof create>) => {
    const done = commitChanges((wanted) => into.get(wanted), { label, puts: [...puts] }, pen);
    for (const state of done.states) into.set(state.id, state);
    pen = { ...pen, counter: done.nextCounter };
    return id;
  };
  for (const [index, id] of ids.entries()) {
    const fields = Object.fromEntries(FIELDS.map((field) => [field, valueFor(field, index)]));
    write(first, id, create({ id, kind: "courseware" }, fields));
  }
  const second = new Map(first);
  const edit = (into: Map<string, RecordState>, every: number, offset: number, to: string) => {
    for (const [index, id] of ids.entries()) {
      if (index % every === offset) write(into, id, [put({ id, kind: "courseware" }, "title", to)]);
    }
  };
  edit(first, 3, 0, "here");
  pen = penOf("dev2");
  edit(second, 3, 1, "there");
  edit(second, 6, 0, "both");
  return { first, second };
};

const plainOf = (replica: ReadonlyMap<string, RecordState>): ReadonlyMap<string, object> =>
  new Map(
    [...replica].map(([id, record]) => [
      id,
      Object.fromEntries(
        Object.entries(record.fields).map(([field, writes]) => [field, writes.at(-1)?.value]),
      ),
    ]),
  );

/** `npm run -s bench -- merge-5000x8`. */
export const bench = (): readonly BenchLine[] => {
  const made = replicas();
  // Through JSON, as records arrive from a file: nothing is the same object on both sides.
  const first = new Map<string, RecordState>(JSON.parse(JSON.stringify([...made.first])));
  const second = new Map<string, RecordState>(JSON.parse(JSON.stringify([...made.second])));
  const [mine, theirs] = [plainOf(first), plainOf(second)];
  const spread = (): ReadonlyMap<string, object> => {
    const merged = new Map(mine);
    for (const [id, record] of theirs) merged.set(id, { ...merged.get(id), ...record });
    return merged;
  };
  if (joinReplicas(first, second).size !== RECORDS) throw new Error("not all records were merged");
  return [
    benchLine(
      { name: "merge-5000x8", unit: "ms", limit: 200 },
      medianMillis(() => joinReplicas(first, second)),
      "object spread",
      medianMillis(spread),
    ),
  ];
};
