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
import { useEffect, useMemo, useRef, useState } from "react";
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

/** Marks are kept at once in the personal tables; what they come to, in the library, when the hand has settled. */
export const useRoll = (
  people: readonly Person[],
  place: {
    readonly on: CivilDate;
    readonly branch: RecordId;
    readonly session: RecordId | undefined;
  },
): RollAtWork => {
  const { library, clock } = useDependencies();
  const { site } = useIdentity();
  const { rolls, store } = usePersonal();
  const [failed, setFailed] = useState(false);
  const id = rollIdOf(place, site);
  const known = rolls.find((roll) => roll.id === id);
  const roll = useMemo((): Roll => {
    const called = new Set([...(known?.called ?? []), ...people.map((person) => person.id)]);
    return {
      id,
      ...place,
      marks: known?.marks ?? {},
      called: [...called],
      takenAt: known?.takenAt ?? clock.now(),
    };
  }, [known, people, id, place, clock]);
  // Two marks in one breath: the second must know of the first before the tables have answered.
  const latest = useRef(roll);
  latest.current = roll;
  const counts = useMemo(() => countMarks(roll.called, roll.marks), [roll]);
  const isTaken = known !== undefined;

  useEffect(() => {
    if (!isTaken) return;
    const keep = (): void => {
      void library.apply(
        ({ snapshot, identity }) => {
          const stored = readRollCounts(
            [snapshot.records.get(id)].flatMap((record) => record ?? []),
            identity.site,
          )[0];
          return stored !== undefined && isSameCount(stored, counts)
            ? ok({ label: { type: "call-roll" }, puts: [] })
            : ok(keepRollCount(place, counts, identity.site));
        },
        { undoable: false },
      );
    };
    let done = false;
    const timer = setTimeout(() => {
      done = true;
      keep();
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      if (!done) keep();
    };
  }, [counts, isTaken, id, library, place]);

  const write = (next: Roll): void => {
    latest.current = next;
    void store
      .write([{ kind: "roll", id: next.id, value: next }])
      .then((kept) => setFailed(!kept.ok));
  };
  return {
    roll,
    counts,
    failed,
    mark: (person, mark) => write(withMark(latest.current, person, mark)),
    restCame: () => {
      let next = latest.current;
      for (const person of next.called) {
        if (next.marks[person] === undefined) next = withMark(next, person, "present");
      }
      write(next);
    },
  };
};

/** Enters how many members came, over all branches, into the register's report of the showing. */
export const useToRegister = (place: {
  readonly on: CivilDate;
  readonly session: RecordId | undefined;
}) => {
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
        const known = registerOf(snapshot.records, site).reports.get(reportIdOf(showing, site));
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
            { site, post, now: clock.now() },
          ),
        );
      });
      return kept.ok;
    },
  };
};
