/**
 * Merge of two replicas of one site: 5,000 records of 8 fields with 500 edits on each side, and 60,000 writes
 * at once. Beside them, in the same run, the same library and the same edits in Yjs and in Automerge: the time
 * of the merge, what travels, and what the library weighs.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import * as Automerge from "@automerge/automerge";
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
import * as Y from "yjs";
import { type BenchLine, benchLine, medianMillis } from "./measure.ts";

const RECORDS = 5000;
const EDITS = 500;
/** Records whose eight fields are 60,000 writes. */
const MANY = 7500;
const FIELDS = ["title", "kind", "category", "minutes", "publisher", "source", "tags", "number"];
/** How far apart the edits of a side stand; some records are edited on both. */
const STEPS = { first: 7, second: 9 } as const;

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

const valueFor = (field: string, index: number): string =>
  field === "source" ? `https://example.cn/${index}` : `${field} ${index}`;

/** Which record the n-th edit of a side touches. */
const edited = (step: number, count: number): readonly number[] =>
  Array.from({ length: EDITS }, (_, at) => (at * step) % count);

type Replica = Map<string, RecordState>;

/** One PC filled the library, the other took it over; then both went on apart. */
const replicas = (
  count: number,
  edit: (
    write: (pc: "first" | "second", index: number, field: string, value: Json) => void,
  ) => void,
): { readonly first: Replica; readonly second: Replica } => {
  const ids = Array.from({ length: count }, (_, index) => newRecordId(() => idOf("item", index)));
  const first: Replica = new Map();
  const pens = { first: penOf("dev-"), second: penOf("dev2") };
  const commit = (into: Replica, pc: "first" | "second", puts: ReturnType<typeof create>): void => {
    const pen = pens[pc];
    const done = commitChanges((id: RecordId) => into.get(id), { label, puts: [...puts] }, pen);
    for (const state of done.states) into.set(state.id, state);
    pens[pc] = { ...pen, counter: done.nextCounter };
  };
  for (const [index, id] of ids.entries()) {
    const fields = Object.fromEntries(FIELDS.map((field) => [field, valueFor(field, index)]));
    commit(first, "first", create({ id, kind: "courseware" }, fields));
  }
  const sides = { first, second: new Map(first) };
  edit((pc, index, field, value) => {
    const id = ids[index];
    if (id !== undefined) commit(sides[pc], pc, [put({ id, kind: "courseware" }, field, value)]);
  });
  // Through JSON, as records arrive from a file: nothing is the same object on both sides.
  const parsed = (of: Replica): Replica => new Map(JSON.parse(JSON.stringify([...of])));
  return { first: parsed(sides.first), second: parsed(sides.second) };
};

const editBoth = (
  write: (pc: "first" | "second", index: number, field: string, value: string) => void,
): void => {
  for (const pc of ["first", "second"] as const) {
    for (const index of edited(STEPS[pc], RECORDS)) write(pc, index, "title", `${pc} ${index}`);
  }
};

const plainOf = (replica: Replica): ReadonlyMap<string, object> =>
  new Map(
    [...replica].map(([id, record]) => [
      id,
      Object.fromEntries(
        Object.entries(record.fields).map(([field, writes]) => [field, writes.at(-1)?.value]),
      ),
    ]),
  );

const inYjs = () => {
  const first = new Y.Doc();
  const shelf = first.getMap<Y.Map<string>>("items");
  first.transact(() => {
    for (let index = 0; index < RECORDS; index += 1) {
      const map = new Y.Map<string>();
      for (const field of FIELDS) map.set(field, valueFor(field, index));
      shelf.set(idOf("item", index), map);
    }
  });
  const second = new Y.Doc();
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
  const docs = { first, second };
  editBoth((pc, index, field, value) => {
    docs[pc].getMap<Y.Map<string>>("items").get(idOf("item", index))?.set(field, value);
  });
  const [mine, theirs] = [Y.encodeStateAsUpdate(first), Y.encodeStateAsUpdate(second)];
  return {
    bytes: gzipSync(theirs).length,
    // From the files of both sides, as ours: a replica is read, the other's is joined into it.
    merge: () => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, mine);
      Y.applyUpdate(doc, theirs);
      return doc;
    },
  };
};

