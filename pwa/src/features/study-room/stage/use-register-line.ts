import { shownValue } from "@dianbo/shared/changes";
import type { Instant } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import { useEffect, useRef } from "react";
import * as v from "valibot";
import { useDependencies } from "../../../app/library-context.tsx";
import type { Room } from "../use-room.ts";

/** How many minutes a power cut may cost the register. Milliseconds. */
const EVERY = 60_000;
/** A line older than this belongs to another evening. Milliseconds. */
const SAME_EVENING = 12 * 60 * 60 * 1000;

const playedSchema = v.object({ seconds: v.number() });

/** A line of the register while its item is on. */
interface OpenLine {
  readonly id: RecordId;
  readonly item: Courseware;
  /** Seconds that had run before `since`. */
  ran: number;
  /** When it began to run; `undefined` while it stands still. */
  since: Instant | undefined;
  completed: boolean;
}

/** A clock that was set meanwhile neither takes minutes back nor adds hours. */
const secondsOf = (line: OpenLine, now: Instant): number =>
  line.ran +
  (line.since === undefined ? 0 : Math.max(0, Math.min(SAME_EVENING, now - line.since)) / 1000);

/**
 * Keeps the register's line of the part that is on: begun when it really starts, its minutes written as
 * they run and once more when it goes. After a power cut the line of before goes on.
 */
export const useRegisterLine = (
  room: Room,
  item: Courseware | undefined,
  { menu, still, goesOn }: { menu: RecordId | undefined; still: boolean; goesOn: boolean },
): { readonly started: () => void; readonly completed: () => void } => {
  const { library, clock } = useDependencies();
  const line = useRef<OpenLine>(undefined);
  const { register } = room;

  /** The line of the same showing before the power went. */
  const before = (of: Courseware): OpenLine | undefined => {
    const { playbacks, records } = library.snapshot();
    const since = clock.now() - SAME_EVENING;
    const last = [...playbacks.values()]
      .filter((playback) => playback.item === of.id && playback.startedAt > since)
      .sort((a, b) => b.startedAt - a.startedAt)[0];
    const record = last === undefined ? undefined : records.get(last.id);
    if (last === undefined || record === undefined) return undefined;
    const played = v.safeParse(playedSchema, shownValue(record, "played", library.identity().site));
    const ran = played.success ? played.output.seconds : 0;
    return { id: last.id, item: of, ran, since: undefined, completed: false };
  };

  const isStill = useRef(still);
  useEffect(() => {
    isStill.current = still;
    const open = line.current;
    if (open === undefined) return;
    open.ran = secondsOf(open, clock.now());
    open.since = still ? undefined : clock.now();
  }, [still, clock]);

  const write = useRef((): void => undefined);
  useEffect(() => {
    write.current = () => {
      const open = line.current;
      if (open === undefined) return;
      const { id, completed } = open;
      register.played(id, open.item, { seconds: secondsOf(open, clock.now()), completed });
    };
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (!isStill.current) write.current();
    }, EVERY);
    return () => {
      clearInterval(timer);
      write.current();
    };
  }, []);

  return {
    started: () => {
      if (line.current !== undefined || item === undefined) return;
      const open = (goesOn ? before(item) : undefined) ?? {
        id: register.begin(item, menu),
        item,
        ran: 0,
        completed: false,
      };
      line.current = { ...open, since: isStill.current ? undefined : clock.now() };
    },
    completed: () => {
      if (line.current !== undefined) line.current.completed = true;
    },
  };
};
