import type { Library, MediaStore } from "@dianbo/pwa/storage";
import { type Clip, filesOfClip } from "@dianbo/shared/clip";
import type { Courseware } from "@dianbo/shared/courseware";
import type { Inbox } from "../inbox/index.ts";
import type { GiverShelf } from "./giver.ts";

const filesOfItem = (item: Courseware): readonly string[] =>
  [item.media, item.cover, ...(item.article?.pictures ?? [])].flatMap((file) =>
    file == null ? [] : [file.hash],
  );

/** Hashes that rows still in the inbox, or items of the extension's own library, go on using. */
const hashesInUse = async (inbox: Inbox, library: Library): Promise<Set<string>> => {
  const rows = await inbox.all();
  const ofRows = rows.flatMap((row) =>
    // A damaged row cannot say which files are its own: whatever it names is kept.
    row.type === "clip"
      ? filesOfClip(row.clip).map(({ hash }) => hash)
      : (row.raw.match(/\b[0-9a-f]{64}\b/gu) ?? []),
  );
  const ofItems = [...library.snapshot().items.values()].flatMap(filesOfItem);
  return new Set<string>([...ofRows, ...ofItems]);
};

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
    const used = await hashesInUse(inbox, library);
    for (const { hash } of filesOfClip(clip)) {
      if (!used.has(hash)) await media.remove(hash);
    }
  },
});
