import type { Clip } from "@dianbo/shared/clip";
import type { RecordId } from "@dianbo/shared/identity";
import type { ClipDesk } from "../clipping/clip-desk.ts";
import { type ClipDraft, clipOfDraft } from "../clipping/clip-draft.ts";
import { startFile, withoutLeave } from "../clipping/save-clip.ts";
import type { ListedItem } from "../inbox/index.ts";

/**
 * Fetches the file of an item of the library anew from what its page shows now. Words, number and category
 * of the item stay as they are; its file goes into the place of the one that is broken or gone, once it is
 * held: what cannot be fetched costs nothing that is there.
 */
export const fetchFileAgain = async (
  draft: ClipDraft,
  {
    id,
    spoilt,
    mayFetch,
  }: { readonly id: RecordId; readonly spoilt: boolean; readonly mayFetch: boolean },
  desk: ClipDesk,
): Promise<ListedItem["state"]> => {
  const item = desk.library?.snapshot().items.get(id);
  if (item === undefined || item.life === "deleted") {
    return { state: "failed", reason: "not-stored" };
  }
  const fresh = clipOfDraft(draft, {
    id,
    category: item.category ?? undefined,
    clock: desk.clock,
    post: item.clippedBy ?? undefined,
  });
  // The page is there, but the film is not on it any more.
  if (fresh.file.state === "none") return { state: "failed", reason: "nothing-read" };
  const clip: Clip = withoutLeave(
    {
      ...fresh,
      title: item.title,
      minutes: item.minutes ?? fresh.minutes,
      cover: item.cover ?? null,
      replaces: true,
      ...(spoilt && item.media != null ? { spoilt: item.media.hash } : {}),
    },
    mayFetch,
  );
  const saved = await desk.inbox.save(clip);
  if (!saved.ok) {
    return {
      state: "failed",
      reason: saved.error.type === "disk-full" ? "disk-full" : "not-stored",
    };
  }
  startFile(clip, desk);
  return { state: "kept" };
};
