import * as v from "valibot";
import type { CivilDate } from "../clock/index.ts";
import { readDateCell } from "../old-list/index.ts";
import { err, ok, type Result, unreachable } from "../result/index.ts";
import { calendarDateSchema } from "../session/index.ts";
import type { BookField, BookForm, Value } from "./book-form.ts";
import { CELL_LENGTH, isFilled } from "./ledger-entry.ts";
import type { RowDraft } from "./write-ledger.ts";
import { plainDay } from "./written-day.ts";

/** A row as it is typed or pasted: its day, and words for each column; ticks as ids or names between commas. */
export interface TypedRow {
  readonly on: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Why a column was not taken. */
export type CellProblem = "missing" | "no-day" | "no-hour" | "no-count" | "no-choice" | "to-come";

/** Which column is wrong, and why; `on` is the row's day. */
export interface RowProblem {
  readonly type: "row-problem";
  readonly field: string;
  readonly why: CellProblem;
}

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim();

/** 「U盘」 is 「U 盘」. */
const closed = (text: string): string => plain(text).replaceAll(" ", "").toLowerCase();

/** A day as people write it; 「11月3日」 and 「3日」 are of the year and month at hand. */
const readDay = (text: string, today: CivilDate): CivilDate | undefined => {
  const bare = plainDay(plain(text));
  const [, month, day] = /^(?:(\d{1,2})\s*[-/.月]\s*)(\d{1,2})\s*[日号]?$/u.exec(bare) ?? [];
  const [, alone] = /^(\d{1,2})\s*[日号]$/u.exec(bare) ?? [];
  const whole =
    month !== undefined && day !== undefined
      ? `${today.slice(0, 4)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
      : alone === undefined
        ? readDateCell(bare)
        : `${today.slice(0, 7)}-${alone.padStart(2, "0")}`;
  const date = v.safeParse(calendarDateSchema, whole);
  return date.success ? date.output : undefined;
};

/** An hour as people write it: 8:30, 8点, 8点半, 0830. */
const readHour = (text: string): string | undefined => {
  const bare = plain(text).replace(/[点时]半$/u, ":30");
  const [, hour = "", minute] =
    /^(\d{1,2})\s*(?:[:点时.]\s*(\d{1,2})?\s*分?)$/u.exec(bare) ??
    /^(\d{2})(\d{2})$/u.exec(bare) ??
    [];
  if (hour === "" || Number(hour) > 23 || Number(minute ?? 0) > 59) return undefined;
  return `${hour.padStart(2, "0")}:${(minute ?? "0").padStart(2, "0")}`;
};

const optionMeant = (
  text: string,
  options: Extract<BookField["kind"], { type: "choice" }>["options"],
): string | undefined => {
  const bare = closed(text);
  return options.find(
    ({ id, name }) =>
      id === bare || closed(name["zh-CN"]) === bare || closed(name.en ?? "") === bare,
  )?.id;
};

const readCell = (
  { kind }: BookField,
  text: string,
  today: CivilDate,
): Result<Value, { readonly type: CellProblem }> => {
  switch (kind.type) {
    case "text":
      return ok(text.trim().slice(0, CELL_LENGTH));
    case "count": {
      const count = Number(plain(text).replace(/[^\d.]+$/u, ""));
      return Number.isInteger(count) && count >= 0 && count <= 999_999
        ? ok(count)
        : err({ type: "no-count" });
    }
    case "day": {
      const day = readDay(text, today);
      return day === undefined ? err({ type: "no-day" }) : ok(day);
    }
    case "hour": {
      const hour = readHour(text);
      return hour === undefined ? err({ type: "no-hour" }) : ok(hour);
    }
    case "choice": {
      const chosen = optionMeant(text, kind.options);
      return chosen === undefined ? err({ type: "no-choice" }) : ok(chosen);
    }
    case "ticks": {
      // 「LED 屏」 is one answer; 「防火 防盗」 are two.
      const known = text
        .split(/[,，、;；/\n]+/u)
        .filter((part) => part.trim() !== "")
        .flatMap((part) => {
          const whole = optionMeant(part, kind.options);
          return whole === undefined
            ? part
                .trim()
                .split(/\s+/u)
                .map((word) => optionMeant(word, kind.options))
            : [whole];
        });
      return known.includes(undefined)
        ? err({ type: "no-choice" })
        : ok([...new Set(known.flatMap((id) => id ?? []))]);
    }
    default:
      return unreachable(kind);
  }
};

/**
 * Reads a row. `fields` are those that are asked for: all of a new row, the later ones of one that goes on. A
 * row's day may lie in the past as far as the calendar goes, not in the future.
 */
export const readRow = (
  form: BookForm,
  { on, cells }: TypedRow,
  today: CivilDate,
  fields: readonly BookField[] = form.fields,
): Result<RowDraft, RowProblem> => {
  const day = readDay(on, today);
  const wrong = (field: string, why: CellProblem) =>
    err({ type: "row-problem" as const, field, why });
  if (day === undefined) return wrong("on", on.trim() === "" ? "missing" : "no-day");
  if (day > today) return wrong("on", "to-come");
  const values: Record<string, Value> = {};
  for (const field of fields) {
    const text = cells[field.id] ?? "";
    if (text.trim() === "") {
      if (field.must === true) return wrong(field.id, "missing");
      continue;
    }
    const value = readCell(field, text, today);
    if (!value.ok) return wrong(field.id, value.error.type);
    if (isFilled(value.value)) values[field.id] = value.value;
  }
  return ok({ on: day, values });
};

/** What stands in a column as it is typed: the way back from `readRow`. */
export const typedCell = (value: Value | undefined): string => {
  if (value === undefined) return "";
  if (typeof value === "string" || typeof value === "number") return String(value);
  return value.join(",");
};
