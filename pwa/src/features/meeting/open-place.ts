import type { SiteId } from "@dianbo/shared/identity";
import type { MeetingPlace } from "@dianbo/shared/meeting";
import { hasLeave } from "../../storage/book-folder/index.ts";
import {
  davPlace,
  folderPlace,
  type KeptPlace,
  PLACE_SECRET,
} from "../../storage/meeting/index.ts";
import type { SecretStore } from "../../storage/personal/secrets.ts";

/** Whether the place can be used without asking anybody, and what is missing. */
export type PlaceDoor =
  | { readonly type: "open"; readonly place: MeetingPlace }
  /** The browser's leave for the folder has lapsed: a click gives it. */
  | { readonly type: "needs-leave"; readonly folder: FileSystemDirectoryHandle }
  /** The password lies behind the PIN of names. */
  | { readonly type: "needs-pin" }
  /** The password went with a forgotten PIN, or was never kept. */
  | { readonly type: "needs-password" };

/** Opens the place, as far as that goes without a person. */
export const openPlace = async (
  kept: KeptPlace,
  site: SiteId,
  secrets: SecretStore,
  stop: AbortSignal,
): Promise<PlaceDoor> => {
  if (kept.kind === "folder") {
    const { folder } = kept;
    return (await hasLeave(folder, "readwrite"))
      ? { type: "open", place: folderPlace(folder, site) }
      : { type: "needs-leave", folder };
  }
  const found = await secrets.get(PLACE_SECRET);
  if (found?.secret.state === "locked") return { type: "needs-pin" };
  if (found?.secret.state !== "open") return { type: "needs-password" };
  // What asks hosts is fetched only by those who have one.
  const { reachWebDav } = await import("../../hosts/index.ts");
  const { folder, user } = kept;
  const dav = reachWebDav({ folder, user, password: found.secret.text }, stop);
  return { type: "open", place: davPlace(dav, site) };
};
