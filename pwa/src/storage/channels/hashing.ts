import type { Sha256 } from "@dianbo/shared/channel";
import { hexToBytes, type Sha512 } from "@dianbo/shared/identity";
import { sha256, sha512 } from "hash-wasm";

/** Hashes that also work on plain http, where the browser has no WebCrypto. */
export const hands: { readonly sha256: Sha256; readonly sha512: Sha512 } = {
  sha256: async (bytes) => await sha256(bytes),
  sha512: async (bytes) => hexToBytes(await sha512(bytes)),
};
