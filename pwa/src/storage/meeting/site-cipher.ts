import {
  bytesToHex,
  hexToBytes,
  type NewId,
  type SiteId,
  type SiteKey,
} from "@dianbo/shared/identity";
import type { ChunkCipher } from "@dianbo/shared/meeting";
import { randomBytes } from "../personal/sealing.ts";

const AES = "AES-GCM";

/** What a chunk unpacks to is never more, in bytes. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The browser takes bytes of a buffer of their own only. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

const packed = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const stream = new Blob([own(bytes)]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

/** Unpacks, and stops where it becomes more than a chunk may be; throws as the browser does where it is no gzip. */
const unpacked = async (bytes: Uint8Array): Promise<Uint8Array | undefined> => {
  const reader = new Blob([own(bytes)])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"))
    .getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      return undefined;
    }
    parts.push(own(value));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

/**
 * The cipher of a site's meetings: AES-256-GCM under a key that HKDF-SHA-256 makes of the private half of the
 * site's signing key, salted by the site's id, under an info string of its own; gzip before. Throws where the page
 * may not encrypt (`canSeal`).
 */
export const siteCipher = async (
  site: SiteId,
  { privateKey }: SiteKey,
  newId: NewId,
): Promise<ChunkCipher> => {
  const { subtle } = crypto;
  const secret = own(hexToBytes(privateKey));
  const material = await subtle.importKey("raw", secret, "HKDF", false, [
    "deriveKey",
    "deriveBits",
  ]);
  const derivation = (info: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: own(new TextEncoder().encode(site)),
    info: own(new TextEncoder().encode(info)),
  });
  const key = await subtle.deriveKey(
    derivation("dianbo-meeting/1 chunks"),
    material,
    { name: AES, length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
  const mark = await subtle.deriveBits(derivation("dianbo-meeting/1 mark"), material, 64);
  return {
    mark: bytesToHex(new Uint8Array(mark)),
    nonce: () => randomBytes(12, newId),
    seal: async (plain, nonce, bound) => {
      const how = { name: AES, iv: own(nonce), additionalData: own(bound) };
      return new Uint8Array(await subtle.encrypt(how, key, await packed(plain)));
    },
    open: async (sealed, nonce, bound) => {
      try {
        const how = { name: AES, iv: own(nonce), additionalData: own(bound) };
        return await unpacked(new Uint8Array(await subtle.decrypt(how, key, own(sealed))));
      } catch {
        // Changed bytes, another place, or no gzip.
        return undefined;
      }
    },
  };
};
