/** Where a hosted app keeps that its library is elsewhere; read before anything else is loaded. */
export const MOVED_AWAY = "dianbo-library-place";

/** Whether the library of this origin is elsewhere: then no room of it may write. */
export const hasMovedAway = (): boolean => localStorage.getItem(MOVED_AWAY) !== null;
