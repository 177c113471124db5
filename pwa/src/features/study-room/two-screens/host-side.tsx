import { type ReactNode, useEffect, useRef, useState } from "react";
import type { BesideProps } from "../beside.ts";
import roomStyles from "../room.module.css";
import styles from "./host.module.css";
import { useHostKeys } from "./host-keys.ts";
import { HostScreen } from "./host-screen.tsx";
import type { HostLine } from "./projector-host.ts";
import { SessionOver } from "./session-over.tsx";
import { TonightCheck } from "./tonight-check.tsx";
import { useLapsedLine } from "./use-lapsed-line.ts";
import { useProjectorHost } from "./use-projector-host.ts";
import { useSessionEnd } from "./use-session-end.ts";
import { useTonight } from "./use-tonight.ts";
import type { HostKey } from "./window-messages.ts";
import { loadTwoScreensWords, TwoScreensWordsProvider, useTwoScreensWords } from "./words.ts";

/** How long a line stands over the picture. Milliseconds. */
const LINE_STAYS = 12_000;

const RoomDoor = ({
  onPress,
  children,
}: {
  readonly onPress: () => void;
  readonly children: ReactNode;
}) => (
  <button
    type="button"
    className={roomStyles["door"]}
    // The keyboard stays with the room: the next Enter belongs to the number, not to this door.
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
  >
    {children}
  </button>
);

/**
 * The host's side of the room: joins it to the projector's window, ends sessions, and draws the host's screen
 * while the audience's picture is in the other window.
 */
const HostSide = ({ room, onProjecting, onFrame }: BesideProps) => {
  const words = useTwoScreensWords();
  const { over, end, goOn } = useSessionEnd(room);
  const tonight = useTonight(room);
  // Whether this window is the host's is known a moment after it opens, or when another one closes.
  const [waits, setWaits] = useState(false);
  const act = (key: HostKey): void => {
    if (key === "end") end?.();
    else if (key === "tonight") tonight.ask();
    else if (host === undefined) setWaits(true);
    else if (projector.shown) host.close();
    else void host.open(!room.state.begun);
  };
  const acted = useRef(act);
  const heard = useRef(tonight.heard);
  const {
    host,
    state: projector,
    picture,
  } = useProjectorHost(room, over !== undefined, {
    onProjecting,
    onHostKey: (key) => acted.current(key),
  });
  useEffect(() => {
    acted.current = act;
    heard.current = tonight.heard;
  });
  useHostKeys(act);
  useEffect(() => {
    if (!waits || host === undefined) return;
    setWaits(false);
    acted.current("project");
  }, [waits, host]);

  useLapsedLine(room);

  const { digits, shelf } = room.state;
  const ended = over !== undefined && digits === "" && shelf === undefined;
  const endable = end !== undefined;
  const checkable = tonight.isOffered && !endable;
  const isChecking = tonight.menu !== undefined;
  useEffect(() => {
    onFrame({
      doors: (
        <>
          <RoomDoor onPress={() => acted.current("project")}>{words.project}</RoomDoor>
          {checkable ? (
            <RoomDoor onPress={() => acted.current("tonight")}>{words.tonight}</RoomDoor>
          ) : null}
          {endable ? <RoomDoor onPress={() => acted.current("end")}>{words.over}</RoomDoor> : null}
        </>
      ),
      hints: [
        ["P", words.project],
        ...(checkable ? [["T", words.tonight] as const] : []),
        ...(endable ? [["End", words.over] as const] : []),
      ],
      covers: ended || isChecking,
    });
  }, [onFrame, endable, checkable, ended, isChecking, words]);

  const { line: told, shown } = projector;
  const own: HostLine | undefined = tonight.isUnknown ? "which-menu" : undefined;
  const line: HostLine | undefined = waits ? "other-room" : (own ?? told);
  useEffect(() => {
    if (line === undefined || (shown && line !== "which-menu") || line === "plugged-in") return;
    const timer = setTimeout(() => {
      setWaits(false);
      heard.current();
      host?.putLineAway();
    }, LINE_STAYS);
    return () => clearTimeout(timer);
  }, [host, line, shown]);

  const check = (wide: boolean): ReactNode =>
    tonight.menu === undefined ? undefined : (
      <TonightCheck menu={tonight.menu} wide={wide} onClose={tonight.putAway} />
    );
  if (shown) {
    return (
      <HostScreen
        room={room}
        projector={line === told ? projector : { ...projector, line }}
        picture={picture}
        onTakeBack={() => act("project")}
        onEnd={end}
        over={ended ? <SessionOver goOn={goOn} wide={false} /> : check(false)}
      />
    );
  }
  return (
    <>
      {ended ? <SessionOver goOn={goOn} wide={true} /> : check(true)}
      {line === undefined ? null : (
        <p className={`room near ${styles["overPicture"]}`} role="status">
          {words.lines[line]}
        </p>
      )}
    </>
  );
};

/** The host's side with its words. */
export const loadHostSide = async () => {
  const words = await loadTwoScreensWords();
  return {
    default: (props: BesideProps): ReactNode => (
      <TwoScreensWordsProvider value={words}>
        <HostSide {...props} />
      </TwoScreensWordsProvider>
    ),
  };
};
