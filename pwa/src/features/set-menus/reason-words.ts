import { CATEGORY_NAMES } from "@dianbo/shared/category";
import { civilDateOf } from "@dianbo/shared/clock";
import type { Proposal, Reason } from "@dianbo/shared/menu-proposal";
import type { Words } from "../../locales/index.ts";
import type { Replaced } from "./use-proposal.ts";

type ComposeWords = Words["setMenus"]["compose"];

/** A reason as a person reads it. */
export const reasonInWords = (reason: Reason, words: ComposeWords): string => {
  const { reasons } = words;
  switch (reason.type) {
    case "must-play":
      return reasons.mustPlay;
    case "locked":
      return reasons.locked;
    case "wished":
      return reasons.wished(reason.count);
    case "continues":
      return reasons.continues;
    case "never-played":
      return reasons.neverPlayed;
    case "new":
      return reasons.fresh;
    case "rested":
      return reasons.rested(civilDateOf(reason.since));
    case "audience":
      return reasons.audience(words.audiences[reason.audience]);
    case "word":
      return reasons.word(reason.word);
    case "shelf":
      return reasons.shelf(CATEGORY_NAMES[reason.category]);
    case "length":
      return reasons.length;
  }
};

/** What took whose place, and what that did to the minutes. */
export const replacedInWords = ({ before, longer }: Replaced, words: ComposeWords): string => {
  const name = before.number == null ? `「${before.title}」` : String(before.number);
  if (longer === 0) return words.asLong(name);
  return longer > 0 ? words.longer(name, longer) : words.shorter(name, -longer);
};

/** How full a proposal is, in a few words beside its figure. */
export const fullnessInWords = (
  { verdict }: Proposal,
  words: ComposeWords,
): { readonly short: string; readonly long: string | undefined } => {
  switch (verdict.type) {
    case "full":
      return {
        short: verdict.left === 0 ? words.exact : words.left(verdict.left),
        long: undefined,
      };
    case "nearest":
      return { short: words.left(verdict.left), long: words.nearest(verdict.left) };
    case "too-little-room":
      return {
        short: words.left(verdict.left),
        long: words.tooLittleRoom(verdict.left, verdict.shortest),
      };
    case "empty-pool":
      return { short: words.left(verdict.left), long: words.emptyPool };
    case "kept-too-long":
      return { short: "", long: words.keptTooLong(verdict.over) };
  }
};
