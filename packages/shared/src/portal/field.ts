import type { CivilDate } from "../clock/index.ts";

/**
 * Where a field's value was found; the screen names it in words. `portal-rule` is kept for rules that
 * are data; `person` is what somebody typed.
 */
export type FieldSource =
  | "portal-rule"
  | "page-tags"
  | "baidu"
  | "json-ld"
  | "open-graph"
  | "label"
  | "heading"
  | "url"
  | "page-title"
  | "body"
  | "element"
  | "selection"
  | "person";

/** A value with where it came from and how sure that is, from 0 to 1. */
export interface Found<T> {
  readonly value: T;
  readonly source: FieldSource;
  readonly confidence: number;
}

/** A day found on a page. */
export type PageDate = Found<CivilDate>;

/** A lazy guess at a field: tried in order, the first that finds something wins. */
export type Guess<T> = () => Found<T> | undefined;

/** The first guess that finds something. */
export const firstFound = <T>(guesses: readonly Guess<T>[]): Found<T> | undefined => {
  for (const guess of guesses) {
    const found = guess();
    if (found !== undefined) return found;
  }
  return undefined;
};

/** A found text, unless nothing is left of it. */
export const foundText = (
  value: string | undefined,
  source: FieldSource,
  confidence: number,
): Found<string> | undefined =>
  value === undefined || value === "" ? undefined : { value, source, confidence };
