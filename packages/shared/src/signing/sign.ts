import { hashes, signAsync, verifyAsync } from "@noble/ed25519";
import * as v from "valibot";
import { canonicalJson, jsonSchema } from "../changes/index.ts";
import { bytesToHex, hexToBytes, type Sha512, type SiteKey } from "../identity/index.ts";

const hex = (bytes: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, "u")));

/** A public key (Ed25519): 32 bytes in hexadecimal, small letters. */
export const publicKeySchema = hex(32);
/** A signature (Ed25519): 64 bytes in hexadecimal, small letters. */
export const signatureSchema = hex(64);

/** What is signed: all of it but the signature itself, as canonical JSON in UTF-8. */
const messageOf = (signed: unknown): Uint8Array => {
  const plain = v.parse(v.record(v.string(), jsonSchema), JSON.parse(JSON.stringify(signed)));
  const { signature: _left, ...rest } = plain;
  return new TextEncoder().encode(canonicalJson(rest));
};

/** Signs all of an object but its `signature`; the signature in hexadecimal. */
export const signatureOf = async (
  content: object,
  key: SiteKey,
  sha512: Sha512,
): Promise<string> => {
  // The library keeps its hash in a module variable; the same function of bytes wherever it comes from.
  hashes.sha512Async = sha512;
  return bytesToHex(await signAsync(messageOf(content), hexToBytes(key.privateKey)));
};

/**
 * Whether a signature over an object holds. `sent` is the object as it came, with fields that this version
 * does not know: they were signed too. It never throws, whatever the object is.
 */
export const signatureHolds = async (
  sent: unknown,
  { publicKey, signature }: { readonly publicKey: string; readonly signature: string },
  sha512: Sha512,
): Promise<boolean> => {
  hashes.sha512Async = sha512;
  try {
    return await verifyAsync(hexToBytes(signature), messageOf(sent), hexToBytes(publicKey), {
      zip215: false,
    });
  } catch {
    // A key that is no point of the curve, or something else than an object.
    return false;
  }
};
