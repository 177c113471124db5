import type { StickScope } from "@dianbo/shared/book-folder";
import type { RecordId } from "@dianbo/shared/identity";
import { menuOf, nextSession, type Session } from "@dianbo/shared/session";
import { byMenuNumber, isOffered, type SetMenu } from "@dianbo/shared/set-menu";
import { useEffect, useSyncExternalStore } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { type MakeDesk, type MakeState, makingDesk } from "./make-desk.ts";

/** The making of a stick, with the menus that may go along. */
export interface Making {
  readonly desk: MakeDesk;
  readonly state: MakeState;
  readonly scope: StickScope;
  /** Offered menus, the next session's first. */
  readonly menus: readonly SetMenu[];
  /** The next session, where it shows one of them. */
  readonly next: { readonly session: Session; readonly menu: RecordId } | undefined;
}

const NONE: StickScope = { type: "menus", menus: [] };

/** The desk, aimed at what the address names, else at the next session's menu, else at what it was aimed at. */
export const useMaking = (asked: string | undefined): Making => {
  const desk = makingDesk(useDependencies());
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const { menus: all, revision } = useSnapshot();
  const session = nextSession(useSchedule(), useSiteTime());
  const planned = session === undefined ? undefined : menuOf(session, all);
  const named = [...all.values()].find(({ id, life }) => id === asked && life !== "deleted");
  const offered = [...all.values()]
    .filter((menu) => isOffered(menu) || menu.id === named?.id || menu.id === planned?.id)
    .sort(
      (a, b) => Number(b.id === planned?.id) - Number(a.id === planned?.id) || byMenuNumber(a, b),
    );
  const first = named ?? planned;
  const start: StickScope = first === undefined ? NONE : { type: "menus", menus: [first.id] };
  // biome-ignore lint/correctness/useExhaustiveDependencies: aimed when the address changes
  useEffect(() => {
    const before = desk.state().scope;
    void desk.aim(named === undefined ? (before ?? start) : start);
  }, [desk, asked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what goes along may have changed with the library
  useEffect(() => {
    const now = desk.state().scope;
    if (now !== undefined) void desk.aim(now);
  }, [desk, revision]);
  return {
    desk,
    state,
    scope: state.scope ?? start,
    menus: offered,
    next:
      session === undefined || planned === undefined ? undefined : { session, menu: planned.id },
  };
};
