import type { BroughtFile } from "./read-file.ts";

/** A file without its ending, and subtitles also without the language they are in: 片名.chs.srt lies beside 片名.mp4. */
const stemOf = (name: string): string =>
  name
    .replace(/\.(?:srt|vtt)$/iu, "")
    .replace(/\.(?:zh|zh-cn|zh-hans|chs|sc|cn|gb|简体|中文)$/iu, "")
    .normalize("NFC")
    .toLowerCase();

const isSubtitles = ({ file }: BroughtFile): boolean => /\.(?:srt|vtt)$/iu.test(file.name);

const folderOf = ({ file, lies }: BroughtFile): string =>
  (lies?.path ?? file.webkitRelativePath).split("/").slice(0, -1).join("/");

/** Where a file lies and what it is called, by which a film and its subtitles find each other. */
const placeOf = (brought: BroughtFile, name: string): string =>
  `${folderOf(brought)}/${stemOf(name)}`;

/**
 * Gives each film the subtitles that lie beside it under its name; these are no rows of their own then. What
 * belongs to no film stays in the list, where it is told what it is.
 */
export const withSubtitles = (
  files: readonly BroughtFile[],
): readonly (BroughtFile & { readonly subtitles?: File | undefined })[] => {
  const lying = new Map<string, BroughtFile>();
  for (const one of files) if (isSubtitles(one)) lying.set(placeOf(one, one.file.name), one);
  const taken = new Set<BroughtFile>();
  const films = files.map((one) => {
    if (isSubtitles(one)) return one;
    const found = lying.get(placeOf(one, one.file.name.replace(/\.[^.]+$/u, "")));
    if (found === undefined) return one;
    taken.add(found);
    return { ...one, subtitles: found.file };
  });
  return films.filter((one) => !taken.has(one));
};
