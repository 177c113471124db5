/** Wishes: noted from slips, counted, answered, voted on. */
export { TickListPrint } from "./tick-list-print.tsx";
export { WishesRoom } from "./wishes-room.tsx";
