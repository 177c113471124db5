/** How the extension's files on the disk stand beside the version that runs. */
export type FolderVersion =
  /** They are the version that runs. */
  | { readonly type: "same" }
  /** Another version lies there, all of it. */
  | { readonly type: "other"; readonly version: string }
  /** Files are missing or of another length: somebody is still copying, or the stick was pulled out. */
  | { readonly type: "unfinished" };

/** Why another version could not be taken up now. */
export type TakeUpHold = "room-open" | "downloads-run" | "unfinished";

/**
 * The version that runs and the one whose files lie in the extension's folder, which is replaced from a stick
 * by copying. The app inside the extension alone has it.
 */
export interface VersionDoor {
  readonly running: string;
  look(): Promise<FolderVersion>;
  /**
   * Brings the downloads to rest and starts the extension anew from its folder, which closes this page and opens
   * it again. Answers only where it was not done.
   */
  takeUp(): Promise<TakeUpHold>;
}
