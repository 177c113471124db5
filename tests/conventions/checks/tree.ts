/** Reading a tree for the checks beside this file; `root` may be the repository or a planted tree. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SKIPPED = new Set([
  "node_modules",
  "dist",
  ".git",
  ".tools",
  ".wxt",
  ".output",
  "test-results",
]);

/** The text of a file, or an empty string where there is none. */
export const textOf = (root: string, path: string): string =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "";

/** The names of the folders directly inside `path`. */
export const foldersIn = (root: string, path: string): string[] =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name))
        .map((entry) => entry.name)
        .sort()
    : [];

/** The names of the files directly inside `path`. */
export const filesIn = (root: string, path: string): string[] =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort()
    : [];

/** Every file below `path`, as paths from the root. */
export const filesBelow = (root: string, path: string): string[] => [
  ...filesIn(root, path).map((name) => join(path, name)),
  ...foldersIn(root, path).flatMap((name) => filesBelow(root, join(path, name))),
];

/** The package.json files of the workspace, as paths from the root. */
export const manifestsOf = (root: string): string[] =>
  [
    "package.json",
    ...["extension", "pwa", "tests", "demonstration"].map((folder) => `${folder}/package.json`),
    ...foldersIn(root, "packages").map((name) => `packages/${name}/package.json`),
  ].filter((path) => existsSync(join(root, path)));
