import type { Courseware } from "@dianbo/shared/courseware";
import type { ReactNode } from "react";
import type { RoomKey } from "../room-keys.ts";
import { useRoomWords } from "../room-words.ts";
import { KeypadHint, PartTitle } from "./part-frame.tsx";
import styles from "./stage.module.css";

/** What is read and not played: number and title above, the page, the keys that turn it below. */
export const ReadingFrame = ({
  item,
  place,
  atEnd,
  source,
  more = [],
  press,
  children,
}: {
  readonly item: Courseware;
  /** Which page of how many, in words. */
  readonly place: string;
  /** The last page: Enter goes on with the evening. */
  readonly atEnd: boolean;
  readonly source: string;
  /** What else can be set, for those who touch the screen. */
  readonly more?: readonly (readonly [label: string, key: RoomKey])[];
  readonly press: (key: RoomKey) => void;
  readonly children: ReactNode;
}) => {
  const words = useRoomWords();
  const key = (label: string, pressed: RoomKey) => (
    <button key={label} type="button" tabIndex={-1} onClick={() => press(pressed)}>
      {label}
    </button>
  );
  return (
    <div className={styles["article"]}>
      <header>
        <PartTitle item={item} />
        <span className="end n">{place}</span>
      </header>
      {children}
      <footer>
        {key(words.playing.pageBack, { type: "page", by: -1 })}
        {key(atEnd ? words.keys.next : words.playing.pageOn, { type: "enter" })}
        {more.map(([label, pressed]) => key(label, pressed))}
        <span className={styles["keys"]}>
          <kbd className="kbd">PgUp</kbd>
          <kbd className="kbd">PgDn</kbd>
          {words.keys.page}
        </span>
        <KeypadHint />
        <span className="end clip">{source}</span>
      </footer>
    </div>
  );
};
