import {
  chooseList,
  type ListLink,
  linksInScripts,
  type NextPages,
  nextPagesOf,
  type PageList,
  type PagerFacts,
  readDatastore,
} from "@dianbo/shared/page-list";
import type { PortalRule } from "@dianbo/shared/portal-rule";
import { blocksOf } from "./capture-list-blocks.ts";
import { dataByRule } from "./capture-list-data.ts";
import { nextByRule } from "./capture-list-next.ts";
import { pagerOf } from "./capture-list-pager.ts";
import { linksByRule } from "./capture-list-rule.ts";

/** Texts of scripts, and of comments in which a pager's call was left. */
const scriptsOf = (document: Document): string[] => {
  const scripts = [...document.querySelectorAll("script:not([src])")].map((script) =>
    (script.textContent ?? "").slice(0, 2_000_000),
  );
  const comments: string[] = [];
  const walker = document.createTreeWalker(document, 128);
  for (
    let node = walker.nextNode();
    node !== null && comments.length < 200;
    node = walker.nextNode()
  ) {
    const text = node.nodeValue ?? "";
    if (/createPageHTML|countPage|<recordset>|totalPage/iu.test(text))
      comments.push(text.slice(0, 200_000));
  }
  return [...scripts, ...comments];
};

/**
 * A rule's list stands unless the page shows one that is wider by this: then the rule took a list beside
 * it, or part of it, for the list, because the portal was rebuilt.
 */
const WIDER = 1.5;

const keyOf = ({ url }: ListLink): string => url.replace(/#.*$/u, "");

/** A list in a script stands for the rows drawn from it: it wins where they are its own, or where none were drawn. */
const betterOf = (
  shown: readonly ListLink[],
  scripted: readonly ListLink[],
): readonly ListLink[] => {
  if (scripted.length === 0 || scripted.length < shown.length) return shown;
  const keys = new Set(scripted.map(keyOf));
  const own = shown.filter((link) => keys.has(keyOf(link))).length;
  return shown.length < 3 || own >= shown.length * 0.6 ? scripted : shown;
};

/** Whether anything on the page says that it has a next one. */
const turns = ({ links }: Pick<PagerFacts, "links">, scripts: readonly string[]): boolean =>
  links.some(({ text }) => /^\[?\d|下|后|next|[>»›]/iu.test(text.trim())) ||
  scripts.some((script) => /createPageHTML|countPage|totalPage|totalRecord|laypage/iu.test(script));

/** The portal's own rule first, then what every pager says, then what the rule of a family finds besides. */
const nextOf = (
  document: Document,
  facts: PagerFacts,
  shown: number,
  rules: readonly PortalRule[],
): NextPages => {
  const own = rules.filter(({ hosts }) => hosts.length > 0);
  const families = rules.filter(({ hosts }) => hosts.length === 0);
  const told = dataByRule(document, facts.url, own) ?? nextByRule(document, facts.url, own);
  if (told !== undefined) return told;
  const read = nextPagesOf(facts, shown);
  return read.type === "none" ? (nextByRule(document, facts.url, families) ?? read) : read;
};

/**
 * Reads the list of an open page, or of one that was fetched and only parsed: its items and how it goes
 * on. A page without a list has none; there is no page that this fails on.
 */
export const captureList = (
  document: Document,
  location: { readonly href: string },
  /** The rule of the page's host and the families. */
  rules: readonly PortalRule[] = [],
): PageList => {
  const base = location.href;
  const scripts = scriptsOf(document);
  const ruled = linksByRule(document, base, scripts, rules);
  const store = scripts
    .map((text) => readDatastore(text, base))
    .find((found) => found !== undefined);
  const pager = pagerOf(document, base);
  const { blocks, boxes } = blocksOf(document, base);
  // A list that can be turned is one list; a home page cannot.
  const shown = chooseList(blocks, base, turns(pager, scripts) ? [] : boxes);
  const isRuled = ruled.length > 0 && shown.length < ruled.length * WIDER + 2;
  const links = isRuled
    ? ruled
    : betterOf(
        shown,
        store !== undefined && store.links.length > 0 ? store.links : linksInScripts(scripts, base),
      );
  const facts: PagerFacts = { url: base, scripts, ...pager };
  const next = nextOf(
    document,
    facts,
    store === undefined ? links.length : Math.max(store.links.length, 1),
    rules,
  );
  return { url: base.slice(0, 4000), links: [...links], next };
};
