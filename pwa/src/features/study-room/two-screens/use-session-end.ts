import { useState } from "react";
import { type Place, presentPart } from "../place.ts";
import type { Room } from "../use-room.ts";
import { atSecond, sessionGoesOn, sessionOver } from "./session-changes.ts";

/** The end of a session (散场) as the host's window keeps it. */
export interface SessionEnd {
  /** What the session that is over has shown; none while one is on, or before the first. */
  readonly over: Place | undefined;
  /** Ends it; none while there is nothing to end. */
  readonly end: (() => void) | undefined;
  /** It was pressed too early; none where nothing was left to be shown. */
  readonly goOn: (() => void) | undefined;
}

/** Ends sessions. What was shown is kept until something is put on or queued again. */
export const useSessionEnd = ({ state, send, controls }: Room): SessionEnd => {
  const [ended, setEnded] = useState<Place>();
  const isOn = state.begun || presentPart(state.place) !== undefined;
  if (ended !== undefined && isOn) setEnded(undefined);
  const over = isOn ? undefined : ended;
  // What a power cut left behind is no session of tonight: nothing of it has been on yet.
  const endable = over === undefined && (state.begun || state.listed !== undefined);
  return {
    over,
    end: endable
      ? () => {
          const seconds = state.begun ? controls.current?.seconds() : undefined;
          if (seconds !== undefined) send(atSecond(seconds));
          setEnded({ ...state.place, seconds: seconds ?? state.place.seconds });
          send(sessionOver());
        }
      : undefined,
    goOn:
      over === undefined || presentPart(over) === undefined
        ? undefined
        : () => send(sessionGoesOn(over)),
  };
};
