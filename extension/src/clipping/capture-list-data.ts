import type { DataPages } from "@dianbo/shared/page-list";
import {
  covers,
  kindByAddress,
  type ListData,
  matchLine,
  type PortalRule,
  pathOf,
} from "@dianbo/shared/portal-rule";
import { firstValue, type RulePage, rulePage } from "./capture-by-rule-values.ts";
import { resolve } from "./page-elements.ts";

/** Filled when it is asked: the page's number and the time. */
const LATER = new Set(["n", "minutes"]);

const addressOf = (page: RulePage, { url, values }: ListData): string | undefined => {
  let isWhole = true;
  const filled = url.replace(/\{([a-z]+)\}/gu, (place, name: string) => {
    if (LATER.has(name)) return place;
    const value = firstValue(page, values?.[name]);
    if (value === undefined || value.length > 200) isWhole = false;
    return encodeURIComponent(value ?? "");
  });
  const address = isWhole ? resolve(filled, page.url) : undefined;
  return address?.replace(/%7B(n|minutes)%7D/gu, "{$1}");
};

const isMeant = ({ path }: ListData, url: string): boolean =>
  path === undefined || matchLine(path, pathOf(url)) !== undefined;

const hostOf = (url: string): string => new URL(url).hostname;

/**
 * The data that this page's list is drawn from, where the portal's rule names it. Only its address is
 * told here; the extension asks for it, of a host of the rule.
 */
export const dataByRule = (
  document: Document,
  url: string,
  rules: readonly PortalRule[],
): DataPages | undefined => {
  const page = rulePage(document, url);
  for (const rule of rules) {
    const kind = kindByAddress(rule, url);
    // An article may have a list of others beside it.
    if (kind !== undefined && kind !== "list") continue;
    for (const [part, data] of rule.listData.entries()) {
      const address = isMeant(data, url) ? addressOf(page, data) : undefined;
      if (address !== undefined && rule.hosts.some((own) => covers(own, hostOf(address))))
        return { type: "data", rule: rule.id, part, url: address, page: 0 };
    }
  }
  return undefined;
};
