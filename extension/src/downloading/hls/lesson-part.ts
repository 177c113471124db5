import type { LessonPart } from "@dianbo/shared/clip";
import type { LessonPlan } from "./lesson-plan.ts";

/** Counts how much of a lesson is there while its fragments come. */
export interface PartCount {
  /** A fragment lies on the disk. */
  add(number: number): void;
  part(): LessonPart;
}

/** Begins with what is there; what is left out for good is not counted as to come. */
export const countPart = (
  plan: LessonPlan,
  there: Iterable<{ readonly number: number }>,
  leftOut: ReadonlySet<number>,
): PartCount => {
  const secondsOf = new Map<number, number>();
  let allSeconds = 0;
  for (const { fragment, segment } of plan.tracks.flat()) {
    if (leftOut.has(fragment)) continue;
    // Picture and separate sound play at the same time.
    const seconds = segment.seconds / plan.tracks.length;
    secondsOf.set(fragment, (secondsOf.get(fragment) ?? 0) + seconds);
    allSeconds += seconds;
  }
  const allFragments = plan.fragments.filter(({ number }) => !leftOut.has(number)).length;
  let fragments = 0;
  let seconds = 0;
  const add = (number: number): void => {
    fragments += 1;
    seconds += secondsOf.get(number) ?? 0;
  };
  for (const { number } of there) add(number);
  return { add, part: () => ({ fragments, allFragments, seconds, allSeconds }) };
};
