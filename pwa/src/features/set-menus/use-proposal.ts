import type { Courseware } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import {
  type KeptSlot,
  type Proposal,
  type ProposalConditions,
  type ProposalFacts,
  proposeMenu,
  redrawSlot,
} from "@dianbo/shared/menu-proposal";
import { useEffect, useState } from "react";

/** What a proposal is drawn from. */
export interface ProposalGround {
  /** The items to choose from; it is called at each draw. */
  readonly pool: () => readonly Courseware[];
  readonly facts: () => ProposalFacts;
  /** Items that must be played and therefore stay, in their order. */
  readonly mustPlay: readonly Courseware[];
  readonly first: ProposalConditions;
  /** The seed of the first draw. */
  readonly seed: number;
}

/** What took another item's place. */
export interface Replaced {
  readonly before: Courseware;
  /** By how many minutes the new one is longer; below 0: shorter. */
  readonly longer: number;
}

/** A proposal under the person's hand. */
export interface ProposalAtWork {
  readonly conditions: ProposalConditions;
  readonly proposal: Proposal;
  isLocked(id: RecordId): boolean;
  /** What an item replaced when its place was drawn again. */
  replacedBy(id: RecordId): Replaced | undefined;
  /** Changes conditions and draws again around what is locked. */
  choose(change: Partial<ProposalConditions>): void;
  /** Draws all that is not locked again. */
  again(): void;
  /** Draws one place again; answers what came, or nothing where nothing else goes in. */
  redraw(place: number): Courseware | undefined;
  toggleLock(id: RecordId): void;
  /** Brings an item in, locked. */
  demand(item: Courseware): void;
}

interface State {
  readonly conditions: ProposalConditions;
  readonly seed: number;
  readonly proposal: Proposal;
  readonly locked: ReadonlySet<RecordId>;
  /** By place, what stood there before. */
  readonly had: ReadonlyMap<number, ReadonlySet<RecordId>>;
  readonly replaced: ReadonlyMap<RecordId, Replaced>;
}

const NOTHING_YET: Proposal = {
  slots: [],
  minutes: 0,
  verdict: { type: "empty-pool", left: 0 },
  leftOut: { noMinutes: 0, resting: 0 },
};

/** What stays at the next draw: what must be played, and what the person holds fast. */
const keptOf = (
  { proposal, locked }: Pick<State, "proposal" | "locked">,
  mustPlay: readonly Courseware[],
): readonly KeptSlot[] => {
  const must = new Set(mustPlay.map(({ id }) => id));
  const placed = proposal.slots.flatMap(({ item }, place): KeptSlot[] => {
    if (must.has(item.id)) return [{ item, because: "must-play", place }];
    return locked.has(item.id) ? [{ item, because: "locked", place }] : [];
  });
  const there = new Set(placed.map(({ item }) => item.id));
  const missing = mustPlay.filter(({ id }) => !there.has(id));
  return [
    ...placed,
    ...missing.map((item, at): KeptSlot => ({ item, because: "must-play", place: at })),
  ];
};

/** Holds a proposal: drawn once at first, then only when the person wants it drawn. */
export const useProposal = (ground: ProposalGround): ProposalAtWork => {
  const draw = (state: Omit<State, "had" | "replaced">): State => ({
    ...state,
    proposal: proposeMenu(
      ground.pool(),
      state.conditions,
      ground.facts(),
      keptOf(state, ground.mustPlay),
      state.seed,
    ),
    had: new Map(),
    replaced: new Map(),
  });
  const [state, setState] = useState<State>(() =>
    draw({
      conditions: ground.first,
      seed: ground.seed,
      proposal: NOTHING_YET,
      locked: new Set(),
    }),
  );

  // The menu beside it got another length, or something else became must-play: the draft follows.
  const { minutes } = ground.first;
  const must = ground.mustPlay.map(({ id }) => id).join();
  const [drawnFor, setDrawnFor] = useState({ minutes, must });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only length and must-play call for a new draw
  useEffect(() => {
    if (drawnFor.minutes === minutes && drawnFor.must === must) return;
    setDrawnFor({ minutes, must });
    setState((now) => draw({ ...now, conditions: { ...now.conditions, minutes } }));
  }, [minutes, must]);

  return {
    conditions: state.conditions,
    proposal: state.proposal,
    isLocked: (id) => state.locked.has(id),
    replacedBy: (id) => state.replaced.get(id),
    choose: (change) =>
      setState(draw({ ...state, conditions: { ...state.conditions, ...change } })),
    again: () => setState(draw({ ...state, seed: state.seed + 1 })),
    toggleLock: (id) => {
      const locked = new Set(state.locked);
      if (!locked.delete(id)) locked.add(id);
      setState({ ...state, locked });
    },
    demand: (item) => {
      if (state.proposal.slots.some((slot) => slot.item.id === item.id)) {
        setState({ ...state, locked: new Set([...state.locked, item.id]) });
        return;
      }
      const proposal: Proposal = {
        ...state.proposal,
        slots: [...state.proposal.slots, { item, reasons: [{ type: "locked" }] }],
      };
      setState(draw({ ...state, proposal, locked: new Set([...state.locked, item.id]) }));
    },
    redraw: (place) => {
      const before = state.proposal.slots[place]?.item;
      if (before === undefined) return undefined;
      const had = new Set([...(state.had.get(place) ?? []), before.id]);
      const next = redrawSlot(
        ground.pool(),
        state.conditions,
        ground.facts(),
        state.proposal,
        place,
        had,
        state.seed,
      );
      if (!next.ok) return undefined;
      const now = next.value.slots[place]?.item;
      if (now === undefined) return undefined;
      // When all have had their turn they come round again, so the turns begin anew.
      const turns = had.has(now.id) ? new Set([now.id]) : had;
      setState({
        ...state,
        proposal: next.value,
        had: new Map([...state.had, [place, turns]]),
        replaced: new Map([
          ...state.replaced,
          [now.id, { before, longer: (now.minutes ?? 0) - (before.minutes ?? 0) }],
        ]),
      });
      return now;
    },
  };
};
