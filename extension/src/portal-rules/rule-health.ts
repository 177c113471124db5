import { type Instant, instantSchema } from "@dianbo/shared/clock";
import { type PageSnapshot, recognise } from "@dianbo/shared/portal";
import { builtInRules } from "@dianbo/shared/portal-rule";
import * as v from "valibot";
import { readRuleShelf } from "./rule-shelf.ts";

/** Where it lies in the browser's storage. */
export const HEALTH_KEY = "portal-rule-health";
/** Rules remembered; the one read longest ago is forgotten first. */
const LIMIT = 200;

const MISSES = ["title", "body", "media", "address"] as const;
/** What a rule names and does not find; `address`: it knows no such page at all. */
export type Miss = (typeof MISSES)[number];

/**
 * One odd page makes no trouble. An address that no pattern knows is often a page of another make, so it
 * takes more of them.
 */
const ENOUGH: Readonly<Record<Miss, number>> = { title: 2, body: 2, media: 2, address: 3 };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const runSchema = v.object({
  since: instantSchema,
  /** Pages in a row. */
  pages: count,
  /** A mark of the last page, so that one page read twice counts once; no address is kept. */
  last: v.number(),
});
const healthSchema = v.object({
  rule: v.string(),
  version: v.number(),
  /** How many pages of each kind were read whole, and how many not. */
  kinds: v.record(v.string(), v.object({ hits: count, misses: count })),
  runs: v.record(v.picklist(MISSES), runSchema),
});
/** How one rule fares on its own hosts. */
export type RuleHealth = v.InferOutput<typeof healthSchema>;

/** One page that a rule has read on its own hosts. */
export interface Reading {
  readonly rule: string;
  readonly version: number;
  readonly url: string;
  readonly kind: string;
  readonly missed: readonly Miss[];
  /** What the rule names for such a page and could have missed. */
  readonly looked: readonly Miss[];
}

const markOf = (text: string): number => {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return mark;
};

/** How a rule fares after one more page. A new version of a rule begins anew. */
export const afterReading = (
  before: RuleHealth | undefined,
  { rule, version, url, kind, missed, looked }: Reading,
  at: Instant,
): RuleHealth => {
  const known = before?.version === version ? before : undefined;
  const last = markOf(url);
  const runs: RuleHealth["runs"] = {};
  for (const miss of MISSES) {
    const run = known?.runs[miss];
    if (missed.includes(miss)) {
      const isSame = run?.last === last;
      runs[miss] = {
        since: run?.since ?? at,
        pages: (run?.pages ?? 0) + (isSame ? 0 : 1),
        last,
      };
    } else if (run !== undefined && !looked.includes(miss)) runs[miss] = run;
  }
  const { hits, misses } = known?.kinds[kind] ?? { hits: 0, misses: 0 };
  const counted = missed.length === 0 ? { hits: hits + 1, misses } : { hits, misses: misses + 1 };
  return { rule, version, kinds: { ...known?.kinds, [kind]: counted }, runs };
};

/** Since when a rule does not match, and what it misses; `undefined` while it does. */
export const troubleOf = ({
  rule,
  runs,
}: RuleHealth):
  | { readonly rule: string; readonly since: Instant; readonly missing: readonly Miss[] }
  | undefined => {
  const standing = MISSES.flatMap((miss) => {
    const run = runs[miss];
    return run !== undefined && run.pages >= ENOUGH[miss] ? [{ miss, since: run.since }] : [];
  });
  const [first] = [...standing].sort((a, b) => a.since - b.since);
  if (first === undefined) return undefined;
  return { rule, since: first.since, missing: standing.map(({ miss }) => miss) };
};

const readingOf = (page: PageSnapshot, ownRules: ReadonlySet<string>): Reading | undefined => {
  const found = page.rule;
  if (found === undefined || !ownRules.has(found.id)) return undefined;
  const kind = found.kind ?? recognise(page).kind;
  const isRead = kind === "article" || kind === "video" || kind === "audio";
  if (!isRead) return undefined;
  const isKnown = found.kind !== undefined;
  return {
    rule: found.id,
    version: found.version,
    url: page.url,
    kind,
    missed: isKnown ? found.missed : ["address"],
    looked: isKnown
      ? kind === "article"
        ? ["address", "title", "body"]
        : ["address", "title", "media"]
      : [],
  };
};

/** Reads how the rules fare. */
export const readHealth = async (): Promise<readonly RuleHealth[]> => {
  const stored = v.safeParse(
    v.array(healthSchema),
    (await chrome.storage.local.get(HEALTH_KEY))[HEALTH_KEY],
  );
  return stored.success ? stored.output : [];
};

/**
 * Notes how the rule of a page's own host fared on a page that the person asked to have read. Only counts
 * are kept: no address, no title, nothing of pages on which nobody pressed the button.
 */
export const noteReading = async (page: PageSnapshot, at: Instant): Promise<void> => {
  const { fromOutside } = await readRuleShelf();
  const own = [...builtInRules(), ...fromOutside.map(({ rule }) => rule)].filter(
    ({ hosts }) => hosts.length > 0,
  );
  const reading = readingOf(page, new Set(own.map(({ id }) => id)));
  if (reading === undefined) return;
  await navigator.locks.request(HEALTH_KEY, async () => {
    const health = await readHealth();
    const before = health.find(({ rule }) => rule === reading.rule);
    const rest = health.filter(({ rule }) => rule !== reading.rule);
    const next = [...rest, afterReading(before, reading, at)].slice(-LIMIT);
    await chrome.storage.local.set({ [HEALTH_KEY]: next });
  });
};
