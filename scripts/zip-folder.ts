import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { filesUnder } from "./workspace.ts";

/** Every entry carries this date, so that the same content gives the same bytes. */
const FIXED_DATE = "1980-01-01T12:00:00";

/** Writes everything in `folder` into the zip file `target`, the folder's own name left out. */
export function zipFolder(folder: string, target: string): void {
  const entries: Zippable = {};
  for (const path of filesUnder(folder, ".", [""])) {
    entries[path] = [readFileSync(join(folder, path)), { level: 9, mtime: FIXED_DATE }];
  }
  writeFileSync(target, zipSync(entries));
}
