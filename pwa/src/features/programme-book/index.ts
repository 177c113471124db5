/** The on-demand book: the programme list on screen and the A4 pages to print. */

export { ProgrammeBookRoom } from "./programme-book-room.tsx";
export { ProgrammePrint } from "./programme-print.tsx";
