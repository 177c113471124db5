import { inbox } from "./en/inbox.ts";
import { item } from "./en/item.ts";
import { library } from "./en/library.ts";
import { programmeBook } from "./en/programme-book.ts";
import { setMenus } from "./en/set-menus.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { studyRoom } from "./en/study-room.ts";
import { today } from "./en/today.ts";
import type { Words } from "./zh-CN.ts";

/** Every word a person sees, in English. */
export const en: Words = {
  shell,
  library,
  item,
  settings,
  today,
  inbox,
  setMenus,
  programmeBook,
  studyRoom,
};
