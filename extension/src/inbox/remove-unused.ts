import type { MediaStore } from "@dianbo/pwa/storage";
import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import { hashesInUse } from "./hashes-in-use.ts";
import type { Inbox } from "./open-inbox.ts";

/**
 * Removes those of the files that nobody uses: no row of the inbox, and none of `items`, which are those
 * of the extension's own library.
 */
export const removeUnused = async (
  hashes: readonly MediaHash[],
  desk: {
    readonly inbox: Pick<Inbox, "all">;
    readonly items: Iterable<Courseware>;
    readonly media: Pick<MediaStore, "remove">;
  },
): Promise<void> => {
  if (hashes.length === 0) return;
  const used = hashesInUse(await desk.inbox.all(), desk.items);
  for (const hash of hashes) if (!used.has(hash)) await desk.media.remove(hash);
};
