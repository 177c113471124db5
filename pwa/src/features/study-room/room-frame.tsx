import type { Instant } from "@dianbo/shared/clock";
import type { SetMenu } from "@dianbo/shared/set-menu";
import { type ReactNode, useEffect, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Mark } from "../../design/mark.tsx";
import { RoundTag } from "../../design/number-tag.tsx";
import { enterFullScreen, useFullScreen } from "./full-screen.ts";
import { useOfficeAddress } from "./office-address.ts";
import styles from "./room.module.css";
import { useRoomWords } from "./room-words.ts";

/** A key and what it does now, for the room's foot. */
export type KeyHint = readonly [key: string, does: string];

/** The hour on the wall, as the site's people count it. */
export const useTimeOfDay = (): string => {
  const { clock } = useDependencies();
  const words = useRoomWords();
  const [now, setNow] = useState<Instant>(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 5_000);
    return () => clearInterval(timer);
  }, [clock]);
  const [hours, minutes] = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Shanghai",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
    .format(now)
    .split(":");
  return words.timeOfDay(Number(hours), Number(minutes));
};

/** The two doors of the host, before the room fills the screen: back to the office, and full screen. */
const Doors = () => {
  const words = useRoomWords();
  const full = useFullScreen();
  const office = useOfficeAddress();
  if (full) return null;
  return (
    <>
      {office === undefined ? null : (
        <a className={styles["door"]} href={office}>
          {words.office}
        </a>
      )}
      {document.fullscreenEnabled ? (
        <button type="button" className={styles["door"]} onClick={enterFullScreen}>
          {words.fullScreen}
        </button>
      ) : null}
    </>
  );
};

/** The head of the room: whose room, which menu tonight, what time. */
export const RoomHead = ({
  menu,
  doors,
}: {
  readonly menu: SetMenu | undefined;
  /** Further doors of the host. */
  readonly doors?: ReactNode;
}) => {
  const words = useRoomWords();
  const { library } = useDependencies();
  const time = useTimeOfDay();
  return (
    <header className={styles["head"]}>
      <span className={styles["mark"]}>
        <Mark />
      </span>
      <b className="clip">{words.roomOf(library.identity().siteName)}</b>
      <span className="end" />
      {doors}
      <Doors />
      {menu === undefined ? null : (
        <>
          <span>{words.tonight}</span>
          {menu.number == null ? null : <RoundTag number={menu.number} />}
          <b className="clip">{menu.name}</b>
          <span aria-hidden="true">·</span>
        </>
      )}
      <span className="n">{time}</span>
    </header>
  );
};

/** The foot of the room: the keys of the moment, and one line of words. */
export const RoomFoot = ({
  hints,
  say,
}: {
  readonly hints: readonly KeyHint[];
  readonly say: ReactNode;
}) => (
  <footer className={styles["foot"]}>
    {hints.map(([key, does]) => (
      <span className={styles["hint"]} key={key}>
        <kbd className="kbd">{key}</kbd>
        {does}
      </span>
    ))}
    <span className={`end clip ${styles["say"]}`} role="status">
      {say}
    </span>
  </footer>
);
