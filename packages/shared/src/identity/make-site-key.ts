import { getPublicKeyAsync, hashes } from "@noble/ed25519";
import { bytesToHex } from "./hexadecimal.ts";
import type { SiteKey } from "./site-key.ts";

/**
 * SHA-512 of some bytes. An argument, because WebCrypto is missing on plain http, where an intranet may
 * well serve the app.
 */
export type Sha512 = (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;

/** The public half that belongs to a private one (32 bytes). */
export const publicKeyOf = async (privateKey: Uint8Array, sha512: Sha512): Promise<string> => {
  // The library keeps its hash in a module variable; the same function of bytes wherever it comes from.
  hashes.sha512Async = sha512;
  return bytesToHex(await getPublicKeyAsync(privateKey));
};

/** Makes a site's signing key from 32 random bytes. */
export const makeSiteKey = async (seed: Uint8Array, sha512: Sha512): Promise<SiteKey> => ({
  publicKey: await publicKeyOf(seed, sha512),
  privateKey: bytesToHex(seed),
});
