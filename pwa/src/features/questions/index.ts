/** 提问条: what people asked after a showing, its answers, slips to hand out. */
export { QuestionsRooms } from "./questions-rooms.tsx";
