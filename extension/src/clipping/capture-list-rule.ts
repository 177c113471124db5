import {
  hostOfUrl,
  kindOfLink,
  type ListLink,
  linksOfRecords,
  readLiteral,
  siteOfHost,
  titleOfLink,
} from "@dianbo/shared/page-list";
import { dateInText, dateInUrl } from "@dianbo/shared/portal";
import { covers, kindByAddress, type ListRule, type PortalRule } from "@dianbo/shared/portal-rule";
import { lineOf, resolve, select } from "./page-elements.ts";

const titleAt = (row: Element, link: Element, way: string): string =>
  way.startsWith("@")
    ? (link.getAttribute(way.slice(1)) ?? "")
    : lineOf(select(row, [way])[0], 500);

const linkOfRow = (row: Element, rule: ListRule, base: string): ListLink | undefined => {
  const link = rule.link === undefined ? row : select(row, [rule.link])[0];
  const url = resolve(link?.getAttribute("href")?.replace(/[\r\n\t]/gu, ""), base);
  if (link === undefined || url === undefined || url.length > 4000) return undefined;
  const ways = rule.title?.map((way) => titleAt(row, link, way)) ?? [];
  const named = ways.reduce((best, text) => (text.length > best.length ? text : best), "");
  const title = titleOfLink({
    text: named === "" ? lineOf(link, 500) : named,
    title: link.getAttribute("title") ?? "",
  });
  if (title === "") return undefined;
  const beside = rule.date === undefined ? undefined : lineOf(select(row, [rule.date])[0], 100);
  const date = dateInText(beside) ?? dateInUrl(url);
  const offSite = siteOfHost(hostOfUrl(url)) !== siteOfHost(hostOfUrl(base));
  const kind = kindOfLink(url, title, offSite);
  return { url, title, ...(date === undefined ? {} : { date }), kind, offSite };
};

const fromScript = (
  scripts: readonly string[],
  rule: ListRule,
  base: string,
): readonly ListLink[] => {
  const { script } = rule;
  if (script === undefined) return [];
  for (const text of scripts) {
    const at = text.indexOf(script.before);
    if (at < 0) continue;
    const literal = readLiteral(text, at + script.before.length);
    const links = literal === undefined ? [] : linksOfRecords(literal, base);
    if (links.length > 0) return links;
  }
  return [];
};

const unique = (links: readonly ListLink[]): readonly ListLink[] => [
  ...new Map(links.map((link) => [link.url, link])).values(),
];

const TOLD_KINDS = ["article", "video", "audio", "document", "link"] as const;

/** What the portal's own rule says of an address on its hosts goes before what the address looks like. */
export const withKind = (link: ListLink, rule: PortalRule): ListLink => {
  if (!rule.hosts.some((own) => covers(own, hostOfUrl(link.url)))) return link;
  const told = kindByAddress(rule, link.url);
  const kind = TOLD_KINDS.find((one) => one === told);
  return kind === undefined ? link : { ...link, kind };
};

/** The list as a portal's rule finds it; empty where no rule knows this page's list. */
export const linksByRule = (
  document: Document,
  base: string,
  scripts: readonly string[],
  rules: readonly PortalRule[],
): readonly ListLink[] => {
  for (const rule of rules) {
    const { list } = rule;
    if (list === undefined) continue;
    const scripted = fromScript(scripts, list, base);
    if (scripted.length > 0) return scripted.map((link) => withKind(link, rule));
    const rows = list.items === undefined ? [] : select(document, [list.items]);
    const links = unique(rows.slice(0, 1000).flatMap((row) => linkOfRow(row, list, base) ?? []));
    if (links.length >= 2) return links.map((link) => withKind(link, rule));
  }
  return [];
};
