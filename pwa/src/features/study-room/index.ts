/** The study room: type a number, Enter plays. An entry of its own, without the office. */
export { mountStudyRoom } from "./mount-study-room.tsx";
