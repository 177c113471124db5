import type { BookField, BookForm } from "./book-form.ts";
import { type Naming, named } from "./naming.ts";

type Traits = Pick<BookField, "must" | "later" | "personal" | "wish">;

/** Shorthand of the built-in forms: a column with its two names, its width and its traits. */
export const column = (
  id: string,
  [zh, en]: readonly [string, string],
  kind: BookField["kind"],
  width: number,
  traits: Traits = {},
): BookField => ({ id, name: named(zh, en), kind, width, ...traits });

/** Words on one line. */
export const TEXT: BookField["kind"] = { type: "text" };
/** Words on three lines. */
export const LONG: BookField["kind"] = { type: "text", lines: 3 };
/** A day. */
export const DAY: BookField["kind"] = { type: "day" };
/** An hour of the clock. */
export const HOUR: BookField["kind"] = { type: "hour" };
/** A quantity. */
export const COUNT: BookField["kind"] = { type: "count" };

const options = (all: readonly (readonly [string, string, string])[]) =>
  all.map(([id, zh, en]) => ({ id, name: named(zh, en) }));

/** One of several answers. */
export const choice = (
  ...all: readonly (readonly [string, string, string])[]
): BookField["kind"] => ({ type: "choice", options: options(all) });

/** Any of several answers. */
export const ticks = (
  ...all: readonly (readonly [string, string, string])[]
): BookField["kind"] => ({ type: "ticks", options: options(all) });

/** The column has to be filled. */
export const MUST: Traits = { must: true };
/** The column is filled once it is known. */
export const LATER: Traits = { later: true };
/** The column names people. */
export const PERSONAL: Traits = { personal: true };

/** Who signs most pages. */
export const SIGNED: readonly Naming[] = [
  named("登记人（签字）", "Entered by (signature)"),
  named("组长（签字）", "Head (signature)"),
  named("盖章", "Stamp"),
];

/** A form whose lists may be read-only. */
export const form = (
  parts: Omit<BookForm, "signatures"> & { signatures?: BookForm["signatures"] },
): BookForm => ({
  signatures: [...SIGNED],
  ...parts,
});
