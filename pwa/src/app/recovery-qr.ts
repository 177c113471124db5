import type { SiteToJoin } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import { readRecoveryCode, type WrongRecoveryCode } from "./recovery-code.ts";

/** The longest name that the field for it takes. */
const NAME_LIMIT = 40;

/** What the QR code of the key sheet says: the code without its spaces, then the site's name on a line of its own. */
export const recoveryQrText = (code: string, siteName: string): string =>
  `${code.replaceAll(" ", "")}\n${siteName}`;

/** Whatever else a QR code may hold, such as a web address, is told by its look before it is decoded. */
const LOOK = /^[0-9A-Z]{70,100}$/u;

/** Whether a QR code may be that of a key sheet; what it really is, is found out when it is read. */
export const looksLikeRecoveryQr = (text: string): boolean =>
  LOOK.test(text.split("\n", 1)[0] ?? "");

/** Reads what a QR code said; the name is empty where the code holds none. */
export const readRecoveryQr = async (
  text: string,
): Promise<Result<SiteToJoin, WrongRecoveryCode>> => {
  const [code = "", name = ""] = text.split("\n", 2);
  if (!LOOK.test(code)) return err({ type: "wrong-recovery-code" });
  const read = await readRecoveryCode(code);
  if (!read.ok) return read;
  const { site, siteKey } = read.value;
  if (siteKey === undefined) return err({ type: "wrong-recovery-code" });
  const siteName = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return ok({ site, siteKey, siteName: siteName.slice(0, NAME_LIMIT) });
};
