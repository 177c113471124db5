/** Where films are kept: in the browser, in a folder on disk; and making room. */
export { FolderLine } from "./folder-line.tsx";
export { KeepingRoom } from "./keeping-room.tsx";
