/** A file without its ending, and subtitles also without the language they are in: 片名.chs.srt lies beside 片名.mp4. */
const stemOf = (name: string): string =>
  name
    .replace(/\.(?:srt|vtt)$/iu, "")
    .replace(/\.(?:zh|zh-cn|zh-hans|chs|sc|cn|gb|简体|中文)$/iu, "")
    .normalize("NFC")
    .toLowerCase();

/** Whether a file's name is one of subtitles. */
export const isSubtitleName = (name: string): boolean => /\.(?:srt|vtt)$/iu.test(name);

/** What the names of a film and of its subtitles have in common: equal for the two that belong together. */
export const filmNameOf = (name: string): string =>
  isSubtitleName(name) ? stemOf(name) : stemOf(name.replace(/\.[^.]+$/u, ""));
