import { sessionsBetween } from "@dianbo/shared/session";
import { useEffect, useState } from "react";
import { Button } from "../design/button.tsx";
import { useWords } from "../locales/index.ts";
import { applyUpdate } from "../offline/index.ts";
import { isRoomOpen } from "./room-lock.ts";
import css from "./shell.module.css";
import { useSchedule, useSiteTime } from "./site-records.ts";
import { holdOf, isSessionOn, type UpdateHold } from "./update-hold.ts";
import { countOffices, isCopying } from "./window-lock.ts";

/** How often it is seen whether a newer version may be put in place. Milliseconds. */
const LOOK = 2_000;

/**
 * A newer version has been fetched: one click puts it in place. Never during a session, and while another
 * window is open the line says which to close first.
 */
export const UpdateLine = () => {
  const { shell: words } = useWords();
  const schedule = useSchedule();
  // Each look draws anew, and so sees the hour.
  const { date, minute } = useSiteTime();
  const sessionOn = isSessionOn(sessionsBetween(schedule, date, date), minute);
  const [looked, setLooked] = useState<{ readonly hold: UpdateHold | undefined }>();
  useEffect(() => {
    let left = false;
    const look = async (): Promise<void> => {
      const [roomOpen, offices, copying] = await Promise.all([
        isRoomOpen(),
        countOffices(),
        isCopying(),
      ]);
      if (!left) setLooked({ hold: holdOf({ sessionOn, roomOpen, offices, copying }) });
    };
    void look();
    const timer = setInterval(() => void look(), LOOK);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [sessionOn]);
  if (looked === undefined || looked.hold === "session") return null;
  const { hold } = looked;
  return (
    <div className={`note ${css.version ?? ""}`} role="status">
      <span className="grow">
        {words.updateReady}
        {hold === undefined ? words.updateKeeps : words.updateHeld[hold]}
      </span>
      {hold === undefined ? (
        <Button onClick={() => void applyUpdate()}>{words.updateNow}</Button>
      ) : null}
    </div>
  );
};
