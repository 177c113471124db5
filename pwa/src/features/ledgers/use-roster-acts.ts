import { newRecordId, type RecordId } from "@dianbo/shared/identity";
import { ok } from "@dianbo/shared/result";
import { type Person, type RosterRow, rosterOf } from "@dianbo/shared/roll-call";
import { addBranch, type Branch } from "@dianbo/shared/session";
import { useDependencies } from "../../app/library-context.tsx";
import { scheduleOf, useSiteTime } from "../../app/site-records.ts";
import { initialsOf } from "./initials.ts";
import { usePersonal } from "./personal-context.tsx";

/** What can be done to rosters; each answers whether it was kept. */
export interface RosterActs {
  /** Puts names on rosters; a branch that the site does not have is added first. `into` takes rows without one. */
  take(
    rows: readonly Pick<RosterRow, "name" | "branch">[],
    into: Branch | undefined,
  ): Promise<boolean>;
  /** Somebody is called no more; earlier roll calls keep their row. */
  leave(person: Person): Promise<boolean>;
}

/** The writing hand of the rosters. */
export const useRosterActs = (): RosterActs => {
  const { library, newId, random } = useDependencies();
  const { date: today } = useSiteTime();
  const { store, people } = usePersonal();

  const branchesNow = (): readonly Branch[] =>
    scheduleOf(library.snapshot().records, library.identity().site).branches;

  /** The branches of these names, those that were missing added. */
  const branchesOf = async (
    names: readonly string[],
  ): Promise<ReadonlyMap<string, RecordId> | undefined> => {
    for (const name of names) {
      if (branchesNow().some((branch) => branch.name === name)) continue;
      const kept = await library.apply(({ snapshot, identity }) =>
        ok(
          addBranch(name, scheduleOf(snapshot.records, identity.site).branches, { newId, random }),
        ),
      );
      if (!kept.ok) return undefined;
    }
    return new Map(branchesNow().map(({ name, id }) => [name, id]));
  };

  return {
    take: async (rows, into) => {
      const named = [
        ...new Set(rows.flatMap(({ branch }) => (branch === "" ? [] : [branch.slice(0, 40)]))),
      ];
      const branches = await branchesOf(named);
      if (branches === undefined) return false;
      const initials = await initialsOf(rows.map(({ name }) => name));
      const places = new Map<RecordId, number>();
      const fresh = rows.flatMap(({ name, branch }, at): readonly Person[] => {
        const id = branch === "" ? into?.id : branches.get(branch.slice(0, 40));
        if (id === undefined) return [];
        const place = places.get(id) ?? (rosterOf(people, id).at(-1)?.place ?? -1) + 1;
        places.set(id, place + 1);
        return [
          {
            id: newRecordId(newId),
            branch: id,
            name,
            initials: initials[at] ?? "",
            place,
            since: today,
          },
        ];
      });
      return (await store.write(fresh.map((value) => ({ kind: "person", id: value.id, value }))))
        .ok;
    },
    leave: async (person) =>
      (await store.write([{ kind: "person", id: person.id, value: { ...person, until: today } }]))
        .ok,
  };
};
