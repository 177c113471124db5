import {
  type DeviceId,
  deviceIdSchema,
  type NewId,
  newDeviceId,
  newSiteId,
  type Post,
  postSchema,
  type SiteId,
  type SiteKey,
  siteIdSchema,
  siteKeySchema,
} from "@dianbo/shared/identity";
import * as v from "valibot";
import type { LibraryDb } from "./library-db.ts";

/** A stored identity. */
export const identitySchema = v.object({
  site: siteIdSchema,
  /** What the site calls itself; empty until somebody says. */
  siteName: v.string(),
  device: deviceIdSchema,
  /** The post at the keyboard. */
  post: postSchema,
  /** The site's signing key; missing until the first run or the first join file makes it. */
  siteKey: v.optional(siteKeySchema),
});

/** Which site this library belongs to, which device this is, who is at the keyboard. */
export interface SiteIdentity {
  readonly site: SiteId;
  readonly siteName: string;
  readonly device: DeviceId;
  readonly post: Post;
  /** Absent in a library that nobody has named yet, and in libraries older than the key. */
  readonly siteKey?: SiteKey | undefined;
}

/** Reads the identity, or makes a new site on first opening. */
export const readIdentity = async (db: LibraryDb, newId: NewId): Promise<SiteIdentity> => {
  const row = await db.meta.get("identity");
  const parsed = v.safeParse(identitySchema, row?.value);
  if (parsed.success) return parsed.output;
  const fresh: SiteIdentity = {
    site: newSiteId(newId),
    siteName: "",
    device: newDeviceId(newId),
    post: "A",
  };
  await db.meta.put({ key: "identity", value: fresh });
  return fresh;
};

/** Keeps a changed identity (name or post). */
export const writeIdentity = async (db: LibraryDb, identity: SiteIdentity): Promise<void> => {
  await db.meta.put({ key: "identity", value: identity });
};
