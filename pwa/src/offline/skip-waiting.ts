/** What a window says to the newer version that waits: a person wants it now. */
export const SKIP_WAITING = "skip-waiting";
