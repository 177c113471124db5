import * as v from "valibot";
import { categorySchema } from "../category/index.ts";
import { PROTECTIONS, RULE_KINDS } from "./rule-schema.ts";

const line = v.pipe(v.string(), v.maxLength(2000));
const address = v.pipe(v.string(), v.maxLength(8000));

const ruleMediaSchema = v.object({
  /** `stream`: HLS, which has no file of its own. */
  kind: v.picklist(["video", "audio", "stream"]),
  url: address,
  found: v.picklist(["element", "script"]),
  poster: v.optional(address),
  height: v.optional(v.number()),
  /** Playing time in seconds. */
  seconds: v.optional(v.number()),
});
/** A film or sound that a rule found. */
export type RuleMedia = v.InferOutput<typeof ruleMediaSchema>;

/**
 * What rules found in a page. It crosses from the page into the extension and is parsed there; what the
 * page said in it is as hostile as the rest.
 */
export const ruleFindingsSchema = v.object({
  /** The rule that knew the page first; others may have filled what it left open. */
  id: line,
  version: v.number(),
  kind: v.optional(v.picklist(RULE_KINDS)),
  fields: v.object({
    title: v.optional(line),
    publishedAt: v.optional(line),
    publisher: v.optional(line),
    author: v.optional(line),
    column: v.optional(line),
    minutes: v.optional(line),
    cover: v.optional(address),
  }),
  body: v.optional(
    v.object({
      from: line,
      html: v.pipe(v.string(), v.maxLength(2_000_000)),
      text: v.pipe(v.string(), v.maxLength(1_000_000)),
    }),
  ),
  media: v.pipe(v.array(ruleMediaSchema), v.maxLength(60)),
  /** Further pages of the same article, in order, without this one. */
  following: v.pipe(v.array(address), v.maxLength(50)),
  /** A call for data that would tell more, if the person gives leave for its host. */
  call: v.optional(address),
  /** The film cannot be kept, and why. */
  protected: v.optional(v.picklist(PROTECTIONS)),
  /** What a column's name contains → category. */
  categories: v.record(line, categorySchema),
  /** What the rule of this very host names and did not find: the portal may have changed. */
  missed: v.array(v.picklist(["title", "body", "media"])),
});
/** What rules found in a page; see the schema. */
export type RuleFindings = v.InferOutput<typeof ruleFindingsSchema>;
