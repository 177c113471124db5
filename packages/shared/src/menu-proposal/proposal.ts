import type { Audience, Category } from "../category/index.ts";
import type { Instant } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";

/** What may come first in a proposal: what residents asked for, what never ran, what is new. */
export const PREFERENCES = ["wished", "never-played", "new"] as const;
/** One of the things that may come first; see `PREFERENCES`. */
export type Preference = (typeof PREFERENCES)[number];

/** What a set menu is composed from (配餐). */
export interface ProposalConditions {
  /** Minutes that the items may take together: the session, less its activities. Never passed. */
  readonly minutes: number;
  /** So many minutes under that still count as full. */
  readonly tolerance: number;
  /** Shelves to take from, each with its share of the minutes; none: from all, without shares. */
  readonly categories: readonly Category[];
  readonly audience?: Audience | undefined;
  /** Words of the season or the occasion: an item that carries one as a tag or in its title fits better. */
  readonly words: readonly string[];
  readonly first: readonly Preference[];
  /** What was shown within so many weeks rests; 0: everything may come. */
  readonly restWeeks: number;
}

/** What is known of the items beside their own rows. */
export interface ProposalFacts {
  readonly now: Instant;
  /** How many people asked for an item. */
  readonly wishes: ReadonlyMap<RecordId, number>;
  /** When an item ran last; absent: never. */
  readonly lastPlayed: ReadonlyMap<RecordId, Instant>;
  /** What was clipped from then on is new. */
  readonly newSince: Instant;
}

/** Why an item stands in a proposal. Screens put each into words. */
export type Reason =
  | { readonly type: "must-play" }
  | { readonly type: "locked" }
  | { readonly type: "wished"; readonly count: number }
  | { readonly type: "continues" }
  | { readonly type: "never-played" }
  | { readonly type: "new" }
  | { readonly type: "rested"; readonly since: Instant }
  | { readonly type: "audience"; readonly audience: Audience }
  | { readonly type: "word"; readonly word: string }
  | { readonly type: "shelf"; readonly category: Category }
  /** Nothing speaks for it but its length. */
  | { readonly type: "length" };

/** An item that stays, whatever is drawn around it. */
export interface KeptSlot {
  readonly item: Courseware;
  /** `must-play` was there before; `locked` was held fast by the person. */
  readonly because: "must-play" | "locked";
  /** Its place in the proposal, from 0. */
  readonly place: number;
}

/** One place of a proposal. */
export interface Slot {
  readonly item: Courseware;
  /** The strongest first; never empty. */
  readonly reasons: readonly Reason[];
}

/** How full a proposal is. */
export type Verdict =
  /** As full as was asked for. */
  | { readonly type: "full"; readonly left: number }
  /** The nearest below: no combination of the pool comes nearer. */
  | { readonly type: "nearest"; readonly left: number }
  /** Nothing of the pool goes in: its shortest item takes longer than what is left. */
  | { readonly type: "too-little-room"; readonly left: number; readonly shortest: number }
  /** No item meets the conditions. */
  | { readonly type: "empty-pool"; readonly left: number }
  /** What must stay is longer than the session by itself; nothing was added. */
  | { readonly type: "kept-too-long"; readonly over: number };

/** A proposal for a set menu: the person takes it, changes it or lets it be. */
export interface Proposal {
  readonly slots: readonly Slot[];
  /** Minutes of all slots together. */
  readonly minutes: number;
  readonly verdict: Verdict;
  /** Items of the pool that could not be considered. */
  readonly leftOut: {
    /** Nobody wrote how long they take. */
    readonly noMinutes: number;
    /** They ran within the weeks of rest. */
    readonly resting: number;
  };
}
