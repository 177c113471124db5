import { lazy, Suspense } from "react";
import { Keypad } from "../keypad/keypad.tsx";
import roomStyles from "../room.module.css";
import { RoomHead } from "../room-frame.tsx";
import { useWakeLock } from "../use-wake-lock.ts";
import { AudienceOver } from "./audience-over.tsx";
import styles from "./projector.module.css";
import { useProjector } from "./use-projector.ts";
import { loadTwoScreensWords, TwoScreensWordsProvider, useTwoScreensWords } from "./words.ts";

const shown = import("../shown.ts");
const Stage = lazy(() => shown.then((module) => ({ default: module.Stage })));
const CalledPanel = lazy(() => shown.then((module) => ({ default: module.CalledPanel })));
const ShelfBrowser = lazy(async () => ({
  default: (await import("../shelf/shelf-browser.tsx")).ShelfBrowser,
}));

/** The room as the people in front of the projector see it: no keys, no doors, no notes. */
const Projector = () => {
  const words = useTwoScreensWords();
  const { room, view, full, closing, stage, alone, touched } = useProjector();
  const { state } = room;
  useWakeLock(view?.begun === true);
  if (closing) return <div className={roomStyles["room"]} />;
  const keypadInFront = state.front === "keypad" && state.rest === undefined;
  return (
    <div
      className={`${roomStyles["room"]} ${styles["projector"]} ${full ? styles["full"] : ""}`}
      onPointerDown={touched}
    >
      <div ref={stage} className={styles["stage"]}>
        <Suspense>
          <Stage room={room} />
        </Suspense>
      </div>
      {view?.over === true && state.digits === "" ? (
        <AudienceOver />
      ) : keypadInFront ? (
        <div className={roomStyles["screen"]}>
          <RoomHead menu={room.menu} />
          <Suspense>
            {state.shelf === undefined ? (
              <Keypad
                state={state}
                called={room.called}
                boxes={room.boxes}
                ready={false}
                place={room.placeTonight}
                press={room.press}
              >
                <CalledPanel
                  state={state}
                  called={room.called}
                  marked={room.marked}
                  showing={room.showing}
                  send={room.send}
                  press={room.press}
                />
              </Keypad>
            ) : (
              <ShelfBrowser room={room} spot={state.shelf} />
            )}
          </Suspense>
          <div />
        </div>
      ) : null}
      {state.black ? <div className={roomStyles["black"]} /> : null}
      {full ? null : <p className={styles["drag"]}>{words.drag}</p>}
      {alone ? (
        <p className={styles["drag"]} role="status">
          {words.alone}
        </p>
      ) : null}
    </div>
  );
};

/** The projector's window with its words. */
export const loadProjector = async () => {
  const words = await loadTwoScreensWords();
  return () => (
    <TwoScreensWordsProvider value={words}>
      <Projector />
    </TwoScreensWordsProvider>
  );
};
