import * as v from "valibot";
import { checkPattern, type PatternUse } from "./bounded-pattern.ts";

const pattern = (use: PatternUse) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const checked = checkPattern(dataset.value, use);
      if (!checked.ok) addIssue({ message: `pattern ${checked.error.because}` });
    }),
  );

/** A bounded pattern over path and query of an address. */
export const addressPattern = pattern("address");
/** A bounded pattern over one line of text. */
const textPattern = pattern("text");
/** A bounded pattern over the text of scripts, which are read and never run. */
export const scriptPattern = pattern("script");

/** A short text without line breaks. */
export const shortLine = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(100),
  v.regex(/^[^\n\r]*$/u),
);

/** A CSS selector; `:has` and its kin are left out, which cost what the page wants them to cost. */
export const selector = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(200),
  v.regex(/^[^{}<\\]*$/u),
  v.check((text) => !/:(?:has|is|where|not|nth)/iu.test(text), "no :has, :is, :where, :not, :nth"),
);

const attribute = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-zA-Z_:][\w:.-]*$/u));

/**
 * Where a value stands: a selector (its text), a selector with an attribute, with a pattern over that text
 * (the first group), with `join` (the texts of all hits, joined); a pattern over scripts; a pattern over
 * the page's own path and query; a pattern over addresses that the open page has loaded.
 */
export const finderSchema = v.union([
  selector,
  v.strictObject({
    selector,
    attribute: v.optional(attribute),
    pattern: v.optional(textPattern),
    join: v.optional(v.pipe(v.string(), v.maxLength(5))),
  }),
  v.strictObject({ script: scriptPattern }),
  v.strictObject({ url: addressPattern }),
  v.strictObject({ loaded: addressPattern }),
]);
/** Where a value stands; see the schema. */
export type Finder = v.InferOutput<typeof finderSchema>;
