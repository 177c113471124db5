import * as v from "valibot";

/** 32 bytes in hexadecimal, small letters. */
const keyPart = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));

/**
 * A site's signing key (Ed25519), both halves. The private half stands in the profiles of the site's own
 * PCs and in its join file, and nowhere else: no list, channel or report carries it.
 */
export const siteKeySchema = v.object({ publicKey: keyPart, privateKey: keyPart });
/** A site's signing key; see `siteKeySchema`. */
export type SiteKey = Readonly<v.InferOutput<typeof siteKeySchema>>;
