import { NumberTag } from "../../../design/number-tag.tsx";
import { PartLine, usePartNames } from "../part-name.tsx";
import { partsAhead, presentPart } from "../place.ts";
import { RoomIcon } from "../room-icons.tsx";
import type { RoomKey } from "../room-keys.ts";
import type { RoomEvent, RoomState } from "../room-state.ts";
import { useRoomWords } from "../room-words.ts";
import styles from "./called.module.css";

/** Rows of the queue: fewer beside what is on, more once somebody goes through them. */
const ROWS = 2;
const ROWS_WHILE_CHOOSING = 5;

/** What the queue's keys do to the marked part, for those who touch the screen. */
const QueueKeys = ({ press }: { readonly press: (key: RoomKey) => void }) => {
  const { keys, queue } = useRoomWords();
  const key = (label: string, pressed: RoomKey) => (
    <button type="button" tabIndex={-1} onClick={() => press(pressed)}>
      {label}
    </button>
  );
  return (
    <div className={styles["queueKeys"]}>
      {key(keys.now, { type: "enter" })}
      {key(keys.playNext, { type: "plus" })}
      {key(queue.sooner, { type: "sideways", by: -1 })}
      {key(queue.later, { type: "sideways", by: 1 })}
      {key(keys.takeOut, { type: "minus" })}
    </div>
  );
};

/** What is on, where it stands, and what is queued behind it. A part of the queue is marked by ↑ ↓ or by touch. */
export const EveningPanel = ({
  state,
  onResume,
  onBrowse,
  send,
  press,
}: {
  readonly state: RoomState;
  readonly onResume: () => void;
  readonly onBrowse: () => void;
  readonly send: (event: RoomEvent) => void;
  readonly press: (key: RoomKey) => void;
}) => {
  const words = useRoomWords();
  const nameOf = usePartNames();
  const part = presentPart(state.place);
  if (part === undefined) return null;
  const named = nameOf(part);
  const ahead = partsAhead(state.place);
  const { seconds } = state.place;
  const standing = state.leftBehind
    ? words.playing.lastTime(seconds)
    : words.playing.stopped(seconds);
  const choosing = state.chosen >= 0 && state.chosen < ahead.length;
  const rows = choosing ? ROWS_WHILE_CHOOSING : ROWS;
  const from = choosing ? Math.max(0, Math.min(state.chosen - 2, ahead.length - rows)) : 0;
  return (
    <section className={styles["evening"]}>
      <h2>{state.begun ? words.playing.now : words.playing.next}</h2>
      {choosing ? (
        <p className={styles["nowLine"]}>
          <PartLine part={named} />
        </p>
      ) : (
        <div className={styles["now"]}>
          {named.number === undefined ? null : <NumberTag number={named.number} />}
          <h1>{named.title}</h1>
          {seconds > 0 ? <p>{standing}</p> : null}
          <button type="button" tabIndex={-1} className={styles["enter"]} onClick={onResume}>
            <RoomIcon name="play" />
            {state.begun || seconds > 0 ? words.playing.goOn : words.playing.begin}
          </button>
        </div>
      )}
      {ahead.length === 0 ? (
        <button type="button" tabIndex={-1} className={styles["browse"]} onClick={onBrowse}>
          {words.shelf.open}
        </button>
      ) : (
        <>
          <h2>{words.playing.waiting(ahead.length)}</h2>
          <ol>
            {ahead.slice(from, from + rows).map((next, index) => (
              // Positions are the identity here: the same item may be queued twice.
              <li key={`${state.place.at + from + index}`}>
                <button
                  type="button"
                  tabIndex={-1}
                  aria-pressed={from + index === state.chosen}
                  className={from + index === state.chosen ? styles["chosen"] : ""}
                  onClick={() => send({ type: "choose", index: from + index })}
                >
                  <PartLine part={nameOf(next)} />
                </button>
              </li>
            ))}
          </ol>
          {choosing ? <QueueKeys press={press} /> : null}
        </>
      )}
    </section>
  );
};
