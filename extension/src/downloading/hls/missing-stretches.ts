import type { Stretch } from "./lesson-messages.ts";
import type { LessonPlan } from "./lesson-plan.ts";
import type { MediaPlaylist } from "./playlist.ts";

/** Which seconds of a lesson are missing: the portal's own gaps, and fragments that never came. */
export const missingStretches = (
  playlists: readonly MediaPlaylist[],
  plan: LessonPlan,
  missing: ReadonlySet<number>,
): readonly Stretch[] => {
  const stretches: { from: number; to: number }[] = [];
  for (const [track, playlist] of playlists.entries()) {
    const lost = new Set(
      plan.tracks[track]
        ?.filter(({ fragment, key, map }) =>
          [fragment, key, map].some((number) => number !== undefined && missing.has(number)),
        )
        .map(({ segment }) => segment.sequence),
    );
    let at = 0;
    for (const { gap, seconds, sequence } of playlist.segments) {
      if (gap || lost.has(sequence)) stretches.push({ from: at, to: at + seconds });
      at += seconds;
    }
  }
  const merged: { from: number; to: number }[] = [];
  for (const stretch of stretches.sort((a, b) => a.from - b.from)) {
    const before = merged.at(-1);
    if (before !== undefined && stretch.from <= before.to + 0.01) {
      before.to = Math.max(before.to, stretch.to);
    } else merged.push({ ...stretch });
  }
  return merged;
};
