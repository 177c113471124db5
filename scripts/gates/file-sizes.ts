import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder } from "../workspace.ts";
import type { Gate } from "./gate.ts";

/** Lines from which a file is worth splitting, and over which it must be; a stylesheet has one declaration a line. */
const LIMITS = {
  code: { long: 200, tooLong: 400 },
  styles: { long: 300, tooLong: 600 },
} as const;

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
      const { long, tooLong } = path.endsWith(".css") ? LIMITS.styles : LIMITS.code;
      if (lines > tooLong) problems.push(`${path}: ${lines} lines (limit ${tooLong})`);
      else if (lines > long)
        notes.push(`${path}: ${lines} lines, over ${long}: one reason to change?`);
    }
    return { problems, notes };
  },
};
