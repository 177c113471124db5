import type { studyRoom } from "../../locales/zh-CN/study-room.ts";
import type { UsbWords } from "./usb-words.ts";

type RoomWords = typeof studyRoom;

/** The room's words where the book lies on a stick: files are missing from the stick, and a receipt is kept. */
export const roomWordsOnStick = (room: RoomWords, { room: here }: UsbWords): RoomWords => ({
  ...room,
  say: { ...room.say, listed: here.listed, notKept: here.notKept },
  preview: {
    ...room.preview,
    missing: here.missing,
    missingNext: here.missingNext,
    otherProgramNext: here.otherProgramNext,
  },
  broken: { ...room.broken, filmNext: here.broken },
});
