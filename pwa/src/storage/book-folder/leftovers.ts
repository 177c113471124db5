import { type FolderFile, MANIFEST_FOLDER } from "@dianbo/shared/book-folder";
import { mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";
import { inUtf8 } from "./folder-index.ts";
import { type Folder, fileAt, placeAt, removeAt, writeSmall } from "./folder-shape.ts";

/** Where a run says what it is about to write, so that the next one knows its half files again. */
const JOURNAL = `${MANIFEST_FOLDER}/writing.json`;

/** What a browser calls the bytes beside a file until it is closed; a kill leaves them lying. */
const SWAP_ENDING = ".crswap";

const journalSchema = v.array(
  v.object({ path: v.string(), size: v.number(), hash: mediaHashSchema }),
);

/** Says which files are about to be written where nothing lies yet. Throws as the browser does. */
export const beginWriting = async (folder: Folder, files: readonly FolderFile[]): Promise<void> => {
  if (files.length > 0) await writeSmall(folder, JOURNAL, inUtf8(JSON.stringify(files)));
};

/** Says that everything was written, or that what was not is not begun. */
export const endWriting = (folder: Folder): Promise<void> => removeAt(folder, JOURNAL);

const journalOf = async (folder: Folder): Promise<readonly FolderFile[]> => {
  const file = await fileAt(folder, JOURNAL).catch(() => undefined);
  try {
    const read = v.safeParse(journalSchema, JSON.parse((await file?.text()) ?? "[]"));
    return read.success ? read.output : [];
  } catch {
    return [];
  }
};

/** Takes the browser's half-written bytes beside our files away. */
const sweepSwaps = async (folder: Folder, ours: readonly string[]): Promise<void> => {
  const folders = new Map<string, Set<string>>();
  for (const path of ours) {
    const at = path.lastIndexOf("/");
    const names = folders.get(path.slice(0, Math.max(at, 0))) ?? new Set();
    names.add(path.slice(at + 1).toLowerCase());
    folders.set(path.slice(0, Math.max(at, 0)), names);
  }
  for (const [path, names] of folders) {
    try {
      const { folder: place } = await placeAt(folder, path === "" ? "x" : `${path}/x`, false);
      const swaps: string[] = [];
      for await (const name of place.keys()) {
        const of = name.toLowerCase().slice(0, -SWAP_ENDING.length);
        if (name.toLowerCase().endsWith(SWAP_ENDING) && names.has(of)) swaps.push(name);
      }
      for (const name of swaps) await place.removeEntry(name).catch(() => undefined);
    } catch {
      // A folder that is not there holds nothing of ours.
    }
  }
};

/**
 * Takes away what a run that was cut off left lying: half files of ours that no index names, and the
 * browser's own half-written bytes beside our files. Nothing of anybody else's is touched.
 */
export const sweepLeftovers = async (
  folder: Folder,
  named: ReadonlySet<string>,
  ours: readonly string[],
): Promise<void> => {
  const journal = await journalOf(folder);
  for (const { path, size } of journal) {
    if (named.has(path)) continue;
    const lying = await fileAt(folder, path).catch(() => undefined);
    // One of its whole length may be whole: it is read through before anything is copied.
    if (lying !== undefined && lying.size !== size) await removeAt(folder, path);
  }
  await sweepSwaps(folder, [...ours, ...named, ...journal.map(({ path }) => path)]);
};
