import * as v from "valibot";
import type { Library } from "../library.ts";

/** In the library's small memory: the 点播本 folder of this PC, and the stick that was written last. */
export type FolderMemo = "book-folder" | "stick";

/** In Chromium since 86, in no DOM library and in no other browser. */
interface FolderPicker {
  showDirectoryPicker(options: {
    readonly id: string;
    readonly mode: "read" | "readwrite";
  }): Promise<FileSystemDirectoryHandle>;
}
const hasFolderPicker = (page: object): page is FolderPicker =>
  "showDirectoryPicker" in page && typeof page.showDirectoryPicker === "function";

/** The same browsers are asked for leave, and asked again, by these. */
interface AsksAgain {
  queryPermission(wish: { readonly mode: "read" | "readwrite" }): Promise<PermissionState>;
  requestPermission(wish: { readonly mode: "read" | "readwrite" }): Promise<PermissionState>;
}
const asksAgain = (folder: object): folder is AsksAgain =>
  "queryPermission" in folder && "requestPermission" in folder;

/** Whether this browser lets a page keep a folder. */
export const canChooseFolder = (): boolean => hasFolderPicker(window);

/** The folder that was chosen on this PC. */
export const chosenFolder = async (
  library: Pick<Library, "readMemo">,
  memo: FolderMemo = "book-folder",
): Promise<FileSystemDirectoryHandle | undefined> => {
  if (typeof FileSystemDirectoryHandle === "undefined") return undefined;
  const read = v.safeParse(v.instance(FileSystemDirectoryHandle), await library.readMemo(memo));
  return read.success ? read.output : undefined;
};

/** Keeps the folder, or forgets it; what lies there stays. */
export const keepChosenFolder = (
  library: Pick<Library, "writeMemo">,
  folder: FileSystemDirectoryHandle | undefined,
  memo: FolderMemo = "book-folder",
): Promise<void> => library.writeMemo(memo, folder ?? null);

/** Lets the person choose; nothing where they thought better of it. In the click itself. */
export const chooseFolder = async ({
  id = "dianbo-book",
  mode = "readwrite",
}: {
  /** The browser opens its window where the last folder of this name was chosen. */
  readonly id?: string;
  readonly mode?: "read" | "readwrite";
} = {}): Promise<FileSystemDirectoryHandle | undefined> => {
  if (!hasFolderPicker(window)) return undefined;
  try {
    return await window.showDirectoryPicker({ id, mode });
  } catch {
    // Closed, or a folder that the browser protects: it has told the person itself.
    return undefined;
  }
};

/** Whether the folder may be used without asking. */
export const hasLeave = async (
  folder: FileSystemDirectoryHandle,
  mode: "read" | "readwrite",
): Promise<boolean> => !asksAgain(folder) || (await folder.queryPermission({ mode })) === "granted";

/** Asks where the leave has lapsed; in the click itself, or the browser refuses. */
export const askForLeave = async (
  folder: FileSystemDirectoryHandle,
  mode: "read" | "readwrite" = "readwrite",
): Promise<boolean> => {
  if (await hasLeave(folder, mode)) return true;
  if (!asksAgain(folder)) return true;
  return (await folder.requestPermission({ mode }).catch(() => "denied")) === "granted";
};
