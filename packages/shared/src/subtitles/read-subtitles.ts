import { err, ok, type Result } from "../result/index.ts";
import { MOST_CHARACTERS } from "./subtitles.ts";

/** One line that is shown, and from when to when. Milliseconds. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Why a file gives no subtitles. */
type NoSubtitles = { readonly type: "no-subtitles" } | { readonly type: "too-long" };

const decodeAs = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** By its mark at the beginning, else UTF-8, else GBK (as GB 18030), which old Chinese tools write; never rejects. */
export const decodeSubtitles = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return (
    decodeAs("utf-8", bytes) ?? decodeAs("gb18030", bytes) ?? new TextDecoder("utf-8").decode(bytes)
  );
};

/** Both notations: 00:01:02,345 of SubRip and 01:02.345 of WebVTT; people type full stops and colons at will. */
const TIME = /(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?/u;
const TIMES = new RegExp(`^\\s*${TIME.source}\\s*-{1,2}>\\s*${TIME.source}`, "u");

const millis = (parts: readonly (string | undefined)[]): number => {
  const [hours = "0", minutes = "0", seconds = "0", fraction = "0"] = parts;
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 +
    Number(fraction.padEnd(3, "0"))
  );
};

/** Tags of fonts and places, and what would be read as one: only words are left. */
const plain = (line: string): string =>
  line
    .replace(/\{\\[^}]*\}/gu, "")
    .replace(/<\/?[a-z][^>]*>/giu, "")
    .replace(/<\d[\d:.]*>/gu, "")
    .replace(/-->/gu, "→")
    .trim();

/** The cues of a .srt or .vtt text, in order of time; what is no cue is passed over. */
export const readCues = (text: string): readonly Cue[] => {
  const lines = text
    .replace(/^\uFEFF/u, "")
    .replace(/\0/gu, "")
    .split(/\r\n|\r|\n/u);
  const cues: Cue[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const times = TIMES.exec(lines[at] ?? "");
    if (times === null) continue;
    const from = millis(times.slice(1, 5));
    const to = millis(times.slice(5, 9));
    const said: string[] = [];
    while (at + 1 < lines.length) {
      const line = lines[at + 1] ?? "";
      // A cue ends at an empty line; some tools forget it and the next one's times follow.
      if (line.trim() === "" || TIMES.test(line)) break;
      said.push(line);
      at += 1;
    }
    // Then the number of the next cue was taken for words of this one.
    if (TIMES.test(lines[at + 1] ?? "") && /^\s*\d+\s*$/u.test(said.at(-1) ?? "")) said.pop();
    const words = said.map(plain).filter((line) => line !== "");
    if (to > from && words.length > 0) cues.push({ from, to, text: words.join("\n") });
  }
  return cues.sort((a, b) => a.from - b.from);
};

const two = (number: number): string => String(number).padStart(2, "0");

const timeOf = (time: number): string => {
  const seconds = Math.floor(time / 1000);
  const hours = Math.floor(seconds / 3600);
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${two(hours)}:${clock}.${String(time % 1000).padStart(3, "0")}`;
};

/** What WebVTT reads as a tag or a character's name stands as the sign it is. */
const escaped = (text: string): string =>
  text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");

/** A .srt or .vtt text as clean WebVTT: words and times, nothing else. */
export const readSubtitles = (text: string): Result<string, NoSubtitles> => {
  if (text.length > 4 * MOST_CHARACTERS) return err({ type: "too-long" });
  const cues = readCues(text);
  if (cues.length === 0) return err({ type: "no-subtitles" });
  const vtt = [
    "WEBVTT",
    ...cues.map((cue) => `${timeOf(cue.from)} --> ${timeOf(cue.to)}\n${escaped(cue.text)}`),
  ].join("\n\n");
  return vtt.length > MOST_CHARACTERS ? err({ type: "too-long" }) : ok(vtt);
};
