import { type ReactNode, useState } from "react";
import { ProgrammeSheet } from "./programme-sheet.tsx";
import { StartScreen } from "./start-screen.tsx";
import { useStickPulled } from "./stick-trouble.ts";
import styles from "./usb-edition.module.css";
import { useUsbWords } from "./usb-words.ts";

/** What the study room hands to the screen that stands before its first digit. */
export interface RoomDoor {
  /** Boxes for digits. */
  readonly boxes: number;
  /** What has just happened, in words, where something has. */
  readonly say: string | undefined;
  /** Types digits as the keys would. */
  readonly call: (digits: string) => void;
  /** Fills the screen; missing where it is full already. */
  readonly fillScreen: (() => void) | undefined;
}

/** The USB edition: the study room with a start screen of its own, and the programme list to print. */
export const UsbEdition = ({
  index,
  room,
}: {
  /** The address of the stick's index. */
  readonly index: string;
  /** Draws the study room around the start screen. */
  readonly room: (start: (door: RoomDoor) => ReactNode) => ReactNode;
}) => {
  const words = useUsbWords();
  const [listed, setListed] = useState(false);
  const pulled = useStickPulled(index);
  return (
    <>
      {listed ? (
        <ProgrammeSheet onBack={() => setListed(false)} />
      ) : (
        room(({ boxes, say, call, fillScreen }) => (
          <StartScreen
            boxes={boxes}
            say={say}
            onCall={call}
            onFullScreen={fillScreen}
            onList={() => setListed(true)}
          />
        ))
      )}
      {pulled ? (
        <p className={styles["pulled"]} role="alert">
          {words.host.pulled}
        </p>
      ) : null}
    </>
  );
};
