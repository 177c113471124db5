import { type RefObject, useEffect, useRef } from "react";

/** How often the film is looked at, and how long it may stand still before it counts as stuck. Milliseconds. */
const LOOK = 2_000;
const PATIENCE = 20_000;

/**
 * Sees that a film which should run does: half a file or a stick that was pulled out may neither end nor
 * fail, and the evening would stand.
 */
export const useFilmWatch = (
  element: RefObject<HTMLVideoElement | null>,
  runs: boolean,
  onStuck: () => void,
): void => {
  const stuck = useRef(onStuck);
  useEffect(() => {
    stuck.current = onStuck;
  });
  useEffect(() => {
    if (!runs) return;
    let at = -1;
    let since = performance.now();
    const timer = setInterval(() => {
      const film = element.current;
      // A window that nobody sees is slowed down by the browser; a finished film says so itself.
      const excused = film === null || film.ended || film.seeking || document.hidden;
      if (excused || film.currentTime !== at) {
        at = film?.currentTime ?? -1;
        since = performance.now();
      } else if (performance.now() - since > PATIENCE) stuck.current();
    }, LOOK);
    return () => clearInterval(timer);
  }, [element, runs]);
};
