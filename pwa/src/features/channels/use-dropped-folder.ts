import { type DragEvent, useState } from "react";
import type { FileDrop } from "../../app/use-file-drop.ts";

/** In Chromium since 86, in no DOM library and in no other browser. */
interface HandledItem {
  getAsFileSystemHandle(): Promise<FileSystemHandle | null>;
}
const hasHandle = (item: object): item is HandledItem =>
  "getAsFileSystemHandle" in item && typeof item.getAsFileSystemHandle === "function";

const isFolder = (handle: FileSystemHandle | null): handle is FileSystemDirectoryHandle =>
  handle?.kind === "directory";

/** Takes a folder that is dropped on an element; single files go the way of all lists. */
export const useDroppedFolder = (
  take: (folder: FileSystemDirectoryHandle) => Promise<void>,
): FileDrop => {
  const [over, setOver] = useState(false);
  return {
    over,
    props: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        if (event.target === event.currentTarget) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        const [item] = event.dataTransfer.items;
        if (event.defaultPrevented || item === undefined || !hasHandle(item)) return;
        event.preventDefault();
        // Asked for within the event: afterwards the browser has forgotten what was dropped.
        void item.getAsFileSystemHandle().then(async (handle) => {
          if (isFolder(handle)) await take(handle);
        });
      },
    },
  };
};
