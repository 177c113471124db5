/**
 * `npm run -s sizes`: what a browser has to fetch, gzipped, beside its limit. Reads the built files themselves:
 * a page's scripts and styles, and everything those import statically; what is imported lazily does not count.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import ts from "typescript-api";
import type { Tally } from "./tally.ts";
import { filesUnder, ROOT } from "./workspace.ts";

/** One weighed thing; sizes in bytes. A size of undefined means that there was nothing to weigh. */
export interface Weighed {
  readonly name: string;
  readonly bytes: number | undefined;
  readonly limit: number;
}

const KB = 1000;

const gzipped = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;

/** The relative modules that a script imports at its top level. */
const staticImports = (path: string): string[] => {
  const tree = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ESNext);
  return tree.statements.flatMap((statement) => {
    const named = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    const target = named ? statement.moduleSpecifier : undefined;
    return target !== undefined && ts.isStringLiteral(target) && target.text.startsWith(".")
      ? [join(dirname(path), target.text)]
      : [];
  });
};

/** The scripts and styles that a page names, as paths on disk. */
const filesOfPage = (root: string, page: string): string[] => {
  const html = readFileSync(page, "utf8");
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const isLoaded = tag.startsWith("<script") || /rel="?(stylesheet|modulepreload)/.test(tag);
    const target = /(?:src|href)="?([^"\s>]+)/.exec(tag)?.[1];
    if (!isLoaded || target === undefined) return [];
    return [target.startsWith("/") ? join(root, target) : join(dirname(page), target)];
  });
};

/** Everything that must have arrived before this page can work. */
const firstLoad = (root: string, page: string): number | undefined => {
  if (!existsSync(page)) return undefined;
  const files = new Set([page]);
  const queue = filesOfPage(root, page);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (files.has(next)) continue;
    files.add(next);
    if (/\.m?js$/.test(next)) queue.push(...staticImports(next));
  }
  return [...files].reduce((sum, path) => sum + gzipped(path), 0);
};

const heaviestContentScript = (extension: string): number | undefined => {
  const scripts = filesUnder(extension, "content-scripts", [".js"]).map((path) =>
    gzipped(join(extension, path)),
  );
  return scripts.length === 0 ? undefined : Math.max(...scripts);
};

const fileSize = (path: string): number | undefined =>
  existsSync(path) ? statSync(path).size : undefined;

/** Weighs the products in `dist`. */
export const weigh = (dist: string): readonly Weighed[] => {
  const pwa = join(dist, "pwa");
  return [
    {
      name: "office, first screen",
      bytes: firstLoad(pwa, join(pwa, "index.html")),
      limit: 220 * KB,
    },
    { name: "study room", bytes: firstLoad(pwa, join(pwa, "room.html")), limit: 120 * KB },
    {
      name: "content script",
      bytes: heaviestContentScript(join(dist, "extension-chromium")),
      limit: 60 * KB,
    },
    {
      name: "extension zip",
      bytes: fileSize(join(dist, "dianbo-extension-chromium.zip")),
      limit: 4000 * KB,
    },
  ];
};

const holds = ({ bytes, limit }: Weighed): boolean => bytes !== undefined && bytes <= limit;

/** Weighs, prints one line each, and counts how many are within their limit. */
export function checkSizes(dist: string): Tally {
  const weighed = weigh(dist);
  for (const one of weighed) {
    const size = one.bytes === undefined ? "not built" : `${(one.bytes / KB).toFixed(1)} KB`;
    console.log(
      `${holds(one) ? "✓" : "✗"} ${one.name.padEnd(22)}${size.padStart(12)}  of ${one.limit / KB} KB`,
    );
  }
  const passed = weighed.filter(holds).length;
  return { passed, failed: weighed.length - passed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const at = process.argv.indexOf("--dist");
  const dist = at < 0 ? join(ROOT, "dist") : (process.argv[at + 1] ?? "");
  if (!existsSync(dist) || readdirSync(dist).length === 0)
    console.error("Nothing is built yet: npm run build");
  process.exitCode = checkSizes(dist).failed === 0 ? 0 : 1;
}
