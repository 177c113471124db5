import type { Instant } from "@dianbo/shared/clock";
import type { RegisteredShowing, RegisterLine } from "@dianbo/shared/ledger";
import { findSession, type Schedule, type Session } from "@dianbo/shared/session";
import type { WishRow } from "@dianbo/shared/wish";
import { clockInWords } from "../../design/day-in-words.ts";
import type { Words } from "../../locales/index.ts";
import type { LibrarySnapshot } from "../../storage/index.ts";
import { sessionName } from "../session-words.ts";

/** A moment's hour at the site. */
export const hourOf = (at: Instant): string =>
  clockInWords((Math.floor(at / 60_000) + 8 * 60) % (24 * 60));

/** What is said of a showing beside its lines. */
export interface ShowingFacts {
  readonly name: string;
  readonly session: Session | undefined;
  readonly place: string | undefined;
  readonly branch: string | undefined;
}

const firstOf = <T>(
  lines: readonly RegisterLine[],
  of: (line: RegisterLine) => T | null | undefined,
) => lines.map(of).find((value) => value != null) ?? undefined;

/** Names a showing: its session's name, the menu it followed, or that it was called number by number. */
export const factsOf = (
  { lines, session: id }: RegisteredShowing,
  schedule: Schedule,
  menus: LibrarySnapshot["menus"],
  words: Words,
): ShowingFacts => {
  const session = id === undefined ? undefined : findSession(schedule, id);
  const menuId = firstOf(lines, ({ menu }) => menu);
  const menu = menuId === undefined ? undefined : menus.get(menuId);
  const branchId = firstOf(lines, ({ branch }) => branch) ?? session?.branch ?? undefined;
  return {
    session,
    name:
      session !== undefined
        ? sessionName(session, menus, words.schedule)
        : menu !== undefined
          ? words.schedule.menu(menu.number ?? undefined, menu.name)
          : words.register.byNumber,
    place: firstOf(lines, ({ place }) => place) ?? session?.place ?? undefined,
    branch: schedule.branches.find((branch) => branch.id === branchId)?.name,
  };
};

/** What was asked for on a day, for the column of feedback: at most three, in people's words. */
export const wishesOn = (on: string, rows: readonly WishRow[]): string =>
  rows
    .filter(({ wishes }) => wishes.some(({ notedOn }) => notedOn === on))
    .slice(0, 3)
    .map(({ text }) => text)
    .join("；");
