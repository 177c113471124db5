import { type FileNature, judgeFile, sniffFile } from "@dianbo/shared/clip";
import type { CoursewareKind } from "@dianbo/shared/courseware";

/** What is done with a file that somebody brings, told by its first bytes. */
export type FileVerdict =
  | {
      readonly type: "take";
      readonly kind: CoursewareKind;
      readonly mime: string;
      /** Its name promises something else (「通知.pdf」 that is a film); the bytes are believed. */
      readonly disguised: boolean;
    }
  /** A film that the browser cannot play: it gets its number, and another player shows it. */
  | { readonly type: "other-player"; readonly format: string }
  | {
      readonly type: "refuse";
      readonly why: "empty" | "page" | "playlist" | "package" | "phone-picture" | "unknown";
    };

const text = (head: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...head.subarray(from, to));

const isAt = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

const pictureMime = (head: Uint8Array): string | undefined => {
  if (isAt(head, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (isAt(head, [0x89, 0x50, 0x4e, 0x47])) return "image/png";
  if (text(head, 0, 4) === "GIF8") return "image/gif";
  if (text(head, 0, 4) === "RIFF" && text(head, 8, 12) === "WEBP") return "image/webp";
  return text(head, 0, 2) === "BM" && head[6] === 0 && head[8] === 0 ? "image/bmp" : undefined;
};

/** Formats of old discs and downloads that `sniffFile` has no name for, because no portal serves them. */
const oldFilm = (head: Uint8Array): string | undefined => {
  if (isAt(head, [0x2e, 0x52, 0x4d, 0x46])) return "RMVB";
  return isAt(head, [0, 0, 1, 0xba]) || isAt(head, [0, 0, 1, 0xb3]) ? "VOB" : undefined;
};

const endingOf = (name: string): string =>
  /\.([a-z0-9]{1,6})$/iu.exec(name)?.[1]?.toLowerCase() ?? "";

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  film: ["mp4", "m4v", "mov", "webm", "mkv", "ogv", "ogg", "m4a"],
  sound: ["mp3", "m4a", "aac", "wav", "flac", "ogg", "oga", "opus"],
  pdf: ["pdf"],
  file: "doc docx xls xlsx ppt pptx wps et dps ofd rtf zip rar txt csv".split(" "),
  picture: ["jpg", "jpeg", "jfif", "png", "gif", "webp", "bmp"],
};

const taken = (
  name: string,
  kind: CoursewareKind,
  mime: string,
  family: keyof typeof ENDINGS,
): FileVerdict => {
  const ending = endingOf(name);
  const known = Object.values(ENDINGS).some((endings) => endings.includes(ending));
  return {
    type: "take",
    kind,
    mime,
    disguised: known && ENDINGS[family]?.includes(ending) === false,
  };
};

const byNature = (nature: FileNature, head: Uint8Array, name: string): FileVerdict => {
  const mimeAs = (kind: CoursewareKind, as: string): string => {
    const judged = judgeFile(head, { kind, name: as });
    return judged.ok ? judged.value.mime : "application/octet-stream";
  };
  switch (nature) {
    case "mp4":
      // The container of phone pictures is the same; its brand tells.
      if (/^(?:hei|mif1|msf1|avif)/u.test(text(head, 8, 12))) {
        return { type: "refuse", why: "phone-picture" };
      }
      return taken(name, "video", mimeAs("video", name), "film");
    case "webm":
    case "ogg":
      return taken(name, "video", mimeAs("video", name), "film");
    case "m4a":
    case "mp3":
    case "aac":
    case "wav":
    case "flac":
      return taken(name, "audio", mimeAs("audio", name), "sound");
    case "avi":
    case "wmv":
    case "flv":
    case "ts":
      return { type: "other-player", format: nature.toUpperCase() };
    case "pdf":
      return taken(name, "document", "application/pdf", "pdf");
    case "zip":
    case "ole":
    case "rtf":
    case "rar": {
      const office = ENDINGS["file"]?.includes(endingOf(name)) ?? false;
      return taken(name, "document", mimeAs("document", office ? name : `a.${nature}`), "file");
    }
    case "html":
      return { type: "refuse", why: "page" };
    case "playlist":
      return { type: "refuse", why: "playlist" };
    case "unknown":
      return ["txt", "csv"].includes(endingOf(name))
        ? taken(name, "document", "text/plain", "file")
        : { type: "refuse", why: "unknown" };
  }
};

/**
 * Judges a file by its first bytes (`SNIFF_BYTES` of them); its name only decides where the bytes leave
 * it open, as with Office files.
 */
export const judgeBroughtFile = (
  head: Uint8Array,
  { name, size }: { readonly name: string; readonly size: number },
): FileVerdict => {
  if (size === 0) return { type: "refuse", why: "empty" };
  if (endingOf(name) === "dianbo") return { type: "refuse", why: "package" };
  const picture = pictureMime(head);
  if (picture !== undefined) return taken(name, "document", picture, "picture");
  const old = oldFilm(head);
  if (old !== undefined) return { type: "other-player", format: old };
  return byNature(sniffFile(head), head, name);
};
