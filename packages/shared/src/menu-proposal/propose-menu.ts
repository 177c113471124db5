import { CATEGORIES } from "../category/index.ts";
import type { Courseware } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { orderBySeries } from "../series/index.ts";
import { claimOf, fitMinutes, type Group } from "./fit-minutes.ts";
import type {
  KeptSlot,
  Proposal,
  ProposalConditions,
  ProposalFacts,
  Slot,
  Verdict,
} from "./proposal.ts";
import { type Weighed, weighItems } from "./weigh-items.ts";

const minutesOf = (items: readonly Courseware[]): number =>
  items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

/** The shelves that share the minutes, less what is there already. */
const groupsOf = (
  items: readonly Weighed[],
  { categories, minutes }: ProposalConditions,
  there: readonly Courseware[],
): readonly Group[] => {
  const sharing = CATEGORIES.filter((category) => categories.includes(category));
  if (sharing.length < 2) return [{ items, share: 0 }];
  return sharing.map((category) => ({
    items: items.filter(({ item }) => item.category === category),
    share: Math.max(
      0,
      minutes / sharing.length - minutesOf(there.filter((one) => one.category === category)),
    ),
  }));
};

/** In the order of the shelves, a series in its own order. */
const inOrder = (chosen: readonly Weighed[]): readonly Slot[] =>
  orderBySeries(
    [...chosen].sort(
      (a, b) =>
        (a.item.category ?? 6) - (b.item.category ?? 6) ||
        b.worth - a.worth ||
        (a.item.id < b.item.id ? -1 : 1),
    ),
    ({ item }) => item.title,
  ).map(({ item, reasons }) => ({ item, reasons }));

/** What stays keeps its place; what was drawn fills the places between. */
const around = (kept: readonly KeptSlot[], drawn: readonly Slot[]): readonly Slot[] => {
  const slots = [...drawn];
  for (const { item, because, place } of [...kept].sort((a, b) => a.place - b.place)) {
    slots.splice(Math.min(place, slots.length), 0, { item, reasons: [{ type: because }] });
  }
  return slots;
};

const verdictOf = (
  left: number,
  tolerance: number,
  pool: readonly Weighed[],
  drawn: number,
): Verdict => {
  if (left <= tolerance) return { type: "full", left };
  if (pool.length === 0) return { type: "empty-pool", left };
  if (drawn > 0) return { type: "nearest", left };
  return {
    type: "too-little-room",
    left,
    shortest: pool.reduce((least, { minutes }) => Math.min(least, minutes), Infinity),
  };
};

/**
 * Composes a proposal (配餐) around what stays. The same arguments give the same proposal, whatever the
 * order of the pool; another seed gives another one where there is a choice.
 */
export const proposeMenu = (
  pool: readonly Courseware[],
  conditions: ProposalConditions,
  facts: ProposalFacts,
  kept: readonly KeptSlot[],
  seed: number,
): Proposal => {
  const there = kept.map(({ item }) => item);
  const without = new Set(there.map(({ id }) => id));
  const { items, leftOut } = weighItems(pool, conditions, facts, without, seed);
  const room = conditions.minutes - minutesOf(there);
  if (room < 0) {
    return {
      slots: around(kept, []),
      minutes: minutesOf(there),
      verdict: { type: "kept-too-long", over: -room },
      leftOut,
    };
  }
  const fit = fitMinutes(groupsOf(items, conditions, there), room, conditions.tolerance);
  return {
    slots: around(kept, inOrder(fit.chosen)),
    minutes: minutesOf(there) + fit.minutes,
    verdict: verdictOf(room - fit.minutes, conditions.tolerance, items, fit.chosen.length),
    leftOut,
  };
};

/** There is no other item that goes into that place. */
export interface NoOther {
  readonly type: "no-other";
}

/**
 * Draws one place of a proposal again and leaves all others as they are. `turnedDown` are items that the
 * person has had in that place already; when all have had their turn, they come round again.
 */
export const redrawSlot = (
  pool: readonly Courseware[],
  conditions: ProposalConditions,
  facts: ProposalFacts,
  proposal: Proposal,
  place: number,
  turnedDown: ReadonlySet<RecordId>,
  seed: number,
): Result<Proposal, NoOther> => {
  const others = proposal.slots.flatMap(({ item }, at) => (at === place ? [] : [item]));
  const without = new Set(proposal.slots.map(({ item }) => item.id));
  const { items } = weighItems(pool, conditions, facts, without, seed);
  const room = conditions.minutes - minutesOf(others);
  const fitting = items.filter(({ minutes }) => minutes <= room);
  const unseen = fitting.filter(({ item }) => !turnedDown.has(item.id));
  const groups = groupsOf(items, conditions, others);
  const shareOf = new Map(
    groups.flatMap(({ items: own, share }) => own.map(({ item }) => [item.id, share] as const)),
  );
  const worthOf = (one: Weighed): number =>
    one.worth + claimOf(shareOf.get(one.item.id) ?? 0, one.minutes);
  const fills = (one: Weighed): boolean => one.minutes >= room - conditions.tolerance;
  const [next] = (unseen.length > 0 ? unseen : fitting).sort(
    (a, b) =>
      Number(fills(b)) - Number(fills(a)) ||
      (fills(a) ? 0 : b.minutes - a.minutes) ||
      worthOf(b) - worthOf(a) ||
      (a.item.id < b.item.id ? -1 : 1),
  );
  if (next === undefined) return err({ type: "no-other" });
  const left = room - next.minutes;
  return ok({
    slots: proposal.slots.map((slot, at) =>
      at === place ? { item: next.item, reasons: next.reasons } : slot,
    ),
    minutes: minutesOf(others) + next.minutes,
    verdict: verdictOf(left, conditions.tolerance, items, 1),
    leftOut: proposal.leftOut,
  });
};
