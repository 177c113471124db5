import * as v from "valibot";
import {
  create,
  type FieldPut,
  lifeOf,
  put,
  type RecordState,
  restoreRecord,
  shownValues,
} from "../changes/index.ts";
import { instantSchema } from "../clock/index.ts";
import {
  newRecordId,
  type RecordId,
  type Sha512,
  type SiteId,
  siteIdSchema,
} from "../identity/index.ts";
import { leadsToKey, publicKeySchema } from "../signing/index.ts";
import type { SharedList } from "./list-file.ts";
import type { ListSigner } from "./open-package.ts";

const fieldsSchema = v.object({
  site: siteIdSchema,
  name: v.pipe(v.string(), v.maxLength(100)),
  /** The key by which it is known here; none where nothing of it was ever signed. */
  key: v.nullish(publicKeySchema),
  /** When the newest list that was taken of it had been made. */
  newest: instantSchema,
});

/** Another site of which a list was taken, and the key by which it is known since. */
export interface KnownSite extends v.InferOutput<typeof fieldsSchema> {
  readonly id: RecordId;
}

/** One record for each site, whichever of our PCs met it first. */
const idFor = (site: SiteId): RecordId => newRecordId(() => `known-site-${site}`.slice(0, 64));

/** What is known of a site; `undefined` where nothing was ever taken of it. */
export const knownSite = (
  records: ReadonlyMap<RecordId, RecordState>,
  site: SiteId,
  ownSite: SiteId,
): KnownSite | undefined => {
  const record = records.get(idFor(site));
  if (record?.kind !== "known-site" || lifeOf(record, ownSite) !== "alive") return undefined;
  const fields = v.safeParse(fieldsSchema, shownValues(record, ownSite));
  return fields.success ? { id: record.id, ...fields.output } : undefined;
};

/** What a list's signature says about who made it. */
export type SignerStanding =
  /** Nobody signed, and nobody of this site ever did. */
  | "unsigned"
  /** Signed, and nothing is known of this site yet. */
  | "new"
  /** Signed with the key that is known. */
  | "known"
  /** Signed with a new key, which the known one had signed. */
  | "handed-over"
  /** Signed with another key than the one that is known. */
  | "changed"
  /** Not signed, though this site's lists were before. */
  | "no-longer-signed";

/** Whether a list is by whom it says it is, as far as this site can tell. */
export const judgeSigner = async (
  site: SiteId,
  signer: ListSigner | undefined,
  known: KnownSite | undefined,
  sha512: Sha512,
): Promise<SignerStanding> => {
  const key = known?.key ?? undefined;
  if (signer === undefined) return key === undefined ? "unsigned" : "no-longer-signed";
  if (key === undefined) return "new";
  if (key === signer.publicKey) return "known";
  return (await leadsToKey(site, key, signer.publicKey, signer.keyChanges, sha512))
    ? "handed-over"
    : "changed";
};

/** Whether a newer list of the same site was taken before: an old one that somebody passes on once more. */
export const isOlderList = (
  { madeAt }: Pick<SharedList, "madeAt">,
  known: KnownSite | undefined,
): known is KnownSite => known !== undefined && madeAt < known.newest;

/**
 * What is remembered of a site whose list is taken: its name, its key and how new the list was. A list that
 * is not signed takes no key away, and an older one makes nothing older.
 */
export const rememberSite = (
  list: Pick<SharedList, "site" | "siteName" | "madeAt">,
  signer: ListSigner | undefined,
  records: ReadonlyMap<RecordId, RecordState>,
  ownSite: SiteId,
): readonly FieldPut[] => {
  const record = { id: idFor(list.site), kind: "known-site" };
  const known = knownSite(records, list.site, ownSite);
  const key = signer?.publicKey ?? known?.key ?? null;
  if (known === undefined) {
    const forgotten = records.get(record.id);
    return [
      ...create(record, { site: list.site, name: list.siteName, key, newest: list.madeAt }),
      ...(forgotten === undefined ? [] : [restoreRecord(forgotten)]),
    ];
  }
  const isNewer = list.madeAt > known.newest;
  return [
    ...(isNewer && list.siteName !== known.name ? [put(record, "name", list.siteName)] : []),
    ...(key === (known.key ?? null) ? [] : [put(record, "key", key)]),
    ...(isNewer ? [put(record, "newest", list.madeAt)] : []),
  ];
};
