import type { Category } from "@dianbo/shared/category";
import type { Clip } from "@dianbo/shared/clip";
import { deleteCourseware } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { fileInLibrary, isWhole, twinOf } from "./file-in-library.ts";
import type { InboxEntry } from "./inbox-entries.ts";

/** What was just done, for the line that stays, with its undo. */
export type Done =
  | {
      readonly type: "filed";
      readonly category: Category;
      readonly count: number;
      /** The numbers given, lowest first. */
      readonly numbers: readonly number[];
    }
  /** The same page is in the book already, under this number; the row stays as it was. */
  | { readonly type: "held"; readonly title: string; readonly number: number | null }
  /** Filed before the hand-over: the number comes when it is handed over. */
  | { readonly type: "filed-here"; readonly category: Category; readonly count: number }
  | { readonly type: "removed"; readonly titles: readonly string[] }
  | { readonly type: "undone" }
  | {
      readonly type: "failed";
      readonly reason: "disk-full" | "shelf-full" | "moved-on" | "not-stored";
    };

/** The acts of the inbox. */
export interface Filing {
  readonly done: Done | undefined;
  file(entries: readonly InboxEntry[], category: Category): Promise<void>;
  remove(entries: readonly InboxEntry[]): Promise<void>;
  /** Takes back the last act; `undefined` where there is none. */
  readonly undo: (() => Promise<void>) | undefined;
}

/** How an act is taken back: a step of the library's own undo, rows to put back, or both. */
interface WayBack {
  readonly step: boolean;
  readonly rows: readonly Clip[];
}
const NO_WAY: WayBack = { step: false, rows: [] };

const failed = (type: string): Done => {
  switch (type) {
    case "disk-full":
    case "shelf-full":
    case "moved-on":
      return { type: "failed", reason: type };
    default:
      return { type: "failed", reason: "not-stored" };
  }
};

/** Filing and deleting, in the library or, before a hand-over, in the inbox. */
export const useFiling = (): Filing => {
  const { library, inbox } = useDependencies();
  const [done, setDone] = useState<Done>();
  const [wayBack, setWayBack] = useState(NO_WAY);

  const say = (next: Done | undefined, way: WayBack = NO_WAY): void => {
    setDone(next);
    setWayBack(way);
  };

  const file = async (all: readonly InboxEntry[], category: Category): Promise<void> => {
    const entries = all.filter((entry) => twinOf(entry, library) === undefined);
    const [twin] = all.flatMap((entry) => twinOf(entry, library) ?? []);
    const held: Done | undefined =
      twin === undefined
        ? undefined
        : { type: "held", title: twin.title, number: twin.number ?? null };
    if (entries.length === 0) {
      say(held);
      return;
    }
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
    if (inLibrary.length === 0) {
      say(held ?? { type: "filed-here", category, count: here.length }, {
        step: false,
        rows: here,
      });
      return;
    }
    const filed = await fileInLibrary(inLibrary, category, library, inbox);
    if (!filed.ok) {
      say(failed(filed.error.type));
      return;
    }
    say(held ?? { type: "filed", category, count: entries.length, numbers: filed.value }, {
      step: true,
      rows: here,
    });
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
    say(
      { type: "removed", titles: entries.map(({ title }) => title) },
      { step: records.length > 0, rows },
    );
  };

  const undo = async (): Promise<void> => {
    const { step, rows } = wayBack;
    say({ type: "undone" });
    if (step) {
      const undone = await library.undo();
      if (!undone.ok) {
        say(failed(undone.error.type));
        return;
      }
    }
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

  return { done, file, remove, undo: wayBack === NO_WAY ? undefined : undo };
};
