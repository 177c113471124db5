import type { Category } from "@dianbo/shared/category";
import { type Clip, coursewareOfClip } from "@dianbo/shared/clip";
import { type Courseware, findSameSource } from "@dianbo/shared/courseware";
import {
  addCourseware,
  attachMedia,
  fileCourseware,
  restoreCourseware,
} from "@dianbo/shared/programme";
import { err, ok, type Result } from "@dianbo/shared/result";
import type { InboxSource } from "../../app/inbox-source.ts";
import type { Library } from "../../storage/index.ts";
import type { InboxEntry } from "./inbox-entries.ts";

/** Whether a clip waits for no file. */
export const isWhole = ({ file: { state } }: Clip): boolean => state === "none" || state === "held";

/**
 * Brings clips into the library as unfiled items. It is no step of undo: what a person takes back is
 * the filing, and then the item waits in this inbox again, as it did before.
 */
const bringIn = async (clips: readonly Clip[], library: Library): Promise<string | undefined> => {
  for (const clip of clips) {
    const kept = await library.apply(
      ({ snapshot, book, newId }) => {
        const record = snapshot.records.get(clip.id);
        if (record === undefined) {
          return addCourseware(clip.id, { ...coursewareOfClip(clip), category: null }, book, newId);
        }
        // Filed before and taken back: it returns, with the file that came meanwhile.
        const item = snapshot.items.get(clip.id);
        const back = item?.life === "deleted" ? restoreCourseware([record]).puts : [];
        const file = clip.file.state === "held" ? clip.file.file : undefined;
        const attached = file === undefined ? [] : attachMedia(item, file, clip.minutes).puts;
        return ok({ label: { type: "restore-courseware" }, puts: [...back, ...attached] });
      },
      { undoable: false },
    );
    if (!kept.ok) return kept.error.type;
  }
  return undefined;
};

/**
 * Files entries in the library, clips of the inbox included, and takes the rows that lack nothing out of
 * the inbox. Returns the numbers, lowest first.
 */
export const fileInLibrary = async (
  entries: readonly InboxEntry[],
  category: Category,
  library: Library,
  inbox: InboxSource | undefined,
): Promise<Result<readonly number[], { readonly type: string }>> => {
  const clips = entries.flatMap(({ clip }) => (clip === undefined ? [] : [clip]));
  const notBrought = await bringIn(clips, library);
  if (notBrought !== undefined) return err({ type: notBrought });
  const filed = await library.apply(({ snapshot, book, newId }) => {
    const items = entries.flatMap(({ id }) => snapshot.items.get(id) ?? []);
    return fileCourseware(items, category, book, newId);
  });
  if (!filed.ok) return filed;
  for (const clip of clips) {
    // A row that still waits for its file stays until the file is there.
    if (isWhole(clip)) await inbox?.remove(clip.id);
  }
  const numbers = entries.flatMap(({ id }) => filed.value.items.get(id)?.number ?? []);
  return ok(numbers.sort((a, b) => a - b));
};

/** The item of the same page that is in the book under another id: nothing is kept twice. */
export const twinOf = ({ clip, item }: InboxEntry, library: Library): Courseware | undefined => {
  if (clip === undefined || item !== undefined) return undefined;
  const { canonical } = clip.source;
  const twin = findSameSource(library.snapshot().items.values(), { canonical, except: clip.id });
  return twin?.life === "deleted" ? undefined : twin;
};
