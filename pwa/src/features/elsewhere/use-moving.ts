import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { rememberChannels, rememberedChannels } from "../../app/channel-memory.ts";
import type { LibraryPlace } from "../../app/homes.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { isExtensionOrigin, openMoveCarrier } from "./move-carrier.ts";
import { openGiverDesk, openTakerDesk } from "./move-shelf.ts";
import { type Moving, type MovingState, makeMoving, type Role } from "./moving.ts";
import { useHomes } from "./use-homes.ts";

const STILL: MovingState = { state: "still" };
const NOT_OPENED: MovingState = { state: "not-opened" };
const never = () => () => undefined;

/** The two desks of this home: `there` is where the library comes from or goes to. */
const useDesks = () => {
  const { library, media, clock, newId } = useDependencies();
  const homes = useHomes();
  return (there: { readonly address: string | undefined }) => ({
    giver: () => {
      const place: LibraryPlace = { at: "there", ...there, copy: "kept", since: clock.now() };
      return openGiverDesk(library, media, homes, place, rememberedChannels);
    },
    taker: () =>
      openTakerDesk(library, media, homes, { clock, newId, from: there, rememberChannels }),
  });
};

const useMovingState = (moving: Moving | undefined): MovingState =>
  useSyncExternalStore(moving?.subscribe ?? never, moving?.state ?? (() => STILL));

/** The extension's side: opens the hosted app and knocks. `start` must be called in the click itself. */
export const useOpeningMove = (): {
  readonly state: MovingState;
  readonly moving: Moving | undefined;
  readonly start: (address: string, role: Role) => void;
} => {
  const desks = useDesks();
  const [moving, setMoving] = useState<Moving>();
  const [refused, setRefused] = useState(false);
  const running = useRef<Moving | undefined>(undefined);
  useEffect(() => () => running.current?.close(), []);
  const state = useMovingState(moving);
  return {
    state: refused ? NOT_OPENED : state,
    moving,
    start: (address, role) => {
      running.current?.close();
      const opened = window.open(`${new URL(address).href.replace(/#.*$/u, "")}#/move`, "_blank");
      setRefused(opened === null);
      if (opened === null) return;
      const { origin } = new URL(address);
      running.current = makeMoving(
        (hear) => openMoveCarrier(window, opened, (from) => from === origin, origin, hear),
        desks({ address }),
        role,
      );
      setMoving(running.current);
    },
  };
};

/** The hosted app's side: hears the extension that opened it; `undefined` where nobody did. */
export const useOpenedMove = (): {
  readonly state: MovingState;
  readonly moving: Moving | undefined;
} => {
  const desks = useRef(useDesks());
  const [moving, setMoving] = useState<Moving>();
  useEffect(() => {
    const { opener } = window;
    if (opener === null) return;
    const opened = makeMoving(
      (hear) => openMoveCarrier(window, opener, isExtensionOrigin, undefined, hear),
      desks.current({ address: undefined }),
      undefined,
    );
    setMoving(opened);
    return opened.close;
  }, []);
  return { state: useMovingState(moving), moving };
};
