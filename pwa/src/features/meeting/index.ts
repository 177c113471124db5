/** 两台电脑碰头: the PCs of one site meet at a folder or a host. */
export { meetByItself } from "./meet-by-itself.ts";
export { MeetingLine, MeetingSetting } from "./meeting-line.tsx";
export { MeetingRoom } from "./meeting-room.tsx";