interface Shelf extends Record<string, unknown> {
  items: Record<string, Record<string, string>>;
}

const inAutomerge = () => {
  const items = Object.fromEntries(
    Array.from({ length: RECORDS }, (_, index) => [
      idOf("item", index),
      Object.fromEntries(FIELDS.map((field) => [field, valueFor(field, index)])),
    ]),
  );
  const start = Automerge.from<Shelf>({ items });
  const docs = { first: start, second: Automerge.clone(start) };
  for (const pc of ["first", "second"] as const) {
    docs[pc] = Automerge.change(docs[pc], (doc) => {
      editBoth((side, index, field, value) => {
        const item = side === pc ? doc.items[idOf("item", index)] : undefined;
        if (item !== undefined) item[field] = value;
      });
    });
  }
  const [mine, theirs] = [Automerge.save(docs.first), Automerge.save(docs.second)];
  return {
    bytes: gzipSync(theirs).length,
    merge: () => Automerge.merge(Automerge.load<Shelf>(mine), Automerge.load<Shelf>(theirs)),
  };
};

/** Kilobytes of a library's files after gzip, as they lie in its package. */
const weight = (...files: readonly string[]): number =>
  files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(new URL(import.meta.resolve(file)))).length,
    0,
  ) / 1024;

const bytesOf = (replica: Replica): number => gzipSync(JSON.stringify([...replica])).length;

/** `npm run -s bench -- merge`. */
export const bench = (): readonly BenchLine[] => {
  const { first, second } = replicas(RECORDS, editBoth);
  const [mine, theirs] = [plainOf(first), plainOf(second)];
  const spread = (): ReadonlyMap<string, object> => {
    const merged = new Map(mine);
    for (const [id, record] of theirs) merged.set(id, { ...merged.get(id), ...record });
    return merged;
  };
  if (joinReplicas(first, second).size !== RECORDS) throw new Error("not all records were merged");
  const texts = { first: JSON.stringify([...first]), second: JSON.stringify([...second]) };
  const fromFiles = () =>
    joinReplicas(new Map(JSON.parse(texts.first)), new Map(JSON.parse(texts.second)));
  const many = replicas(MANY, (write) => {
    for (let index = 0; index < MANY; index += 1) {
      for (const field of FIELDS) write("second", index, field, `again ${index}`);
    }
  });
  const yjs = inYjs();
  const automerge = inAutomerge();
  const ours = medianMillis(fromFiles, 7);
  const beside = (name: string, unit: string, value: number, others: Record<string, number>) => {
    const [[otherName, other] = ["", Number.NaN], ...rest] = Object.entries(others);
    const line = benchLine({ name, unit }, value, otherName, other);
    return { ...line, baseline: { ...line.baseline, ...Object.fromEntries(rest) } };
  };
  return [
    benchLine(
      { name: "merge-5000x8", unit: "ms", limit: 200 },
      medianMillis(() => joinReplicas(first, second)),
      "object spread",
      medianMillis(spread),
    ),
    benchLine(
      { name: "merge-60000-writes", unit: "ms", limit: 2000 },
      medianMillis(() => joinReplicas(many.first, many.second), 7),
      "object spread",
      medianMillis(spread),
    ),
    beside("merge-from-files", "ms", ours, {
      yjs: medianMillis(yjs.merge, 7),
      automerge: medianMillis(automerge.merge, 3),
    }),
    beside("merge-bytes-gzip", "KB", bytesOf(second) / 1024, {
      yjs: yjs.bytes / 1024,
      automerge: automerge.bytes / 1024,
    }),
    beside(
      "merge-library-gzip",
      "KB",
      gzipSync(
        ["join-records", "import-list", "waiting"]
          .map((file) =>
            readFileSync(
              new URL(`../../packages/shared/src/merge/${file}.ts`, import.meta.url),
              "utf8",
            ),
          )
          .join(""),
      ).length / 1024,
      { yjs: weight("yjs"), automerge: weight("@automerge/automerge/automerge.wasm") },
    ),
  ];
};
