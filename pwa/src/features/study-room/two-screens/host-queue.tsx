import { Check, Play, Undo2 } from "lucide-react";
import { useState } from "react";
import { Icon } from "../../../design/icon.tsx";
import { NumberTag } from "../../../design/number-tag.tsx";
import { type NamedPart, usePartNames } from "../part-name.tsx";
import { canTakeBack } from "../queue.ts";
import { useRoomWords } from "../room-words.ts";
import type { Room } from "../use-room.ts";
import { HostButton } from "./host-button.tsx";
import styles from "./host-queue.module.css";
import { useTwoScreensWords } from "./words.ts";

/** How many rows of what was shown stand before the present one. */
const SHOWN_BEFORE = 2;

const Named = ({ named, called }: { readonly named: NamedPart; readonly called: boolean }) => {
  const { minutes } = useRoomWords();
  const words = useTwoScreensWords();
  return (
    <>
      {named.number === undefined ? null : <NumberTag number={named.number} size="s" />}
      <span className="grow clip">{named.title}</span>
      {called ? <span className={styles["called"]}>{words.calledHere}</span> : null}
      {named.minutes > 0 ? <span className="n">{minutes(named.minutes)}</span> : null}
    </>
  );
};

/** What was on, what is on, what waits; a row that is pressed shows what can be done with it. */
export const HostQueue = ({ room }: { readonly room: Room }) => {
  const words = useTwoScreensWords();
  const nameOf = usePartNames();
  const { state, send, menu } = room;
  const { parts, at } = state.place;
  const [open, setOpen] = useState<number>();
  const named = parts.map((part) => nameOf(part));
  // What the arrows have marked while the keypad is in front; + − Enter then mean that one.
  const atRest = state.front === "keypad" && state.digits === "" && state.shelf === undefined;
  const marked = atRest && state.chosen >= 0 ? at + 1 + state.chosen : -1;
  const ahead = named.slice(at + 1).reduce((sum, { minutes }) => sum + minutes, 0);
  const isCalled = (index: number): boolean => menu !== undefined && parts[index]?.menu !== menu.id;
  const acted = (event: Parameters<typeof send>[0]) => (): void => {
    setOpen(undefined);
    send(event);
  };
  return (
    <section className={styles["queue"]}>
      <div className={styles["queueHead"]}>
        <h2>{words.queue}</h2>
        {ahead > 0 ? (
          <span className={`n end ${styles["ahead"]}`}>{words.ahead(ahead)}</span>
        ) : null}
        {canTakeBack(state.place) ? (
          <HostButton look="small" icon={Undo2} onPress={acted({ type: "take-back" })}>
            {words.undo}
          </HostButton>
        ) : null}
      </div>
      {parts.length <= at ? <p className={styles["empty"]}>{words.nothingWaits}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <ol aria-label={words.queue} tabIndex={0}>
        {named.map((one, index) => {
          if (index < at - SHOWN_BEFORE) return null;
          if (index <= at) {
            const past = index < at;
            return (
              // Positions are the identity here: the same item may be queued twice.
              <li key={`${index}`} className={past ? styles["past"] : styles["present"]}>
                <span className={styles["row"]}>
                  <Icon of={past ? Check : Play} />
                  <Named named={one} called={isCalled(index)} />
                </span>
              </li>
            );
          }
          return (
            <li key={`${index}`} aria-current={index === marked ? "true" : undefined}>
              <button
                type="button"
                className={`${styles["row"]} ${index === marked ? styles["marked"] : ""}`}
                aria-expanded={open === index}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => setOpen(open === index ? undefined : index)}
              >
                <span className={`n ${styles["count"]}`}>{index - at}</span>
                <Named named={one} called={isCalled(index)} />
              </button>
              {open === index ? (
                <div className={styles["acts"]}>
                  <HostButton look="small" onPress={acted({ type: "play-waiting", index })}>
                    {words.playNow}
                  </HostButton>
                  {index === at + 1 ? null : (
                    <HostButton
                      look="small"
                      onPress={acted({ type: "move", from: index, to: at + 1 })}
                    >
                      {words.playNext}
                    </HostButton>
                  )}
                  {index === at + 1 ? null : (
                    <HostButton
                      look="small"
                      onPress={acted({ type: "move", from: index, to: index - 1 })}
                    >
                      {words.up}
                    </HostButton>
                  )}
                  {index === parts.length - 1 ? null : (
                    <HostButton
                      look="small"
                      onPress={acted({ type: "move", from: index, to: index + 1 })}
                    >
                      {words.down}
                    </HostButton>
                  )}
                  <HostButton look="small" onPress={acted({ type: "take-out", index })}>
                    {words.takeOut}
                  </HostButton>
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
