import { unreachable } from "@dianbo/shared/result";
import { Hash } from "lucide-react";
import { Icon } from "../../../design/icon.tsx";
import { NumberTag, RoundTag } from "../../../design/number-tag.tsx";
import { calledItem } from "../called.ts";
import { type RoomWords, useRoomWords } from "../room-words.ts";
import type { Room } from "../use-room.ts";
import styles from "./host.module.css";
import { type TwoScreensWords, useTwoScreensWords } from "./words.ts";

/** What the digits call, and what is still to do. */
const answerOf = (
  room: Room,
  words: RoomWords,
  own: TwoScreensWords,
): readonly [what: string, more: string] => {
  const { called, state, ready } = room;
  const item = calledItem(called, state.chosen);
  const named = item === undefined ? "" : `${item.number ?? ""} ${item.title}`.trim();
  switch (called.type) {
    case "nothing":
      return ["", ""];
    case "set-menu":
      return [called.menu.name, ""];
    case "half":
      return item === undefined
        ? [words.half.startingWith(state.digits, called.following.length), ""]
        : [named, ""];
    case "several":
      return [named, words.several.hint];
    case "unknown":
      return [
        words.unknown.title(state.digits),
        item === undefined ? "" : words.unknown.maybeIs(named),
      ];
    case "item": {
      const minutes = called.item.minutes ? words.minutes(called.item.minutes) : "";
      return [called.item.title, ready ? minutes : own.cannot];
    }
    default:
      return unreachable(called);
  }
};

/** The number that somebody calls while the projector goes on undisturbed. */
export const HostCall = ({ room }: { readonly room: Room }) => {
  const words = useRoomWords();
  const own = useTwoScreensWords();
  const { state, called, ready } = room;
  const [what, more] = answerOf(room, words, own);
  const spot = state.shelf;
  const row = spot === undefined ? undefined : room.shelves[spot.shelf]?.[spot.row];
  if (spot !== undefined) {
    return (
      <div className={`${styles["add"]} ${styles["typing"]}`} role="status">
        {row === undefined ? null : row.type === "item" ? (
          <NumberTag number={row.number} size="l" />
        ) : (
          <RoundTag number={row.number} />
        )}
        <span className="grow">
          <b className="clip">
            {row === undefined
              ? words.shelf.empty
              : row.type === "item"
                ? row.item.title
                : row.menu.name}
          </b>
          <span className="clip">{words.shelf.title}</span>
        </span>
      </div>
    );
  }
  if (state.digits === "") {
    return (
      <p className={styles["add"]}>
        <Icon of={Hash} size={24} />
        <span className="grow">{own.add}</span>
        <kbd className="kbd">{words.keys.digits}</kbd>
      </p>
    );
  }
  return (
    <div className={`${styles["add"]} ${styles["typing"]}`} role="status">
      {called.type === "item" && called.item.number != null ? (
        <NumberTag number={called.item.number} size="l" />
      ) : (
        <b className={`n ${styles["digits"]}`}>{state.digits}</b>
      )}
      <span className="grow">
        <b className="clip">{what}</b>
        <span className="clip">{more}</span>
      </span>
      {ready ? (
        <span className={styles["keys"]}>
          <kbd className="kbd">Enter</kbd>
          {own.playNow}
          <kbd className="kbd">+</kbd>
          {words.keys.queue}
        </span>
      ) : null}
    </div>
  );
};
