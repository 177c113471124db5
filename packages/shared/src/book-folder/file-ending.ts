import type { MediaFile } from "../courseware/index.ts";

/** Kinds of file that courseware comes as, and their ending; the first of a kind is the one given. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ["video/mp4", "mp4"],
  ["video/mp4", "m4v"],
  ["video/webm", "webm"],
  ["video/x-matroska", "mkv"],
  ["video/quicktime", "mov"],
  ["video/mp2t", "ts"],
  ["video/x-flv", "flv"],
  ["video/x-msvideo", "avi"],
  ["video/x-ms-wmv", "wmv"],
  ["video/mpeg", "mpg"],
  ["video/3gpp", "3gp"],
  ["audio/mpeg", "mp3"],
  ["audio/mp4", "m4a"],
  ["audio/aac", "aac"],
  ["audio/wav", "wav"],
  ["audio/ogg", "ogg"],
  ["audio/flac", "flac"],
  ["audio/webm", "weba"],
  ["application/pdf", "pdf"],
  ["application/msword", "doc"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
  ["application/vnd.ms-excel", "xls"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
  ["application/vnd.ms-powerpoint", "ppt"],
  ["application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"],
  ["application/vnd.ms-works", "wps"],
  ["application/zip", "zip"],
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["image/webp", "webp"],
  ["image/gif", "gif"],
  ["text/plain", "txt"],
];

/**
 * The ending of a copy on disk: the file's own where courseware has such, else the one of its kind. Never
 * one that a double click would run.
 */
export const endingOf = ({ mime, name }: Pick<MediaFile, "mime" | "name">): string => {
  const own = /\.([A-Za-z\d]{2,4})$/u.exec(name)?.[1]?.toLowerCase();
  const kind = mime.split(";")[0]?.trim().toLowerCase();
  const ofKind = ENDINGS.filter(([known]) => known === kind).map(([, ending]) => ending);
  if (own !== undefined && ofKind.includes(own)) return own;
  const [first] = ofKind;
  if (first !== undefined) return first;
  return ENDINGS.some(([, ending]) => ending === own) ? (own ?? "bin") : "bin";
};
