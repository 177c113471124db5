import { activeRules, builtInRules, type PortalRule, readRule } from "@dianbo/shared/portal-rule";
import * as v from "valibot";

/** What the portals screen keeps in the browser's storage: rules from outside, rules switched off. */
const KEY = "portal-rules";
const storedSchema = v.object({
  fromOutside: v.array(v.unknown()),
  switchedOff: v.array(v.string()),
});

/** The rules that hold now: those built in and those from outside, without what was switched off. */
export const rulesInForce = async (): Promise<readonly PortalRule[]> => {
  const stored = v.safeParse(storedSchema, (await chrome.storage.local.get(KEY))[KEY]);
  if (!stored.success) return builtInRules();
  const fromOutside = stored.output.fromOutside.flatMap((one) => {
    const read = readRule(one);
    return read.ok ? [read.value] : [];
  });
  return activeRules(builtInRules(), fromOutside, stored.output.switchedOff);
};
