import {
  hexToBytes,
  makeSiteKey,
  type NewId,
  type Sha512,
  type SiteKey,
} from "@dianbo/shared/identity";
import { ok } from "@dianbo/shared/result";
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

/**
 * Gives the site a new signing key, which the old one signs, so that whoever knew the old one knows the new.
 * The other PC takes it over with the next file that the two exchange.
 */
export const changeSiteKey = async (
  dependencies: Pick<Dependencies, "library" | "newId" | "clock">,
): Promise<boolean> => {
  const { handOverKey, keepKeyChange } = await import("@dianbo/shared/signing");
  const { library, newId, clock } = dependencies;
  const from = await ensureSiteKey(dependencies);
  const next = await makeSiteKey(seedOf(newId), sha512);
  const word = { from, to: next.publicKey, at: clock.now() };
  const handover = await handOverKey(library.identity().site, word, sha512);
  const kept = await library.apply(
    () => ok({ label: { type: "change-site-key" }, puts: [...keepKeyChange(handover)] }),
    { undoable: false },
  );
  if (kept.ok) await library.replaceSiteKey(next);
  return kept.ok;
};
