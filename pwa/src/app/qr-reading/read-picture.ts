import { err, ok, type Result } from "@dianbo/shared/result";
import type { CodeDesk } from "./code-desk.ts";

/** Why a file gave no QR code, as the catalogues name it. */
export interface NoCodeInPicture {
  readonly type: "not-a-picture" | "no-qr";
}

/** More than any photograph; a film that was chosen by mistake is not read. Bytes. */
const PICTURE_LIMIT = 40_000_000;

/** Whether a file is a picture by its type; what it really is, is found out when it is opened. */
export const isPicture = (file: File): boolean => file.type.startsWith("image/");

/** What the QR codes in a picture say, at most `most` of them and at least one. */
export const readPicture = async (
  desk: CodeDesk,
  file: Blob,
  most: number,
): Promise<Result<readonly string[], NoCodeInPicture>> => {
  const picture =
    file.size > PICTURE_LIMIT ? undefined : await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return err({ type: "not-a-picture" });
  const texts = await desk.read(picture, most);
  return texts === undefined || texts.length === 0 ? err({ type: "no-qr" }) : ok(texts);
};
