import type { Courseware } from "../courseware/index.ts";
import { readCues } from "../subtitles/index.ts";
import type { Evidence } from "./evidence.ts";

/** How the words over a film's picture stand. None is no fault: most lessons have none. */
export type SubtitleState =
  | { readonly type: "there" }
  | { readonly type: "none" }
  /** None are kept, but a file of them lies beside the film. */
  | { readonly type: "beside"; readonly name: string }
  /** The last of them comes long after the film's end: they belong to another one. */
  | { readonly type: "of-another-film"; readonly name: string };

/** So much later than the film's end the last line may still come: its maker's clock and ours differ. Seconds. */
const SLACK = 30;

/** What was found of an item's subtitles; `undefined` where there is no picture to put them over. */
export const judgeSubtitles = (
  item: Pick<Courseware, "kind" | "subtitles" | "media">,
  { film, found, subtitlesBeside }: Evidence,
): SubtitleState | undefined => {
  if (item.kind !== "video" && item.kind !== "film") return undefined;
  if (item.media == null || found.at === "nowhere") return undefined;
  if (item.subtitles == null) {
    return subtitlesBeside === undefined
      ? { type: "none" }
      : { type: "beside", name: subtitlesBeside };
  }
  const last = (readCues(item.subtitles.vtt).at(-1)?.from ?? 0) / 1000;
  const seconds = film?.seconds;
  return seconds !== undefined && last > seconds * 1.1 + SLACK
    ? { type: "of-another-film", name: item.subtitles.name }
    : { type: "there" };
};
