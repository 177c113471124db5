import type { CivilDate } from "@dianbo/shared/clock";
import type { RecordId } from "@dianbo/shared/identity";
import { answerShowing, reportIdOf } from "@dianbo/shared/ledger";
import { err, ok } from "@dianbo/shared/result";
import {
  countMarks,
  isSameCount,
  keepRollCount,
  type Mark,
  type Person,
  type Roll,
  type RollCounts,
  readRollCounts,
  rollIdOf,
  withMark,
} from "@dianbo/shared/roll-call";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { useShowings } from "../../app/showings.ts";
import { registerOf } from "../../app/site-records.ts";
import { usePersonal } from "./personal-context.tsx";

/** Counts are kept so long after the last mark, in milliseconds: a roll call is forty marks in two minutes. */
const SETTLE_MS = 700;

/** One branch's roll call of one showing, at work. */
export interface RollAtWork {
  readonly roll: Roll;
  readonly counts: RollCounts;
  readonly failed: boolean;
  mark(person: RecordId, mark: Mark | undefined): void;
  /** Everybody who has no mark yet came. */
  restCame(): void;
}

/** What a roll call is of. */
interface Place {
  readonly on: CivilDate;
  readonly branch: RecordId;
  readonly session: RecordId | undefined;
}

/** Keeps what a roll call comes to in the library, where its counts outlive its names. */
const useCountKeeper = (place: Place): ((roll: Roll) => void) => {
  const { library } = useDependencies();
  return useCallback(
    (roll) => {
      const counts = countMarks(roll.called, roll.marks);
      void library.apply(
        ({ snapshot, identity }) => {
          const record = snapshot.records.get(roll.id);
          const [stored] = readRollCounts(record === undefined ? [] : [record], identity.site);
          return stored !== undefined && isSameCount(stored, counts)
            ? ok({ label: { type: "call-roll" }, puts: [] })
            : ok(keepRollCount(place, counts, identity.site));
        },
        { undoable: false },
      );
    },
    [library, place],
  );
};

/** Marks are kept at once in the personal tables; what they come to, in the library, when the hand has settled. */
export const useRoll = (people: readonly Person[], place: Place): RollAtWork => {
  const { clock } = useDependencies();
  const { site } = useIdentity();
  const { rolls, store } = usePersonal();
  const keepCounts = useCountKeeper(place);
  const [failed, setFailed] = useState(false);
  /** What was marked and is not yet told by the tables: marks come faster than a disk answers. */
  const [ahead, setAhead] = useState<Roll>();
  const isWriting = useRef(false);
  const isBehind = useRef(false);
  const id = rollIdOf(place, site);
  const known = rolls.find((roll) => roll.id === id);
  const roll = useMemo(
    (): Roll =>
      ahead ??
      known ?? {
        id,
        ...place,
        marks: {},
        called: people.map((person) => person.id),
        takenAt: clock.now(),
      },
    [ahead, known, people, id, place, clock],
  );
  const latest = useRef(roll);
  if (!isWriting.current) latest.current = roll;
  const counts = useMemo(() => countMarks(roll.called, roll.marks), [roll]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      timer.current = undefined;
      keepCounts(latest.current);
    };
  }, [keepCounts]);

  const settle = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    // Whoever leaves at once has marked all the same.
    if (left.current) {
      keepCounts(latest.current);
      return;
    }
    timer.current = setTimeout(() => {
      timer.current = undefined;
      keepCounts(latest.current);
    }, SETTLE_MS);
  };

  /** Writes the whole roll; marks that come meanwhile go with the next write, not each with one of its own. */
  const write = async (next: Roll): Promise<void> => {
    latest.current = next;
    setAhead(next);
    isBehind.current = true;
    if (isWriting.current) return;
    isWriting.current = true;
    let isKept = false;
    while (isBehind.current) {
      isBehind.current = false;
      const value = latest.current;
      isKept = (await store.write([{ kind: "roll", id: value.id, value }])).ok;
    }
    isWriting.current = false;
    setFailed(!isKept);
    setAhead(undefined);
    if (isKept) settle();
  };

  return {
    roll,
    counts,
    failed,
    mark: (person, mark) => {
      const { current } = latest;
      const called = current.called.includes(person) ? current.called : [...current.called, person];
      void write(withMark({ ...current, called }, person, mark));
    },
    restCame: () => {
      let next = latest.current;
      for (const person of next.called) {
        if (next.marks[person] === undefined) next = withMark(next, person, "present");
      }
      void write(next);
    },
  };
};

/**
 * Enters how many members came, over all branches, into the register's report of the showing. `byRoll` says so
 * where a printed month is changed by it.
 */
export const useToRegister = (
  place: { readonly on: CivilDate; readonly session: RecordId | undefined },
  byRoll: string,
) => {
  const { library, clock } = useDependencies();
  const { site, post } = useIdentity();
  const showings = useShowings();
  const showing = showings.find(
    ({ on, session }) =>
      on === place.on && (place.session === undefined || session === place.session),
  );
  return {
    showing,
    enter: async (members: number): Promise<boolean> => {
      if (showing === undefined) return false;
      const kept = await library.apply(({ snapshot }) => {
        const { reports, prints } = registerOf(snapshot.records, site);
        const known = reports.get(reportIdOf(showing, site));
        if (members > 9999) return err({ type: "too-many" });
        return ok(
          answerShowing(
            { on: showing.on, session: showing.session },
            {
              members,
              residents: known?.residents ?? undefined,
              discussion: known?.discussion ?? "",
            },
            known,
            {
              site,
              post,
              now: clock.now(),
              print: prints.get(showing.on.slice(0, 7)),
              reason: byRoll,
            },
          ),
        );
      });
      return kept.ok;
    },
  };
};
