import { isAudience } from "../category/index.ts";
import type { Courseware } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import { seriesOf } from "../series/index.ts";
import type { Proposal, ProposalConditions, ProposalFacts, Reason } from "./proposal.ts";

/** An item that may be proposed, with what speaks for it. */
export interface Weighed {
  readonly item: Courseware;
  /** Whole minutes, at least one. */
  readonly minutes: number;
  /** What it is worth in a menu; only differences count. */
  readonly worth: number;
  readonly reasons: readonly Reason[];
}

/** What is left of a pool, and what could not be considered. */
export interface WeighedPool {
  readonly items: readonly Weighed[];
  readonly leftOut: Proposal["leftOut"];
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Worth of a minute with nothing to say for it. All others are added to it. */
const PLAIN = 1;
const WISHED = 0.5;
/** More wishes than these do not count for more. */
const MANY_WISHES = 5;
const NEVER_PLAYED = 0.5;
const NEW = 0.4;
const FOR_THEM = 0.8;
const FOR_OTHERS = -0.4;
const WORD = 0.7;
const NEXT_PART = 0.4;
const PART_TOO_EARLY = -0.6;
/** Two seeds propose two menus, but never against what was asked for. */
const CHANCE = 0.35;

/** What one more item costs: thirty clips are no evening. */
const CHANGE_OF_ITEM = 4;
/** From here on an item tires, by so much a minute. */
const LONG = 35;
const TIRING = 0.5;

/** A number in [0, 1) that only seed and id decide. */
const chanceOf = (seed: number, id: string): number => {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
};

/** Which parts of a series have been shown, by the series' name. */
const shownParts = (
  pool: readonly Courseware[],
  lastPlayed: ProposalFacts["lastPlayed"],
): ReadonlyMap<string, ReadonlySet<number>> => {
  const shown = new Map<string, Set<number>>();
  for (const { id, title } of pool) {
    const part = lastPlayed.has(id) ? seriesOf(title) : undefined;
    if (part === undefined || part.name === "") continue;
    const places = shown.get(part.name) ?? new Set<number>();
    places.add(part.place);
    shown.set(part.name, places);
  }
  return shown;
};

/** One cheap look spares most titles the nine patterns of series: a place in brackets, behind 第 or 之, or at the end. */
const MAY_BE_PART =
  /[第之([（【[]\s*(?:系列|之)*[\d０-９零〇一二两三四五六七八九十百上中下]|[\d０-９①-⑳零〇一二两三四五六七八九十百上中下][集篇]?[\s》」)）\]】]*$/u;

/** What speaks for an item: worth a minute, and the reason a person reads. */
interface Claim {
  readonly perMinute: number;
  readonly reason?: Reason;
}

/** What all items of one look through a pool are weighed against. */
interface Scale {
  readonly conditions: ProposalConditions;
  readonly facts: ProposalFacts;
  readonly parts: ReadonlyMap<string, ReadonlySet<number>>;
}

const wishClaim = ({ id }: Courseware, { conditions, facts }: Scale): Claim | undefined => {
  const count = facts.wishes.get(id) ?? 0;
  if (!conditions.first.includes("wished") || count <= 0) return undefined;
  return {
    perMinute: WISHED + Math.min(count, MANY_WISHES) / MANY_WISHES,
    reason: { type: "wished", count },
  };
};

const seriesClaim = ({ title }: Courseware, { parts }: Scale): Claim | undefined => {
  const part = MAY_BE_PART.test(title) ? seriesOf(title) : undefined;
  if (part === undefined || part.place <= 1 || part.name === "") return undefined;
  const begun = [...(parts.get(part.name) ?? [])].some((place) => place < part.place);
  return begun
    ? { perMinute: NEXT_PART, reason: { type: "continues" } }
    : { perMinute: PART_TOO_EARLY };
};

const unseenClaim = ({ id }: Courseware, { conditions, facts }: Scale): Claim | undefined =>
  conditions.first.includes("never-played") && !facts.lastPlayed.has(id)
    ? { perMinute: NEVER_PLAYED, reason: { type: "never-played" } }
    : undefined;

const newClaim = ({ clippedAt }: Courseware, { conditions, facts }: Scale): Claim | undefined =>
  conditions.first.includes("new") && clippedAt != null && clippedAt >= facts.newSince
    ? { perMinute: NEW, reason: { type: "new" } }
    : undefined;

const audienceClaim = ({ tags }: Courseware, { conditions }: Scale): Claim | undefined => {
  const { audience } = conditions;
  if (audience === undefined || tags == null) return undefined;
  if (tags.includes(audience)) {
    return { perMinute: FOR_THEM, reason: { type: "audience", audience } };
  }
  return tags.some(isAudience) ? { perMinute: FOR_OTHERS } : undefined;
};

const wordClaim = ({ tags, title }: Courseware, { conditions }: Scale): Claim | undefined => {
  const word = conditions.words.find((one) => tags?.includes(one) === true || title.includes(one));
  return word === undefined ? undefined : { perMinute: WORD, reason: { type: "word", word } };
};

const restClaim = ({ id }: Courseware, { conditions, facts }: Scale): Claim | undefined => {
  const since = facts.lastPlayed.get(id);
  return conditions.restWeeks > 0 && since !== undefined
    ? { perMinute: 0, reason: { type: "rested", since } }
    : undefined;
};

const shelfClaim = ({ category }: Courseware, { conditions }: Scale): Claim | undefined =>
  conditions.categories.length > 1 && category != null
    ? { perMinute: 0, reason: { type: "shelf", category } }
    : undefined;

/** In the order in which a person reads them. */
const CLAIMS = [
  wishClaim,
  seriesClaim,
  unseenClaim,
  newClaim,
  audienceClaim,
  wordClaim,
  restClaim,
  shelfClaim,
];

const weigh = (item: Courseware, minutes: number, scale: Scale, seed: number): Weighed => {
  const claims = CLAIMS.flatMap((claim) => claim(item, scale) ?? []);
  const reasons = claims.flatMap(({ reason }) => reason ?? []);
  const perMinute = claims.reduce(
    (sum, claim) => sum + claim.perMinute,
    PLAIN + CHANCE * chanceOf(seed, item.id),
  );
  return {
    item,
    minutes,
    worth: minutes * perMinute - CHANGE_OF_ITEM - Math.max(0, minutes - LONG) * TIRING,
    reasons: reasons.length === 0 ? [{ type: "length" }] : reasons,
  };
};

const isAsked = (
  { life, kind, category }: Courseware,
  { categories }: ProposalConditions,
): boolean =>
  life !== "deleted" &&
  kind !== "link" &&
  (categories.length === 0 || (category != null && categories.includes(category)));

/**
 * Looks through a pool: what may stand in a proposal, what each is worth under these conditions, and why.
 * `without` are items that stand in it already.
 */
export const weighItems = (
  pool: readonly Courseware[],
  conditions: ProposalConditions,
  facts: ProposalFacts,
  without: ReadonlySet<RecordId>,
  seed: number,
): WeighedPool => {
  const scale: Scale = { conditions, facts, parts: shownParts(pool, facts.lastPlayed) };
  const rested = facts.now - conditions.restWeeks * WEEK;
  let noMinutes = 0;
  let resting = 0;
  const items: Weighed[] = [];
  for (const item of pool) {
    if (without.has(item.id) || !isAsked(item, conditions)) continue;
    const minutes = item.minutes ?? 0;
    const last = facts.lastPlayed.get(item.id);
    if (minutes === 0) noMinutes += 1;
    else if (conditions.restWeeks > 0 && last !== undefined && last > rested) resting += 1;
    else items.push(weigh(item, minutes, scale, seed));
  }
  return { items, leftOut: { noMinutes, resting } };
};
