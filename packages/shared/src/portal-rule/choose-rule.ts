import { matchLine } from "./bounded-pattern.ts";
import type { PortalRule, RuleKind } from "./rule-schema.ts";

/** Whether a host of a rule (`people.com.cn`, `*.people.com.cn`) stands for this host. */
export const covers = (own: string, host: string): boolean =>
  own.startsWith("*.") ? host.endsWith(own.slice(1)) : own === host;

/** How closely a rule names a host: an exact name before a suffix, a longer suffix before a shorter. */
const closeness = (rule: PortalRule, host: string): number =>
  Math.max(
    0,
    ...rule.hosts
      .filter((own) => covers(own, host))
      .map((own) => own.length + (own.startsWith("*.") ? 0 : 1000)),
  );

const partsOf = (url: string): { readonly host: string; readonly path: string } => {
  try {
    const { hostname, pathname, search } = new URL(url);
    return { host: hostname, path: pathname + search };
  } catch {
    return { host: "", path: "" };
  }
};

/** The path and query that a rule's patterns for pages see. */
export const pathOf = (url: string): string => partsOf(url).path;

/** The rules that an address may need: the portal's own first, then all families. */
export const rulesFor = (url: string, rules: readonly PortalRule[]): readonly PortalRule[] => {
  const { host } = partsOf(url);
  const [own] = rules
    .map((rule) => ({ rule, close: closeness(rule, host) }))
    .filter(({ close }) => close > 0)
    .sort((a, b) => b.close - a.close);
  const families = rules.filter(({ hosts, id }) => hosts.length === 0 && id !== own?.rule.id);
  return own === undefined ? families : [own.rule, ...families];
};

/** What a rule says a page is by its address. */
export const kindByAddress = (rule: PortalRule, url: string): RuleKind | undefined => {
  const path = pathOf(url);
  return rule.pages.find((page) => matchLine(page.path, path) !== undefined)?.kind;
};

/**
 * The rules that hold: those built in and those from outside, without what was switched off. Of two with
 * one id the higher version holds, at the same version the one from outside.
 */
export const activeRules = (
  builtIn: readonly PortalRule[],
  fromOutside: readonly PortalRule[],
  switchedOff: readonly string[],
): readonly PortalRule[] => {
  const byId = new Map<string, PortalRule>();
  for (const rule of [...builtIn, ...fromOutside]) {
    const known = byId.get(rule.id);
    if (known === undefined || rule.version >= known.version) byId.set(rule.id, rule);
  }
  return [...byId.values()].filter(({ id }) => !switchedOff.includes(id));
};
