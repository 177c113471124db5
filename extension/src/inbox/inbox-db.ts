import { type Clip, clipSchema } from "@dianbo/shared/clip";
import { Dexie, type Table } from "dexie";
import * as v from "valibot";

/**
 * A row of the inbox as it was read: a clip, or a row that no longer fits its schema, which is shown
 * as damaged with its raw text and never dropped.
 */
export type InboxRow =
  | { readonly type: "clip"; readonly clip: Clip }
  | {
      readonly type: "damaged";
      readonly id: string;
      readonly problems: readonly string[];
      /** The stored values as JSON text. */
      readonly raw: string;
    };

/**
 * The inbox's database, parsed whenever it is read: the clips, and beside each download where it
 * stopped. Versions only add.
 */
export class InboxDb extends Dexie {
  declare clips: Table<unknown, string>;
  declare downloads: Table<unknown, string>;
  /** Items ticked in lists; see `listed-item.ts`. */
  declare listed: Table<unknown, string>;
  /** Lessons fetched in fragments; see `lesson-rows.ts`. */
  declare lessons: Table<unknown, string>;
  /** The order of the downloads, their sessions, and how the site wants them; see `queue-row.ts`. */
  declare queue: Table<unknown, string>;
  declare days: Table<unknown, string>;
  declare queueState: Table<unknown, string>;
  /** Pictures of saved clips that are still to come; see `owed-pictures.ts`. */
  declare owedPictures: Table<unknown, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ clips: "id, source.canonical", downloads: "id" });
    // Version 2: what was ticked in a portal's list and is kept by and by.
    this.version(2).stores({ listed: "id, batch" });
    // Version 3: the ledger of lessons that come in fragments.
    this.version(3).stores({ lessons: "id" });
    // Version 4: the queue of downloads and the download sessions.
    this.version(4).stores({ queue: "id, place", days: "id", queueState: "id" });
    // Version 5: pictures that are still to come, whoever is closed meanwhile.
    this.version(5).stores({ owedPictures: "id" });
  }
}

const asJson = (stored: unknown): string => {
  try {
    return JSON.stringify(stored, null, 2) ?? String(stored);
  } catch {
    return String(stored);
  }
};

/** Reads a stored row. */
export const readRow = (stored: unknown, id: string): InboxRow => {
  const parsed = v.safeParse(clipSchema, stored);
  if (parsed.success) return { type: "clip", clip: parsed.output };
  return {
    type: "damaged",
    id,
    problems: parsed.issues.map((issue) => v.getDotPath(issue) ?? issue.message),
    raw: asJson(stored),
  };
};

/** The stored row with a clip's fields written over it: fields of a newer version survive. */
export const withClip = (stored: unknown, clip: Clip): object =>
  typeof stored === "object" && stored !== null ? { ...stored, ...clip } : { ...clip };
