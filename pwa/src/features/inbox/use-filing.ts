import type { Category } from "@dianbo/shared/category";
import { type Clip, coursewareOfClip } from "@dianbo/shared/clip";
import { addCourseware, deleteCourseware, fileCourseware, restoreCourseware } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import type { InboxEntry } from "./inbox-entries.ts";

/** What was just done, for the line that stays, with its undo. */
export type Done =
  | { readonly type: "filed"; readonly category: Category; readonly count: number; readonly numbers: readonly number[] }
  | { readonly type: "filed-here"; readonly category: Category; readonly count: number }
  | { readonly type: "removed"; readonly titles: readonly string[] }
  | { readonly type: "undone" }
  | { readonly type: "failed"; readonly reason: "disk-full" | "shelf-full" | "moved-on" | "not-stored" };

/** The acts of the inbox. */
export interface Filing {
  readonly done: Done | undefined;
  file(entries: readonly InboxEntry[], category: Category): Promise<void>;
  remove(entries: readonly InboxEntry[]): Promise<void>;
  /** Takes back the last act; `undefined` where there is none. */
  readonly undo: (() => Promise<void>) | undefined;
}

/** One step back: rows to put back into the inbox, and how many steps of the library's own undo. */
interface WayBack {
  readonly rows: readonly Clip[];
  readonly steps: number;
}

const reasonOf = (type: string): Extract<Done, { type: "failed" }>["reason"] => {
  switch (type) {
    case "disk-full":
    case "shelf-full":
    case "moved-on":
      return type;
    default:
      return "not-stored";
  }
};

/** Filing, deleting and undoing, in the library or, before a hand-over, in the inbox. */
export const useFiling = (): Filing => {
  const { library, inbox } = useDependencies();
  const [done, setDone] = useState<Done>();
  const [wayBack, setWayBack] = useState<WayBack>();

  const fileInLibrary = async (
    entry: InboxEntry,
    category: Category,
  ): Promise<{ readonly failure?: string; readonly number?: number | undefined }> => {
    const kept = await library.apply(({ snapshot, book, newId }) => {
      const item = snapshot.items.get(entry.id);
      const record = snapshot.records.get(entry.id);
      if (item !== undefined && record !== undefined) {
        const filed = fileCourseware([item], category, book, newId);
        if (!filed.ok || item.life !== "deleted") return filed;
        // Filed once and undone: it comes back instead of being made a second time.
        return ok({ ...filed.value, puts: [...restoreCourseware([record]).puts, ...filed.value.puts] });
      }
      if (entry.clip === undefined) return ok({ label: { type: "file-courseware" }, puts: [] });
      return addCourseware(
        entry.clip.id,
        coursewareOfClip({ ...entry.clip, category }),
        book,
        newId,
      );
    });
    if (!kept.ok) return { failure: kept.error.type };
    if (entry.clip !== undefined && inbox !== undefined) {
      const { file } = entry.clip;
      // A row that still waits for its file stays until the file is there; it carries its category.
      if (file.state === "none" || file.state === "held") await inbox.remove(entry.id);
      else await inbox.keep({ ...entry.clip, category });
    }
    return { number: kept.value.items.get(entry.id)?.number ?? undefined };
  };

  const fileInInbox = async (clip: Clip, category: Category): Promise<{ readonly failure?: string }> => {
    const kept = await inbox?.keep({ ...clip, category });
    return kept?.ok === false ? { failure: kept.error.type } : {};
  };

  const file = async (entries: readonly InboxEntry[], category: Category): Promise<void> => {
    const rows: Clip[] = [];
    const numbers: number[] = [];
    let steps = 0;
    let here = false;
    // One by one and the oldest first, so that numbers follow the order of saving.
    for (const entry of [...entries].reverse()) {
      const inInbox = entry.clip !== undefined && inbox?.handover !== undefined;
      const outcome: { readonly failure?: string; readonly number?: number | undefined } =
        inInbox && entry.clip !== undefined
          ? await fileInInbox(entry.clip, category)
          : await fileInLibrary(entry, category);
      if (outcome.failure !== undefined) {
        setDone({ type: "failed", reason: reasonOf(outcome.failure) });
        setWayBack(undefined);
        return;
      }
      if (inInbox) here = true;
      else steps += 1;
      if (entry.clip !== undefined) rows.push(entry.clip);
      if (outcome.number !== undefined) numbers.push(outcome.number);
    }
    const count = entries.length;
    setDone(here ? { type: "filed-here", category, count } : { type: "filed", category, count, numbers });
    setWayBack({ rows, steps });
  };

  const remove = async (entries: readonly InboxEntry[]): Promise<void> => {
    const rows = entries.flatMap(({ clip }) => (clip === undefined ? [] : [clip]));
    for (const { id, file: { state } } of rows) {
      if (state === "downloading" || state === "waiting") await inbox?.cancel(id);
      await inbox?.remove(id);
    }
    // An item that already has its number keeps it: deleting the row only gives up its file.
    const gone = entries.filter(({ item, category }) => item !== undefined && category === undefined);
    const records = gone.flatMap(({ id }) => {
      const record = library.snapshot().records.get(id);
      return record === undefined ? [] : [record];
    });
    if (records.length > 0) {
      const kept = await library.apply(() => ok(deleteCourseware(records)));
      if (!kept.ok) {
        setDone({ type: "failed", reason: reasonOf(kept.error.type) });
        return;
      }
    }
    setDone({ type: "removed", titles: entries.map(({ title }) => title) });
    setWayBack({ rows, steps: records.length > 0 ? 1 : 0 });
  };

  const undo = async (): Promise<void> => {
    if (wayBack === undefined) return;
    setWayBack(undefined);
    for (let step = 0; step < wayBack.steps; step += 1) {
      const undone = await library.undo();
      if (!undone.ok) {
        setDone({ type: "failed", reason: reasonOf(undone.error.type) });
        return;
      }
    }
    for (const clip of wayBack.rows) {
      await inbox?.keep(clip);
      if (clip.file.state === "downloading" || clip.file.state === "waiting") await inbox?.retry(clip.id);
    }
    setDone({ type: "undone" });
  };

  return { done, file, remove, undo: wayBack === undefined ? undefined : undo };
};
