import * as v from "valibot";
import { type Instant, instantSchema } from "../clock/index.ts";
import { type Sha512, type SiteId, type SiteKey, siteIdSchema } from "../identity/index.ts";
import { publicKeySchema, signatureHolds, signatureOf, signatureSchema } from "./sign.ts";

/** A site has changed its key so often at most; what names more is not believed. */
const MOST_HANDOVERS = 50;

/** A site's word that it goes by a new key from now on, signed with the old one. */
export const keyHandoverSchema = v.object({
  site: siteIdSchema,
  from: publicKeySchema,
  to: publicKeySchema,
  at: instantSchema,
  signature: signatureSchema,
});
/** A site's change of key; see `keyHandoverSchema`. */
export type KeyHandover = Readonly<v.InferOutput<typeof keyHandoverSchema>>;

/** All changes of a site's key, the oldest first, as they travel with whatever it signs. */
export const keyHandoversSchema = v.pipe(v.array(keyHandoverSchema), v.maxLength(MOST_HANDOVERS));

/** Signs a new key with the old one. */
export const handOverKey = async (
  site: SiteId,
  { from, to, at }: { readonly from: SiteKey; readonly to: string; readonly at: Instant },
  sha512: Sha512,
): Promise<KeyHandover> => {
  const word = { site, from: from.publicKey, to, at };
  return { ...word, signature: await signatureOf(word, from, sha512) };
};

/**
 * Whether a site's own words lead from a key that is known to another, each signed with one that was known
 * by then; in whatever order they stand, and whatever else two PCs of the site have signed beside.
 */
export const leadsToKey = async (
  site: SiteId,
  known: string,
  now: string,
  handovers: readonly KeyHandover[],
  sha512: Sha512,
): Promise<boolean> => {
  const reached = new Set([known]);
  let left = handovers.filter((step) => step.site === site);
  while (!reached.has(now)) {
    const next = left.find(({ from }) => reached.has(from));
    if (next === undefined) return false;
    left = left.filter((step) => step !== next);
    const { signature, from: publicKey } = next;
    if (await signatureHolds(next, { publicKey, signature }, sha512)) reached.add(next.to);
  }
  return true;
};
