/** What clipping would make of a saved page, outside a browser: for `npm run -s extract` and the fixtures. */
import { suggestCategory } from "@dianbo/shared/category";

import { dataAddress, type PageList, readListAnswer, readsAsList } from "@dianbo/shared/page-list";
import {
  followingPages,
  type PageSnapshot,
  type Recognised,
  recognise,
  withFollowing,
} from "@dianbo/shared/portal";
import {
  builtInRules,
  type PortalRule,
  readCallAnswer,
  rulesFor,
  withAnswer,
} from "@dianbo/shared/portal-rule";
import { parseHTML } from "linkedom";
import { cleanedBody } from "../../extension/src/clipping/capture-by-rule-body.ts";
import { captureList } from "../../extension/src/clipping/capture-list.ts";
import { capturePage } from "../../extension/src/clipping/capture-page.ts";
import { decodePage } from "../../extension/src/clipping/decode-page.ts";

const linksOf = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<a\b[^>]*\bhref="(https?:[^"]+)"/gi)].map((match) =>
      (match[1] ?? "").replaceAll("&amp;", "&"),
    ),
  ),
];

const hostOf = (url: string): string => {
  try {
    return new URL(url).hostname;
  } catch {
    return "";
  }
};

const categoryOf = (page: Recognised) =>
  suggestCategory({
    host: hostOf(page.url),
    column: page.column?.value,
    columnCategory: page.columnCategory,
    title: page.title.value,
    keywords: page.keywords,
  });

const sourcesOf = (
  page: Recognised,
  category: ReturnType<typeof categoryOf>,
): Record<string, string> => {
  const { title, publishedAt, publisher, author, minutes } = page;
  const found = Object.entries({ title, publishedAt, publisher, author, minutes }).flatMap(
    ([field, value]) => (value === undefined ? [] : [[field, value.source] as const]),
  );
  return {
    ...Object.fromEntries(found),
    ...(category === undefined ? {} : { category: category.reason.type }),
    ...(page.body === undefined ? {} : { text: page.body.from }),
    ...(page.media === undefined ? {} : { media: page.media.found }),
  };
};

/** The plain values that `npm run -s extract` prints of a page. */
export interface ExtractedPage {
  readonly kind: Recognised["kind"];
  readonly title: string;
  readonly publishedAt: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly category: number | null;
  readonly minutes: number | null;
  /** The body's text, one line a block. */
  readonly text: string;
  /** Addresses of films and sound, the one to keep first. */
  readonly media: readonly string[];
  readonly attachments: readonly string[];
  /** The links of a list, else those of the body. */
  readonly links: readonly string[];
  /** The list of a page that is one. */
  readonly list: PageList | null;
  /** Field → where its value came from. */
  readonly sources: Readonly<Record<string, string>>;
}

/** What the portal's own host answered to the call that a rule makes for a page. */
export interface SavedAnswer {
  readonly url: string;
  readonly text: string;
}

const answeredBy = (
  page: PageSnapshot,
  rules: readonly PortalRule[],
  answer: SavedAnswer,
): PageSnapshot => {
  const found = page.rule;
  const rule = rules.find(({ id }) => id === found?.id);
  if (found === undefined || rule?.json === undefined || found.call !== answer.url) return page;
  const read = readCallAnswer(answer.text, rule.json);
  if (!read.ok) return page;
  const { remove } = rule;
  const title = found.fields.title ?? read.value.fields.title ?? "";
  const { document } = parseHTML(`<html><body>${read.value.body ?? ""}</body></html>`);
  const body = cleanedBody(document.body, "json", { url: page.url, title, remove });
  return { ...page, rule: withAnswer(rule, found, read.value, { url: page.url, body }) };
};

/** What was saved beside a page. */
export interface SavedBeside {
  /** What the portal answered to the call of a rule; it counts where the rule makes that call. */
  readonly answer?: SavedAnswer | undefined;
  /** The bytes saved from another address, for the further pages of an article. */
  readonly pageAt?: ((url: string) => Uint8Array | undefined) | undefined;
}

/** The list as the portal's own data has it, where the answer to its call was saved. */
const listOf = (list: PageList, rules: readonly PortalRule[], answer: SavedAnswer): PageList => {
  const { next } = list;
  if (next.type !== "data") return list;
  const data = rules.find(({ id }) => id === next.rule)?.listData[next.part];
  if (data === undefined || dataAddress(next, data, 0) !== answer.url) return list;
  const read = readListAnswer(answer.text, data, next, list.url);
  return read.ok ? { ...list, links: [...read.value.links], next: read.value.next } : list;
};

const furtherPages = (
  page: PageSnapshot,
  rules: readonly PortalRule[],
  pageAt: NonNullable<SavedBeside["pageAt"]>,
): readonly PageSnapshot[] =>
  followingPages(page).flatMap((url) => {
    const bytes = pageAt(url);
    if (bytes === undefined) return [];
    return [capturePage(parseHTML(decodePage(bytes)).document, { href: url }, rules)];
  });

/** Reads the bytes of a page that was saved from this address. */
export const extractPage = (
  bytes: Uint8Array,
  url: string,
  { answer, pageAt }: SavedBeside = {},
): ExtractedPage => {
  const { document } = parseHTML(decodePage(bytes));
  const rules = rulesFor(url, builtInRules());
  const first = capturePage(document, { href: url }, rules);
  const read =
    pageAt === undefined ? first : withFollowing(first, furtherPages(first, rules, pageAt));
  const page = recognise(answer === undefined ? read : answeredBy(read, rules, answer));
  const text = page.body?.text ?? "";
  const mayBeList = page.kind === "link" || page.kind === "article";
  const shown = mayBeList ? captureList(document, { href: url }, rules) : undefined;
  const list = shown === undefined || answer === undefined ? shown : listOf(shown, rules, answer);
  const isList = list !== undefined && readsAsList({ kind: page.kind, text }, list);
  const category = categoryOf(page);
  const media = page.media === undefined ? [] : [page.media, ...page.otherMedia];
  return {
    kind: isList ? "link" : page.kind,
    title: page.title.value,
    publishedAt: page.publishedAt?.value ?? null,
    publisher: page.publisher?.value ?? null,
    author: page.author?.value ?? null,
    category: category?.category ?? null,
    minutes: page.minutes?.value ?? null,
    text,
    media: media.map((one) => one.url),
    attachments: page.documents.map((one) => one.url),
    links: isList ? list.links.map((link) => link.url) : linksOf(page.body?.html ?? ""),
    list: isList ? list : null,
    sources: sourcesOf(page, category),
  };
};
