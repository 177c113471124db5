import type { SiteToJoin } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import { openCodeDesk } from "../../../app/qr-reading/code-desk.ts";
import { type NoCodeInPicture, readPicture } from "../../../app/qr-reading/read-picture.ts";
import { readRecoveryQr } from "../../../app/recovery-qr.ts";

/** Why a picture did not bring a site, as the catalogue names it. */
export interface NotFromQr {
  readonly type: NoCodeInPicture["type"] | "not-our-qr";
}

/** What a QR code said, as a site to join. */
export const siteOfQr = async (text: string): Promise<Result<SiteToJoin, NotFromQr>> => {
  const read = await readRecoveryQr(text);
  return read.ok ? ok(read.value) : err({ type: "not-our-qr" });
};

/** The site in a photograph of a key sheet. */
export const siteInPicture = async (file: Blob): Promise<Result<SiteToJoin, NotFromQr>> => {
  const desk = openCodeDesk();
  try {
    const texts = await readPicture(desk, file, 1);
    return texts.ok ? await siteOfQr(texts.value[0] ?? "") : texts;
  } finally {
    desk.close();
  }
};
