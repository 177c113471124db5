import {
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useDependencies } from "../../../app/library-context.tsx";
import type { StageOrder } from "../key-meaning.ts";
import type { Room } from "../use-room.ts";
import { audienceViewOf } from "./audience-view.ts";
import { type HostActs, ProjectorHost, type ProjectorState } from "./projector-host.ts";
import { holdProjectorWindow } from "./projector-window.ts";
import { isExtended } from "./screens.ts";
import { atSecond, taken } from "./session-changes.ts";
import { asWindow } from "./window-lock.ts";
import { type HostKey, toHostSchema } from "./window-messages.ts";
import { openWire } from "./window-wire.ts";

/** How often it is seen whether the projector's window is still there. Milliseconds. */
const LOOK = 500;

const NOBODY: ProjectorState = { shown: false, report: undefined, reportedAt: 0, line: undefined };

/** Draws a small picture of what the projector shows. */
export type PictureListener = (picture: ImageBitmap) => void;

/** The host's side of the two windows as the screens see it. */
export interface HostSide {
  readonly host: ProjectorHost | undefined;
  readonly state: ProjectorState;
  /** Whoever draws the small picture sets this. */
  readonly picture: RefObject<PictureListener | undefined>;
}

/** Opens the host's side once this window is the host's, and closes it with the room. */
const useHost = (acts: RefObject<HostActs>): { readonly host: ProjectorHost | undefined } => {
  const { clock } = useDependencies();
  const [host, setHost] = useState<ProjectorHost>();
  useEffect(() => {
    const ended = new AbortController();
    const heldUntilEnd = (): Promise<void> =>
      new Promise((resolve) => {
        const window = holdProjectorWindow();
        const wire = openWire(toHostSchema, (message) => opened.hear(message));
        const opened = new ProjectorHost(
          { wire, window, now: () => clock.now(), isExtended },
          {
            onShown: (view, report) => acts.current.onShown(view, report),
            onLost: (seconds) => acts.current.onLost(seconds),
            onMessage: (message) => acts.current.onMessage(message),
          },
        );
        const looking = setInterval(() => opened.look(), LOOK);
        const touched = (): void => opened.touched();
        const globally = globalThis.window;
        globally.addEventListener("keydown", touched);
        globally.addEventListener("pointerup", touched);
        setHost(opened);
        ended.signal.addEventListener("abort", () => {
          clearInterval(looking);
          globally.removeEventListener("keydown", touched);
          globally.removeEventListener("pointerup", touched);
          window.letGo();
          wire.close();
          resolve();
        });
      });
    asWindow("host", async () => {
      if (!ended.signal.aborted) await heldUntilEnd();
    });
    return () => ended.abort();
  }, [acts, clock]);
  return { host };
};

/** Joins the room to the projector's window: what is shown goes there, what happens there comes here. */
export const useProjectorHost = (
  room: Room,
  over: boolean,
  {
    onProjecting,
    onHostKey,
  }: {
    readonly onProjecting: (projecting: boolean) => void;
    /** One of the host's keys was pressed in the projector's window. */
    readonly onHostKey: (key: HostKey) => void;
  },
): HostSide => {
  const picture = useRef<PictureListener>(undefined);
  const acts: HostActs = {
    onShown: (view, report) => {
      const { begun, turn, place } = room.state;
      if (view?.begun === true && !begun && !view.over) {
        const { rest, front, paused, black } = view;
        const evening = { place: { ...view.place, seconds: report.seconds }, rest, front };
        room.send(taken({ ...evening, paused, black, turn: view.turn, begun: true }));
      } else if (begun && view?.turn !== turn) {
        room.send(atSecond(room.controls.current?.seconds() ?? place.seconds));
      }
      onProjecting(true);
    },
    onLost: (seconds) => {
      room.send(atSecond(seconds ?? room.state.place.seconds));
      onProjecting(false);
    },
    onMessage: (message) => {
      switch (message.type) {
        case "happened":
          // What a part of the evening says that is no longer on is too late.
          if (message.turn === room.state.turn || message.event.type === "listed")
            room.send(message.event);
          return;
        case "key":
          room.press(message.key);
          return;
        case "host-key":
          onHostKey(message.key);
          return;
        case "picture":
          if (picture.current === undefined) message.bitmap.close();
          else picture.current(message.bitmap);
          return;
      }
    },
  };
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  const { host } = useHost(latest);
  const state = useSyncExternalStore(
    host?.subscribe ?? (() => () => undefined),
    host?.state ?? (() => NOBODY),
  );
  useMirror(room, over, host, state);
  return { host, state, picture };
};

/** While the projector shows: every change of the room goes there, and the keys' orders too. */
const useMirror = (
  room: Room,
  over: boolean,
  host: ProjectorHost | undefined,
  { shown, report }: ProjectorState,
): void => {
  const { state, controls, loudness, points, speed } = room;
  const settings = report?.settings;
  useLayoutEffect(() => {
    if (settings === undefined) return;
    loudness.current = settings.loudness;
    points.current = settings.points;
    speed.current = settings.speed;
  }, [settings, loudness, points, speed]);
  useEffect(() => {
    if (!shown) return;
    const { current: loud } = loudness;
    const set = { loudness: loud, points: points.current, speed: speed.current };
    host?.show(audienceViewOf(state, over), set);
  }, [host, shown, state, over, loudness, points, speed]);
  useLayoutEffect(() => {
    if (!shown || host === undefined) return;
    const { turn, place } = state;
    const remote = {
      obey: (order: StageOrder) => host.order(turn, order),
      seconds: () => host.seconds(turn) ?? place.seconds,
    };
    controls.current = remote;
    return () => {
      if (controls.current === remote) controls.current = undefined;
    };
  }, [host, shown, state, controls]);
};
