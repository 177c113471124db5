import {
  hexToBytes,
  makeSiteKey,
  type NewId,
  type Sha512,
  type SiteKey,
} from "@dianbo/shared/identity";
import { sha512 as digest } from "hash-wasm";
import type { Dependencies } from "./library-context.tsx";

/** SHA-512 that also works on plain http, where the browser has no WebCrypto. */
export const sha512: Sha512 = async (bytes) => hexToBytes(await digest(bytes));

/** 32 random bytes: two ids hold 36. */
const seedOf = (newId: NewId): Uint8Array => {
  const text = atob((newId() + newId()).replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text.slice(0, 32), (character) => character.charCodeAt(0));
};

/** The site's signing key; the first PC that needs it makes it. */
export const ensureSiteKey = async ({
  library,
  newId,
}: Pick<Dependencies, "library" | "newId">): Promise<SiteKey> =>
  library.identity().siteKey ?? library.keepSiteKey(await makeSiteKey(seedOf(newId), sha512));
