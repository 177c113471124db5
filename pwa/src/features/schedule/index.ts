/** The calendar of sessions: month, list, study plan, branches. */
export { ScheduleRoom } from "./schedule-room.tsx";
