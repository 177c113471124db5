/** The on-demand book: the programme list on screen, its A4 pages, and the supplement to an edition. */

export { ProgrammeBookRoom } from "./programme-book-room.tsx";
export { ProgrammePrint } from "./programme-print.tsx";
export { SupplementPrint } from "./supplement-print.tsx";
