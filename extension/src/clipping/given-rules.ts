import { type PortalRule, readRule, rulesFor } from "@dianbo/shared/portal-rule";

/** Where the rules lie in the extension's own world of a page; the page itself does not see that world. */
const RULES_SLOT = "dianboPortalRules";

/** Rules that one page is read by: the portal's own, and more families than there are makers of portals. */
const MOST_RULES = 40;

/** Runs in the page; it must not use anything from outside itself. */
const leave = (slot: string, rules: unknown): void => {
  Reflect.set(globalThis, slot, rules);
};

/** Runs in the page. */
const whereIsIt = (): string => location.href;

/** Puts the rule of the page's host and the families into a tab, for the script that reads it next. */
export const giveRules = async (tab: number, rules: readonly PortalRule[]): Promise<void> => {
  const target = { tabId: tab };
  const [at] = await chrome.scripting.executeScript({ target, func: whereIsIt });
  const matching = rulesFor(at?.result ?? "", rules).slice(0, MOST_RULES);
  await chrome.scripting.executeScript({ target, func: leave, args: [RULES_SLOT, matching] });
};

/** The rules that were put here for this page; those for another host do not count. */
export const givenRules = (href: string): readonly PortalRule[] => {
  const given: unknown = Reflect.get(globalThis, RULES_SLOT);
  const rules = (Array.isArray(given) ? given.slice(0, MOST_RULES) : []).flatMap((one) => {
    const read = readRule(one);
    return read.ok ? [read.value] : [];
  });
  return rulesFor(href, rules);
};
