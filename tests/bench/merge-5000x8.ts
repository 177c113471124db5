import { commitChanges, create, type Pen, put, type RecordState } from "@dianbo/shared/changes";
import { fixedClock, nextStamp } from "@dianbo/shared/clock";
import { newDeviceId, newRecordId, newSiteId, newWriterId } from "@dianbo/shared/identity";
import { joinReplicas } from "@dianbo/shared/merge";
import { type BenchLine, benchLine, medianMillis } from "./measure.ts";

const RECORDS = 5000;
const FIELDS = ["title", "kind", "category", "minutes", "publisher", "author", "note", "number"];
const LIMIT = 200;

const padded = (name: string) => name.padEnd(24, "0");

const penOf = (device: string): Pen => ({
  site: newSiteId(() => padded("site")),
  writer: newWriterId(
    newDeviceId(() => padded(device)),
    () => padded("run"),
  ),
  post: "A",
  counter: 1,
  stamp: nextStamp(undefined, fixedClock(1_700_000_000_000).now()),
});

type Replica = ReadonlyMap<string, RecordState>;

const origin = (): Replica => {
  let pen = penOf("first");
  const records = new Map<string, RecordState>();
  for (let index = 0; index < RECORDS; index += 1) {
    const id = newRecordId(() => padded(`record-${index}-`));
    const fields = Object.fromEntries(FIELDS.map((field) => [field, `${field} ${index}`]));
    const { states, nextCounter } = commitChanges(
      () => undefined,
      { label: { type: "bench" }, puts: [...create({ id, kind: "courseware" }, fields)] },
      pen,
    );
    pen = { ...pen, counter: nextCounter };
    for (const state of states) records.set(state.id, state);
  }
  return records;
};

/** The same library after one device wrote one field of every `step`-th record. */
const edited = (start: Replica, device: string, step: number): Replica => {
  let pen = penOf(device);
  const records = new Map(start);
  let index = 0;
  for (const record of start.values()) {
    const field = FIELDS[index % FIELDS.length] ?? "title";
    index += 1;
    if (index % step !== 0) continue;
    const { states, nextCounter } = commitChanges(
      () => record,
      { label: { type: "bench" }, puts: [put(record, field, `${device} ${index}`)] },
      pen,
    );
    pen = { ...pen, counter: nextCounter };
    for (const state of states) records.set(state.id, state);
  }
  return records;
};

/** Merging two replicas of 5,000 records of 8 fields, each edited by another hand since they parted. */
export const bench = (): BenchLine[] => {
  const start = origin();
  const left = edited(start, "left", 2);
  const right = edited(start, "right", 3);
  const value = medianMillis(() => joinReplicas(left, right));
  // The cheapest merge there is: the right side's fields win, and all that the left wrote is lost.
  const plain = medianMillis(() => {
    const merged = new Map(left);
    for (const [id, record] of right) {
      merged.set(id, { ...record, fields: { ...merged.get(id)?.fields, ...record.fields } });
    }
    return merged;
  });
  return [
    benchLine(
      { name: "merge-5000x8", unit: "ms", limit: LIMIT },
      value,
      "object spread, last writer wins",
      plain,
    ),
  ];
};
