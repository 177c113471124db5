import type { CivilDate } from "@dianbo/shared/clock";
import { minutesOfSeconds } from "@dianbo/shared/clock";
import {
  clashesWith,
  daysOfRepeat,
  lengthOf,
  type Occupying,
  plusDays,
  type Session,
  sessionsBetween,
} from "@dianbo/shared/session";
import { useSnapshot } from "../../app/library-context.tsx";
import { sessionName, whenAndWhere } from "../../app/session-words.ts";
import { useSchedule } from "../../app/site-records.ts";
import { dayInWords } from "../../design/day-in-words.ts";
import { useWords } from "../../locales/index.ts";
import type { ReadDraft } from "./session-draft.ts";

/** How far ahead a rule's days are looked at, in days. */
const AHEAD = 200;

/** What a read draft is in the way of, in a sentence; `undefined` where it is in nobody's. */
export const useClash = (
  read: ReadDraft | undefined,
  own: Session | undefined,
  today: CivilDate,
): string | undefined => {
  const words = useWords().schedule;
  const schedule = useSchedule();
  const { menus } = useSnapshot();
  if (read?.fields.place == null || read.fields.start == null) return undefined;
  const { fields, rules } = read;
  const minutes = lengthOf(fields, menus);
  const showings: readonly Occupying[] =
    rules.length === 0
      ? [{ ...fields, minutes, id: own?.id }]
      : rules.flatMap((rule) =>
          daysOfRepeat(rule, rule.from, plusDays(rule.from, AHEAD)).map((date) => ({
            ...fields,
            minutes,
            date,
          })),
        );
  const to =
    showings
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? fields.date;
  const others = sessionsBetween(schedule, plusDays(fields.date, -1), plusDays(to, 1)).map(
    (session) => ({ ...session, minutes: minutesOf(session, lengthOf(session, menus)) }),
  );
  const clashes = showings.flatMap((showing) => clashesWith(showing, others));
  const [first] = clashes;
  if (first === undefined) return undefined;
  const name = `${dayInWords(first.date, today)} ${whenAndWhere(first, words)} ${sessionName(first, menus, words)}`;
  return clashes.length === 1 ? words.form.clash(name) : words.form.clashMany(clashes.length, name);
};

/** The session's own minutes, or as long as its menu makes it. */
const minutesOf = (session: Session, length: number): Session["minutes"] =>
  session.minutes ?? minutesOfSeconds(length * 60);
