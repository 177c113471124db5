/**
 * What every command needs to know of the repository: where it stands, and how to start a program in it.
 */
import { type SpawnOptions, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folders that hold a package of the workspace, in the order in which they depend on each other. */
export const PACKAGE_FOLDERS: readonly string[] = [
  "packages/shared",
  "pwa",
  "extension",
  "demonstration",
  "tests",
];

/** Folders that hold nothing that a person wrote. */
const SKIPPED = new Set([
  "node_modules",
  "dist",
  ".git",
  ".tools",
  ".wxt",
  ".output",
  "coverage",
  "test-results",
]);

/** What a program that was run to its end left behind. */
export interface Finished {
  /** Exit code; 1 where the program was killed or could not be started. */
  readonly code: number;
  /** Standard output and error stream, in the order of arrival; empty where they went to the screen. */
  readonly output: string;
}

/**
 * Runs a program to its end.
 * @param shown true: its output goes to the screen; false: it is collected and returned.
 */
export function run(
  program: string,
  args: readonly string[],
  options: SpawnOptions & { readonly shown?: boolean } = {},
): Promise<Finished> {
  const { shown = false, ...rest } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      ...rest,
      stdio: shown ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (part: Buffer) => {
      output += part.toString("utf8");
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.on("error", (error) => resolve({ code: 1, output: `${output}${String(error)}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs pnpm, the pinned one of `.tools` where it is there, else the one in the path. */
export function pnpm(
  args: readonly string[],
  options: SpawnOptions & { readonly shown?: boolean } = {},
): Promise<Finished> {
  const door = join(ROOT, ".tools/node_modules/pnpm/bin/pnpm.mjs");
  return existsSync(door)
    ? run(process.execPath, [door, ...args], options)
    : run("pnpm", args, options);
}

/**
 * Runs a program that one of the root's development packages brings, by its JavaScript door,
 * so that no shell or `.cmd` file stands between.
 * @param door path inside `node_modules`, for example `vitest/vitest.mjs`.
 */
export function tool(
  door: string,
  args: readonly string[],
  options: SpawnOptions & { readonly shown?: boolean } = {},
): Promise<Finished> {
  return run(process.execPath, [join(ROOT, "node_modules", door), ...args], options);
}

/** All files under `folder` whose name ends in one of `endings`, as paths relative to `root` with forward slashes, sorted. */
export function filesUnder(root: string, folder: string, endings: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) walk(child);
      } else if (endings.some((ending) => entry.name.endsWith(ending))) {
        found.push(relative(root, child).split(sep).join("/"));
      }
    }
  };
  const start = join(root, folder);
  if (existsSync(start)) walk(start);
  return found.sort();
}

/** Where a program of this name stands in the path, or undefined. */
export function inPath(name: string): string | undefined {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (folder !== "" && existsSync(path)) return path;
    }
  }
  return undefined;
}
