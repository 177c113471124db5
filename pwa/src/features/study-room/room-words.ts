import { createContext, useContext } from "react";
import { chosenLanguage } from "../../locales/chosen-language.ts";
import type { studyRoom } from "../../locales/zh-CN/study-room.ts";

/** All words of the room in one language. */
export type RoomWords = typeof studyRoom;

/** The room's own slice of the catalogue, in the one language that is spoken: the whole one would double the room's size. */
export const loadRoomWords = async (): Promise<RoomWords> =>
  chosenLanguage() === "en"
    ? (await import("../../locales/en/study-room.ts")).studyRoom
    : (await import("../../locales/zh-CN/study-room.ts")).studyRoom;

const RoomWordsContext = createContext<RoomWords | undefined>(undefined);

/** Hands the chosen language's words to all parts of the room. */
export const RoomWordsProvider = RoomWordsContext.Provider;

/** The room's words in the present language. */
export const useRoomWords = (): RoomWords => {
  const words = useContext(RoomWordsContext);
  if (words === undefined) throw new Error("a part of the room stands outside RoomWordsProvider");
  return words;
};
