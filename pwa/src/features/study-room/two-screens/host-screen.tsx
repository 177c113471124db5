import { Flag, Projector as ProjectorIcon } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { Icon } from "../../../design/icon.tsx";
import { Mark } from "../../../design/mark.tsx";
import { RoundTag } from "../../../design/number-tag.tsx";
import { partsAhead } from "../place.ts";
import roomStyles from "../room.module.css";
import { useFootLine, useTroubleLine } from "../room-foot-words.ts";
import { useTimeOfDay } from "../room-frame.tsx";
import type { RoomState } from "../room-state.ts";
import type { Room } from "../use-room.ts";
import styles from "./host.module.css";
import { HostButton } from "./host-button.tsx";
import { HostCall } from "./host-call.tsx";
import { HostNotes } from "./host-notes.tsx";
import { HostNow } from "./host-now.tsx";
import { HostQueue } from "./host-queue.tsx";
import type { ProjectorState } from "./projector-host.ts";
import type { PictureListener } from "./use-projector-host.ts";
import { type TwoScreensWords, useTwoScreensWords } from "./words.ts";

/** What the projector shows, in one word. */
const doingIn = (words: TwoScreensWords, state: RoomState, over: boolean): string => {
  if (state.black) return words.black;
  if (over) return words.ended;
  if (state.rest !== undefined) return words.rest;
  if (state.front === "keypad") return words.keypad;
  return state.paused ? words.paused : words.playing;
};

/** The one line of words: what is wrong goes before what was just done. */
const useHostLine = (room: Room, projector: ProjectorState): string | undefined => {
  const words = useTwoScreensWords();
  const trouble = useTroubleLine(room);
  const said = useFootLine(room);
  if (trouble !== undefined) return trouble;
  if (room.state.saying !== undefined) return said;
  return projector.line === undefined ? undefined : words.lines[projector.line];
};

/** The host's screen: what is on with its time left, what comes, what is called, notes, what the projector shows. */
export const HostScreen = ({
  room,
  projector,
  picture,
  onTakeBack,
  onEnd,
  over,
}: {
  readonly room: Room;
  readonly projector: ProjectorState;
  readonly picture: RefObject<PictureListener | undefined>;
  readonly onTakeBack: () => void;
  /** None while there is nothing to end. */
  readonly onEnd: (() => void) | undefined;
  /** What stands in the place of what is on once the session is over. */
  readonly over: ReactNode | undefined;
}) => {
  const words = useTwoScreensWords();
  const { state, menu } = room;
  const time = useTimeOfDay();
  const line = useHostLine(room, projector);
  const tonight = state.place.parts.filter(
    (part) => part.menu !== undefined && part.menu === menu?.id,
  );
  const present = state.place.parts[state.place.at];
  const at = present === undefined ? -1 : tonight.indexOf(present);
  return (
    <div className={`${roomStyles["room"]} room near ${styles["host"]}`}>
      <header className={styles["head"]}>
        <span className={styles["mark"]}>
          <Mark />
        </span>
        <b>{words.host}</b>
        {menu === undefined ? null : (
          <>
            {menu.number == null ? null : <RoundTag number={menu.number} />}
            <b className="clip">{menu.name}</b>
            {at === -1 ? null : <span>{words.place(at + 1, tonight.length)}</span>}
          </>
        )}
        <span className={`end ${styles["doing"]}`}>
          <Icon of={ProjectorIcon} />
          {words.onProjector(doingIn(words, state, over !== undefined))}
        </span>
        <HostButton look="edge" onPress={onTakeBack}>
          {words.takeBack}
          <kbd className="kbd">P</kbd>
        </HostButton>
        <span className={`n ${styles["clock"]}`}>{time}</span>
      </header>
      {over ?? <HostNow room={room} projector={projector} picture={picture} />}
      <aside className={styles["side"]} aria-label={words.queue}>
        <HostQueue room={room} />
        <HostCall room={room} />
        <HostNotes
          menu={menu}
          begun={state.begun}
          last={partsAhead(state.place).length === 0}
          projector={projector}
        />
        <p className={styles["line"]} role="status">
          {line}
        </p>
        {onEnd === undefined ? null : (
          <HostButton look="edge" icon={Flag} onPress={onEnd}>
            {words.over}
            <kbd className="kbd">End</kbd>
          </HostButton>
        )}
      </aside>
    </div>
  );
};
