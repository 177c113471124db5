/**
 * What of a folder is used, in the browser's own shape: a handle of the File System Access API, one of the
 * origin private file system, or a test's.
 */
export interface Folder {
  readonly name: string;
  getDirectoryHandle(name: string, options?: { readonly create?: boolean }): Promise<Folder>;
  getFileHandle(name: string, options?: { readonly create?: boolean }): Promise<FolderEntry>;
  removeEntry(name: string): Promise<void>;
  /** The names of what lies in it. */
  keys(): AsyncIterable<string>;
}

/** A file in a folder. */
export interface FolderEntry {
  getFile(): Promise<File>;
  createWritable(): Promise<FolderWriting>;
}

/** Bytes on their way into a file; they appear there only with `close`. */
export interface FolderWriting {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/** Why a folder did not do what it was asked for. */
export type FolderFailure =
  /** The browser's leave for the folder has lapsed. */
  | { readonly type: "no-leave" }
  /** The folder is not there: a stick pulled out, a folder deleted. */
  | { readonly type: "folder-gone" }
  | { readonly type: "read-only" }
  | { readonly type: "folder-full" }
  | { readonly type: "stopped" }
  /** A file of 4 GiB or more, which FAT32 does not take. */
  | { readonly type: "too-big" }
  /** What was read back is not what was written. */
  | { readonly type: "differs" }
  /** The first copy, in the browser, is not there or not what its name says. */
  | { readonly type: "source-broken" }
  | { readonly type: "not-copied"; readonly message: string };

/** The name of the exception that says that a small file was read back as something else. */
export const DIFFERS_ERROR = "DataCloneError";

/** The name of the exception that says that the first copy, not the folder, could not be read. */
export const SOURCE_ERROR = "DataError";

/** A browser's exception as one of those. */
export const folderFailureOf = (error: unknown): FolderFailure => {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  switch (name) {
    case "AbortError":
      return { type: "stopped" };
    case "NotAllowedError":
    case "SecurityError":
      return { type: "no-leave" };
    case "NotFoundError":
    case "NotReadableError":
    case "InvalidStateError":
      return { type: "folder-gone" };
    case "NoModificationAllowedError":
      return { type: "read-only" };
    case "QuotaExceededError":
      return { type: "folder-full" };
    case DIFFERS_ERROR:
      return { type: "differs" };
    case SOURCE_ERROR:
      return { type: "source-broken" };
    default:
      return {
        type: "not-copied",
        message: error instanceof Error ? error.message : String(error),
      };
  }
};

/** The folder of a path and the name in it; throws as the browser does. */
export const placeAt = async (
  root: Folder,
  path: string,
  create: boolean,
): Promise<{ readonly folder: Folder; readonly name: string }> => {
  const steps = path.split("/");
  const name = steps.pop() ?? "";
  let folder = root;
  for (const step of steps) folder = await folder.getDirectoryHandle(step, { create });
  return { folder, name };
};

/** Opens the file of a path such as `<folder>/<name>`; throws as the browser does. */
export const entryAt = async (
  root: Folder,
  path: string,
  create: boolean,
): Promise<FolderEntry> => {
  const { folder, name } = await placeAt(root, path, create);
  return folder.getFileHandle(name, { create });
};

/** Takes a file away; nothing happens where it is not there or will not go. */
export const removeAt = async (root: Folder, path: string): Promise<void> => {
  try {
    const { folder, name } = await placeAt(root, path, false);
    await folder.removeEntry(name);
  } catch {
    // Gone already, or held by somebody: the next run tries again.
  }
};

/** Writes a small file whole; its bytes appear at once or not at all. Throws as the browser does. */
export const writeSmall = async (
  root: Folder,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> => {
  const writing = await (await entryAt(root, path, true)).createWritable();
  try {
    await writing.write(bytes);
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => undefined);
    throw error;
  }
};

/** The file at a path; `undefined` where there is none. Throws where the folder itself cannot be read. */
export const fileAt = async (root: Folder, path: string): Promise<File | undefined> => {
  try {
    return await (await entryAt(root, path, false)).getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return undefined;
    throw error;
  }
};

/**
 * Looks whether a folder is there at all: a file that is not found says nothing of that. Throws as the
 * browser does where it is gone.
 */
export const seeFolder = async (folder: Folder): Promise<void> => {
  await folder.keys()[Symbol.asyncIterator]().next();
};
