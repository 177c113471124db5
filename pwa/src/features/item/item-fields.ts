import { type CivilDate, civilDateSchema, type Minutes, minutesSchema } from "@dianbo/shared/clock";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";

/** Why typed words were not kept. */
export type FieldProblem =
  | { readonly type: "no-title" }
  | { readonly type: "too-long"; readonly most: number }
  | { readonly type: "no-minutes" }
  | { readonly type: "no-date" }
  | { readonly type: "not-kept" };

/** What typed words mean for a field; `null` clears it. */
export type ReadField<T> = (typed: string) => Result<T, FieldProblem>;

const within = (most: number, text: string): Result<string, FieldProblem> =>
  text.length <= most ? ok(text) : err({ type: "too-long", most });

/** A title: one line, never empty. */
export const readTitle: ReadField<string> = (typed) => {
  const title = typed.replace(/\s+/gu, " ").trim();
  return title === "" ? err({ type: "no-title" }) : within(300, title);
};

const readText =
  (most: number): ReadField<string | null> =>
  (typed) => {
    const text = typed.trim();
    return text === "" ? ok(null) : within(most, text);
  };

/** A line that may be empty: publisher, author. */
export const readLine: ReadField<string | null> = readText(500);

/** A note of several lines. */
export const readNote: ReadField<string | null> = readText(4000);

/** Whole minutes, with or without 分 behind them. */
export const readMinutes: ReadField<Minutes | null> = (typed) => {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return ok(null);
  const digits = /^(\d{1,4})\s*(?:分钟?|min)?$/u.exec(text)?.[1];
  const minutes = v.safeParse(minutesSchema, digits === undefined ? undefined : Number(digits));
  return minutes.success ? ok(minutes.output) : err({ type: "no-minutes" });
};

const daysOfMonth = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
};

/** A day as people write it: 2026-11-24, 2026/11/24, 2026.11.24, 2026年11月24日, 20261124. */
export const readDay: ReadField<CivilDate | null> = (typed) => {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return ok(null);
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (parts === null) return err({ type: "no-date" });
  const [, year = "", month = "", date = ""] = parts;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const parsed = v.safeParse(civilDateSchema, day);
  return parsed.success && Number(date) <= daysOfMonth(Number(year), Number(month))
    ? ok(parsed.output)
    : err({ type: "no-date" });
};

/** An address that may be opened in a tab: the web's, never a script's. */
export const webAddress = (url: string | undefined): string | undefined => {
  if (url === undefined) return undefined;
  try {
    const { protocol, href } = new URL(url);
    return protocol === "https:" || protocol === "http:" ? href : undefined;
  } catch {
    return undefined;
  }
};
