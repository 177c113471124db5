/** The database could not be opened. */
export type OpenFailure =
  /** Another tab holds an older version open and must be closed first. */
  | { readonly type: "blocked" }
  /** The stored data are of a newer version than this app; it does not write to them. */
  | { readonly type: "newer-data" }
  /** The browser refuses storage (private window, policy, broken profile). */
  | { readonly type: "storage-refused"; readonly message: string }
  /** The app stands within another site's page, where the browser refuses storage. */
  | { readonly type: "embedded" }
  /** The stored data are there, but cannot be read. */
  | { readonly type: "damaged"; readonly message: string }
  /** There is no room to open the database. */
  | { readonly type: "disk-full" };

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
    /quota|full disk/iu.test(error.message));

/** What an error that was thrown by a write means. */
export const libraryFailureOf = (error: unknown): LibraryFailure =>
  isDiskFull(error)
    ? { type: "disk-full" }
    : { type: "not-stored", message: error instanceof Error ? error.message : String(error) };

/** How browsers name a store that is there but does not read, and our own schema a row that does not parse. */
const DAMAGE: ReadonlySet<string> = new Set([
  "UnknownError",
  "DataError",
  "NotReadableError",
  "ValiError",
]);

const isDamage = (error: unknown): boolean =>
  error instanceof Error && (DAMAGE.has(error.name) || ("inner" in error && isDamage(error.inner)));

/** What an error that was thrown while the database was opened means. */
export const openFailureOf = (error: unknown): OpenFailure => {
  if (isDiskFull(error)) return { type: "disk-full" };
  const message = error instanceof Error ? error.message : String(error);
  return isDamage(error) ? { type: "damaged", message } : { type: "storage-refused", message };
};
