import { decodeSubtitles, readSubtitles, type Subtitles } from "@dianbo/shared/subtitles";

/** Subtitles of the longest film are a few hundred KB; more is something else. Bytes. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Reads a .srt or .vtt file of the PC, in whatever encoding; `undefined` where it holds no subtitles. Never rejects. */
export const readSubtitleFile = async (file: File): Promise<Subtitles | undefined> => {
  if (file.size > MOST_BYTES) return undefined;
  try {
    const vtt = readSubtitles(decodeSubtitles(new Uint8Array(await file.arrayBuffer())));
    return vtt.ok ? { name: file.name.slice(-255), vtt: vtt.value } : undefined;
  } catch {
    // The stick was pulled out.
    return undefined;
  }
};
