import type { RecordState } from "@dianbo/shared/changes";
import { type CivilDate, civilDateOf } from "@dianbo/shared/clock";
import type { SiteId } from "@dianbo/shared/identity";
import { PLAYBACK_REGISTER_KINDS, type Register, readRegister } from "@dianbo/shared/ledger";
import { QUESTION_KIND, type Question, readQuestions } from "@dianbo/shared/question";
import { readSchedule, SCHEDULE_KINDS, type Schedule } from "@dianbo/shared/session";
import {
  readWishBook,
  tallyWishes,
  WISH_KINDS,
  type WishBook,
  type WishRow,
} from "@dianbo/shared/wish";
import type { LibrarySnapshot } from "../storage/index.ts";
import { useDependencies, useIdentity, useSnapshot } from "./library-context.tsx";

type Records = LibrarySnapshot["records"];

/**
 * Reads what is made of some kinds of record, and only again when one of them changed. The study room has
 * no use for them, so they are read here and not with the snapshot.
 */
const readOnce = <T>(
  kinds: readonly string[],
  read: (records: readonly RecordState[], site: SiteId) => T,
): ((records: Records, site: SiteId) => T) => {
  const wanted = new Set(kinds);
  let last:
    | { readonly of: Records; readonly own: readonly RecordState[]; site: SiteId; value: T }
    | undefined;
  return (records, site) => {
    if (last?.of === records && last.site === site) return last.value;
    const own = [...records.values()].filter(({ kind }) => wanted.has(kind));
    const isSame =
      last?.site === site &&
      last.own.length === own.length &&
      last.own.every((record, at) => record === own[at]);
    const value = isSame && last !== undefined ? last.value : read(own, site);
    last = { of: records, own, site, value };
    return value;
  };
};

/** The calendar of a library, read out of its records. */
export const scheduleOf = readOnce(SCHEDULE_KINDS, readSchedule);

/** Wishes as they are stored, and as they are counted. */
export interface Wishes {
  readonly book: WishBook;
  /** Most asked for first. */
  readonly rows: readonly WishRow[];
}

/** The wishes of a library, read out of its records. */
export const wishesOf = readOnce(WISH_KINDS, (records, site): Wishes => {
  const book = readWishBook(records, site);
  return { book, rows: tallyWishes(book) };
});

/** What people asked on slips, read out of a library's records. */
export const questionsOf = readOnce([QUESTION_KIND], readQuestions);

/** The playback register of a library, read out of its records. */
export const registerOf = readOnce(PLAYBACK_REGISTER_KINDS, readRegister);

/** The calendar: sessions, rules, branches, the study plan. */
export const useSchedule = (): Schedule => {
  const { records } = useSnapshot();
  return scheduleOf(records, useIdentity().site);
};

/** What residents want to see. */
export const useWishes = (): Wishes => {
  const { records } = useSnapshot();
  return wishesOf(records, useIdentity().site);
};

/** What people asked on slips, the earliest first. */
export const useQuestions = (): readonly Question[] => {
  const { records } = useSnapshot();
  return questionsOf(records, useIdentity().site).questions;
};

/** The playback register: lines, struck ones included, and what was noted of showings. */
export const useRegister = (): Register => {
  const { records } = useSnapshot();
  return registerOf(records, useIdentity().site);
};

/** The site's present day, and its minute after midnight. */
export const useSiteTime = (): { readonly date: CivilDate; readonly minute: number } => {
  const now = useDependencies().clock.now();
  const [hour = 0, minute = 0] = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai",
    hour: "2-digit",
    minute: "2-digit",
  })
    .format(now)
    .split(":")
    .map(Number);
  return { date: civilDateOf(now), minute: hour * 60 + minute };
};
