import type { Clock } from "@dianbo/shared/clock";

/** Looks at the queue again when its time has come, as long as the page lives. */
export interface Waker {
  /** The next moment; null for none. The background keeps an alarm for it too, in case this page has closed. */
  set(at: number | null): void;
  /** Whether it is so soon that closing the page would not be worth it. */
  isSoon(): boolean;
}

const SOON_MS = 3 * 60_000;
/** A timer that is set further ahead goes off at once. */
const LONGEST_TIMER_MS = 2_000_000_000;

/** Makes it; `wake` is called at the moment set last. */
export const makeWaker = (clock: Clock, wake: () => void): Waker => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next: number | null = null;
  return {
    set: (at) => {
      clearTimeout(timer);
      next = at;
      if (at === null) return;
      timer = setTimeout(wake, Math.min(LONGEST_TIMER_MS, Math.max(50, at - clock.now())));
    },
    isSoon: () => next !== null && next - clock.now() < SOON_MS,
  };
};
