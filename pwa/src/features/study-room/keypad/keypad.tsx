import type { Called } from "@dianbo/shared/calling";
import { CATEGORY_NAMES, categoryFromDigit } from "@dianbo/shared/category";
import type { Courseware } from "@dianbo/shared/courseware";
import type { ReactNode } from "react";
import type { RoomKey } from "../room-keys.ts";
import type { RoomState } from "../room-state.ts";
import { type RoomWords, useRoomWords } from "../room-words.ts";
import { DigitBoxes } from "./digit-boxes.tsx";
import styles from "./keypad.module.css";
import { NumberPad } from "./number-pad.tsx";

/** The line under the digits: what they name so far, and what is still to press. */
const namingOf = (
  words: RoomWords,
  digits: string,
  called: Called,
  boxes: number,
  place: number | undefined,
): readonly [name: string, hint: string] => {
  const shelf = categoryFromDigit(digits.charAt(0));
  const shelfName = shelf === undefined ? "" : CATEGORY_NAMES[shelf];
  switch (called.type) {
    case "nothing":
      return [words.idle.title, words.idle.hint];
    case "set-menu":
      return [words.menu.called(Number(digits)), ""];
    case "half":
      return shelf === undefined
        ? [words.half.noShelf, ""]
        : [shelfName, words.half.more(Math.max(1, boxes - digits.length))];
    case "item":
      return [shelfName, itemHint(words, called.item, digits, place)];
    case "several":
      return [words.several.title(digits), words.several.hint];
    case "unknown":
      return [words.unknown.title(digits), shelfEndOf(words, called, digits)];
  }
};

/** A former number goes on answering and tells the new one; else the item's place in tonight's menu. */
const itemHint = (
  words: RoomWords,
  item: Courseware,
  digits: string,
  place: number | undefined,
): string => {
  if (item.number != null && String(item.number) !== digits) {
    return words.preview.formerNumber(item.number);
  }
  return place === undefined ? "" : words.preview.place(place);
};

/** Where the shelf ends, for a number that nobody has. */
const shelfEndOf = (
  words: RoomWords,
  called: Extract<Called, { type: "unknown" }>,
  digits: string,
): string => {
  if (categoryFromDigit(digits.charAt(0)) === undefined) return words.unknown.noShelf;
  return called.shelfEnd === undefined
    ? words.unknown.emptyShelf(digits.charAt(0))
    : words.unknown.shelfEnd(digits.charAt(0), called.shelfEnd);
};

/** Which keys lead on; undefined when every key begins a number anew. */
const leadingKeys = (called: Called): ReadonlySet<string> | undefined => {
  switch (called.type) {
    case "half":
      return called.keys;
    case "set-menu":
      return new Set(
        called.following.map(({ number }) =>
          String(number).charAt(String(called.menu.number).length),
        ),
      );
    case "nothing":
    case "item":
    case "several":
    case "unknown":
      return undefined;
  }
};

/** The keypad: what I typed on the left, what I get on the right. */
export const Keypad = ({
  state,
  called,
  boxes,
  ready,
  place,
  press,
  children,
}: {
  readonly state: RoomState;
  readonly called: Called;
  readonly boxes: number;
  readonly ready: boolean;
  /** Which one it would be tonight, where the number belongs to tonight's menu. */
  readonly place: number | undefined;
  readonly press: (key: RoomKey) => void;
  /** What the digits call. */
  readonly children: ReactNode;
}) => {
  const words = useRoomWords();
  const [name, hint] = namingOf(words, state.digits, called, boxes, place);
  return (
    <main className={styles["halves"]}>
      <section>
        <DigitBoxes
          digits={state.digits}
          boxes={boxes}
          wrong={called.type === "unknown"}
          menu={called.type === "set-menu"}
        />
        <p className={styles["naming"]}>
          <b>{name}</b>
          <small>{hint}</small>
        </p>
        <NumberPad leads={leadingKeys(called)} ready={ready} press={press} />
      </section>
      {children}
    </main>
  );
};
