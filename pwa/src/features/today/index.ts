/** Today: the start page, what is at hand. */
export { TodayRoom } from "./today-room.tsx";
