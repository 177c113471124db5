/** Where films are kept: in the browser, in a folder on disk; and making room. */
export { FolderAsk, SpaceLine } from "./folder-line.tsx";
export { KeepingRoom } from "./keeping-room.tsx";
