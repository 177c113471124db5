import { categorySchema } from "@dianbo/shared/category";
import type { CatalogueAsk } from "@dianbo/shared/channel";
import { coursewareKindSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";

/** Lengths that one asks for; minutes, both ends counted. */
const LENGTHS = {
  any: {},
  short: { minutesTo: 15 },
  middle: { minutesFrom: 15, minutesTo: 30 },
  long: { minutesFrom: 30 },
} as const;

const askSchema = v.object({
  query: v.fallback(v.pipe(v.string(), v.maxLength(200)), ""),
  category: v.fallback(
    v.optional(v.pipe(v.string(), v.transform(Number), categorySchema)),
    undefined,
  ),
  kind: v.fallback(v.optional(coursewareKindSchema), undefined),
  length: v.fallback(v.picklist(["any", "short", "middle", "long"]), "any"),
  sort: v.fallback(v.picklist(["title", "newest"]), "title"),
});
/** What is asked of a channel, as the page shows it. */
export type PageAsk = Readonly<v.InferOutput<typeof askSchema>>;

/** Reads what an address asks; what it does not understand is left out. */
export const askOfAddress = (hash: string): PageAsk => {
  const sent = new URLSearchParams(hash.split("?")[1] ?? "");
  const one = (name: string): string | undefined => sent.get(name) ?? undefined;
  return v.parse(askSchema, {
    query: one("q"),
    category: one("category"),
    kind: one("kind"),
    length: one("length"),
    sort: one("sort"),
  });
};

/** An address that asks the same, so that it can be gone back to and sent on. */
export const addressOfAsk = (room: string, ask: PageAsk): string => {
  const said = new URLSearchParams();
  if (ask.query !== "") said.set("q", ask.query);
  if (ask.category !== undefined) said.set("category", String(ask.category));
  if (ask.kind !== undefined) said.set("kind", ask.kind);
  if (ask.length !== "any") said.set("length", ask.length);
  if (ask.sort !== "title") said.set("sort", ask.sort);
  const query = said.toString();
  return query === "" ? room : `${room}?${query}`;
};

/** The question as the catalogue understands it. */
export const questionOf = ({ query, category, kind, length, sort }: PageAsk): CatalogueAsk => ({
  query,
  ...(category === undefined ? {} : { category }),
  ...(kind === undefined ? {} : { kind }),
  ...LENGTHS[length],
  sort,
});

/** Whether conditions stand beside the words that were typed. */
export const isNarrowed = ({ category, kind, length }: PageAsk): boolean =>
  category !== undefined || kind !== undefined || length !== "any";
