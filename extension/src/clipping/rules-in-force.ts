import { activeRules, builtInRules, type PortalRule } from "@dianbo/shared/portal-rule";
import { readRuleShelf } from "../portal-rules/rule-shelf.ts";

/** The rules that hold now: those built in and those from outside, without what was switched off. */
export const rulesInForce = async (): Promise<readonly PortalRule[]> => {
  const { fromOutside, switchedOff } = await readRuleShelf();
  const outside = fromOutside.map(({ rule }) => rule);
  return activeRules(builtInRules(), outside, switchedOff);
};
