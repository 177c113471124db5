import type { CivilDate } from "@dianbo/shared/clock";
import type { RecordId } from "@dianbo/shared/identity";
import { rosterOf } from "@dianbo/shared/roll-call";
import {
  type Branch,
  calendarDateSchema,
  findSession,
  monthOf,
  plusDays,
  plusMonths,
  type Session,
  sessionsBetween,
} from "@dianbo/shared/session";
import { CheckCheck, Printer } from "lucide-react";
import { useMemo, useState, useSyncExternalStore } from "react";
import * as v from "valibot";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { sessionName } from "../../app/session-words.ts";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords, monthInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { BranchHead } from "./branch-head.tsx";
import { useLedgerWords } from "./ledger-words.ts";
import { usePersonal } from "./personal-context.tsx";
import css from "./roll.module.css";
import { RollGrid } from "./roll-grid.tsx";
import { UnlockForm } from "./unlock-form.tsx";
import { useRollCounts } from "./use-ledgers.ts";
import { useRoll, useToRegister } from "./use-roll.ts";

/** Roll calls before this one that stand beside it. */
const PAST = 8;
/** Sessions of so many days back can be called late. */
const BACK_DAYS = 45;

/** What a roll is called of. */
interface Occasion {
  readonly on: CivilDate;
  readonly session: RecordId | undefined;
}

const asked = (name: string): string | null =>
  new URLSearchParams(/\?(.*)$/u.exec(location.hash)?.[1] ?? "").get(name);

const keyOfOccasion = ({ on, session }: Occasion): string => `${on} ${session ?? ""}`;

/** What the address asks for: a session, or a day beside all sessions; today where it asks for nothing. */
const firstOccasion = (
  schedule: Parameters<typeof findSession>[0],
  today: CivilDate,
  recent: readonly Session[],
): Occasion => {
  const session = findSession(schedule, asked("session") ?? "");
  if (session !== undefined) return { on: session.date, session: session.id };
  const day = v.safeParse(calendarDateSchema, asked("on"));
  if (day.success) return { on: day.output, session: undefined };
  const todays = recent.find(({ date }) => date === today);
  return { on: today, session: todays?.id };
};

const Calling = ({
  branch,
  occasion,
}: {
  readonly branch: Branch;
  readonly occasion: Occasion;
}) => {
  const words = useLedgerWords().rollRoom;
  const { clock } = useDependencies();
  const { date: today } = useSiteTime();
  const { people, rolls, keepMonths } = usePersonal();
  const roster = useMemo(() => rosterOf(people, branch.id), [people, branch.id]);
  const place = useMemo(
    () => ({ on: occasion.on, session: occasion.session, branch: branch.id }),
    [occasion.on, occasion.session, branch.id],
  );
  const work = useRoll(roster, place);
  // Who has left since stands in the roll calls of their time.
  const listed = useMemo(
    () => [
      ...roster,
      ...people.filter(
        ({ id, until, branch: of }) =>
          until != null && of === branch.id && work.roll.called.includes(id),
      ),
    ],
    [roster, people, branch.id, work.roll.called],
  );
  const past = useMemo(
    () =>
      rolls
        .filter(
          (roll) => roll.branch === branch.id && roll.id !== work.roll.id && roll.on <= occasion.on,
        )
        .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.takenAt - b.takenAt))
        .slice(-PAST),
    [rolls, branch.id, work.roll.id, occasion.on],
  );
  const counts = useRollCounts();
  const register = useToRegister(occasion, words.byRoll);
  const [said, setSaid] = useState("");
  const { expected, present, sick, excused, unmarked } = work.counts;
  const others = counts.filter(
    (count) =>
      count.on === occasion.on &&
      (count.session ?? undefined) === occasion.session &&
      count.branch !== branch.id,
  );
  const members = present + others.reduce((sum, count) => sum + count.present, 0);
  if (listed.length === 0) {
    return (
      <p className={`sheet ${css.empty ?? ""}`}>
        {words.noPeople} <a href={`#/ledgers/rosters/${branch.id}`}>{words.toRoster}</a>
      </p>
    );
  }
  return (
    <section className={`sheet ${css.sheet ?? ""}`}>
      <div className={css.sums}>
        <p role="status">
          {words.expected} <b className="n">{expected}</b> {words.present}{" "}
          <b className="n">{present}</b> {words.absent} <b className="n">{sick + excused}</b>{" "}
          {words.unmarked} <b className={`n ${css.dim ?? ""}`}>{unmarked}</b>
        </p>
        <span className="small">
          {words.keptUntil(monthInWords(plusMonths(monthOf(occasion.on), keepMonths)))}
        </span>
        <span className={css.sumActs}>
          {unmarked === 0 && register.showing !== undefined ? (
            <Button
              onClick={() =>
                void register
                  .enter(members)
                  .then((kept) => setSaid(kept ? words.toRegisterDone(members) : words.notKept))
              }
            >
              {words.toRegister(members)}
            </Button>
          ) : null}
          <Button
            look="go"
            icon={<Icon of={CheckCheck} />}
            disabled={unmarked === 0}
            onClick={work.restCame}
          >
            {words.rest}
          </Button>
        </span>
      </div>
      <p role="status" className={css.said}>
        {work.failed ? words.notKept : said}
        {said !== "" && register.showing !== undefined ? (
          <>
            {" "}
            <a href={`#/register/${monthOf(occasion.on)}?card=${register.showing.id}`}>
              {words.toShowing}
            </a>
          </>
        ) : null}
        {said === "" && !work.failed && unmarked === 0 && register.showing === undefined
          ? words.noShowing
          : ""}
      </p>
      <RollGrid
        key={`${branch.id} ${keyOfOccasion(occasion)} ${today}`}
        people={listed}
        past={past}
        work={work}
        now={clock.now}
      />
    </section>
  );
};

