import type { Library, MediaStore } from "@dianbo/pwa/storage";
import { type Clip, filesOfClip } from "@dianbo/shared/clip";
import { hashesInUse, type Inbox } from "../inbox/index.ts";
import type { GiverShelf } from "./giver.ts";

/**
 * Files and rows of this profile. A row leaves before its files do: should anything close in between,
 * a file without a row costs space, a row without its file would cost the film.
 */
export const openGiverShelf = (inbox: Inbox, media: MediaStore, library: Library): GiverShelf => ({
  openFile: async (hash) => {
    const opened = await media.open(hash);
    return opened.ok ? opened.value : null;
  },
  letGo: async (clip: Clip) => {
    await inbox.remove(clip.id);
    const used = hashesInUse(await inbox.all(), library.snapshot().items.values());
    for (const { hash } of filesOfClip(clip)) {
      if (!used.has(hash)) await media.remove(hash);
    }
  },
  lost: async ({ id, fileUrl }) => {
    if (fileUrl == null) return;
    await inbox.update(id, (row) => ({
      ...row,
      file: { state: "failed", reason: "cut-short", received: 0 },
    }));
  },
});
