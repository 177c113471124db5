import { LATEST_INSTANT } from "../clock/index.ts";
import { isPost, isRecordId, isSiteId, isWriterId } from "../identity/index.ts";
import type { RecordState } from "./record.ts";

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isWhole = (value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;

/** Whether all values of a plain object hold; names that would reach into its prototype never do. */
const everyValue = (object: unknown, test: (value: unknown, name: string) => boolean): boolean => {
  if (!isPlain(object)) return false;
  for (const name in object) {
    if (!Object.hasOwn(object, name) || name === "__proto__" || name === "constructor")
      return false;
    if (name === "prototype" || !test(object[name], name)) return false;
  }
  return true;
};

const isJson = (value: unknown): boolean => {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value);
    case "object":
      return (
        value === null || (Array.isArray(value) ? value.every(isJson) : everyValue(value, isJson))
      );
    default:
      return false;
  }
};

const isWrite = (value: unknown): boolean => {
  if (!isPlain(value)) return false;
  const { dot, stamp, site, by } = value;
  return (
    isPlain(dot) &&
    isWriterId(dot["writer"]) &&
    isWhole(dot["counter"], 1) &&
    isPlain(stamp) &&
    isWhole(stamp["millis"], 0, LATEST_INSTANT) &&
    isWhole(stamp["tick"], 0) &&
    isSiteId(site) &&
    (by === undefined || isPost(by)) &&
    isJson(value["value"])
  );
};

const areWrites = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isWrite);

/**
 * Whether a row of our own database is a record: what `recordStateSchema` asks, looked at by hand. A
 * library of 20,000 is read whole before its first row can stand, and the schema takes a second and a half
 * for that, this a tenth. A test holds the two against each other; whatever comes from outside goes through
 * the schema.
 */
export const isRecordState = (row: unknown): row is RecordState =>
  isPlain(row) &&
  isRecordId(row["id"]) &&
  typeof row["kind"] === "string" &&
  row["kind"].length > 0 &&
  row["kind"].length <= 40 &&
  everyValue(row["seen"], (counter, writer) => isWriterId(writer) && isWhole(counter, 1)) &&
  everyValue(row["fields"], areWrites);
