/** Days after which a new backup is due. */
const DUE_AFTER_DAYS = 7;
/** With fewer items of its own nobody is asked for a first backup yet. */
const WORTH_KEEPING = 10;
const DAY = 86_400_000;

/** Whether a backup should be made: never made and worth it, older than a week, or neither. */
export type Due =
  | { readonly type: "never"; readonly items: number }
  | { readonly type: "old"; readonly days: number }
  | { readonly type: "fine" };

/** Says whether a backup is due; `last` and `now` in milliseconds since 1970, `items` the site's own. */
export const backupDue = (last: number | undefined, now: number, items: number): Due => {
  if (last === undefined) {
    return items >= WORTH_KEEPING ? { type: "never", items } : { type: "fine" };
  }
  const days = Math.floor((now - last) / DAY);
  // A clock that was set back tells nothing.
  return days >= DUE_AFTER_DAYS && items > 0 ? { type: "old", days } : { type: "fine" };
};
