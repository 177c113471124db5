import * as v from "valibot";
import { scriptPattern, selector } from "./rule-parts.ts";

const path = v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.regex(/^[\w.[\]-]+$/u));

/** How the lists of a portal are read and turned. */
export const listRuleSchema = v.strictObject({
  /** One row of the list. */
  items: v.optional(selector),
  /** The link in a row; the row itself where it is a link. */
  link: v.optional(selector),
  /** Texts of a row, `@name` for an attribute of the link; the longest counts. */
  title: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(4))),
  date: v.optional(selector),
  /** A list written as data into a script: what stands before its opening bracket. */
  script: v.optional(
    v.strictObject({
      before: v.pipe(v.string(), v.minLength(3), v.maxLength(60)),
      url: path,
      title: path,
      date: v.optional(path),
    }),
  ),
  /** A list as JSON at an address beside the page (`{name}` from the page as in `json.values`). */
  json: v.optional(
    v.strictObject({
      url: v.pipe(v.string(), v.maxLength(300)),
      each: v.optional(path),
      href: path,
      title: path,
      date: v.optional(path),
    }),
  ),
  next: v.optional(
    v.union([
      v.strictObject({ createPageHTML: v.literal(true) }),
      v.strictObject({ dataproxy: v.literal(true) }),
      v.strictObject({ selector }),
      v.strictObject({
        url: v.pipe(v.string(), v.maxLength(100), v.includes("{n}")),
        from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
        pages: v.optional(scriptPattern),
      }),
    ]),
  ),
});
/** How the lists of a portal are read and turned. */
export type ListRule = v.InferOutput<typeof listRuleSchema>;
