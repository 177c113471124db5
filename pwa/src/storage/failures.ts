/** The database could not be opened. */
export type OpenFailure =
  /** Another tab holds an older version open and must be closed first. */
  | { readonly type: "blocked" }
  /** The stored data are of a newer version than this app; it does not write to them. */
  | { readonly type: "newer-data" }
  /** The browser refuses storage (private window, policy, broken profile). */
  | { readonly type: "storage-refused"; readonly message: string };

/** A change could not be kept. What was there before is untouched. */
export type LibraryFailure =
  | { readonly type: "disk-full" }
  | { readonly type: "not-stored"; readonly message: string }
  | { readonly type: "nothing-to-undo" }
  /** The thing has been changed since; an undo would trample the newer edit. */
  | { readonly type: "moved-on" };

/** Whether an error thrown by the browser means that the disk (or the origin's share of it) is full. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === "QuotaExceededError" ||
    ("inner" in error && isDiskFull(error.inner)) ||
    /quota/iu.test(error.message));
