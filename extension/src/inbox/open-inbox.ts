import type { Clip } from "@dianbo/shared/clip";
import { err, ok, type Result } from "@dianbo/shared/result";
import { type InboxRow, readRow, withClip } from "./inbox-db.ts";
import { isDiskFull, openTables } from "./open-tables.ts";

/** A row could not be kept. What was there before is untouched. */
export type InboxFailure =
  | { readonly type: "disk-full" }
  | { readonly type: "not-in-inbox" }
  | { readonly type: "not-stored"; readonly message: string };

/** The inbox: clips that wait for a category, for their file, or to be handed over. */
export interface Inbox {
  /** Keeps a clip under its id; the same id again replaces the row. */
  save(clip: Clip): Promise<Result<Clip, InboxFailure>>;
  /** Changes a row in one transaction, starting from its freshest state. */
  update(id: string, change: (clip: Clip) => Clip): Promise<Result<Clip, InboxFailure>>;
  get(id: string): Promise<Clip | undefined>;
  /** All rows, the newest clip first, damaged ones last. */
  all(): Promise<readonly InboxRow[]>;
  /** Takes a row out; a row that is not there is taken out already. */
  remove(id: string): Promise<void>;
  /** Where a row's download stopped, as the downloader noted it; parsed by the downloader. */
  readDownloadNote(id: string): Promise<unknown>;
  /** Notes where a download stopped; goes when the row goes. */
  writeDownloadNote(id: string, note: object | null): Promise<void>;
  /** The clip of the same page, by canonical address. */
  findByCanonical(canonical: string): Promise<Clip | undefined>;
  /** Calls back after every change, from this context or another; returns how to stop. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

const failureOf = (error: unknown): InboxFailure =>
  isDiskFull(error)
    ? { type: "disk-full" }
    : { type: "not-stored", message: error instanceof Error ? error.message : String(error) };

/**
 * Opens the inbox of this profile. Every context of the extension (panel, background, offscreen
 * document, app page) opens its own; they tell each other of changes by BroadcastChannel.
 */
export const openInbox = ({ name = "dianbo-inbox" }: { readonly name?: string } = {}): Inbox => {
  const { db, tell, subscribe, close } = openTables(name, "changes");

  const clipOf = (stored: unknown, id: string): Clip | undefined => {
    const row = readRow(stored, id);
    return row.type === "clip" ? row.clip : undefined;
  };

  return {
    save: async (clip) => {
      try {
        await db.transaction("rw", db.clips, async () => {
          await db.clips.put(withClip(await db.clips.get(clip.id), clip));
        });
      } catch (error) {
        return err(failureOf(error));
      }
      tell();
      return ok(clip);
    },
    update: async (id, change) => {
      let changed: Clip | undefined;
      try {
        changed = await db.transaction("rw", db.clips, async () => {
          const stored = await db.clips.get(id);
          const clip = clipOf(stored, id);
          if (clip === undefined) return undefined;
          const next = change(clip);
          await db.clips.put(withClip(stored, next));
          return next;
        });
      } catch (error) {
        return err(failureOf(error));
      }
      if (changed === undefined) return err({ type: "not-in-inbox" });
      tell();
      return ok(changed);
    },
    get: async (id) => clipOf(await db.clips.get(id), id),
    all: async () => {
      const rows: InboxRow[] = [];
      await db.clips.each((stored, cursor) => {
        rows.push(readRow(stored, String(cursor.primaryKey)));
      });
      const age = (row: InboxRow): number => (row.type === "clip" ? row.clip.clippedAt : -1);
      return rows.sort((a, b) => age(b) - age(a));
    },
    remove: async (id) => {
      await db.transaction("rw", db.clips, db.downloads, db.lessons, async () => {
        await db.clips.delete(id);
        await db.downloads.delete(id);
        await db.lessons.where("id").startsWith(id).delete();
      });
      tell();
    },
    readDownloadNote: (id) => db.downloads.get(id),
    writeDownloadNote: async (id, note) => {
      try {
        if (note === null) await db.downloads.delete(id);
        else await db.downloads.put({ ...note, id });
      } catch {
        // Without the note the next run begins from the start, which costs time and loses nothing.
      }
    },
    findByCanonical: async (canonical) => {
      const stored = await db.clips.where("source.canonical").equals(canonical).first();
      return stored === undefined ? undefined : clipOf(stored, "");
    },
    subscribe,
    close,
  };
};
