import * as v from "valibot";
import { covers, type RecordState, sortWrites, type Write } from "../changes/index.ts";
import { readCourseware } from "../courseware/index.ts";
import { recordIdSchema, type SiteId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { readSetMenu, readSetMenuEntry } from "../set-menu/index.ts";
import { isHostileText, receivedValue } from "./clean-value.ts";
import { readContainer } from "./container.ts";
import { onOneLine } from "./hidden-characters.ts";
import {
  isWebAddress,
  LIST_KINDS,
  LIST_LIMITS,
  LIST_NAME,
  LIST_ROWS,
  LIST_VERSION,
  type ListFailure,
  listFileSchema,
  listHeadSchema,
  type SharedList,
  travels,
} from "./list-file.ts";

/** Deeper than any list of ours; the schema reads by recursion, and a stack has an end. */
const DEEPEST = 24;
/** More than 20,000 records with all their fields come to: what is parsed takes fifty times its room. */
const MOST_VALUES = 6_000_000;
const MOST_FIELDS = 80;
const MOST_WRITES = 8;
const MOST_WRITERS = 2_000;
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/u;
const OF_EVERY_OBJECT: ReadonlySet<string> = new Set(["constructor", "prototype"]);

/** How deep brackets stand in each other, and how many values there are at least; read without recursion. */
const shapeOf = (text: string): { readonly deepest: number; readonly values: number } => {
  let depth = 0;
  let deepest = 0;
  let values = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign === "\\") at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "{" || sign === "[") {
      depth += 1;
      values += 1;
      deepest = Math.max(deepest, depth);
    } else if (sign === "}" || sign === "]") depth -= 1;
    else if (sign === ",") values += 1;
  }
  return { deepest, values };
};

/** JSON of a stranger; `undefined` where it is none, or deeper or of more values than any list of ours. */
export const parseJson = (bytes: Uint8Array): unknown => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const { deepest, values } = shapeOf(text);
    return deepest > DEEPEST || values > MOST_VALUES ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

type Refused = Extract<ListFailure, { readonly type: "wrong-shape" | "hostile-text" }>;

const wrong = (where: string): { readonly ok: false; readonly error: Refused } =>
  err({ type: "wrong-shape", where });

/** The writes of one field, cleaned. */
const cleanWrites = (
  field: string,
  writes: readonly Write[],
  where: string,
): Result<readonly Write[], Refused> => {
  if (writes.length > MOST_WRITES) return wrong(where);
  const clean: Write[] = [];
  for (const write of writes) {
    const value = receivedValue(field, write.value);
    const strange = field === "source" && write.value !== null && !isWebAddress(write.value);
    if (value === undefined || strange) return err({ type: "hostile-text", where });
    clean.push({ ...write, value });
  }
  return ok(sortWrites(clean));
};

const fits = (record: RecordState, site: SiteId): boolean => {
  switch (record.kind) {
    case "courseware":
      return readCourseware(record, site).ok;
    case "set-menu":
      return readSetMenu(record, site).ok;
    default:
      return readSetMenuEntry(record, site).ok;
  }
};

/** Whether every standing write fits its kind, the waiting ones too: any of them may be shown one day. */
const allFit = (record: RecordState, site: SiteId): boolean => {
  const most = Math.max(...Object.values(record.fields).map(({ length }) => length));
  for (let place = 0; place < most; place += 1) {
    const fields: Record<string, readonly Write[]> = {};
    for (const [field, writes] of Object.entries(record.fields)) {
      const write = writes[place] ?? writes[0];
      if (write !== undefined) fields[field] = [write];
    }
    if (!fits({ ...record, fields }, site)) return false;
  }
  return true;
};

const cleanRecord = (record: RecordState, site: SiteId): Result<RecordState, Refused> => {
  const where = `${record.kind} ${record.id}`;
  const sent = Object.entries(record.fields);
  if (sent.length === 0 || sent.length > MOST_FIELDS) return wrong(where);
  if (Object.keys(record.seen).length > MOST_WRITERS) return wrong(where);
  const fields: Record<string, readonly Write[]> = {};
  for (const [field, writes] of sent) {
    if (!FIELD_NAME.test(field) || OF_EVERY_OBJECT.has(field)) return wrong(where);
    if (!writes.every(({ dot }) => covers(record.seen, dot))) return wrong(`${where} ${field}`);
    if (!travels(field, true)) continue;
    const clean = cleanWrites(field, writes, `${where} ${field}`);
    if (!clean.ok) return clean;
    fields[field] = clean.value;
  }
  const whole: RecordState = { ...record, fields };
  return allFit(whole, site) ? ok(whole) : wrong(where);
};

