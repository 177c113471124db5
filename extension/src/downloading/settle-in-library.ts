import { type Library, MOVED_AWAY_MEMO } from "@dianbo/pwa/storage";
import type { Changes } from "@dianbo/shared/changes";
import { type Clip, isLinkOnly } from "@dianbo/shared/clip";
import { type Minutes, minutesOfSeconds } from "@dianbo/shared/clock";
import { attachMedia, editCourseware } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import type { Inbox } from "../inbox/index.ts";

/** The minutes of a clip whose file is held: the page's own where it gave any, else the file's. */
const minutesOfClip = (clip: Clip): Minutes | null | undefined =>
  clip.minutes == null && clip.file.state === "held" && clip.file.file.seconds !== undefined
    ? minutesOfSeconds(clip.file.file.seconds)
    : clip.minutes;

/** An item whose film nobody can keep is a link to where it plays. */
const settleAsLink = async (clip: Clip, library: Library | undefined): Promise<void> => {
  if (library === undefined || (await library.readMemo(MOVED_AWAY_MEMO)) === true) return;
  await library.apply(
    ({ snapshot }) => {
      const item = snapshot.items.get(clip.id);
      const isOpen = item?.life === "alive" && item.media == null && item.kind !== "link";
      return ok(isOpen ? editCourseware(item, { kind: "link" }) : NOTHING);
    },
    { undoable: false },
  );
};

const NOTHING: Changes = { label: { type: "edit-courseware" }, puts: [] };

/**
 * Completes an item that already stands in the extension's library under the clip's id: the held file
 * goes into it and the row leaves the inbox. A clip that has no item yet stays where it is.
 */
export const settleInLibrary = async (
  clip: Clip,
  inbox: Inbox,
  library: Library | undefined,
): Promise<void> => {
  if (isLinkOnly(clip.file)) return settleAsLink(clip, library);
  if (clip.file.state !== "held") return;
  const { file } = clip.file;
  const minutes = minutesOfClip(clip);
  if (minutes !== clip.minutes) await inbox.update(clip.id, (row) => ({ ...row, minutes }));
  const item = library?.snapshot().items.get(clip.id);
  // A filing that was undone leaves a deleted item; the clip waits in the inbox for a new one.
  if (library === undefined || item === undefined || item.life === "deleted") return;
  // The library has moved away: the row waits in the inbox and is handed over.
  if ((await library.readMemo(MOVED_AWAY_MEMO)) === true) return;
  const kept = await library.apply(
    ({ snapshot }) => {
      const now = snapshot.items.get(clip.id);
      // The newer file takes the place of the item's own; the old one can be had back by undo.
      const open =
        now !== undefined && clip.replaces === true ? { ...now, media: null, minutes: null } : now;
      const attached = attachMedia(open, file, minutes, clip.cover);
      if (now?.kind !== "link" || attached.puts.length === 0) return ok(attached);
      // What was only a link, as long as it could not be kept, is a film again.
      const { puts } = editCourseware(now, { kind: clip.kind });
      return ok({ ...attached, puts: [...attached.puts, ...puts] });
    },
    { undoable: clip.replaces === true },
  );
  if (kept.ok) await inbox.remove(clip.id);
};
