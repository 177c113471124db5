/** What clipping would make of a saved page, outside a browser: for `npm run -s extract` and the fixtures. */
import { suggestCategory } from "@dianbo/shared/category";
import { type Recognised, recognise } from "@dianbo/shared/portal";
import { builtInRules, rulesFor } from "@dianbo/shared/portal-rule";
import { parseHTML } from "linkedom";
import { capturePage } from "../../extension/src/clipping/capture-page.ts";

/** A saved page has no header any more: a byte order mark, the page's own meta, else UTF-8. */
const decodePage = (bytes: Buffer): string => {
  const head = bytes.subarray(0, 4096).toString("latin1");
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? "utf-8";
  const label = /^gb/.test(named) ? "gb18030" : named;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
};

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
  readonly links: readonly string[];
  /** Field → where its value came from. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Reads the bytes of a page that was saved from this address. */
export const extractPage = (bytes: Buffer, url: string): ExtractedPage => {
  const { document } = parseHTML(decodePage(bytes));
  const page = recognise(capturePage(document, { href: url }, rulesFor(url, builtInRules())));
  const category = categoryOf(page);
  const media = page.media === undefined ? [] : [page.media, ...page.otherMedia];
  return {
    kind: page.kind,
    title: page.title.value,
    publishedAt: page.publishedAt?.value ?? null,
    publisher: page.publisher?.value ?? null,
    author: page.author?.value ?? null,
    category: category?.category ?? null,
    minutes: page.minutes?.value ?? null,
    text: page.body?.text ?? "",
    media: media.map((one) => one.url),
    attachments: page.documents.map((one) => one.url),
    links: linksOf(page.body?.html ?? ""),
    sources: sourcesOf(page, category),
  };
};