/** Entries whose menu or item is not in the list lead nowhere. */
const withoutLooseEnds = (
  records: readonly RecordState[],
  site: SiteId,
): readonly RecordState[] => {
  const kinds = new Map<string, string>(records.map(({ id, kind }) => [id, kind]));
  return records.filter((record) => {
    if (record.kind !== "set-menu-entry") return true;
    const entry = readSetMenuEntry(record, site);
    if (!entry.ok) return false;
    const item = v.safeParse(recordIdSchema, entry.value.item);
    return (
      kinds.get(entry.value.menu) === "set-menu" &&
      (item.success ? kinds.get(item.output) === "courseware" : entry.value.activity != null)
    );
  });
};

const numberIn = (record: RecordState): number => {
  const number = record.fields["number"]?.[0]?.value;
  return typeof number === "number" ? number : Number.MAX_SAFE_INTEGER;
};

/** In the order of the giver's book, so that rows and new numbers come in it too. */
const byNumber = (records: readonly RecordState[]): readonly RecordState[] =>
  [...records].sort((a, b) => numberIn(a) - numberIn(b) || (a.id < b.id ? -1 : 1));

const rowsSchema = v.object({
  records: v.optional(v.unknown()),
  files: v.optional(v.unknown()),
});

/** Whether there are more rows than a list has, told before one of them is looked at. */
const isTooLong = (json: unknown): boolean => {
  const rows = v.safeParse(rowsSchema, json);
  return (
    rows.success &&
    [rows.output.records, rows.output.files].some(
      (those) => Array.isArray(those) && those.length > LIST_ROWS,
    )
  );
};

/**
 * The one gate for lists from outside, in whatever form they came. Whatever the value is, the answer is
 * a list that is safe to show and to take, or the reason why not; it never throws and never gives part
 * of a bad list.
 */
export const readListFile = (json: unknown): Result<SharedList, ListFailure> => {
  const head = v.safeParse(listHeadSchema, json);
  if (!head.success) return err({ type: "not-a-list" });
  const { version, readableFrom = version } = head.output;
  if (readableFrom > LIST_VERSION) return err({ type: "newer-version", version });
  if (isTooLong(json)) return wrong("records");
  // One thing that is wrong is enough; a million of them would fill the memory.
  const parsed = v.safeParse(listFileSchema, json, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return wrong(v.getDotPath(issue) ?? issue.type);
  }
  const { site, name, madeAt, records: sent, files = [] } = parsed.output;
  if ((parsed.output.publisherKey === undefined) !== (parsed.output.signature === undefined)) {
    return wrong("signature");
  }
  if (new Set(files.map(({ hash }) => hash)).size < files.length) return wrong("files");
  if (isHostileText(name) || isHostileText(site.name)) {
    return err({ type: "hostile-text", where: "name" });
  }
  if (new Set(sent.map(({ id }) => id)).size < sent.length) return wrong("records");
  const records: RecordState[] = [];
  for (const record of sent) {
    if (!LIST_KINDS.has(record.kind)) continue;
    const clean = cleanRecord(record, site.id);
    if (!clean.ok) return clean;
    records.push(clean.value);
  }
  return ok({
    version,
    madeAt,
    site: site.id,
    siteName: onOneLine(site.name),
    name: onOneLine(name),
    records: byNumber(withoutLooseEnds(records, site.id)),
    files,
  });
};

/** The list of a package that is in memory, whoever signed it: without its films. See `readListFile`. */
export const decodeList = (bytes: Uint8Array): Result<SharedList, ListFailure> => {
  const files = readContainer(bytes, LIST_LIMITS);
  if (!files.ok) return files;
  const manifest = files.value.get(LIST_NAME);
  return manifest === undefined ? err({ type: "not-a-list" }) : readListFile(parseJson(manifest));
};
