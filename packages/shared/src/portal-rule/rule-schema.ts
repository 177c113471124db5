import * as v from "valibot";
import { categorySchema } from "../category/index.ts";
import { listDataSchema, listRuleSchema } from "./list-rule.ts";
import { addressPattern, finderSchema, scriptPattern, selector, shortLine } from "./rule-parts.ts";

/** What a page of a portal is; `link` pages have nothing to read and are kept as an address. */
export const RULE_KINDS = ["article", "video", "audio", "document", "list", "link"] as const;
/** What a rule says a page is. */
export type RuleKind = (typeof RULE_KINDS)[number];

/** Why a film can only be kept as a link. */
export const PROTECTIONS = ["scrambled", "drm", "live", "sign-in"] as const;
/** Why a film can only be kept as a link: scrambled pictures, DRM, a live channel, a sign-in. */
export type Protection = (typeof PROTECTIONS)[number];

const host = v.pipe(
  v.string(),
  v.maxLength(100),
  v.regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u, "a host, or *.host"),
);
const selectors = v.pipe(v.array(selector), v.maxLength(12));
const finders = v.pipe(v.array(finderSchema), v.maxLength(12));

/** `a.b`, `a[].b` (each), `a[0].b`; own properties only. */
const jsonPath = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(/^(?:[\w-]+(?:\[\d{0,3}\])*)(?:\.[\w-]+(?:\[\d{0,3}\])*)*$/u, "a path like a.b[].c"),
);

/** A call for data to the portal's own host, made by the extension with leave, never by the page. */
const jsonCallSchema = v.strictObject({
  /** Its address; `{name}` is filled from `values`, never in the host. JSONP is unwrapped. */
  url: v.pipe(
    v.string(),
    v.maxLength(300),
    v.regex(/^https?:\/\/[a-z0-9.-]+\/[^\s]*$/u, "http(s)://host/…"),
  ),
  values: v.optional(
    v.record(
      v.pipe(v.string(), v.regex(/^[a-z]{1,12}$/u)),
      v.pipe(v.array(finderSchema), v.maxLength(8)),
    ),
  ),
  /** Text fields, and `seconds`, each by the first path that holds something. */
  fields: v.optional(
    v.record(
      v.picklist(["title", "publishedAt", "publisher", "author", "column", "seconds", "cover"]),
      v.pipe(v.array(jsonPath), v.maxLength(4)),
    ),
  ),
  /** The body as HTML. */
  body: v.optional(jsonPath),
  /** Films: each thing at `each` (the whole answer where it is missing) with its address at `url`. */
  media: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          each: v.optional(jsonPath),
          url: jsonPath,
          height: v.optional(jsonPath),
          poster: v.optional(jsonPath),
        }),
      ),
      v.maxLength(4),
    ),
  ),
});
/** A call for data; see the schema. */
export type JsonCall = v.InferOutput<typeof jsonCallSchema>;

/** Any one that is given must hold for the protection to apply. */
const protectedSchema = v.strictObject({
  because: v.picklist(PROTECTIONS),
  /** In the address of the film. */
  media: v.optional(addressPattern),
  /** In path and query of the page. */
  page: v.optional(addressPattern),
  /** Something that stands in the page. */
  selector: v.optional(selector),
});

/** The shape of a rule file; what goes beyond the shape is checked by `checkRule`. */
export const ruleSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, "small letters, digits, hyphens")),
  /** Counted up with each change: the higher of two with one id holds. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  /** The portal's name in Chinese. */
  name: shortLine,
  home: v.optional(v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\//u))),
  /** Hosts, exact or `*.suffix`; none for a family of sites, which is known by its signs. */
  hosts: v.pipe(v.array(host), v.maxLength(30)),
  signs: v.optional(
    v.strictObject({
      /** Path and query; the page also needs a body or title found by the rule to count. */
      paths: v.optional(v.pipe(v.array(addressPattern), v.maxLength(8))),
      selectors: v.optional(selectors),
      scripts: v.optional(v.pipe(v.array(scriptPattern), v.maxLength(4))),
    }),
  ),
  /** The first whose pattern is found in path and query says what the page is. */
  pages: v.pipe(
    v.array(v.strictObject({ kind: v.picklist(RULE_KINDS), path: addressPattern })),
    v.maxLength(20),
  ),
  fields: v.optional(
    v.strictObject({
      title: v.optional(finders),
      publishedAt: v.optional(finders),
      publisher: v.optional(finders),
      author: v.optional(finders),
      column: v.optional(finders),
      minutes: v.optional(finders),
      cover: v.optional(finders),
    }),
    {},
  ),
  /** The body's container; the first that holds text or a picture. */
  body: v.optional(selectors, []),
  /** Taken out of the body. */
  remove: v.optional(selectors, []),
  /** Further pages of one article: their links, or their number put before the suffix. */
  following: v.optional(
    v.union([
      v.strictObject({ selector }),
      v.strictObject({
        /** Put in the place of the page's suffix: `-{n}.html`; `_{n}` keeps the suffix that the page has. */
        url: v.pipe(v.string(), v.maxLength(60), v.includes("{n}")),
        from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
        /** How many pages there are; without it the page's own links to such addresses decide. */
        pages: v.optional(scriptPattern),
      }),
    ]),
  ),
  /** Addresses of films and sound in the page. */
  media: v.optional(finders, []),
  json: v.optional(jsonCallSchema),
  protected: v.optional(v.pipe(v.array(protectedSchema), v.maxLength(6)), []),
  list: v.optional(listRuleSchema),
  /** Lists that are drawn from data; the first that is meant for the page counts. */
  listData: v.optional(v.pipe(v.array(listDataSchema), v.maxLength(6)), []),
  /** What a column's name contains → category. */
  categories: v.optional(v.record(v.pipe(v.string(), v.maxLength(30)), categorySchema), {}),
});
/** A portal rule: data that says how the pages of one portal, or of a family of sites, are read. */
export type PortalRule = v.InferOutput<typeof ruleSchema>;
