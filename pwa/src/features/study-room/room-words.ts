import { createContext, useContext } from "react";
import { chosenLanguage } from "../../locales/chosen-language.ts";
import { studyRoom as en } from "../../locales/en/study-room.ts";
import { studyRoom as zhCN } from "../../locales/zh-CN/study-room.ts";

/** All words of the room in one language. */
export type RoomWords = typeof zhCN;

/** The room's own slice of the catalogue: the whole one would double the room's size. */
export const roomWords = (): RoomWords => (chosenLanguage() === "en" ? en : zhCN);

const RoomWordsContext = createContext<RoomWords>(zhCN);

/** Hands the chosen language's words to all parts of the room. */
export const RoomWordsProvider = RoomWordsContext.Provider;

/** The room's words in the present language. */
export const useRoomWords = (): RoomWords => useContext(RoomWordsContext);
