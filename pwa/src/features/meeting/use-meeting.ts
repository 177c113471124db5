import { useEffect, useState, useSyncExternalStore } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import {
  type MeetingDesk,
  type MeetingRefusal,
  type MeetingState,
  meetingDesk,
} from "./meeting-desk.ts";

/** The desk of meetings, its state, and why the last press led to nothing. */
export const useMeeting = (
  choosing = false,
): {
  readonly desk: MeetingDesk;
  readonly state: MeetingState | undefined;
  readonly refusal: MeetingRefusal | undefined;
  /** Does what a press means; in the click itself. */
  readonly press: (act: () => Promise<MeetingRefusal | undefined>) => void;
} => {
  const desk = meetingDesk(useDependencies());
  const [refusal, setRefusal] = useState<MeetingRefusal>();
  useEffect(() => {
    void desk.look(choosing);
  }, [desk, choosing]);
  return {
    desk,
    state: useSyncExternalStore(desk.subscribe, desk.state),
    refusal,
    press: (act) => {
      setRefusal(undefined);
      void act().then(setRefusal);
    },
  };
};
