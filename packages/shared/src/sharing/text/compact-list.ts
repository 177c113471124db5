import * as v from "valibot";
import { canonicalJson, type Json, jsonSchema, type Write } from "../../changes/index.ts";
import { canonicalUrl } from "../../courseware/index.ts";
import { type WriterId, writerIdSchema } from "../../identity/index.ts";
import { LIST_VERSION, type ListFile } from "../list-file.ts";

/**
 * A list with everything left out that stands in it many times: who wrote is named by its place in a
 * table, a write says only how it differs from the one before it, and an address says its canonical form
 * and its portal by itself. The same list comes back, write for write; docs/package-format.md.
 */
const wholeSchema = v.pipe(v.number(), v.integer());
const placeSchema = v.pipe(wholeSchema, v.minValue(0));

/**
 * One write: field, value, then as far as they differ from the write before: what the counter rose by (1),
 * the writer's place, milliseconds and ticks past the write before, the site's place, the post.
 * A trailing part that does not differ is left out; in the middle it is `null`.
 */
const compactWriteSchema = v.pipe(
  v.array(jsonSchema),
  v.minLength(2),
  v.maxLength(8),
  v.check(([field]) => typeof field === "string"),
);

const compactRecordSchema = v.strictTuple([
  /** Place in `KINDS`. */
  placeSchema,
  /** The record's id. */
  v.string(),
  /** What it has seen, in turns: a writer's place and its counter. */
  v.pipe(v.array(placeSchema), v.maxLength(4000)),
  v.pipe(v.array(compactWriteSchema), v.maxLength(640)),
]);

/** The list in its compact form. */
export const compactListSchema = v.strictTuple([
  /** The oldest version of lists that reads it. */
  v.pipe(wholeSchema, v.minValue(1)),
  /** When it was made. */
  wholeSchema,
  /** Its name. */
  v.string(),
  /** The site's name. */
  v.string(),
  /** Sites; the first made the list. */
  v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(2000)),
  v.pipe(v.array(writerIdSchema), v.maxLength(2000)),
  v.pipe(v.array(compactRecordSchema), v.maxLength(2000)),
]);
/** The list in its compact form; see `compactListSchema`. */
export type CompactList = v.InferOutput<typeof compactListSchema>;

/** Only ever added to: a place in it is part of the format. */
const KINDS = ["courseware", "set-menu", "set-menu-entry"] as const;

/** Fields that a text leaves out for its length's sake: a file carries them. */
const TOO_LONG: ReadonlySet<string> = new Set(["media", "textMark"]);

const placesOf = <T extends string>(values: readonly T[]): ((value: T) => number) => {
  const places = new Map(values.map((value, place) => [value, place]));
  return (value) => places.get(value) ?? 0;
};

/** The source that an address alone stands for; `undefined` where it is none. */
const sourceOf = (url: string): Json | undefined => {
  try {
    return { url, canonical: canonicalUrl(url), portal: new URL(url).hostname };
  } catch {
    return undefined;
  }
};

/** An address alone, where the rest of the source follows from it. */
const compactValue = (field: string, value: Json): Json => {
  const source = field === "source" ? v.safeParse(v.object({ url: v.string() }), value) : undefined;
  if (source?.success !== true) return value;
  const { url } = source.output;
  const whole = sourceOf(url);
  return whole !== undefined && canonicalJson(whole) === canonicalJson(value) ? url : value;
};

const wholeValue = (field: string, value: Json): Json =>
  field === "source" && typeof value === "string" ? (sourceOf(value) ?? value) : value;

/** What a write is compared with; the first one with this. */
interface Before {
  readonly counter: number;
  readonly writer: number;
  readonly millis: number;
  readonly tick: number;
  readonly site: number;
  readonly by: string | null;
}
const START: Before = { counter: 0, writer: 0, millis: 0, tick: 0, site: 0, by: null };

const byCounter = (a: readonly [string, Write], b: readonly [string, Write]): number =>
  a[1].dot.counter - b[1].dot.counter || (a[0] < b[0] ? -1 : 1);

