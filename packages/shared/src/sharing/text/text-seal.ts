import * as v from "valibot";
import { bytesToHex, hexToBytes, type Sha512, type SiteId } from "../../identity/index.ts";
import { err, ok, type Result } from "../../result/index.ts";
import {
  type KeyHandover,
  keyHandoversSchema,
  signatureHolds,
  signatureOf,
} from "../../signing/index.ts";
import type { ListSigning } from "../encode-list.ts";
import type { ListFailure } from "../list-file.ts";
import type { ListSigner } from "../open-package.ts";

/*
 * The signature of a list that travels as text or moving code: bytes behind the packed list, where a reader of
 * before never looks (RFC 1951: a stream says itself where it ends). What is signed are the packed bytes as
 * they travel, not the list that comes out of them: another version may make a little more of the same bytes.
 *
 *   packed list | n changes of key: from (32) to (32) at (8) signature (64) | key (32) | signature (64) | n (1)
 */
const KEY = 32;
const SIGNATURE = 64;
const INSTANT = 8;
const HANDOVER = KEY + KEY + INSTANT + SIGNATURE;
const ALONE = KEY + SIGNATURE + 1;
/** More changes of key than these do not travel in a text; the newest do. */
const MOST_HANDOVERS = 20;

/** What stands behind a packed list; nothing of it is believed before `signerOfText` has looked. */
export interface TextSeal {
  /** The packed list that was signed. */
  readonly packed: Uint8Array;
  readonly publicKey: string;
  readonly signature: string;
  readonly keyChanges: readonly unknown[];
}

const signedBy = async (
  packed: Uint8Array,
  publicKey: string,
  keyChanges: readonly unknown[],
  sha512: Sha512,
): Promise<object> => ({
  format: "dianbo-text",
  packed: bytesToHex(await sha512(new Uint8Array(packed))),
  publisherKey: publicKey,
  keyChanges,
});

const handoverBytes = ({ from, to, at, signature }: KeyHandover): Uint8Array => {
  const bytes = new Uint8Array(HANDOVER);
  bytes.set(hexToBytes(from), 0);
  bytes.set(hexToBytes(to), KEY);
  new DataView(bytes.buffer).setBigInt64(KEY + KEY, BigInt(at));
  bytes.set(hexToBytes(signature), KEY + KEY + INSTANT);
  return bytes;
};

const readHandover = (bytes: Uint8Array, site: SiteId): unknown => ({
  site,
  from: bytesToHex(bytes.subarray(0, KEY)),
  to: bytesToHex(bytes.subarray(KEY, KEY + KEY)),
  at: Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigInt64(KEY + KEY)),
  signature: bytesToHex(bytes.subarray(KEY + KEY + INSTANT)),
});

/** A packed list with its signature behind it: 97 bytes more, 130 signs of a text. */
export const sealPacked = async (
  packed: Uint8Array,
  { key, keyChanges, sha512 }: ListSigning,
): Promise<Uint8Array> => {
  const along = keyChanges.slice(-MOST_HANDOVERS);
  const signature = await signatureOf(
    await signedBy(packed, key.publicKey, along, sha512),
    key,
    sha512,
  );
  const sealed = new Uint8Array(packed.length + along.length * HANDOVER + ALONE);
  sealed.set(packed, 0);
  let at = packed.length;
  for (const part of [
    ...along.map(handoverBytes),
    hexToBytes(key.publicKey),
    hexToBytes(signature),
    Uint8Array.of(along.length),
  ]) {
    sealed.set(part, at);
    at += part.length;
  }
  return sealed;
};

/**
 * Where the packed list would end if there is a signature behind it; `undefined` where there is no room for
 * one. Whether there is one is told by the packed list: it ends right there, or it does not.
 */
export const packedLength = (sealed: Uint8Array): number | undefined => {
  const count = sealed.at(-1) ?? 0;
  const length = sealed.length - count * HANDOVER - ALONE;
  return count <= MOST_HANDOVERS && length > 0 ? length : undefined;
};

/** The signature behind a packed list of this length, made by whoever says it is this site. */
export const readSeal = (sealed: Uint8Array, length: number, site: SiteId): TextSeal => {
  const keyAt = sealed.length - ALONE;
  const keyChanges: unknown[] = [];
  for (let at = length; at < keyAt; at += HANDOVER) {
    keyChanges.push(readHandover(sealed.subarray(at, at + HANDOVER), site));
  }
  return {
    packed: sealed.subarray(0, length),
    publicKey: bytesToHex(sealed.subarray(keyAt, keyAt + KEY)),
    signature: bytesToHex(sealed.subarray(keyAt + KEY, keyAt + KEY + SIGNATURE)),
    keyChanges,
  };
};

/** Who signed a list that came as text or code: nobody, somebody, or the list is refused. */
export const signerOfText = async (
  seal: TextSeal | undefined,
  sha512: Sha512,
): Promise<Result<ListSigner | undefined, ListFailure>> => {
  if (seal === undefined) return ok(undefined);
  const { packed, publicKey, signature } = seal;
  const changes = v.safeParse(keyHandoversSchema, seal.keyChanges);
  if (!changes.success) return err({ type: "signature-wrong" });
  const keyChanges = changes.output;
  const signed = await signedBy(packed, publicKey, keyChanges, sha512);
  return (await signatureHolds(signed, { publicKey, signature }, sha512))
    ? ok({ publicKey, keyChanges })
    : err({ type: "signature-wrong" });
};
