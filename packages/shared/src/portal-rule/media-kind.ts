import type { RuleMedia } from "./rule-findings.ts";

/** What an address of a film or sound is by its ending; `undefined` for anything else (a player's page). */
export const mediaKind = (address: string): RuleMedia["kind"] | undefined => {
  const path = address.replace(/[?#].*$/u, "");
  if (/\.m3u8$/iu.test(path)) return "stream";
  if (/\.(?:mp3|m4a|aac|ogg|wav)$/iu.test(path)) return "audio";
  return /\.(?:mp4|m4v|webm|mov)$/iu.test(path) ? "video" : undefined;
};
