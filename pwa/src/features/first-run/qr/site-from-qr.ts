import type { SiteToJoin } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import { readRecoveryQr } from "../../../app/recovery-qr.ts";

/** Why a picture did not bring a site, as the catalogue names it. */
export interface NotFromQr {
  readonly type: "not-a-picture" | "no-qr" | "not-our-qr";
}

/** More than any photograph; a film that was chosen by mistake is not read. Bytes. */
const PICTURE_LIMIT = 40_000_000;

/** What a QR code said, as a site to join. */
export const siteOfQr = async (text: string): Promise<Result<SiteToJoin, NotFromQr>> => {
  const read = await readRecoveryQr(text);
  return read.ok ? ok(read.value) : err({ type: "not-our-qr" });
};

/** The site in a photograph of a key sheet. */
export const siteInPicture = async (file: Blob): Promise<Result<SiteToJoin, NotFromQr>> => {
  const picture =
    file.size > PICTURE_LIMIT ? undefined : await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return err({ type: "not-a-picture" });
  try {
    const { readQr } = await import("./read-qr.ts");
    const text = await readQr({ source: picture, width: picture.width, height: picture.height });
    return text === undefined ? err({ type: "no-qr" }) : await siteOfQr(text);
  } finally {
    picture.close();
  }
};
