import { hexToBytes, makeSiteKey, type SiteId, siteIdSchema } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import { base32crockford } from "@scure/base";
import * as v from "valibot";
import type { SiteIdentity } from "../storage/index.ts";
import { sha512 } from "./site-key.ts";

const SITE_BYTES = 18;
const KEY_BYTES = 32;
const CHECK_BYTES = 2;

/** A code that was copied from the sheet does not fit itself: some character is wrong or missing. */
export interface WrongRecoveryCode {
  readonly type: "wrong-recovery-code";
}

const checkOf = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await sha512(bytes)).slice(0, CHECK_BYTES);

const bytesOfSite = (site: SiteId): Uint8Array =>
  Uint8Array.from(atob(site.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
    character.charCodeAt(0),
  );

const siteOfBytes = (bytes: Uint8Array): SiteId =>
  v.parse(
    siteIdSchema,
    btoa(String.fromCharCode(...bytes))
      .replaceAll("+", "-")
      .replaceAll("/", "_"),
  );

/** Site id, key and a check of both as letters that one can copy by hand, in groups of four. */
export const recoveryCode = async (
  site: SiteId,
  siteKey: NonNullable<SiteIdentity["siteKey"]>,
): Promise<string> => {
  const bytes = new Uint8Array([...bytesOfSite(site), ...hexToBytes(siteKey.privateKey)]);
  const code = base32crockford.encode(new Uint8Array([...bytes, ...(await checkOf(bytes))]));
  return (code.match(/.{1,4}/gu) ?? []).join(" ");
};

/** Reads a code that was typed from the sheet; spaces, small letters and look-alikes do not matter. */
export const readRecoveryCode = async (
  typed: string,
): Promise<Result<Required<Pick<SiteIdentity, "site" | "siteKey">>, WrongRecoveryCode>> => {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/gu, "1");
  try {
    const all = base32crockford.decode(letters);
    const bytes = all.slice(0, SITE_BYTES + KEY_BYTES);
    const check = await checkOf(bytes);
    if (
      all.length !== SITE_BYTES + KEY_BYTES + CHECK_BYTES ||
      check.some((byte, place) => byte !== all[bytes.length + place])
    ) {
      return err({ type: "wrong-recovery-code" });
    }
    return ok({
      site: siteOfBytes(bytes.slice(0, SITE_BYTES)),
      siteKey: await makeSiteKey(bytes.slice(SITE_BYTES), sha512),
    });
  } catch {
    // The decoder throws at letters that it does not have.
    return err({ type: "wrong-recovery-code" });
  }
};
