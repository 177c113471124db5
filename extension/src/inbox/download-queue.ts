import type { Clip } from "@dianbo/shared/clip";
import { civilDateOf, type Instant } from "@dianbo/shared/clock";
import type { Post } from "@dianbo/shared/identity";
import * as v from "valibot";
import { openTables } from "./open-tables.ts";
import {
  type DiskHold,
  type DownloadDay,
  diskHoldSchema,
  downloadDaySchema,
  type QueueRow,
  type QueueSettings,
  queueRowSchema,
  queueSettingsSchema,
} from "./queue-row.ts";

/** The order of all downloads, the download sessions, and how the site wants them done. */
export interface DownloadQueue {
  /** All rows, in their order. */
  rows(): Promise<readonly QueueRow[]>;
  /** Puts a clip at the end, in today's session, which begins with it if none is open; again changes nothing. */
  enter(clip: Clip, now: Instant): Promise<void>;
  change(id: string, change: (row: QueueRow) => QueueRow): Promise<void>;
  /** Exchanges the places of two rows. */
  exchange(a: string, b: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** All sessions, the newest last. */
  days(): Promise<readonly DownloadDay[]>;
  /** Begins a session; one that was open ends. */
  beginDay(now: Instant, post: Post): Promise<void>;
  changeDay(id: string, change: (day: DownloadDay) => DownloadDay): Promise<void>;
  settings(): Promise<QueueSettings>;
  changeSettings(change: Partial<QueueSettings>): Promise<void>;
  hold(): Promise<DiskHold | undefined>;
  writeHold(hold: DiskHold | null): Promise<void>;
  /** Calls back after every change, from this context or another; returns how to stop. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

const SETTINGS = "settings";
const HOLD = "hold";
/** What ended longer ago than this is forgotten here; the library's log keeps it. */
const KEPT_MS = 60 * 86_400_000;

const parsed = <S extends v.GenericSchema>(
  schema: S,
  stored: readonly unknown[],
): v.InferOutput<S>[] =>
  stored.flatMap((one) => {
    const read = v.safeParse(schema, one);
    // A row that no longer fits is entered anew from its clip; a session that does not is only its heading.
    return read.success ? [read.output] : [];
  });

const rowOf = (clip: Clip, day: string, place: number, now: Instant): QueueRow => ({
  id: clip.id,
  day,
  place,
  addedAt: now,
  paused: false,
  tries: 0,
  title: clip.title,
  kind: clip.kind,
  publisher: clip.publisher,
  portal: clip.source.portal,
  url: clip.source.url,
  category: clip.category,
  minutes: clip.minutes,
});

/** Opens the queue of this profile; every context opens its own, changes are told by BroadcastChannel. */
export const openDownloadQueue = (name = "dianbo-inbox"): DownloadQueue => {
  const { db, tell, subscribe, close } = openTables(name, "queue-changes");

  const rows = async (): Promise<readonly QueueRow[]> =>
    parsed(queueRowSchema, await db.queue.orderBy("place").toArray());
  const days = async (): Promise<readonly DownloadDay[]> =>
    parsed(downloadDaySchema, await db.days.toArray()).sort((a, b) => a.startedAt - b.startedAt);
  const settings = async (): Promise<QueueSettings> => {
    const stored = await db.queueState.get(SETTINGS);
    const read = v.safeParse(queueSettingsSchema, stored ?? {});
    return read.success ? read.output : v.parse(queueSettingsSchema, {});
  };

  /** Begins a session of today, and forgets those of long ago. */
  const begin = async (now: Instant, post: Post): Promise<DownloadDay> => {
    const date = civilDateOf(now);
    const all = await days();
    const sameDay = all.filter((day) => day.date === date).length;
    const day: DownloadDay = { id: `${date}/${sameDay + 1}`, date, post, startedAt: now };
    for (const old of all) {
      if (old.startedAt < now - KEPT_MS) await db.days.delete(old.id);
      else if (old.endedAt == null) await db.days.put({ ...old, endedAt: now });
    }
    const gone = (await rows()).filter((row) => row.heldAt != null && row.heldAt < now - KEPT_MS);
    await db.queue.bulkDelete(gone.map(({ id }) => id));
    await db.days.put(day);
    return day;
  };
  const writing = async (work: () => Promise<unknown>): Promise<void> => {
    await db.transaction("rw", db.queue, db.days, db.queueState, work);
    tell();
  };

  return {
    rows,
    days,
    settings,
    enter: async (clip, now) => {
      if ((await db.queue.get(clip.id)) !== undefined) return;
      await writing(async () => {
        if ((await db.queue.get(clip.id)) !== undefined) return;
        const last = (await days()).at(-1);
        const isOpen = last !== undefined && last.endedAt == null && last.date === civilDateOf(now);
        const day = isOpen ? last : await begin(now, clip.clippedBy ?? last?.post ?? "A");
        const place = ((await rows()).at(-1)?.place ?? 0) + 1;
        await db.queue.put(rowOf(clip, day.id, place, now));
      });
    },
    change: (id, change) =>
      writing(async () => {
        const [row] = parsed(queueRowSchema, [await db.queue.get(id)]);
        if (row !== undefined) await db.queue.put(change(row));
      }),
    exchange: (a, b) =>
      writing(async () => {
        const [one, other] = parsed(queueRowSchema, await db.queue.bulkGet([a, b]));
        if (one === undefined || other === undefined) return;
        await db.queue.bulkPut([
          { ...one, place: other.place },
          { ...other, place: one.place },
        ]);
      }),
    remove: (id) => writing(() => db.queue.delete(id)),
    beginDay: (now, post) => writing(() => begin(now, post)),
    changeDay: (id, change) =>
      writing(async () => {
        const [day] = parsed(downloadDaySchema, [await db.days.get(id)]);
        if (day !== undefined) await db.days.put(change(day));
      }),
    changeSettings: (change) =>
      writing(async () => {
        await db.queueState.put({ ...(await settings()), ...change, id: SETTINGS });
      }),
    hold: async () => parsed(diskHoldSchema, [await db.queueState.get(HOLD)])[0],
    writeHold: async (hold) => {
      const stands = (await db.queueState.get(HOLD)) !== undefined;
      if (hold === null && !stands) return;
      await writing(() =>
        hold === null ? db.queueState.delete(HOLD) : db.queueState.put({ ...hold, id: HOLD }),
      );
    },
    subscribe,
    close,
  };
};
