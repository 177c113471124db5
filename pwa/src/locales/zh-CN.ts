import { adding } from "./zh-CN/adding.ts";
import { backup } from "./zh-CN/backup.ts";
import { bookFolder } from "./zh-CN/book-folder.ts";
import { channels } from "./zh-CN/channels.ts";
import { codes } from "./zh-CN/codes.ts";
import { downloads } from "./zh-CN/downloads.ts";
import { elsewhere } from "./zh-CN/elsewhere.ts";
import { firstRun } from "./zh-CN/first-run.ts";
import { inbox } from "./zh-CN/inbox.ts";
import { item } from "./zh-CN/item.ts";
import { library } from "./zh-CN/library.ts";
import { portals } from "./zh-CN/portals.ts";
import { preFlight } from "./zh-CN/pre-flight.ts";
import { printedSheets } from "./zh-CN/printed-sheets.ts";
import { programmeBook } from "./zh-CN/programme-book.ts";
import { register } from "./zh-CN/register.ts";
import { schedule } from "./zh-CN/schedule.ts";
import { setMenus } from "./zh-CN/set-menus.ts";
import { settings } from "./zh-CN/settings.ts";
import { settle } from "./zh-CN/settle.ts";
import { sharing } from "./zh-CN/sharing.ts";
import { shell } from "./zh-CN/shell.ts";
import { stick } from "./zh-CN/stick.ts";
import { studyRoom } from "./zh-CN/study-room.ts";
import { today } from "./zh-CN/today.ts";
import { wishes } from "./zh-CN/wishes.ts";

/** Every word a person sees, in Chinese: the source of the keys. A sentence with parts is a function. */
export const zhCN = {
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

/** The shape of a catalogue; English has the same, so a missing key does not compile. */
export type Words = typeof zhCN;
