import {
  type Lack,
  menuOf,
  type Repeat,
  type Session,
  type SessionContent,
  type SessionLibrary,
  type Showing,
} from "@dianbo/shared/session";
import type { Words } from "../locales/index.ts";

type Menus = SessionLibrary["menus"];

const contentName = (
  content: SessionContent | null | undefined,
  menus: Menus,
  words: Words["schedule"],
): string | undefined => {
  switch (content?.type) {
    case undefined:
      return undefined;
    case "menu": {
      const menu = menuOf({ content }, menus);
      return menu === undefined ? words.goneMenu : words.menu(menu.number ?? undefined, menu.name);
    }
    case "broadcast":
      return words.broadcast(content.name, content.channel ?? undefined);
    case "other":
      return content.name;
  }
};

/** What a session is called: its title, else what is shown. */
export const sessionName = (session: Showing, menus: Menus, words: Words["schedule"]): string =>
  session.title ?? contentName(session.content, menus, words) ?? words.untitled;

/** What is shown, beside a title of its own; nothing where the name says it already. */
export const contentBeside = (
  session: Showing,
  menus: Menus,
  words: Words["schedule"],
): string | undefined =>
  session.title == null ? undefined : contentName(session.content, menus, words);

/** Hour and place in a line. */
export const whenAndWhere = (session: Session, words: Words["schedule"]): string =>
  [session.start == null ? words.noHour : words.clock(session.start), session.place]
    .filter((part) => part != null)
    .join(words.comma);

/** On which days a rule falls. */
export const repeatInWords = (repeat: Repeat, { rules }: Words["schedule"]): string => {
  switch (repeat.type) {
    case "month-days":
      return rules["month-days"](repeat.days);
    case "week-days":
      return rules["week-days"](repeat.days, repeat.every);
    case "month-weekday":
      return rules["month-weekday"](repeat.nth, repeat.weekday);
  }
};

/** One thing a session lacks, in words. */
export const lackInWords = (lack: Lack, words: Words): string => {
  const say = words.schedule.lacks;
  switch (lack.type) {
    case "nothing-chosen":
    case "menu-gone":
    case "menu-empty":
    case "no-start":
    case "no-place":
      return say[lack.type];
    case "items-gone":
      return say["items-gone"](lack.count);
    case "not-held":
    case "needs-net":
      return say[lack.type](lack.items.length, lack.items[0]?.title ?? "");
    case "elsewhere":
      return say.elsewhere(
        lack.items
          .map(({ title, place }) =>
            place == null ? title : `《${title}》${words.item.keptWhere(place)}`,
          )
          .join(words.schedule.comma),
      );
    case "over":
      return say.over(lack.minutes);
  }
};
