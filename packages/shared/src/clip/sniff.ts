import type { CoursewareKind } from "../courseware/index.ts";
import { err, ok, type Result } from "../result/index.ts";

/** How many bytes from the start of a file are enough to tell what it is. */
export const SNIFF_BYTES = 1024;

/** What a file is by its first bytes, whatever its name or its server say. */
export type FileNature =
  | "mp4"
  | "m4a"
  | "webm"
  | "ogg"
  | "mp3"
  | "aac"
  | "wav"
  | "flac"
  | "avi"
  | "wmv"
  | "flv"
  | "ts"
  | "playlist"
  | "pdf"
  | "zip"
  | "ole"
  | "rtf"
  | "rar"
  | "html"
  | "unknown";

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const SIGNATURES: readonly (readonly [FileNature, readonly number[]])[] = [
  ["webm", [0x1a, 0x45, 0xdf, 0xa3]],
  ["ogg", [0x4f, 0x67, 0x67, 0x53]],
  ["mp3", [0x49, 0x44, 0x33]],
  ["flac", [0x66, 0x4c, 0x61, 0x43]],
  ["wmv", [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11]],
  ["flv", [0x46, 0x4c, 0x56, 0x01]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["ole", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["rtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["rar", [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
];

/** MPEG audio starts each frame with eleven set bits; layer 0 is AAC in ADTS. */
const frameNature = (head: Uint8Array): FileNature | undefined => {
  const [first = 0, second = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  if ((second & 0xf6) === 0xf0) return "aac";
  return (second & 0x06) === 0 ? undefined : "mp3";
};

const HTML =
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|script|meta|title)\b/iu;

const textNature = (head: Uint8Array): FileNature | undefined => {
  const text = latin(head, 0, SNIFF_BYTES).replace(/^\u00EF\u00BB\u00BF/u, "");
  if (text.startsWith("#EXTM3U")) return "playlist";
  if (HTML.test(text)) return "html";
  return text.includes("%PDF-") ? "pdf" : undefined;
};

/** Tells by its first bytes what a file is; a UTF-16 page or anything not listed is `unknown`. */
export const sniffFile = (head: Uint8Array): FileNature => {
  if (latin(head, 4, 8) === "ftyp") return latin(head, 8, 11) === "M4A" ? "m4a" : "mp4";
  if (latin(head, 0, 4) === "RIFF") {
    if (latin(head, 8, 12) === "WAVE") return "wav";
    if (latin(head, 8, 12) === "AVI ") return "avi";
  }
  for (const [nature, signature] of SIGNATURES) if (startsWith(head, signature)) return nature;
  if (head[0] === 0x47 && head[188] === 0x47) return "ts";
  return textNature(head) ?? frameNature(head) ?? "unknown";
};

/** What a clip promised its file to be. */
export interface PromisedFile {
  readonly kind: CoursewareKind;
  /** The file's name, for what its ending promises. */
  readonly name: string;
}

/** The file that came is not the one that was promised; nothing of it is kept. */
export interface WrongFile {
  /** A web page came instead, most likely the portal's login page; or a file of another type. */
  readonly type: "login-page" | "wrong-type";
  readonly found: FileNature;
}

const FILM: readonly FileNature[] = ["mp4", "m4a", "webm", "ogg"];
const SOUND: readonly FileNature[] = ["mp3", "m4a", "mp4", "ogg", "webm", "wav", "aac", "flac"];

/** Old and new Office files carry each other's endings often enough, so either is taken for either. */
const OFFICE = new Set(["doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "dps", "ofd"]);

const documentNatures = (ending: string): readonly FileNature[] => {
  if (ending === "pdf") return ["pdf"];
  if (OFFICE.has(ending)) return ["zip", "ole", "rtf"];
  if (ending === "zip" || ending === "rar") return ["zip", "rar"];
  if (ending === "txt" || ending === "csv") return ["unknown"];
  return ["pdf", "zip", "ole", "rtf"];
};

const allowedNatures = ({ kind, name }: PromisedFile): readonly FileNature[] => {
  switch (kind) {
    case "video":
    case "film":
      return FILM;
    case "audio":
      return SOUND;
    case "document":
    case "article":
    case "link":
      return documentNatures(endingOf(name));
  }
};

const endingOf = (name: string): string =>
  /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? "";

const OFFICE_MIME: Readonly<Record<string, string>> = {
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ofd: "application/ofd",
  wps: "application/vnd.ms-works",
};

const mimeOf = (nature: FileNature, promised: PromisedFile): string => {
  const sound = promised.kind === "audio";
  switch (nature) {
    case "mp4":
    case "m4a":
      return sound ? "audio/mp4" : "video/mp4";
    case "webm":
      return sound ? "audio/webm" : "video/webm";
    case "ogg":
      return sound ? "audio/ogg" : "video/ogg";
    case "mp3":
      return "audio/mpeg";
    case "aac":
      return "audio/aac";
    case "wav":
      return "audio/wav";
    case "flac":
      return "audio/flac";
    case "pdf":
      return "application/pdf";
    case "zip":
    case "ole":
      return (
        OFFICE_MIME[endingOf(promised.name)] ??
        (nature === "zip" ? "application/zip" : "application/x-ole-storage")
      );
    case "rtf":
      return "application/rtf";
    case "rar":
      return "application/vnd.rar";
    case "unknown":
      return "text/plain";
    case "avi":
    case "wmv":
    case "flv":
    case "ts":
    case "playlist":
    case "html":
      return "application/octet-stream";
  }
};

/**
 * Checks a file's first bytes against what was promised, and names its true type. Server and name are
 * not believed: portals answer a request without a session with a login page called `notice.pdf`.
 */
export const judgeFile = (
  head: Uint8Array,
  promised: PromisedFile,
): Result<{ readonly mime: string }, WrongFile> => {
  const found = sniffFile(head);
  if (allowedNatures(promised).includes(found)) return ok({ mime: mimeOf(found, promised) });
  return err({ type: found === "html" ? "login-page" : "wrong-type", found });
};
