import type { MediaStore } from "@dianbo/pwa/storage";
import { type Clip, filesOfClip } from "@dianbo/shared/clip";
import type { Courseware } from "@dianbo/shared/courseware";
import { type Inbox, removeUnused } from "../inbox/index.ts";
import type { GiverShelf } from "./giver.ts";

/**
 * Files and rows of this profile. A row leaves before its files do: should anything close in between,
 * a file without a row costs space, a row without its file would cost the film. `items` are those of the
 * extension's own library, which may use the same files; where they cannot be read, files stay.
 */
export const openGiverShelf = (
  inbox: Inbox,
  media: MediaStore,
  items: () => Promise<Iterable<Courseware> | undefined>,
): GiverShelf => ({
  openFile: async (hash) => {
    const opened = await media.open(hash);
    return opened.ok ? opened.value : null;
  },
  letGo: async (clip: Clip) => {
    await inbox.remove(clip.id);
    const files = filesOfClip(clip);
    const own = files.length === 0 ? undefined : await items();
    if (own === undefined) return;
    const hashes = files.map(({ hash }) => hash);
    await removeUnused(hashes, { inbox, media, items: own });
  },
  lost: async ({ id, fileUrl }) => {
    if (fileUrl == null) return;
    await inbox.update(id, (row) => ({
      ...row,
      file: { state: "failed", reason: "cut-short", received: 0 },
    }));
  },
});