/** The compact form of a list. */
export const compactList = (list: ListFile): CompactList => {
  const records = list.records.map((record) => ({
    ...record,
    writes: Object.entries(record.fields)
      .filter(([field]) => !TOO_LONG.has(field))
      .flatMap(([field, writes]) => writes.map((write): readonly [string, Write] => [field, write]))
      .sort(byCounter),
  }));
  const all = records.flatMap(({ writes }) => writes.map(([, write]) => write));
  const sites = [...new Set([list.site.id, ...all.map(({ site }) => site)])];
  const writers = [
    ...new Set<string>([
      ...all.map(({ dot }) => dot.writer),
      ...records.flatMap(({ seen }) => Object.keys(seen)),
    ]),
  ].map((writer) => v.parse(writerIdSchema, writer));
  const [siteAt, writerAt] = [placesOf(sites), placesOf(writers)];
  const kinds: readonly string[] = KINDS;

  const compactWrites = (writes: readonly (readonly [string, Write])[]): Json[][] => {
    let before: Before = { ...START, millis: list.madeAt };
    return writes.map(([field, write]) => {
      const now: Before = {
        counter: write.dot.counter,
        writer: writerAt(write.dot.writer),
        millis: write.stamp.millis,
        tick: write.stamp.tick,
        site: siteAt(write.site),
        by: write.by ?? null,
      };
      const differs: Json[] = [
        now.counter - before.counter === 1 ? null : now.counter - before.counter,
        now.writer === before.writer ? null : now.writer,
        now.millis === before.millis ? null : now.millis - before.millis,
        now.tick === before.tick ? null : now.tick - before.tick,
        now.site === before.site ? null : now.site,
        now.by === before.by ? null : (now.by ?? ""),
      ];
      before = now;
      while (differs.length > 0 && differs.at(-1) === null) differs.pop();
      return [field, compactValue(field, write.value), ...differs];
    });
  };

  return [
    list.readableFrom ?? LIST_VERSION,
    list.madeAt,
    list.name,
    list.site.name,
    sites,
    writers,
    records.map(({ kind, id, seen, writes }) => [
      kinds.indexOf(kind),
      id,
      Object.entries(seen).flatMap(([writer, counter]) => [
        writerAt(v.parse(writerIdSchema, writer)),
        counter ?? 0,
      ]),
      compactWrites(writes),
    ]),
  ];
};

const numberOr = (value: Json | undefined, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;

/** The list as a package holds it, for the one gate (`readListFile`) that reads all lists. */
export const wholeList = ([
  readableFrom,
  madeAt,
  name,
  siteName,
  sites,
  writers,
  records,
]: CompactList): unknown => {
  const writerAt = (place: number): WriterId | undefined => writers[place];

  const wholeFields = (writes: readonly (readonly Json[])[]): Record<string, unknown[]> => {
    const fields = new Map<string, unknown[]>();
    let now: Before = { ...START, millis: madeAt };
    for (const [field, value = null, ...differs] of writes) {
      const [rise, writer, millis, tick, site, by] = differs;
      now = {
        counter: now.counter + numberOr(rise, 1),
        writer: numberOr(writer, now.writer),
        millis: now.millis + numberOr(millis, 0),
        tick: now.tick + numberOr(tick, 0),
        site: numberOr(site, now.site),
        by: typeof by === "string" ? by || null : now.by,
      };
      const called = String(field);
      const standing = fields.get(called) ?? [];
      standing.push({
        dot: { writer: writerAt(now.writer), counter: now.counter },
        stamp: { millis: now.millis, tick: now.tick },
        site: sites[now.site],
        ...(now.by === null ? {} : { by: now.by }),
        value: wholeValue(called, value),
      });
      fields.set(called, standing);
    }
    return Object.fromEntries(fields);
  };

  const wholeSeen = (seen: readonly number[]): Record<string, number> => {
    const whole: Record<string, number> = {};
    for (let at = 0; at + 1 < seen.length; at += 2) {
      const writer = writerAt(seen[at] ?? -1);
      const counter = seen[at + 1];
      if (writer !== undefined && counter !== undefined) whole[writer] = counter;
    }
    return whole;
  };

  return {
    format: "dianbo-list",
    version: LIST_VERSION,
    readableFrom,
    madeAt,
    site: { id: sites[0], name: siteName },
    name,
    records: records.map(([kind, id, seen, writes]) => ({
      id,
      kind: KINDS[kind] ?? "unknown",
      seen: wholeSeen(seen),
      fields: wholeFields(writes),
    })),
  };
};
