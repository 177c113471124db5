import { menuOf, nextSession } from "@dianbo/shared/session";
import type { SetMenu } from "@dianbo/shared/set-menu";
import { useState } from "react";
import { useDependencies, useSnapshot } from "../../../app/library-context.tsx";
import { scheduleOf, useSiteTime } from "../../../app/site-records.ts";
import { presentPart } from "../place.ts";
import type { Room } from "../use-room.ts";

/** 「今晚能放吗」 asked in the room itself. */
export interface Tonight {
  /** Nothing is on and nothing waits: reading through a whole menu would make a running film stutter. */
  readonly isOffered: boolean;
  /** The menu that is being looked at; none while nobody asks. */
  readonly menu: SetMenu | undefined;
  /** It was asked for, but no session is planned and no menu called. */
  readonly isUnknown: boolean;
  /** Asks, for the menu that is called, else the next session's; asked once more it is put away. */
  readonly ask: () => void;
  readonly putAway: () => void;
  /** That nobody knows the menu has been read. */
  readonly heard: () => void;
}

/** Keeps whether 「今晚能放吗」 is open, and for which menu. */
export const useTonight = ({ state, called }: Room): Tonight => {
  const { library } = useDependencies();
  const { records, menus } = useSnapshot();
  const now = useSiteTime();
  const [asked, setAsked] = useState<SetMenu["id"]>();
  const [isUnknown, setUnknown] = useState(false);
  const isOffered = !state.begun && presentPart(state.place) === undefined;
  const menu = asked === undefined || !isOffered ? undefined : menus.get(asked);
  const tonights = (): SetMenu | undefined => {
    if (called.type === "set-menu") return called.menu;
    const next = nextSession(scheduleOf(records, library.identity().site), now);
    return next === undefined ? undefined : menuOf(next, menus);
  };
  return {
    isOffered,
    menu,
    isUnknown: isUnknown && isOffered && state.digits === "",
    putAway: () => setAsked(undefined),
    heard: () => setUnknown(false),
    ask: () => {
      if (!isOffered) return;
      const wanted = menu === undefined ? tonights() : undefined;
      setAsked(wanted?.id);
      setUnknown(menu === undefined && wanted === undefined);
    },
  };
};
