/**
 * Expected failures are values. A function that may fail returns a `Result`; it throws only where
 * an invariant of our own is broken. An error is a plain object with a `type`, so that one map per
 * language can turn it into the sentence a person reads.
 */
export type Result<T, E extends { readonly type: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Wraps an expected failure; `error.type` names it. */
export const err = <E extends { readonly type: string }>(
  error: E,
): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** The end of an exhaustive switch: a case that was forgotten does not compile. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`);
};
