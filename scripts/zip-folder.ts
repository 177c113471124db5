import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, type Zippable, zipSync } from "fflate";
import { filesUnder } from "./workspace.ts";

/** Every entry carries this date, so that the same content gives the same bytes. */
const FIXED_DATE = "1980-01-01T12:00:00";

/** What stands in a zip besides, or above, the folder that it was made of. */
interface ZipLayout {
  /** The name under which the folder stands in the zip; without one its files stand at the top. */
  readonly inside?: string;
  /** Further files at the top: name → text. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** Writes everything in `folder` into the zip file `target`, the folder's own name left out. */
export function zipFolder(
  folder: string,
  target: string,
  { inside = "", beside = {} }: ZipLayout = {},
): void {
  const entries: Zippable = {};
  for (const [name, text] of Object.entries(beside)) {
    entries[name] = [strToU8(text), { level: 9, mtime: FIXED_DATE }];
  }
  for (const path of filesUnder(folder, ".", [""])) {
    const name = inside === "" ? path : `${inside}/${path}`;
    entries[name] = [readFileSync(join(folder, path)), { level: 9, mtime: FIXED_DATE }];
  }
  writeFileSync(target, zipSync(entries));
}
