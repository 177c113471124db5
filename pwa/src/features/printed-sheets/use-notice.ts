import { type CivilDate, civilDateSchema } from "@dianbo/shared/clock";
import { type RecordId, recordIdSchema } from "@dianbo/shared/identity";
import { type NoticeShowing, noticeShowings } from "@dianbo/shared/printed-sheets";
import {
  compareSessions,
  plusDays,
  readSchedule,
  type Session,
  sessionsBetween,
} from "@dianbo/shared/session";
import { useMemo, useState } from "react";
import * as v from "valibot";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";

/** How many days a notice looks ahead, its first day among them. */
export const NOTICE_DAYS = { week: 7, fortnight: 14, month: 31 } as const;
/** See `NOTICE_DAYS`. */
export type NoticeRange = keyof typeof NOTICE_DAYS;

/** A showing that is on no calendar: only this notice names it. */
export interface ExtraShowing {
  readonly menu: RecordId;
  readonly date: CivilDate;
  /** Minutes after midnight. */
  readonly start: number | undefined;
  readonly place: string;
}

/** The notice in hand. */
export interface Notice {
  readonly showings: readonly NoticeShowing[];
  readonly from: CivilDate;
  readonly range: NoticeRange;
  setFrom(date: string): void;
  setRange(range: NoticeRange): void;
  readonly extras: readonly ExtraShowing[];
  add(extra: ExtraShowing): void;
  dropExtras(): void;
}

/** Puts a notice together from the calendar, and from what was added to it by hand. */
export const useNotice = (today: CivilDate): Notice => {
  const snapshot = useSnapshot();
  const { site } = useIdentity();
  const { newId } = useDependencies();
  const [from, setFrom] = useState(today);
  const [range, setRange] = useState<NoticeRange>("week");
  const [extras, setExtras] = useState<readonly (ExtraShowing & { readonly id: RecordId })[]>([]);
  const schedule = useMemo(
    () => readSchedule(snapshot.records.values(), site),
    [snapshot.records, site],
  );
  const showings = useMemo(() => {
    const planned = sessionsBetween(schedule, from, plusDays(from, NOTICE_DAYS[range] - 1));
    const added = extras.map(
      ({ id, menu, date, start, place }): Session => ({
        id,
        date,
        content: { type: "menu", menu },
        start,
        place: place === "" ? undefined : place,
        cancelled: false,
        rule: undefined,
        occurs: undefined,
        stored: false,
      }),
    );
    return noticeShowings(
      [...planned, ...added].sort(compareSessions),
      { menus: snapshot.menus, entries: snapshot.entries, items: snapshot.items },
      (id) => schedule.branches.find((branch) => branch.id === id)?.name,
    );
  }, [schedule, from, range, extras, snapshot.menus, snapshot.entries, snapshot.items]);
  return {
    showings,
    from,
    range,
    setFrom: (date) => {
      const parsed = v.safeParse(civilDateSchema, date);
      if (parsed.success) setFrom(parsed.output);
    },
    setRange,
    extras,
    add: (extra) => setExtras([...extras, { ...extra, id: v.parse(recordIdSchema, newId()) }]),
    dropExtras: () => setExtras([]),
  };
};
