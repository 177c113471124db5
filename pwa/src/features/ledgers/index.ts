/** The ledgers: the site's books, the roll book and its rosters, how names are kept, papers for the wall. */
export { LedgersRooms } from "./ledgers-rooms.tsx";
