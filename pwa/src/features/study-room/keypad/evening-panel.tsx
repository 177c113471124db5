import { NumberTag } from "../../../design/number-tag.tsx";
import { PartLine, usePartNames } from "../part-name.tsx";
import { partsAhead, presentPart } from "../place.ts";
import { RoomIcon } from "../room-icons.tsx";
import type { RoomState } from "../room-state.ts";
import { useRoomWords } from "../room-words.ts";
import styles from "./called.module.css";

const ROWS = 3;

/** What is on, where it stands, and what is queued behind it. */
export const EveningPanel = ({
  state,
  onResume,
}: {
  readonly state: RoomState;
  readonly onResume: () => void;
}) => {
  const words = useRoomWords();
  const nameOf = usePartNames();
  const part = presentPart(state.place);
  if (part === undefined) return null;
  const named = nameOf(part);
  const ahead = partsAhead(state.place);
  const seconds = state.place.seconds;
  const standing = state.leftBehind
    ? words.playing.lastTime(seconds)
    : words.playing.stopped(seconds);
  return (
    <section className={styles["evening"]}>
      <h2>{state.begun ? words.playing.now : words.playing.next}</h2>
      <div className={styles["now"]}>
        {named.number === undefined ? null : <NumberTag number={named.number} />}
        <h1>{named.title}</h1>
        {seconds > 0 ? <p>{standing}</p> : null}
        <button type="button" tabIndex={-1} className={styles["enter"]} onClick={onResume}>
          <RoomIcon name="play" />
          {state.begun || seconds > 0 ? words.playing.goOn : words.playing.begin}
        </button>
      </div>
      {ahead.length === 0 ? null : (
        <>
          <h2>{words.playing.waiting(ahead.length)}</h2>
          <ol>
            {ahead.slice(0, ROWS).map((next, index) => (
              // Positions are the identity here: the same item may be queued twice.
              <li key={`${state.place.at + index}`}>
                <PartLine part={nameOf(next)} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
};
