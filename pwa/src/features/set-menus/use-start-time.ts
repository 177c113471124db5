import { useEffect, useState } from "react";
import * as v from "valibot";
import { useDependencies } from "../../app/library-context.tsx";
import { minutesOfDay } from "./clock-marks.ts";

const MEMO = "session-starts-at";
const EVENING = "19:00";
const timeSchema = v.pipe(
  v.string(),
  v.check((time) => minutesOfDay(time) !== undefined),
);

/** When sessions start here, `HH:MM`: remembered on this PC, seven in the evening at first. */
export const useStartTime = (): readonly [string, (time: string) => void] => {
  const { library } = useDependencies();
  const [time, setTime] = useState(EVENING);
  useEffect(() => {
    let left = false;
    void library.readMemo(MEMO).then((memo) => {
      const parsed = v.safeParse(timeSchema, memo);
      if (!left && parsed.success) setTime(parsed.output);
    });
    return () => {
      left = true;
    };
  }, [library]);
  return [
    time,
    (next) => {
      if (minutesOfDay(next) === undefined) return;
      setTime(next);
      void library.writeMemo(MEMO, next);
    },
  ];
};
