import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder } from "../workspace.ts";
import type { Gate } from "./gate.ts";

/** Lines from which a file is worth splitting. */
const LONG = 200;
/** Lines over which a file must be split. */
const TOO_LONG = 400;

/** Catalogues and samples are lists: one more line makes them longer, not harder. */
const LISTS = /\/(locales|sample)\//;

/** No source file grows past what can be read in one go. */
export const fileSizes: Gate = {
  name: "file-sizes",
  check: async (root) => {
    const problems: string[] = [];
    const notes: string[] = [];
    const folders = ["packages", "pwa", "extension", "demonstration", "tests", "scripts"];
    const endings = [".ts", ".tsx", ".mjs", ".cjs", ".css"];
    for (const path of folders.flatMap((folder) => filesUnder(root, folder, endings))) {
      if (LISTS.test(path)) continue;
      const lines = readFileSync(join(root, path), "utf8").trimEnd().split("\n").length;
      if (lines > TOO_LONG) problems.push(`${path}: ${lines} lines (limit ${TOO_LONG})`);
      else if (lines > LONG)
        notes.push(`${path}: ${lines} lines, over ${LONG}: one reason to change?`);
    }
    return { problems, notes };
  },
};
