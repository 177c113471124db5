import {
  type CivilDate,
  civilDateOf,
  type Instant,
  instantSchema,
  minutesSchema,
} from "@dianbo/shared/clock";
import { type Courseware, isListed } from "@dianbo/shared/courseware";
import {
  minutesShown,
  type RegisterLine,
  type ShowingEntry,
  type ShownBy,
} from "@dianbo/shared/ledger";
import { err, ok, type Result } from "@dianbo/shared/result";
import { calendarDateSchema } from "@dianbo/shared/session";
import * as v from "valibot";
import { hourOf } from "../../app/register/showing-facts.ts";

/** What stands in the form. */
export interface EntryDraft {
  readonly by: ShownBy | "room";
  readonly date: string;
  /** `HH:MM`. */
  readonly hour: string;
  /** A number of the book, a title of it, or anything else. */
  readonly what: string;
  readonly minutes: string;
  readonly place: string;
  readonly branch: string;
  /** Of a correction: why, and that nothing was shown at all. */
  readonly reason: string;
  readonly nothing: boolean;
}

/** Why a draft cannot be kept; the form has words for each. */
export interface DraftProblem {
  readonly type: "no-when" | "to-come" | "no-what" | "no-minutes" | "no-reason";
}

/** The item that was meant by a number or by its whole title. */
export const itemMeant = (typed: string, items: Iterable<Courseware>): Courseware | undefined => {
  const text = typed.trim().normalize("NFKC");
  const number = /^\d{4,5}$/u.test(text) ? Number(text) : undefined;
  for (const item of items) {
    if (!isListed(item)) continue;
    if (number !== undefined ? item.number === number : item.title === typed.trim()) return item;
  }
  return undefined;
};

/** What the form begins with: now, or what stands in the line that is put right. */
export const draftOf = (
  now: Instant,
  line: RegisterLine | undefined,
  place: string,
): EntryDraft => ({
  by: line === undefined ? "disc" : (line.by ?? "room"),
  date: civilDateOf(line?.startedAt ?? now),
  hour: hourOf(line?.startedAt ?? now).padStart(5, "0"),
  what: line?.title ?? "",
  minutes: line === undefined ? "" : String(minutesShown(line) ?? ""),
  place: line?.place ?? place,
  branch: line?.branch ?? "",
  reason: "",
  nothing: false,
});

const momentOf = (date: CivilDate, hour: string): Instant | undefined => {
  const at = v.safeParse(instantSchema, Date.parse(`${date}T${hour.padStart(5, "0")}:00+08:00`));
  return at.success ? at.output : undefined;
};

/** Reads what was typed. */
export const readEntry = (
  draft: EntryDraft,
  now: Instant,
  {
    items,
    branches,
    wrong,
  }: {
    readonly items: Iterable<Courseware>;
    readonly branches: readonly { readonly id: ShowingEntry["branch"] }[];
    readonly wrong: RegisterLine | undefined;
  },
): Result<ShowingEntry, DraftProblem> => {
  const date = v.safeParse(calendarDateSchema, draft.date);
  const startedAt = date.success ? momentOf(date.output, draft.hour) : undefined;
  if (startedAt === undefined) return err({ type: "no-when" });
  if (startedAt > now) return err({ type: "to-come" });
  const title = draft.what.trim().slice(0, 300);
  if (title === "") return err({ type: "no-what" });
  const minutes = v.safeParse(minutesSchema, Number(draft.minutes.normalize("NFKC")));
  if (!minutes.success || minutes.output < 1) return err({ type: "no-minutes" });
  const all = [...items];
  // A line of an item whose title has changed since still means that item.
  const same = wrong?.item != null && wrong.title === title;
  const item = same ? all.find(({ id }) => id === wrong.item) : itemMeant(title, all);
  const place = draft.place.trim().slice(0, 60);
  return ok({
    startedAt,
    what: item === undefined ? { title } : { item },
    minutes: minutes.output,
    by: draft.by === "room" ? undefined : draft.by,
    place: place === "" ? undefined : place,
    branch: branches.find(({ id }) => id === draft.branch)?.id,
    session: wrong?.session ?? undefined,
    menu: wrong?.menu ?? undefined,
  });
};
