import * as v from "valibot";
import { addressPattern, finderSchema, scriptPattern, selector } from "./rule-parts.ts";

const path = v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.regex(/^[\w.[\]-]+$/u));

/** A list that the portal keeps as data: asked of a host of the rule, for the page that is drawn from it. */
export const listDataSchema = v.strictObject({
  /** Path and query of the pages whose list this is; all pages of the rule where it is missing. */
  path: v.optional(addressPattern),
  /**
   * Its address, whole or beside the page: `{name}` is filled from `values`, never in the host, `{n}` with
   * the page's number, `{minutes}` with the minutes since 1970. JSONP is unwrapped.
   */
  url: v.pipe(
    v.string(),
    v.maxLength(300),
    v.regex(
      /^(?:https?:\/\/[a-z0-9.-]+\/|\/?[\w.{])[^\s]*$/u,
      "http(s)://host/…, or beside the page",
    ),
  ),
  values: v.optional(
    v.record(
      v.pipe(v.string(), v.regex(/^[a-z]{1,12}$/u)),
      v.pipe(v.array(finderSchema), v.maxLength(8)),
    ),
  ),
  /** The array of records; the first array in the answer where it is missing. */
  each: v.optional(path),
  /** Where a record keeps these; what is missing is told by the names of its own texts (`URL`, `title`, `publishTime`). */
  href: v.optional(path),
  title: v.optional(path),
  date: v.optional(path),
  /** The number of the first page, for `{n}`; without `{n}` one answer holds the whole list. */
  from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1))),
  /** Records of one page. */
  size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 20),
  /** How many records the list has; `total` beside the array where it is missing. */
  total: v.optional(path),
});
/** A list that the portal keeps as data; see the schema. */
export type ListData = v.InferOutput<typeof listDataSchema>;

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
  /** What the house's own reading of pagers (createPageHTML, a data proxy, numbers, 下一页) does not find. */
  next: v.optional(
    v.union([
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
