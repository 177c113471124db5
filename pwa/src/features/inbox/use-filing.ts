import type { Category } from "@dianbo/shared/category";
import { type Clip, coursewareOfClip } from "@dianbo/shared/clip";
import {
  addCourseware,
  deleteCourseware,
  fileCourseware,
  restoreCourseware,
} from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import type { InboxEntry } from "./inbox-entries.ts";

/**
 * What was just done that the library's own line at the foot does not tell: acts on rows of the
 * extension's inbox, and failures.
 */
export type Done =
  | { readonly type: "filed-here"; readonly category: Category; readonly count: number }
  | { readonly type: "removed"; readonly titles: readonly string[] }
  | { readonly type: "undone" }
  | { readonly type: "failed"; readonly reason: "disk-full" | "shelf-full" | "not-stored" };

/** The acts of the inbox. */
export interface Filing {
  readonly done: Done | undefined;
  file(entries: readonly InboxEntry[], category: Category): Promise<void>;
  remove(entries: readonly InboxEntry[]): Promise<void>;
  /** Puts the rows of the last act back; `undefined` where there are none. */
  readonly undo: (() => Promise<void>) | undefined;
}

const failed = (type: string): Done => ({
  type: "failed",
  reason: type === "disk-full" || type === "shelf-full" ? type : "not-stored",
});

const isWhole = ({ file: { state } }: Clip): boolean => state === "none" || state === "held";

/** Filing and deleting, in the library or, before a hand-over, in the inbox. */
export const useFiling = (): Filing => {
  const { library, inbox } = useDependencies();
  const [done, setDone] = useState<Done>();
  const [rowsBack, setRowsBack] = useState<readonly Clip[]>([]);

  const say = (next: Done | undefined, rows: readonly Clip[] = []): void => {
    setDone(next);
    setRowsBack(rows);
  };

  /**
   * Brings clips into the library as unfiled items. It is no step of undo: what a person takes back is
   * the filing, and then the item waits in this inbox again, as it did before.
   */
  const bringIn = async (clips: readonly Clip[]): Promise<string | undefined> => {
    for (const clip of clips) {
      const kept = await library.apply(
        ({ snapshot, book, newId }) => {
          const record = snapshot.records.get(clip.id);
          if (record === undefined) {
            return addCourseware(
              clip.id,
              { ...coursewareOfClip(clip), category: null },
              book,
              newId,
            );
          }
          return ok(restoreCourseware([record]));
        },
        { undoable: false },
      );
      if (!kept.ok) return kept.error.type;
    }
    return undefined;
  };

  const fileInLibrary = async (
    entries: readonly InboxEntry[],
    category: Category,
  ): Promise<string | undefined> => {
    const clips = entries.flatMap(({ clip }) => (clip === undefined ? [] : [clip]));
    const missing = entries.flatMap(({ clip, item }) =>
      clip === undefined || item !== undefined ? [] : [clip],
    );
    const notBrought = await bringIn(missing);
    if (notBrought !== undefined) return notBrought;
    const filed = await library.apply(({ snapshot, book, newId }) => {
      const items = entries.flatMap(({ id }) => snapshot.items.get(id) ?? []);
      return fileCourseware(items, category, book, newId);
    });
    if (!filed.ok) return filed.error.type;
    for (const clip of clips) {
      // A row that still waits for its file stays until the file is there.
      if (isWhole(clip)) await inbox?.remove(clip.id);
    }
    return undefined;
  };

  const file = async (entries: readonly InboxEntry[], category: Category): Promise<void> => {
    // The oldest first, so that numbers follow the order of saving.
    const ordered = [...entries].reverse();
    const isForHandover = ({ item }: InboxEntry): boolean =>
      item === undefined && inbox?.handover !== undefined;
    const here = ordered.flatMap((entry) =>
      entry.clip !== undefined && isForHandover(entry) ? [entry.clip] : [],
    );
    for (const clip of here) {
      const kept = await inbox?.keep({ ...clip, category });
      if (kept?.ok === false) {
        say(failed(kept.error.type));
        return;
      }
    }
    const inLibrary = ordered.filter((entry) => !isForHandover(entry));
    if (inLibrary.length > 0) {
      const failure = await fileInLibrary(inLibrary, category);
      if (failure !== undefined) {
        say(failed(failure));
        return;
      }
    }
    say(here.length === 0 ? undefined : { type: "filed-here", category, count: here.length }, here);
  };

  const remove = async (entries: readonly InboxEntry[]): Promise<void> => {
    // An item that already has its number keeps it: deleting its row only gives up its file.
    const records = entries.flatMap(({ id, category }) =>
      category === undefined ? (library.snapshot().records.get(id) ?? []) : [],
    );
    if (records.length > 0) {
      const kept = await library.apply(() => ok(deleteCourseware(records)));
      if (!kept.ok) {
        say(failed(kept.error.type));
        return;
      }
    }
    const rows = entries.flatMap(({ clip }) => (clip === undefined ? [] : [clip]));
    for (const row of rows) {
      if (!isWhole(row)) await inbox?.cancel(row.id);
      await inbox?.remove(row.id);
    }
    const titles = rows.map(({ title }) => title);
    say(rows.length === 0 ? undefined : { type: "removed", titles }, rows);
  };

  const undo = async (): Promise<void> => {
    const rows = rowsBack;
    say({ type: "undone" });
    for (const clip of rows) {
      const kept = await inbox?.keep(clip);
      if (kept?.ok === false) {
        say(failed(kept.error.type));
        return;
      }
      if (clip.file.state === "downloading" || clip.file.state === "waiting") {
        await inbox?.retry(clip.id);
      }
    }
  };

  return { done, file, remove, undo: rowsBack.length === 0 ? undefined : undo };
};
