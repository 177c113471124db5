import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { type ListedItem, listedItemSchema } from "./listed-item.ts";
import { isDiskFull, openTables } from "./open-tables.ts";

/** The queue could not be written. Nothing of the stroke is left half done. */
export interface QueueFailure {
  readonly type: "disk-full" | "not-stored";
}

/** What was ticked in lists and is still to be kept, or could not be. It outlives panel and browser. */
export interface ListQueue {
  /** Queues the items of one stroke, all or none; what is left of earlier strokes that are done goes. */
  add(items: readonly ListedItem[]): Promise<Result<null, QueueFailure>>;
  /** All items, in the order in which they are to be kept. */
  all(): Promise<readonly ListedItem[]>;
  /** Notes how an item ended; one that was taken out meanwhile stays out. */
  settle(id: string, state: ListedItem["state"]): Promise<void>;
  /** Takes out the items of a batch that still wait. */
  cancel(batch: string): Promise<void>;
  /** Lets the failed items of a batch wait again. */
  retry(batch: string): Promise<void>;
  /** Takes out a whole batch. */
  forget(batch: string): Promise<void>;
  /** Calls back after every change, from this context or another; returns how to stop. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

const inOrder = (a: ListedItem, b: ListedItem): number =>
  a.queuedAt - b.queuedAt || (a.batch < b.batch ? -1 : a.batch > b.batch ? 1 : a.place - b.place);

/** Opens the queue of this profile; every context opens its own, changes are told by BroadcastChannel. */
export const openListQueue = ({
  name = "dianbo-inbox",
}: {
  readonly name?: string;
} = {}): ListQueue => {
  const { db, tell, subscribe, close } = openTables(name, "list-changes");

  const read = (stored: unknown): ListedItem[] => {
    const item = v.safeParse(listedItemSchema, stored);
    // A row that no longer fits cannot be kept by anybody; what was clipped from it is elsewhere.
    return item.success ? [item.output] : [];
  };
  const ofBatch = async (batch: string): Promise<readonly ListedItem[]> =>
    (await db.listed.where("batch").equals(batch).toArray()).flatMap(read);

  return {
    add: async (items) => {
      try {
        await db.transaction("rw", db.listed, async () => {
          const before = (await db.listed.toArray()).flatMap(read);
          const open = new Set(
            before.filter(({ state }) => state.state === "waiting").map(({ batch }) => batch),
          );
          const done = before.filter(({ batch }) => !open.has(batch)).map(({ id }) => id);
          await db.listed.bulkDelete(done);
          await db.listed.bulkPut([...items]);
        });
      } catch (error) {
        return err({ type: isDiskFull(error) ? "disk-full" : "not-stored" });
      }
      tell();
      return ok(null);
    },
    all: async () => (await db.listed.toArray()).flatMap(read).sort(inOrder),
    settle: async (id, state) => {
      await db.transaction("rw", db.listed, async () => {
        const [item] = read(await db.listed.get(id));
        if (item !== undefined) await db.listed.put({ ...item, state });
      });
      tell();
    },
    cancel: async (batch) => {
      await db.transaction("rw", db.listed, async () => {
        const waiting = (await ofBatch(batch)).filter(({ state }) => state.state === "waiting");
        await db.listed.bulkDelete(waiting.map(({ id }) => id));
      });
      tell();
    },
    retry: async (batch) => {
      await db.transaction("rw", db.listed, async () => {
        const failed = (await ofBatch(batch)).filter(({ state }) => state.state === "failed");
        await db.listed.bulkPut(failed.map((item) => ({ ...item, state: { state: "waiting" } })));
      });
      tell();
    },
    forget: async (batch) => {
      await db.listed.where("batch").equals(batch).delete();
      tell();
    },
    subscribe,
    close,
  };
};
