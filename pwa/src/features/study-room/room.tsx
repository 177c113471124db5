import { isListed } from "@dianbo/shared/courseware";
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import type { BesideFrame, BesideProps } from "./beside.ts";
import { EmptyRoom } from "./empty-room.tsx";
import { Keypad } from "./keypad/keypad.tsx";
import { presentPart } from "./place.ts";
import styles from "./room.module.css";
import { useFootLine, useKeyHints, useTroubleLine } from "./room-foot-words.ts";
import { RoomFoot, RoomHead } from "./room-frame.tsx";
import { type Room, useRoom, useRoomKeys } from "./use-room.ts";
import { useWakeLock } from "./use-wake-lock.ts";

export { CannotOpen, Opening } from "./cannot-open.tsx";
export { note } from "./note.ts";

/** Fetched while the first digits are typed, so that the keypad is up sooner on an old PC. */
const shown = import("./shown.ts");
const Stage = lazy(() => shown.then((module) => ({ default: module.Stage })));
const ShelfBrowser = lazy(() =>
  import("./shelf/shelf-browser.tsx").then((module) => ({ default: module.ShelfBrowser })),
);
const CalledPanel = lazy(() => shown.then((module) => ({ default: module.CalledPanel })));

/**
 * The study room: the keypad, and the stage behind or before it. `start` stands in the keypad's place before
 * the first digit, while nothing is on and nothing waits: a stick has a screen of its own there. `beside` is
 * the host's side of a second window; a stick has none.
 */
export const StudyRoom = ({
  start,
  beside: Beside,
}: {
  /** `say` is what has just happened, in words. */
  readonly start?: (room: Room, say: string | undefined) => ReactNode;
  readonly beside?: ComponentType<BesideProps>;
}) => {
  const room = useRoom();
  const [projecting, setProjecting] = useState(false);
  const [frame, setFrame] = useState<BesideFrame>();
  const { items } = useSnapshot();
  useRoomKeys(room.press);
  const { state } = room;
  useWakeLock(state.begun);
  const hints = useKeyHints(room);
  const trouble = useTroubleLine(room);
  const said = useFootLine(room);
  const callable = [...items.values()].some((item) => isListed(item) && item.number != null);
  if (!callable && start === undefined) return <EmptyRoom />;
  const covered = projecting || frame?.covers === true;
  const keypadInFront = !covered && state.front === "keypad" && state.rest === undefined;
  const idle =
    state.digits === "" && state.shelf === undefined && presentPart(state.place) === undefined;
  return (
    <div className={styles["room"]}>
      {projecting ? null : (
        <Suspense>
          <Stage room={room} />
        </Suspense>
      )}
      {keypadInFront && idle && start !== undefined
        ? start(room, trouble ?? (state.saying === undefined ? undefined : said))
        : null}
      {keypadInFront && !(idle && start !== undefined) ? (
        <div className={styles["screen"]}>
          <RoomHead menu={room.menu} doors={frame?.doors} />
          {state.shelf === undefined ? (
            <Keypad
              state={state}
              called={room.called}
              boxes={room.boxes}
              ready={
                room.ready || (state.digits === "" && state.place.at < state.place.parts.length)
              }
              place={room.placeTonight}
              press={room.press}
            >
              <Suspense>
                <CalledPanel
                  state={state}
                  called={room.called}
                  marked={room.marked}
                  showing={room.showing}
                  send={room.send}
                  press={room.press}
                />
              </Suspense>
            </Keypad>
          ) : (
            <Suspense>
              <ShelfBrowser room={room} spot={state.shelf} />
            </Suspense>
          )}
          <RoomFoot
            hints={frame === undefined ? hints : [...hints, ...frame.hints]}
            say={trouble ?? said}
          />
        </div>
      ) : null}
      {Beside === undefined ? null : (
        <Suspense>
          <Beside room={room} onProjecting={setProjecting} onFrame={setFrame} />
        </Suspense>
      )}
      {state.black && !projecting ? <div className={styles["black"]} /> : null}
    </div>
  );
};
