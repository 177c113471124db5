/**
 * `npm run new -- KIND NAME`: writes the skeleton of a thing that comes in several files.
 * Kinds: `decision <name-with-hyphens>`, `portal <host>`.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
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

const portal = (host: string): void => {
  const folder = `tests/portals/${host}`;
  write(`${folder}/article.html`, "<!doctype html>\n<title>把保存的页面放在这里</title>\n");
  const expectation = { url: `http://${host}/`, kind: "article", title: "" };
  write(`${folder}/article.expected.json`, `${JSON.stringify(expectation, undefined, 2)}\n`);
  console.log(
    "Next: save a real page over article.html, fill its address and fields, npm test -- portals",
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
