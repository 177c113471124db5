import { type WalkedFolder, walkFolder } from "../../storage/film-folders/index.ts";

/** In Chromium since 86, in no DOM library and in no other browser. */
interface FolderPicker {
  showDirectoryPicker(options: {
    readonly id: string;
    readonly mode: "read";
  }): Promise<FileSystemDirectoryHandle>;
}
const hasFolderPicker = (page: object): page is FolderPicker =>
  "showDirectoryPicker" in page && typeof page.showDirectoryPicker === "function";

/** Whether this browser can open a folder in which films may then stay. */
export const canOpenFolder = (): boolean => hasFolderPicker(window);

/** Lets the person choose a folder of films and looks through it; nothing where they thought better of it. */
export const openFolder = async (most: number): Promise<WalkedFolder | undefined> => {
  if (!hasFolderPicker(window)) return undefined;
  try {
    const root = await window.showDirectoryPicker({ id: "dianbo-films", mode: "read" });
    return await walkFolder(root, most);
  } catch {
    // Closed, or a folder that the browser protects: it has told the person itself.
    return undefined;
  }
};
