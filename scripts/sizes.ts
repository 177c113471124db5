/**
 * `npm run -s sizes`: what a browser has to fetch, gzipped, beside its limit. Reads the built files themselves:
 * a page's scripts and styles, and everything those import statically; what is imported lazily does not count.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import ts from "typescript-api";
import type { Tally } from "./tally.ts";
import { filesUnder, ROOT } from "./workspace.ts";

/** File → bytes. */
type Parts = ReadonlyMap<string, number>;

/** One weighed thing and its limit in bytes. No parts mean that there was nothing to weigh. */
interface Weighed {
  readonly name: string;
  readonly parts: Parts | undefined;
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
const firstLoad = (root: string, page: string): Parts | undefined => {
  if (!existsSync(page)) return undefined;
  const files = new Set([page]);
  const queue = filesOfPage(root, page);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (files.has(next)) continue;
    files.add(next);
    if (/\.m?js$/.test(next)) queue.push(...staticImports(next));
  }
  return new Map([...files].map((path) => [relative(root, path), gzipped(path)]));
};

/** What the scripts named by a page fetch by themselves right after, with all that those import statically. */
const fetchedNext = (root: string, page: string): Parts => {
  const before = firstLoad(root, page) ?? new Map<string, number>();
  const files = new Set<string>();
  const queue = filesOfPage(root, page)
    .filter((path) => /\.m?js$/.test(path) && existsSync(path))
    .flatMap((path) =>
      [
        ...readFileSync(path, "utf8").matchAll(
          /["'`](?:\.\/|assets\/)?([\w.-]+\.(?:js|css))["'`]/g,
        ),
      ].map(([, name]) => join(root, "assets", name ?? "")),
    );
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (files.has(next) || before.has(relative(root, next)) || !existsSync(next)) continue;
    files.add(next);
    if (/\.m?js$/.test(next)) queue.push(...staticImports(next));
  }
  return new Map([...files].map((path) => [relative(root, path), gzipped(path)]));
};

const heaviestContentScript = (extension: string): Parts | undefined => {
  const scripts = filesUnder(extension, "content-scripts", [".js"])
    .map((path) => [path, gzipped(join(extension, path))] as const)
    .sort((a, b) => b[1] - a[1]);
  return scripts.length === 0 ? undefined : new Map(scripts.slice(0, 1));
};

const wholeFile = (path: string): Parts | undefined =>
  existsSync(path) ? new Map([[basename(path), statSync(path).size]]) : undefined;

const weigh = (dist: string): readonly Weighed[] => {
  const pwa = join(dist, "pwa");
  return [
    {
      name: "office, first screen",
      parts: firstLoad(pwa, join(pwa, "index.html")),
      limit: 220 * KB,
    },
    { name: "study room", parts: firstLoad(pwa, join(pwa, "room.html")), limit: 120 * KB },
    {
      name: "content script",
      parts: heaviestContentScript(join(dist, "extension-chromium")),
      limit: 60 * KB,
    },
    {
      name: "extension zip",
      parts: wholeFile(join(dist, "dianbo-extension-chromium.zip")),
      limit: 4000 * KB,
    },
  ];
};

const totalOf = (parts: Parts): number =>
  [...parts.values()].reduce((sum, bytes) => sum + bytes, 0);

const holds = ({ parts, limit }: Weighed): boolean =>
  parts !== undefined && totalOf(parts) <= limit;

const inKB = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;

const print = (one: Weighed): void => {
  const total = one.parts === undefined ? "not built" : inKB(totalOf(one.parts));
  const mark = holds(one) ? "✓" : "✗";
  console.log(`${mark} ${one.name.padEnd(22)}${total.padStart(12)}  of ${one.limit / KB} KB`);
  if (holds(one)) return;
  // Too heavy: say where to look.
  for (const [name, bytes] of [...(one.parts ?? [])].sort((a, b) => b[1] - a[1])) {
    console.log(`    ${inKB(bytes).padStart(10)}  ${name}`);
  }
};

/** Weighs the products in `dist`, prints one line each, and counts how many are within their limit. */
export function checkSizes(dist: string): Tally {
  const weighed = weigh(dist);
  for (const one of weighed) print(one);
  const page = join(dist, "pwa", "room.html");
  if (existsSync(page)) {
    // No limit of its own: the words and screens arrive while the database opens.
    const next = totalOf(fetchedNext(join(dist, "pwa"), page));
    const all = next + totalOf(firstLoad(join(dist, "pwa"), page) ?? new Map());
    console.log(`  note: until the keypad takes digits, both languages counted: ${inKB(all)}`);
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
