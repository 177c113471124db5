/** 待定: what two hands wrote without having seen each other, settled one by one. */
export { SettleRoom } from "./settle-room.tsx";
