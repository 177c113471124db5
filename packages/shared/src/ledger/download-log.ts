import * as v from "valibot";
import {
  create,
  deleteRecord,
  type FieldPut,
  type Json,
  put,
  type RecordState,
  restoreRecord,
} from "../changes/index.ts";
import { civilDateOf, type Instant } from "../clock/index.ts";
import { type Courseware, coursewareFieldsSchema } from "../courseware/index.ts";
import { type NewId, newRecordId, type Post } from "../identity/index.ts";
import type { DownloadEntry } from "./download-entry.ts";

const KIND = "download";

/** What the log must know of the library to keep up with an act. */
export interface LogBench {
  readonly items: ReadonlyMap<RecordState["id"], Courseware>;
  readonly downloads: ReadonlyMap<RecordState["id"], DownloadEntry>;
  readonly records: ReadonlyMap<RecordState["id"], RecordState>;
  readonly now: Instant;
  /** Whoever is at the keyboard, for items that do not say who clipped them. */
  readonly post: Post | undefined;
  readonly newId: NewId;
}

const LOGGED = ["media", "article"] as const;

/** An item's fields with an act's writes over them, where they still fit. */
const afterPuts = (
  before: Courseware | undefined,
  puts: readonly FieldPut[],
): v.InferOutput<typeof coursewareFieldsSchema> | undefined => {
  const written: Record<string, Json | undefined> = {};
  for (const { field, values } of puts) written[field] = values.at(-1)?.value;
  const parsed = v.safeParse(coursewareFieldsSchema, { ...before, ...written });
  return parsed.success ? parsed.output : undefined;
};

const newlyHeld = (before: Courseware | undefined, puts: readonly FieldPut[]): boolean =>
  puts.some(({ field, values }) => {
    const value = values.at(-1)?.value;
    if (value == null || !LOGGED.some((logged) => logged === field)) return false;
    if (before === undefined) return true;
    // Pictures that follow write the article again; only another file is another download.
    if (field === "article") return before.article == null;
    return typeof value === "object" && "hash" in value && value["hash"] !== before.media?.hash;
  });

const entryPuts = (
  item: RecordState["id"],
  before: Courseware | undefined,
  puts: readonly FieldPut[],
  lines: readonly DownloadEntry[],
  bench: LogBench,
): readonly FieldPut[] => {
  if (!newlyHeld(before, puts)) return [];
  const after = afterPuts(before, puts);
  const hash = after?.media?.hash;
  if (lines.some((entry) => (entry.hash ?? undefined) === hash)) return [];
  // What somebody typed or brought on a stick was not taken from a portal.
  if (after?.source == null || after.clippedAt == null || after.sample === true) return [];
  return create(
    { id: newRecordId(bench.newId), kind: KIND },
    {
      item,
      date: civilDateOf(bench.now),
      at: bench.now,
      title: after.title,
      kind: after.kind,
      publisher: after.publisher ?? undefined,
      portal: after.source.portal,
      url: after.source.url,
      category: after.category ?? undefined,
      minutes: after.minutes ?? undefined,
      size: after.media?.size,
      hash,
      keptIn: "browser",
      post: after.clippedBy ?? bench.post,
    },
  );
};

/** What was thrown away on the day it came was never kept; brought back, it was. */
const lifePuts = (
  puts: readonly FieldPut[],
  lines: readonly DownloadEntry[],
  bench: LogBench,
): readonly FieldPut[] => {
  const life = puts.filter(({ field }) => field === "deleted").at(-1);
  if (life === undefined) return [];
  const comesBack = life.values.at(-1)?.value == null;
  return lines
    .filter((entry) => entry.date === civilDateOf(bench.now))
    .filter((entry) => (entry.life === "deleted") === comesBack)
    .flatMap((entry) => bench.records.get(entry.id) ?? [])
    .map((record) => (comesBack ? restoreRecord(record) : deleteRecord(record)));
};

/** A line that was written before its item was filed learns the category with the first filing. */
const categoryPuts = (
  puts: readonly FieldPut[],
  lines: readonly DownloadEntry[],
): readonly FieldPut[] => {
  const category = puts
    .filter(({ field }) => field === "category")
    .at(-1)
    ?.values.at(-1)?.value;
  if (category == null) return [];
  return lines
    .filter((entry) => entry.category == null)
    .map(({ id }) => put({ id, kind: KIND }, "category", category));
};

/**
 * The lines that an act adds to the download log: one for each item whose file or text is held by it for
 * the first time. The one place that derives them: the library's writer asks it at every act, so it is the
 * same whether a download ended here, a row was filed, or a clip was handed over.
 */
export const logDownloads = (puts: readonly FieldPut[], bench: LogBench): readonly FieldPut[] => {
  const byItem = new Map<RecordState["id"], FieldPut[]>();
  for (const one of puts) {
    if (one.kind !== "courseware") continue;
    const some = byItem.get(one.id);
    if (some === undefined) byItem.set(one.id, [one]);
    else some.push(one);
  }
  if (byItem.size === 0) return [];
  // Looked through once: an act may be on thousands of items, and the log goes back for years.
  const linesOf = new Map<RecordState["id"], DownloadEntry[]>();
  for (const entry of bench.downloads.values()) {
    if (!byItem.has(entry.item)) continue;
    const lines = linesOf.get(entry.item);
    if (lines === undefined) linesOf.set(entry.item, [entry]);
    else lines.push(entry);
  }
  return [...byItem].flatMap(([id, some]) => {
    const lines = linesOf.get(id) ?? [];
    return [
      ...entryPuts(id, bench.items.get(id), some, lines, bench),
      ...lifePuts(some, lines, bench),
      ...categoryPuts(some, lines),
    ];
  });
};
