import { type ClipDraft, withPage } from "./clip-draft.ts";
import { answeredPage } from "./rule-calls.ts";
import { rulesInForce } from "./rules-in-force.ts";

/** A draft with what the portal's own data says of its page; at once where no rule names a call. */
export const answeredDraft = async (draft: ClipDraft): Promise<ClipDraft> => {
  if (draft.recognised.call === undefined) return draft;
  const page = await answeredPage(draft.page, await rulesInForce());
  return page === draft.page ? draft : withPage(draft, page);
};
