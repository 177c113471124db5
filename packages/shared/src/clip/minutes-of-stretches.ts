/**
 * The minutes in which stretches of a film lie, as people count them: from 1, each as first and last.
 * Stretches in the same or in neighbouring minutes are one.
 */
export const minutesOfStretches = (
  stretches: readonly { readonly from: number; readonly to: number }[],
): readonly (readonly [number, number])[] => {
  const minutes: [number, number][] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const first = Math.floor(from / 60) + 1;
    const last = Math.max(first, Math.ceil(to / 60));
    const before = minutes.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else minutes.push([first, last]);
  }
  return minutes;
};
