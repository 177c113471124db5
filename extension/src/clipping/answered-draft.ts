import { followingPages } from "@dianbo/shared/portal";
import { type ClipDraft, withPage } from "./clip-draft.ts";
import { answeredPage } from "./rule-calls.ts";
import { rulesInForce } from "./rules-in-force.ts";
import { wholeArticle } from "./whole-article.ts";

/**
 * A draft with what the portal's own data says of its page, and with the further pages of its article; at
 * once where no rule names a call and the page is all there is.
 */
export const answeredDraft = async (draft: ClipDraft): Promise<ClipDraft> => {
  const isWhole = draft.recognised.kind !== "article" || followingPages(draft.page).length === 0;
  if (draft.recognised.call === undefined && isWhole) return draft;
  const rules = await rulesInForce();
  const answered = await answeredPage(draft.page, rules);
  const page = isWhole ? answered : await wholeArticle(answered, rules);
  return page === draft.page ? draft : withPage(draft, page);
};
