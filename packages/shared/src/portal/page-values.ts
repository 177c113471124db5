import type { PageSnapshot } from "./page-snapshot.ts";
import { plainText } from "./page-text.ts";

/** The first meta of these names that says something; names in lower case. */
export const meta = (page: PageSnapshot, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const hit = page.metas.find((one) => one.name === name && plainText(one.content) !== "");
    if (hit !== undefined) return plainText(hit.content);
  }
  return undefined;
};

/** The first labelled text whose label fits. */
export const label = (page: PageSnapshot, pattern: RegExp): string | undefined =>
  page.labels.find((one) => pattern.test(one.label) && plainText(one.value) !== "")?.value;

/** The first value of this key in the page's JSON-LD. */
export const linked = (
  page: PageSnapshot,
  key: keyof PageSnapshot["linkedData"][number],
): string | undefined =>
  page.linkedData.map((one) => plainText(one[key])).find((text) => text !== "");

/** The site's names as the page gives them, for cutting them off the title. */
export const siteNames = (page: PageSnapshot): readonly string[] =>
  [meta(page, "sitename"), meta(page, "og:site_name"), meta(page, "application-name")].filter(
    (name) => name !== undefined,
  );

/** A text's letters, white space and quotes aside: two titles with the same are one. */
export const bareText = (text: string): string => text.replace(/[\s\u3000“”"「」《》]/gu, "");

/** The text of the page's body as it was found first: by its rule, else by the layers below. */
export const bodyTextOf = (page: PageSnapshot): string =>
  (page.rule?.body ?? page.bodies[0])?.text ?? "";

/** What the page marks for itself: the first of these fields that says something. */
export const mark = (
  page: PageSnapshot,
  field: NonNullable<PageSnapshot["marks"]>[number]["field"],
): string | undefined =>
  page.marks
    ?.filter((one) => one.field === field)
    .map(({ value }) => plainText(value))
    .find((value) => value !== "");

/** Addresses that only articles have: `t20261120_4101023.shtml`, `content_5600001.htm`, `art_1_2.html`. */
export const isArticleAddress = (url: string): boolean =>
  /\/(?:t\d{8}_\d+|content_\d+|art_\d+_\d+|post_\d+|c\d+-\d+(?:-\d+)?|c_\d{8,}|(?:ARTI|VIDE)\d{13,}|[0-9a-f]{32}\/c|\d+\/[0-9a-f]{32})\.s?html?$/iu.test(
    url.replace(/[?#].*$/u, ""),
  );

/**
 * Government sites tag every page with its column, and articles with their title too: a column alone is a
 * list, unless the page stands at the address of an article.
 */
export const isListPage = (page: PageSnapshot): boolean =>
  page.rule?.kind === "list" ||
  (page.metas.some(({ name }) => name === "columnname") &&
    !page.metas.some(({ name }) => name === "articletitle") &&
    !isArticleAddress(page.url));

/** A site's front page is no article, whatever stands on it. */
export const isHomePage = (page: PageSnapshot): boolean =>
  /^https?:\/\/[^/]+(?:\/(?:index|default)?(?:\.\w{2,5})?)?$/iu.test(
    page.url.replace(/[?#].*$/u, ""),
  );
