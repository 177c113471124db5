import { NumberTag } from "../../../design/number-tag.tsx";
import { calledItem } from "../called.ts";
import { useWordsFor } from "../keypad/item-preview.tsx";
import { useRoomWords } from "../room-words.ts";
import type { Room } from "../use-room.ts";
import styles from "./stage.module.css";

const useCallWords = (room: Room): readonly [what: string, more: string] => {
  const words = useRoomWords();
  const wordsFor = useWordsFor();
  const { called, state, marked } = room;
  const item = calledItem(called, state.chosen);
  const named = item === undefined ? "" : `${item.number ?? ""} ${item.title}`;
  switch (called.type) {
    case "nothing":
      return ["", ""];
    case "set-menu":
      return [called.menu.name, words.menu.pressEnter];
    case "half":
      return item === undefined
        ? [words.half.startingWith(state.digits, called.following.length), ""]
        : [named, words.preview.pressEnter];
    case "several":
      return [named, words.several.hint];
    case "unknown":
      return [
        words.unknown.title(state.digits),
        item === undefined || marked === -1 ? "" : words.unknown.maybeIs(named),
      ];
    case "item": {
      const { showing } = room;
      const more =
        showing?.type === "words"
          ? wordsFor(called.item, showing.why)[0]
          : words.preview.pressEnter;
      const length = called.item.minutes ? `${words.minutes(called.item.minutes)} · ` : "";
      return [called.item.title, `${length}${more}`];
    }
  }
};

/** Somebody calls a number while a film plays: digits and answer at the foot, the film goes on above. */
export const CallStrip = ({ room }: { readonly room: Room }) => {
  const { keys } = useRoomWords();
  const { called, state, boxes, ready } = room;
  const [what, more] = useCallWords(room);
  return (
    <div className={`${styles["call"]} ${styles["above"]}`} role="status">
      {called.type === "item" && called.item.number != null ? (
        <NumberTag number={called.item.number} />
      ) : (
        <b className={`n ${styles["typed"]}`}>
          {state.digits}
          <i>
            {"_".repeat(Math.max(0, called.type === "set-menu" ? 0 : boxes - state.digits.length))}
          </i>
        </b>
      )}
      <div className="grow">
        <h1 className="clip">{what}</h1>
        <p className="clip">{more}</p>
      </div>
      <span className={styles["keys"]}>
        {ready ? (
          <>
            <kbd className="kbd">Enter</kbd>
            {keys.play}
            <kbd className="kbd">+</kbd>
            {keys.queue}
          </>
        ) : null}
        <kbd className="kbd">Esc</kbd>
        {keys.putAway}
      </span>
    </div>
  );
};
