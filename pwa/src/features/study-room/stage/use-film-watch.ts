import { type RefObject, useEffect, useRef } from "react";

/** How often the film is looked at. Milliseconds. */
const LOOK = 2_000;
/** So many looks in a row at which it stands still, and it counts as stuck: twenty seconds. */
const PATIENCE = 10;

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
    let still = 0;
    const timer = setInterval(() => {
      const film = element.current;
      // A window that nobody sees is slowed down by the browser; a finished film says so itself.
      const excused = film === null || film.ended || film.seeking || document.hidden;
      if (excused || film.currentTime !== at) {
        at = film?.currentTime ?? -1;
        still = 0;
      } else {
        still += 1;
        if (still >= PATIENCE) stuck.current();
      }
    }, LOOK);
    return () => clearInterval(timer);
  }, [element, runs]);
};
