import { type Backup, isEmptyLibrary } from "@dianbo/shared/backup";
import { hexToBytes, newDeviceId, type SiteKey } from "@dianbo/shared/identity";
import { joinRecords } from "@dianbo/shared/merge";
import type { ShelfFull } from "@dianbo/shared/programme";
import { err, ok, type Result } from "@dianbo/shared/result";
import { sha512 as digest } from "hash-wasm";
import { keepCarriedMemos } from "./carried-memos.ts";
import type { LibraryFailure } from "./failures.ts";
import type { Library, TakenIn, Workbench } from "./library.ts";
import type { SiteIdentity } from "./site-identity.ts";
import type { LibrarySnapshot } from "./snapshot.ts";

const sha512 = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  hexToBytes(await digest(bytes));

/** The backup is another site's, and something of this site's own is here. Nothing was changed. */
export type RestoreRefusal = { readonly type: "other-site"; readonly siteName: string };

/** Why a restore did not happen; the library is as it was. */
export type RestoreFailure = RestoreRefusal | ShelfFull | LibraryFailure;

const planMerge = (
  backup: Backup,
  { snapshot, identity }: Workbench,
  newKey: SiteKey | undefined,
): Result<TakenIn, RestoreRefusal> => {
  const { site } = backup.manifest;
  if (site.id !== identity.site) return err({ type: "other-site", siteName: site.name });
  const records = [...backup.records.values()].flatMap((record) => {
    const own = snapshot.records.get(record.id);
    const joined = own === undefined ? record : joinRecords(own, record);
    return joined === own ? [] : [joined];
  });
  return ok({
    records,
    replaces: false,
    ...(newKey === undefined ? {} : { identity: { ...identity, siteKey: newKey } }),
  });
};

/** The key of the other PC, where ours has signed it as the next one, or where we have none. */
const newerKey = async (
  { manifest: { site }, records }: Backup,
  { site: ownSite, siteKey }: SiteIdentity,
): Promise<SiteKey | undefined> => {
  const { key } = site;
  if (site.id !== ownSite || key === undefined || key.publicKey === siteKey?.publicKey) {
    return undefined;
  }
  if (siteKey === undefined) return key;
  const { keyChangesIn, leadsToKey } = await import("@dianbo/shared/signing");
  const changes = keyChangesIn(records, ownSite);
  const leads = await leadsToKey(ownSite, siteKey.publicKey, key.publicKey, changes, sha512);
  return leads ? key : undefined;
};

/** Should it fail, what stood here of them stands on; nothing of the records hangs on it. */
const keepMemos = (library: Library, { manifest }: Backup, way: "over" | "beside"): Promise<void> =>
  keepCarriedMemos(library, manifest.memos ?? [], way).catch(() => undefined);

/**
 * Merges a backup of this site into the library: what both have is joined write by write, nothing goes.
 * The same backup again changes nothing.
 */
export const mergeBackup = async (
  library: Library,
  backup: Backup,
): Promise<Result<LibrarySnapshot, RestoreFailure>> => {
  const newKey = await newerKey(backup, library.identity());
  const merged = await library.takeIn((bench) => planMerge(backup, bench, newKey));
  if (merged.ok) await keepMemos(library, backup, "beside");
  return merged;
};

/**
 * Makes the library what the backup says, under a device id that nobody had before. Another site's
 * backup is taken only by a library that holds nothing of its own: it becomes that site then.
 */
export const replaceByBackup = async (
  library: Library,
  backup: Backup,
  /** `that-site`: whatever site is here now; only for a state of this very library. */
  { becomes = "own-site" }: { readonly becomes?: "own-site" | "that-site" } = {},
): Promise<Result<LibrarySnapshot, RestoreFailure>> => {
  const replaced = await library.takeIn(
    ({ snapshot, identity, newId }): Result<TakenIn, RestoreRefusal> => {
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
    },
  );
  if (replaced.ok) await keepMemos(library, backup, "over");
  return replaced;
};
