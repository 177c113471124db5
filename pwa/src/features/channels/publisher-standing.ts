import type { RecordState } from "@dianbo/shared/changes";
import type { RecordId, SiteId } from "@dianbo/shared/identity";
import { judgeSigner, knownSite } from "@dianbo/shared/sharing";
import { sha512 } from "../../app/site-key.ts";
import type { LookedAt } from "../../storage/channels/index.ts";

/**
 * Holds a publisher that no channel is known of against the sites whose lists were taken here: known by the
 * same key, by one that the known key has signed, or another's under its name (`undefined`: refused).
 */
export const knownAsSite = async (
  looked: LookedAt,
  records: ReadonlyMap<RecordId, RecordState>,
  ownSite: SiteId,
): Promise<LookedAt | undefined> => {
  const { publisher, publisherKey, keyChanges = [] } = looked.index;
  if (publisher.site === undefined || (looked.key !== "first" && looked.key !== "unsigned")) {
    return looked;
  }
  const known = knownSite(records, publisher.site, ownSite);
  const signer = publisherKey === undefined ? undefined : { publicKey: publisherKey, keyChanges };
  switch (await judgeSigner(publisher.site, signer, known, sha512)) {
    case "unsigned":
    case "new":
      return looked;
    case "known":
      return { ...looked, key: "known-site", knownFrom: known?.name ?? "" };
    case "handed-over":
      return { ...looked, key: "changed" };
    case "changed":
    case "no-longer-signed":
      return undefined;
  }
};
