/** The documents keep up with the tree. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow, filesIn, foldersIn, textOf } from "./tree.ts";

const ROOMS = ["pwa/src/features", "packages/shared/src", "extension/src", "pwa/src"];

/** Folders of the product that docs/architecture.md does not name. */
export const roomsWithoutLine = (root: string): string[] => {
  const architecture = textOf(root, "docs/architecture.md");
  return (
    ROOMS.flatMap((parent) => foldersIn(root, parent).map((name) => ({ parent, name })))
      // Git keeps no empty folder, so this one is only on somebody's disk.
      .filter(({ parent, name }) => filesBelow(root, `${parent}/${name}`).length > 0)
      .filter(({ parent, name }) => {
        const short = `${parent.split("/").pop()}/${name}`;
        return ![`${parent}/${name}`, short, `\`${name}\``, `\`${name}/`].some((way) =>
          architecture.includes(way),
        );
      })
      .map(({ parent, name }) => `docs/architecture.md has no line for ${parent}/${name}`)
  );
};

const HEADINGS = ["Context", "Options", "Chosen", "Evidence", "Consequences"];

/** What is wrong with the decision records: names, numbers given twice or left out, missing headings. */
export const brokenDecisions = (root: string): string[] => {
  const names = filesIn(root, "docs/decisions").filter((name) => name.endsWith(".md"));
  if (names.length === 0) return ["docs/decisions is empty"];
  return names.flatMap((name, index) => {
    const text = textOf(root, `docs/decisions/${name}`);
    const number = String(index + 1).padStart(4, "0");
    const faults = HEADINGS.filter(
      (heading) => !new RegExp(`^## ${heading}\\s*$`, "m").test(text),
    ).map((heading) => `docs/decisions/${name} has no heading "## ${heading}"`);
    return name.startsWith(`${number}-`)
      ? faults
      : [`docs/decisions/${name} should be number ${number}`, ...faults];
  });
};

/** Commands of the form `npm …` in the README that package.json does not know. */
export const unknownCommands = (root: string): string[] => {
  const readme = textOf(root, "README.md");
  if (readme === "") return ["README.md is missing"];
  const { scripts = {} }: { scripts?: Record<string, string> } = JSON.parse(
    textOf(root, "package.json"),
  );
  const named = [...readme.matchAll(/\bnpm (?:run )?(?:-s )?([a-z][\w:-]*)/g)].map(
    (match) => match[1] ?? "",
  );
  return [...new Set(named)]
    .filter((name) => !(name in scripts) && !["install", "i", "ci"].includes(name))
    .map((name) => `README.md says "npm ${name}", which package.json does not know`);
};

/** Commands of package.json that lead to no script: each runs `scripts/run.mjs`, and that `scripts/<command>.ts`. */
export const brokenCommands = (root: string): string[] => {
  const { scripts = {} }: { scripts?: Record<string, string> } = JSON.parse(
    textOf(root, "package.json"),
  );
  return Object.entries(scripts).flatMap(([name, line]) => {
    const command = /^node scripts\/run\.mjs ([\w-]+)/.exec(line)?.[1];
    if (command === undefined) return [`"npm run ${name}" does not go through scripts/run.mjs`];
    const script = `scripts/${command}.ts`;
    return existsSync(join(root, script))
      ? []
      : [`"npm run ${name}" needs ${script}, which is not there`];
  });
};

/** Links in README and docs that lead to no file. */
export const brokenLinks = (root: string): string[] =>
  ["README.md", ...filesBelow(root, "docs").filter((path) => path.endsWith(".md"))].flatMap(
    (path) =>
      [...textOf(root, path).matchAll(/\]\(([^)\s]+)\)/g)]
        .map((match) => decodeURIComponent((match[1] ?? "").replace(/#.*$/, "")))
        .filter((target) => target !== "" && !/^[a-z]+:/i.test(target))
        .filter((target) => !existsSync(join(root, dirname(path), target)))
        .map((target) => `${path} links to ${target}, which is not there`),
  );
