import type { Sha512, SiteKey } from "../identity/index.ts";
import { signatureHolds, signatureOf } from "../signing/index.ts";
import type { ChannelIndex } from "./channel-index.ts";

/** An index, signed with the publisher's key; the segments are signed with it, for it names their hashes. */
export const signIndex = async (
  index: ChannelIndex,
  key: SiteKey,
  sha512: Sha512,
): Promise<ChannelIndex> => {
  const named: ChannelIndex = { ...index, publisherKey: key.publicKey };
  return { ...named, signature: await signatureOf(named, key, sha512) };
};

/**
 * Whether the signature holds. `sent` is the index as it came, with fields that this version does not know:
 * they were signed too.
 */
export const isRightlySigned = async (
  sent: unknown,
  { publisherKey, signature }: ChannelIndex,
  sha512: Sha512,
): Promise<boolean> =>
  publisherKey !== undefined &&
  signature !== undefined &&
  (await signatureHolds(sent, { publicKey: publisherKey, signature }, sha512));
