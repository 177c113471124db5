/** 报表: the cards of months, the quarters, the year's summary; what the site means to reach. */
export { ReportsRooms } from "./reports-rooms.tsx";