const subscribeToAddress = (listener: () => void): (() => void) => {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
};

/** The roll book, at the showing that the address names; another address is another showing. */
export const RollRoom = ({ branch }: { readonly branch?: string | undefined }) => {
  const address = useSyncExternalStore(subscribeToAddress, () => location.hash);
  return <RollBook key={address} branch={branch} />;
};

/** A branch, a showing, its people; marks by one key each. */
const RollBook = ({ branch: askedBranch }: { readonly branch?: string | undefined }) => {
  const { rollRoom: words } = useLedgerWords();
  const { schedule: scheduleWords } = useWords();
  const schedule = useSchedule();
  const { menus } = useSnapshot();
  const { date: today } = useSiteTime();
  const { lock } = usePersonal();
  const recent = useMemo(
    () =>
      sessionsBetween(schedule, plusDays(today, -BACK_DAYS), today)
        .filter(({ cancelled }) => !cancelled)
        .reverse(),
    [schedule, today],
  );
  const [occasion, setOccasion] = useState(() => firstOccasion(schedule, today, recent));
  const session =
    occasion.session === undefined ? undefined : findSession(schedule, occasion.session);
  const [chosen, setChosen] = useState(askedBranch ?? session?.branch ?? "");
  const branch = schedule.branches.find(({ id }) => id === chosen) ?? schedule.branches[0];
  const occasions: readonly Occasion[] = [
    ...recent.map(({ id, date }) => ({ on: date, session: id })),
    ...(recent.some(({ id }) => id === occasion.session) || occasion.session === undefined
      ? []
      : [occasion]),
    ...[...new Set([today, occasion.on])].map((on) => ({ on, session: undefined })),
  ];
  const inWords = ({ on, session: id }: Occasion): string => {
    const one = id === undefined ? undefined : findSession(schedule, id);
    return one === undefined
      ? words.today(dayInWords(on, today))
      : `${dayInWords(on, today)} ${sessionName(one, menus, scheduleWords)}`;
  };
  return (
    <main className={`main ${css.main ?? ""}`}>
      <BranchHead
        title={words.title}
        pickName={words.branch}
        branches={schedule.branches}
        branch={branch}
        choose={setChosen}
        stays={words.stays}
        act={
          <a
            className="btn"
            href={`#/ledgers/roll-print/${branch?.id ?? ""}/${monthOf(occasion.on)}`}
          >
            <Icon of={Printer} />
            {words.print}
          </a>
        }
      >
        <select
          className={`field ${css.pick ?? ""}`}
          aria-label={words.which}
          value={keyOfOccasion(occasion)}
          onChange={(event) => {
            const next = occasions.find((one) => keyOfOccasion(one) === event.target.value);
            if (next !== undefined) setOccasion(next);
          }}
        >
          {occasions.map((one) => (
            <option key={keyOfOccasion(one)} value={keyOfOccasion(one)}>
              {inWords(one)}
            </option>
          ))}
        </select>
      </BranchHead>
      {lock === "locked" ? <UnlockForm /> : null}
      {branch === undefined ? (
        <p className={`sheet ${css.empty ?? ""}`}>
          {words.noBranches} <a href="#/schedule?view=branches">{words.toBranches}</a>
        </p>
      ) : null}
      {branch === undefined || lock === "locked" ? null : (
        <Calling
          key={`${branch.id} ${keyOfOccasion(occasion)}`}
          branch={branch}
          occasion={occasion}
        />
      )}
    </main>
  );
};
