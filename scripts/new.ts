/**
 * `npm run new -- KIND NAME`: writes the skeleton of a thing that comes in several files.
 * Kinds: `decision <name-with-hyphens>`, `portal <host>`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./workspace.ts";

const write = (path: string, text: string): void => {
  const full = join(ROOT, path);
  if (existsSync(full)) {
    console.error(`${path} is there already; nothing was written over`);
    process.exit(1);
  }
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  console.log(`wrote ${path}`);
};

const decision = (name: string): void => {
  const last = readdirSync(join(ROOT, "docs/decisions"))
    .map((file) => Number.parseInt(file, 10))
    .filter(Number.isInteger);
  const number = String(Math.max(0, ...last) + 1).padStart(4, "0");
  const title = name.replaceAll("-", " ");
  const sections: readonly (readonly [string, string])[] = [
    ["Context", "What forces the question."],
    ["Options", "What could be done, each with what it costs."],
    ["Chosen", "What is done."],
    ["Evidence", "What was measured or seen, and how to see it again."],
    ["Consequences", "What follows, the unpleasant included."],
  ];
  const body = sections.map(([heading, hint]) => `## ${heading}\n\n${hint}\n`).join("\n");
  write(`docs/decisions/${number}-${name}.md`, `# ${number}: ${title}\n\n${body}`);
};

const RULES = "packages/shared/src/portal-rule/built-in";

/** Writes the rule's line into the index of the rules, in the order of the alphabet. */
const register = (id: string): void => {
  const path = join(ROOT, RULES, "index.ts");
  const name = id.replace(/-+([a-z0-9])/g, (_hyphen, next: string) => next.toUpperCase());
  const variable = /^\d/.test(name) ? `portal${name}` : name;
  const text = readFileSync(path, "utf8");
  const imported = `import ${variable} from "./${id}.json" with { type: "json" };`;
  const lines = text.match(/^import .*$/gm) ?? [];
  const place = lines.find((line) => line.replace(/^.*"\.\//, "") > `${id}.json`);
  const withImport =
    place === undefined
      ? text.replace(lines.at(-1) ?? "", (last) => `${last}\n${imported}`)
      : text.replace(place, (next) => `${imported}\n${next}`);
  writeFileSync(path, withImport.replace(/\n\];\s*$/, `\n  ${variable},\n];\n`));
  console.log(`wrote ${RULES}/index.ts`);
};

const rule = (host: string, id: string): string => {
  const site = host.replace(/^www\./, "");
  const lines = [
    `"id": "${id}"`,
    `"version": 1`,
    `"name": "${site}"`,
    `"home": "http://${host}/"`,
    `"hosts": ["${site}", "*.${site}"]`,
    `"pages": [{ "kind": "article", "path": "/t\\\\d{8}_\\\\d+\\\\.s?html?$" }, { "kind": "list", "path": "/(?:index(?:_\\\\d+)?\\\\.s?html?)?$" }]`,
    `"fields": {\n    "title": ["h1"],\n    "publishedAt": [{ "selector": ".info", "pattern": "时间[:：] ?(.{8,20})" }],\n    "publisher": [{ "selector": ".info", "pattern": "来源[:：] ?([^ ]{2,30})" }]\n  }`,
    `"body": [".TRS_Editor"]`,
    `"remove": []`,
    `"categories": {}`,
  ];
  return `{\n  ${lines.join(",\n  ")}\n}\n`;
};

const portal = (host: string): void => {
  const id = host
    .replace(/^www\./, "")
    .replaceAll(".", "-")
    .slice(0, 40);
  write(`${RULES}/${id}.json`, rule(host, id));
  register(id);
  // Three pages at least: one template proves nothing about the next.
  for (const [name, kind] of [
    ["article", "article"],
    ["article-of-another-template", "article"],
    ["list", "link"],
  ] as const) {
    const folder = `tests/portals/${host}`;
    write(`${folder}/${name}.html`, "<!doctype html>\n<title>把保存的页面放在这里</title>\n");
    const expectation = { url: `http://${host}/`, kind, title: "" };
    write(`${folder}/${name}.expected.json`, `${JSON.stringify(expectation, undefined, 2)}\n`);
  }
  console.log(
    "Next: put pages in the shape of the site into the three .html files, their addresses and fields beside them,\n" +
      "mend the rule until npm test -- portals is green, and add its row to docs/portals.md. docs/portal-rules.md tells how.",
  );
};

const KINDS: Readonly<
  Record<string, { readonly pattern: RegExp; readonly make: (name: string) => void }>
> = {
  decision: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, make: decision },
  portal: { pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/, make: portal },
};

const [kind = "", name = ""] = process.argv.slice(2);
const chosen = KINDS[kind];
if (chosen === undefined || !chosen.pattern.test(name)) {
  console.error(
    "npm run new -- decision short-name-with-hyphens\nnpm run new -- portal www.example.gov.cn",
  );
  process.exit(2);
}
chosen.make(name);
