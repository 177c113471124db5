import { hashes, signAsync, verifyAsync } from "@noble/ed25519";
import * as v from "valibot";
import { canonicalJson, jsonSchema } from "../changes/index.ts";
import { bytesToHex, hexToBytes, type Sha512, type SiteKey } from "../identity/index.ts";
import type { ChannelIndex } from "./channel-index.ts";

/** What is signed: the index as canonical JSON, without the signature itself. */
const messageOf = (index: unknown): Uint8Array => {
  const plain = v.parse(v.record(v.string(), jsonSchema), JSON.parse(JSON.stringify(index)));
  const { signature: _left, ...rest } = plain;
  return new TextEncoder().encode(canonicalJson(rest));
};

/** An index, signed with the publisher's key; the segments are signed with it, for it names their hashes. */
export const signIndex = async (
  index: ChannelIndex,
  key: SiteKey,
  sha512: Sha512,
): Promise<ChannelIndex> => {
  const named: ChannelIndex = { ...index, publisherKey: key.publicKey };
  hashes.sha512Async = sha512;
  const signature = bytesToHex(await signAsync(messageOf(named), hexToBytes(key.privateKey)));
  return { ...named, signature };
};

/**
 * Whether the signature holds. `sent` is the index as it came, with fields that this version does not know:
 * they were signed too.
 */
export const isRightlySigned = async (
  sent: unknown,
  { publisherKey, signature }: ChannelIndex,
  sha512: Sha512,
): Promise<boolean> => {
  if (publisherKey === undefined || signature === undefined) return false;
  hashes.sha512Async = sha512;
  try {
    return await verifyAsync(hexToBytes(signature), messageOf(sent), hexToBytes(publisherKey), {
      zip215: false,
    });
  } catch {
    // A key that is no point of the curve.
    return false;
  }
};
