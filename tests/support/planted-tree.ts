/** Throw-away trees with a violation planted in them, so that a gate can be seen turning red. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const RULES = ["biome.jsonc", "tsconfig.base.json", "knip.json"];

/** A tree in a temporary folder. */
export interface PlantedTree {
  readonly root: string;
  /** Deletes it; call it when the test is done. */
  remove(): void;
}

/** Writes these files (path → text) beside copies of the repository's rule files. */
export const plantTree = (files: Readonly<Record<string, string>>): PlantedTree => {
  const root = mkdtempSync(join(tmpdir(), "dianbo-planted-"));
  for (const rule of RULES) copyFileSync(join(ROOT, rule), join(root, rule));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
};

/** What a gate said about a tree. */
export interface Verdict {
  readonly code: number;
  readonly output: string;
}

/** Runs a script of ours with these arguments to its end. */
export const runScript = (script: string, args: readonly string[]): Verdict => {
  const run = spawnSync(process.execPath, [join(ROOT, "scripts", script), ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { code: run.status ?? 1, output: `${run.stdout}${run.stderr}` };
};

/** Runs one gate of `npm run verify` over a tree that holds only these files, and deletes the tree. */
export const gateOver = (gate: string, files: Readonly<Record<string, string>>): Verdict => {
  const tree = plantTree(files);
  try {
    return runScript("verify.ts", ["--root", tree.root, gate]);
  } finally {
    tree.remove();
  }
};
