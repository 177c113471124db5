import { type Finder, matchesInScript, matchLine, pathOf } from "@dianbo/shared/portal-rule";
import { lineOf } from "./page-elements.ts";

/** Elements of one selector that are looked at. */
const HITS = 20;
const SCRIPTS_LIMIT = 1_000_000;
/** Addresses that a page has loaded and that are looked at. */
const LOADED_LIMIT = 300;

/** A page as the finders of a rule see it. */
export interface RulePage {
  readonly document: Document;
  readonly url: string;
  /** The text of the page's own scripts, which is read and never run. */
  readonly scripts: () => string;
  /** Paths and queries of what the open page has loaded; none of a page that was only parsed. */
  readonly loaded: () => readonly string[];
}

const loadedBy = (document: Document): readonly string[] =>
  globalThis.document === document
    ? performance
        .getEntriesByType("resource")
        .slice(0, LOADED_LIMIT)
        .map(({ name }) => pathOf(name))
    : [];

/** Sets a page up for finders; the scripts are put together when first asked for. */
export const rulePage = (document: Document, url: string): RulePage => {
  let scripts: string | undefined;
  const read = (): string => {
    let text = "";
    for (const script of document.querySelectorAll("script:not([src])")) {
      text += `${script.textContent ?? ""}\n`;
      if (text.length >= SCRIPTS_LIMIT) break;
    }
    return text.slice(0, SCRIPTS_LIMIT);
  };
  return {
    document,
    url,
    scripts: () => {
      scripts ??= read();
      return scripts;
    },
    loaded: () => loadedBy(document),
  };
};

/** The first elements of a selector; none where the parser refuses it. */
export const hitsOf = (page: RulePage, selector: string): readonly Element[] => {
  try {
    return [...page.document.querySelectorAll(selector)].slice(0, HITS);
  } catch {
    return [];
  }
};

/** A value with the element it was read from, where it was one. */
export interface RuleValue {
  readonly text: string;
  readonly element: Element | undefined;
}

const ofElements = (page: RulePage, finder: Exclude<Finder, string>): readonly RuleValue[] => {
  if (!("selector" in finder)) return [];
  const { selector, attribute, pattern, join } = finder;
  const read = (element: Element): string =>
    attribute === undefined
      ? lineOf(element, 1000)
      : (element.getAttribute(attribute) ?? "").replace(/\s+/gu, " ").trim().slice(0, 4000);
  const raw = hitsOf(page, selector).map((element) => ({ text: read(element), element }));
  const texts =
    join === undefined
      ? raw
      : [{ text: raw.map(({ text }) => text).join(join), element: raw[0]?.element }];
  return texts.map(({ text, element }) => ({
    text: pattern === undefined ? text : (matchLine(pattern, text) ?? ""),
    element,
  }));
};

/** All values that a finder finds, empty ones left out. */
export const valuesOf = (page: RulePage, finder: Finder): readonly RuleValue[] => {
  const plain = (texts: readonly string[]): readonly RuleValue[] =>
    texts.map((text) => ({ text, element: undefined }));
  const found = ((): readonly RuleValue[] => {
    if (typeof finder === "string") return ofElements(page, { selector: finder });
    if ("selector" in finder) return ofElements(page, finder);
    if ("script" in finder) return plain(matchesInScript(finder.script, page.scripts()));
    if ("loaded" in finder)
      return plain(page.loaded().map((path) => matchLine(finder.loaded, path) ?? ""));
    return plain([matchLine(finder.url, pathOf(page.url)) ?? ""]);
  })();
  return found
    .map(({ text, element }) => ({ text: text.trim(), element }))
    .filter(({ text }) => text !== "");
};

/** The first value of the first finder that finds one. */
export const firstValue = (
  page: RulePage,
  finders: readonly Finder[] | undefined,
): string | undefined => {
  for (const finder of finders ?? []) {
    const [found] = valuesOf(page, finder);
    if (found !== undefined) return found.text.slice(0, 1900);
  }
  return undefined;
};
