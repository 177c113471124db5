import { CATEGORY_NAMES, type Category, categoryFromDigit } from "../category/index.ts";
import { type Courseware, isListed, type MediaFile } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import type { FolderFile } from "./book-manifest.ts";
import { endingOf } from "./file-ending.ts";
import { safeFileName, safeName } from "./safe-name.ts";

/** FAT32 keeps no file of 4 GiB or more. Bytes. */
export const FAT32_LIMIT = 4 * 1024 ** 3;

/** One file of the 点播本 folder as it is to lie there. */
export interface BookFile {
  readonly hash: MediaFile["hash"];
  /** Bytes. */
  readonly size: number;
  /** `<folder>/<name>`. */
  readonly path: string;
  /** The items that show it, the one that it is named after first. */
  readonly items: readonly RecordId[];
  readonly title: string;
  readonly number: number;
}

/** The folder of a shelf: `1 基层党建`. */
export const shelfFolder = (category: Category): string =>
  safeName(`${category} ${CATEGORY_NAMES[category]}`);

/** Numbers say the shelf: who was told 1014 looks in folder 1, wherever the item is filed today. */
const shelfOf = (number: number): Category | undefined =>
  categoryFromDigit(String(number).charAt(0));

/** Two names are the same one on Windows whatever their case. */
const folded = (path: string): string => path.toLowerCase();

const freePath = (
  folder: string,
  stem: string,
  ending: string,
  taken: ReadonlySet<string>,
): string => {
  for (let count = 1; ; count += 1) {
    // The mark stands before the title, or a long title would push it out.
    const name = safeFileName(count === 1 ? stem : `(${count}) ${stem}`, ending);
    const path = `${folder}/${name}`;
    if (!taken.has(folded(path))) return path;
  }
};

/** The place of a numbered thing on its shelf, beside those that are taken (in lower case). */
export const pathOnShelf = (
  {
    number,
    title,
    ending,
  }: { readonly number: number; readonly title: string; readonly ending: string },
  taken: ReadonlySet<string>,
): string | undefined => {
  const shelf = shelfOf(number);
  return shelf === undefined
    ? undefined
    : freePath(shelfFolder(shelf), `${number} ${title}`, ending, taken);
};

/**
 * Where every file of a library's numbered items lies in the 点播本 folder. A file that lies there already
 * keeps its place, whatever its item is called today: a new title is no reason to copy a film again. A file
 * that several items show lies there once. `taken` are other files in the folder, which keep their names too.
 */
export const bookFiles = (
  items: Iterable<Courseware>,
  lying: readonly FolderFile[],
  isWanted: (file: MediaFile) => boolean = () => true,
): readonly BookFile[] => {
  const pathOf = new Map(lying.map(({ hash, path }) => [hash, path]));
  const taken = new Set(lying.map(({ path }) => folded(path)));
  const files = new Map<MediaFile["hash"], BookFile>();
  const numbered = [...items]
    .filter((item) => isListed(item) && item.number != null)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || (a.id < b.id ? -1 : 1));
  for (const { id, number, media, title } of numbered) {
    if (number == null || media == null || !isWanted(media)) continue;
    const known = files.get(media.hash);
    if (known !== undefined) {
      files.set(media.hash, { ...known, items: [...known.items, id] });
      continue;
    }
    const path =
      pathOf.get(media.hash) ?? pathOnShelf({ number, title, ending: endingOf(media) }, taken);
    if (path === undefined) continue;
    taken.add(folded(path));
    files.set(media.hash, { hash: media.hash, size: media.size, path, items: [id], title, number });
  }
  return [...files.values()];
};
