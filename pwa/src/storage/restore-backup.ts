import { type Backup, isEmptyLibrary } from "@dianbo/shared/backup";
import { newDeviceId } from "@dianbo/shared/identity";
import { joinRecords } from "@dianbo/shared/merge";
import type { ShelfFull } from "@dianbo/shared/programme";
import { err, ok, type Result } from "@dianbo/shared/result";
import type { LibraryFailure } from "./failures.ts";
import type { Library, TakenIn, Workbench } from "./library.ts";
import type { LibrarySnapshot } from "./snapshot.ts";

/** The backup is another site's, and something of this site's own is here. Nothing was changed. */
export type RestoreRefusal = { readonly type: "other-site"; readonly siteName: string };

/** Why a restore did not happen; the library is as it was. */
export type RestoreFailure = RestoreRefusal | ShelfFull | LibraryFailure;

const planMerge = (
  backup: Backup,
  { snapshot, identity }: Workbench,
): Result<TakenIn, RestoreRefusal> => {
  const { site } = backup.manifest;
  if (site.id !== identity.site) return err({ type: "other-site", siteName: site.name });
  const records = [...backup.records.values()].flatMap((record) => {
    const own = snapshot.records.get(record.id);
    const joined = own === undefined ? record : joinRecords(own, record);
    return joined === own ? [] : [joined];
  });
  return ok({ records, replaces: false });
};

/**
 * Merges a backup of this site into the library: what both have is joined write by write, nothing goes.
 * The same backup again changes nothing.
 */
export const mergeBackup = (
  library: Library,
  backup: Backup,
): Promise<Result<LibrarySnapshot, RestoreFailure>> =>
  library.takeIn((bench) => planMerge(backup, bench));

/**
 * Makes the library what the backup says, under a device id that nobody had before. Another site's
 * backup is taken only by a library that holds nothing of its own: it becomes that site then.
 */
export const replaceByBackup = (
  library: Library,
  backup: Backup,
  /** `that-site`: whatever site is here now; only for a state of this very library. */
  { becomes = "own-site" }: { readonly becomes?: "own-site" | "that-site" } = {},
): Promise<Result<LibrarySnapshot, RestoreFailure>> =>
  library.takeIn(({ snapshot, identity, newId }): Result<TakenIn, RestoreRefusal> => {
    const { site } = backup.manifest;
    const sameSite = site.id === identity.site;
    if (becomes === "own-site" && !sameSite && !isEmptyLibrary(snapshot.records, identity.site)) {
      return err({ type: "other-site", siteName: site.name });
    }
    return ok({
      records: [...backup.records.values()],
      replaces: true,
      identity: {
        site: site.id,
        siteName: site.name,
        device: newDeviceId(newId),
        post: identity.post,
        siteKey: site.key ?? (sameSite ? identity.siteKey : undefined),
      },
    });
  });
