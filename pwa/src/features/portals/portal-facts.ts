import type { Clip } from "@dianbo/shared/clip";
import type { Instant } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import { siteOfHost } from "@dianbo/shared/page-list";
import {
  columnsOf,
  type HostYield,
  hostOfAddress,
  isWithinHost,
  lastYields,
  type Portal,
  type PortalColumn,
} from "@dianbo/shared/portal-list";
import { covers, type PortalRule, rulesFor } from "@dianbo/shared/portal-rule";
import type { PortalsState, RuleTrouble } from "../../app/portals-door.ts";

/** Whether the browser gives leave for the hosts of a portal. */
export type Leave = "all" | "some" | "none";

/** A portal as its row shows it. */
export interface PortalFacts {
  readonly portal: Portal;
  readonly columns: readonly PortalColumn[];
  /** The sites that its pages and files lie on, as far as list and rule name them. */
  readonly hosts: readonly string[];
  readonly last: HostYield | undefined;
  /** `undefined` where this home does not know. */
  readonly leave: Leave | undefined;
  readonly trouble: RuleTrouble | undefined;
}

/** The rule that names the host of an address; families of sites have none. */
export const ruleOf = (url: string, rules: readonly PortalRule[]): PortalRule | undefined =>
  rulesFor(url, rules).find(({ hosts }) => hosts.length > 0);

const narrowed = (hosts: readonly string[]): readonly string[] => {
  const unique = [...new Set(hosts)].filter((host) => host !== "");
  return unique.filter((host) => !unique.some((wide) => wide !== host && isWithinHost(host, wide)));
};

/**
 * A host's whole site, as the browser's patterns write it: a list that is read page by page asks for no less,
 * so that whoever gave leave here is not asked a second time there.
 */
const siteOf = (host: string): string => {
  const site = siteOfHost(host.replace(/^\*\./u, ""));
  return /^(?:[\d.]*|\[.*|localhost)$/u.test(site) ? site : `*.${site}`;
};

/** Everything that was clipped, with its host and moment: the library's items and the inbox's rows, once each. */
export const clippedFrom = (
  items: Iterable<Courseware>,
  clips: readonly Clip[],
): readonly { readonly host: string; readonly at: Instant }[] => {
  const seen = new Set<string>();
  return [...[...items].filter(({ life }) => life !== "deleted"), ...clips].flatMap(
    ({ id, source, clippedAt }) => {
      if (seen.has(id) || source == null || clippedAt == null) return [];
      seen.add(id);
      return [{ host: source.portal, at: clippedAt }];
    },
  );
};

const leaveOf = (hosts: readonly string[], given: readonly string[]): Leave => {
  const held = hosts.filter((host) => given.some((wide) => isWithinHost(host, wide)));
  if (held.length === hosts.length) return "all";
  return held.length === 0 ? "none" : "some";
};

/** The portals as their rows show them. `state` is missing where this home knows no leave and no rules. */
export const portalFacts = (
  portals: readonly Portal[],
  allColumns: Iterable<PortalColumn>,
  rules: readonly PortalRule[],
  clipped: readonly { readonly host: string; readonly at: Instant }[],
  state: PortalsState | undefined,
): readonly PortalFacts[] => {
  const columns = [...allColumns];
  const placed = portals.map((portal) => {
    const own = columnsOf(portal.id, columns);
    const named = [portal.home, ...own.map(({ url }) => url)].map(hostOfAddress);
    return { portal, own, named, rule: ruleOf(portal.home, rules) };
  });
  /** Under whose name the yield of a host counts: who names it, else whose rule covers it. */
  const ownerOf = (host: string): string => {
    const byName = placed.find(({ named }) => named.includes(host));
    const owner = byName ?? placed.find(({ rule }) => rule?.hosts.some((own) => covers(own, host)));
    return owner?.portal.id ?? "";
  };
  const yields = lastYields(clipped.map(({ host, at }) => ({ host: ownerOf(host), at })));
  return placed.map(({ portal, own, named, rule }) => {
    const hosts = narrowed([...named, ...(rule?.hosts ?? [])].map(siteOf));
    return {
      portal,
      columns: own,
      hosts,
      last: yields.get(portal.id),
      leave: state === undefined ? undefined : leaveOf(hosts, state.leave),
      trouble: state?.troubles.find((one) => one.rule === rule?.id),
    };
  });
};
