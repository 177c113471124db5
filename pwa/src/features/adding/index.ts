/** 「加课件」 by hand: files of this PC, or one row typed. */
export { AddingRoom } from "./adding-room.tsx";
export { FilmFoldersLine } from "./film-folders-line.tsx";
