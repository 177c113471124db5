import type { NewId, Post, SiteToJoin } from "@dianbo/shared/identity";
import { err, type Result } from "@dianbo/shared/result";
import type { LibraryFailure } from "./failures.ts";
import type { Library } from "./library.ts";
import { becomeReplica, isBlankLibrary } from "./replica.ts";

/** This PC was not joined, and nothing changed. */
export type JoinFailure =
  /** It is one of the site's PCs already. */
  | { readonly type: "already-this-site" }
  /** Its library holds work of its own, which belongs to another site. */
  | { readonly type: "holds-another-site" };

/**
 * Makes this PC one of another PC's site: site, name and key are taken over, the device is its own.
 * The library must be blank; samples go. The page must be opened anew afterwards.
 */
export const joinSite = async (
  library: Library,
  joining: SiteToJoin,
  post: Post,
  newId: NewId,
): Promise<Result<null, JoinFailure | LibraryFailure>> => {
  if (library.identity().site === joining.site) return err({ type: "already-this-site" });
  if (!isBlankLibrary(library)) return err({ type: "holds-another-site" });
  const { site, siteName, siteKey } = joining;
  return await becomeReplica(library, { site, siteName, siteKey, post }, newId);
};
