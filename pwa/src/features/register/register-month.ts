import { type CivilDate, civilDateOf } from "@dianbo/shared/clock";
import { amendmentsOf, countsAsShown, type RegisteredShowing } from "@dianbo/shared/ledger";
import { type Month, monthOf, monthSchema } from "@dianbo/shared/session";
import { useMemo } from "react";
import * as v from "valibot";
import { useShowings } from "../../app/showings.ts";
import { useRegister, useSiteTime } from "../../app/site-records.ts";

/** What of a month is shown. */
export const REGISTER_FILTERS = ["all", "room", "elsewhere", "uncounted"] as const;
/** What of a month is shown; see `REGISTER_FILTERS`. */
export type RegisterFilter = (typeof REGISTER_FILTERS)[number];

/** The month that an address names; today's where it names none. */
const monthAsked = (asked: string | undefined, today: CivilDate): Month => {
  const read = v.safeParse(monthSchema, asked);
  return read.success ? read.output : monthOf(today);
};

/** Whether a showing is one of those that are asked for. */
export const fitsFilter = (
  { lines, report }: RegisteredShowing,
  filter: RegisterFilter,
): boolean => {
  switch (filter) {
    case "all":
      return true;
    case "room":
      return lines.some(({ by }) => by == null);
    case "elsewhere":
      return lines.some(({ by }) => by != null);
    case "uncounted":
      return lines.some(countsAsShown) && report?.members == null && report?.residents == null;
  }
};

/** The month's showings, the earliest first as on paper; when it was printed, and what was amended since. */
export const useMonth = (asked: string | undefined) => {
  const { date: today } = useSiteTime();
  const month = monthAsked(asked, today);
  const showings = useShowings();
  const print = useRegister().prints.get(month);
  const own = useMemo(
    () =>
      showings.filter(({ lines: [first] }) =>
        first === undefined ? false : civilDateOf(first.startedAt).startsWith(month),
      ),
    [showings, month],
  );
  const amendments = useMemo(() => amendmentsOf(own, print), [own, print]);
  return { month, today, showings: own, all: showings, print, amendments };
};
