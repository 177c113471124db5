/**
 * The engine of `npm run -s extract`: reads lines `{"file", "url"}` from standard input and prints one JSON
 * line a page, with what clipping would make of it, so that anyone can score it over saved pages.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { suggestCategory } from "@dianbo/shared/category";
import { type PageSnapshot, type Recognised, recognise } from "@dianbo/shared/portal";
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

const lineOf = (file: string, page: Recognised) => {
  const category = categoryOf(page);
  const media = page.media === undefined ? [] : [page.media, ...page.otherMedia];
  return {
    file,
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

/** Relative names are meant from where the command was typed. */
const typedFrom = process.env["INIT_CWD"] ?? process.cwd();

const snapshotOf = (file: string, url: string): PageSnapshot => {
  const { document } = parseHTML(decodePage(readFileSync(resolve(typedFrom, file))));
  return capturePage(document, { href: url });
};

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  try {
    const { file, url }: { file: string; url: string } = JSON.parse(line);
    console.log(JSON.stringify(lineOf(file, recognise(snapshotOf(file, url)))));
  } catch (error) {
    // One unreadable line must not cost the others.
    console.error(`${line}: ${String(error)}`);
    process.exitCode = 1;
  }
}
