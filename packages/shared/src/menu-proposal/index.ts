/** Proposals for set menus (配餐): composed to the minute from conditions, with the reasons. */
export {
  type KeptSlot,
  PREFERENCES,
  type Preference,
  type Proposal,
  type ProposalConditions,
  type ProposalFacts,
  type Reason,
  type Slot,
  type Verdict,
} from "./proposal.ts";
export { proposeMenu, redrawSlot } from "./propose-menu.ts";
export { STARTERS, type Starter, type StarterId } from "./starters.ts";
