import * as v from "valibot";
import { InboxDb } from "./inbox-db.ts";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The playlists of a lesson as they were read, so that going on with it asks for none of them again. */
export const lessonNoteSchema = v.object({
  /** Of the media playlists: the picture's, then that of the separate sound. */
  playlists: v.pipe(
    v.array(v.object({ url: v.string(), text: v.string() })),
    v.minLength(1),
    v.maxLength(2),
  ),
  /** Fragments that the portal could not give when it was last asked. */
  missing: v.array(whole),
});
/** What is known of a lesson that is being fetched; see `lessonNoteSchema`. */
export type LessonNote = v.InferOutput<typeof lessonNoteSchema>;

/** Where a fragment lies in the lesson's file on the disk. */
export const lessonEntrySchema = v.object({ number: whole, at: whole, length: whole });
/** A fragment on the disk; see `lessonEntrySchema`. */
export type LessonEntry = v.InferOutput<typeof lessonEntrySchema>;

/** Many entries stand in one row: a row for each would be slow, one row for all would be written anew each time. */
const ENTRIES_A_ROW = 64;

const indexRowSchema = v.object({ entries: v.array(lessonEntrySchema) });

/** The ledger of lessons that are fetched fragment by fragment. */
export interface LessonRows {
  readNote(id: string): Promise<LessonNote | undefined>;
  writeNote(id: string, note: LessonNote): Promise<void>;
  /** The fragments that were flushed to the disk, in the order in which they came. */
  readEntries(id: string): Promise<readonly LessonEntry[]>;
  /** Writes the row in which the last of `entries` stands; those before it stand already. */
  writeLast(id: string, entries: readonly LessonEntry[]): Promise<void>;
  forget(id: string): Promise<void>;
  close(): void;
}

const rowKey = (id: string, row: number): string => `${id}#${String(row).padStart(6, "0")}`;

/** Opens the ledger; in any context, a worker too. What no longer fits is as if it were not there. */
export const openLessonRows = (name = "dianbo-inbox"): LessonRows => {
  const db = new InboxDb(name);
  db.on("versionchange", () => db.close());
  return {
    readNote: async (id) => {
      const note = v.safeParse(lessonNoteSchema, await db.lessons.get(id));
      return note.success ? note.output : undefined;
    },
    writeNote: async (id, note) => {
      await db.lessons.put({ ...note, id });
    },
    readEntries: async (id) => {
      const rows = await db.lessons.where("id").startsWith(`${id}#`).sortBy("id");
      return rows.flatMap((stored) => {
        const row = v.safeParse(indexRowSchema, stored);
        return row.success ? row.output.entries : [];
      });
    },
    writeLast: async (id, entries) => {
      const row = Math.floor((entries.length - 1) / ENTRIES_A_ROW);
      await db.lessons.put({
        id: rowKey(id, row),
        entries: entries.slice(row * ENTRIES_A_ROW, (row + 1) * ENTRIES_A_ROW),
      });
    },
    forget: async (id) => {
      await db.lessons.where("id").startsWith(id).delete();
    },
    close: () => db.close(),
  };
};
