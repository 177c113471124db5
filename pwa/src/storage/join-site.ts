import { isEmptyLibrary } from "@dianbo/shared/backup";
import { newDeviceId, type Post, type SiteToJoin } from "@dianbo/shared/identity";
import type { ShelfFull } from "@dianbo/shared/programme";
import { err, ok, type Result } from "@dianbo/shared/result";
import type { LibraryFailure } from "./failures.ts";
import type { Library, TakenIn } from "./library.ts";
import type { LibrarySnapshot } from "./snapshot.ts";

/** This PC was not joined, and nothing changed. */
export type JoinFailure =
  /** It is one of the site's PCs already. */
  | { readonly type: "already-this-site" }
  /** Its library holds work of its own, which belongs to another site. */
  | { readonly type: "holds-another-site" };

/**
 * Makes this PC one of another PC's site: site, name and key are taken over, the device id is one that
 * nobody had before. A library that holds more than samples is not joined; samples go.
 */
export const joinSite = (
  library: Library,
  { site, siteName, siteKey }: SiteToJoin,
  post: Post,
): Promise<Result<LibrarySnapshot, JoinFailure | ShelfFull | LibraryFailure>> =>
  library.takeIn(({ snapshot, identity, newId }): Result<TakenIn, JoinFailure> => {
    if (identity.site === site) return err({ type: "already-this-site" });
    if (!isEmptyLibrary(snapshot.records, identity.site)) {
      return err({ type: "holds-another-site" });
    }
    return ok({
      records: [],
      replaces: true,
      identity: { site, siteName, siteKey, post, device: newDeviceId(newId) },
    });
  });
