import { adding } from "./en/adding.ts";
import { backup } from "./en/backup.ts";
import { bookFolder } from "./en/book-folder.ts";
import { channels } from "./en/channels.ts";
import { codes } from "./en/codes.ts";
import { downloads } from "./en/downloads.ts";
import { elsewhere } from "./en/elsewhere.ts";
import { firstRun } from "./en/first-run.ts";
import { inbox } from "./en/inbox.ts";
import { item } from "./en/item.ts";
import { library } from "./en/library.ts";
import { portals } from "./en/portals.ts";
import { preFlight } from "./en/pre-flight.ts";
import { printedSheets } from "./en/printed-sheets.ts";
import { programmeBook } from "./en/programme-book.ts";
import { register } from "./en/register.ts";
import { schedule } from "./en/schedule.ts";
import { setMenus } from "./en/set-menus.ts";
import { settings } from "./en/settings.ts";
import { settle } from "./en/settle.ts";
import { sharing } from "./en/sharing.ts";
import { shell } from "./en/shell.ts";
import { stick } from "./en/stick.ts";
import { studyRoom } from "./en/study-room.ts";
import { today } from "./en/today.ts";
import { wishes } from "./en/wishes.ts";
import type { Words } from "./zh-CN.ts";

/** Every word a person sees, in English. */
export const en: Words = {
  backup,
  channels,
  codes,
  shell,
  library,
  adding,
  item,
  settings,
  settle,
  today,
  inbox,
  downloads,
  bookFolder,
  setMenus,
  portals,
  programmeBook,
  printedSheets,
  stick,
  studyRoom,
  sharing,
  elsewhere,
  firstRun,
  wishes,
  schedule,
  register,
  preFlight,
};
