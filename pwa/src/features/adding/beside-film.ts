import { filmNameOf, isSubtitleName } from "@dianbo/shared/subtitles";
import type { BroughtFile } from "./read-file.ts";

const folderOf = ({ file, lies }: BroughtFile): string =>
  (lies?.path ?? file.webkitRelativePath).split("/").slice(0, -1).join("/");

/** Where a file lies and what it is called, by which a film and its subtitles find each other. */
const placeOf = (brought: BroughtFile): string =>
  `${folderOf(brought)}/${filmNameOf(brought.file.name)}`;

/**
 * Gives each film the subtitles that lie beside it under its name; these are no rows of their own then. What
 * belongs to no film stays in the list, where it is told what it is.
 */
export const withSubtitles = (
  files: readonly BroughtFile[],
): readonly (BroughtFile & { readonly subtitles?: File | undefined })[] => {
  const lying = new Map<string, BroughtFile>();
  for (const one of files) if (isSubtitleName(one.file.name)) lying.set(placeOf(one), one);
  const taken = new Set<BroughtFile>();
  const films = files.map((one) => {
    if (isSubtitleName(one.file.name)) return one;
    const found = lying.get(placeOf(one));
    if (found === undefined) return one;
    taken.add(found);
    return { ...one, subtitles: found.file };
  });
  return films.filter((one) => !taken.has(one));
};
