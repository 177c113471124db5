import { type FileNature, judgeFile, sniffFile } from "../clip/index.ts";
import { type Courseware, documentFormOf, type KeepingPlace } from "../courseware/index.ts";
import type { Evidence, ProbedFilm } from "./evidence.ts";
import { judgeSubtitles, type SubtitleState } from "./judge-subtitles.ts";

/** Why an item will not play tonight. */
export type Fault =
  | { readonly type: "item-gone" }
  /** Neither file nor text was ever kept. */
  | { readonly type: "not-held" }
  | { readonly type: "file-missing" }
  | { readonly type: "leave-lapsed"; readonly folder: string }
  | { readonly type: "empty" }
  | { readonly type: "half"; readonly have: number; readonly whole: number }
  | { readonly type: "unreadable" }
  /** All there, but not the bytes that were kept. */
  | { readonly type: "differs" }
  | { readonly type: "not-what-it-says"; readonly found: FileNature }
  | { readonly type: "cannot-decode"; readonly codec: string }
  | { readonly type: "no-picture" }
  | { readonly type: "does-not-open" }
  | { readonly type: "needs-net" };

/** What is worth knowing of an item that plays, or is played by hand. */
export type Remark =
  | { readonly type: "by-hand"; readonly place: KeepingPlace }
  /** Shown by WPS, not by the room. */
  | { readonly type: "opens-in-wps"; readonly name: string }
  | { readonly type: "length"; readonly recorded: number; readonly real: number }
  | { readonly type: "silent" }
  | { readonly type: "in-folder"; readonly folder: string }
  | { readonly type: "pictures-missing"; readonly count: number }
  /** The file itself is not there, but it has a text, which the room shows. */
  | { readonly type: "text-only" };

/** How an item stands. */
export interface Judged {
  /** `undefined` where it plays, or is played by hand. */
  readonly fault: Fault | undefined;
  readonly remarks: readonly Remark[];
  /** How the words over its picture stand; missing for what has no picture to put them over. */
  readonly subtitles?: SubtitleState;
}

/** A film may differ from what is written by so many minutes, or by a fifth, before anybody is told. */
const LENGTH_SLACK = 2;

const fault = (why: Fault): Judged => ({ fault: why, remarks: [] });

const lengthRemark = (item: Courseware, seconds: number | undefined): readonly Remark[] => {
  if (seconds === undefined || item.minutes == null || item.minutes === 0) return [];
  const real = Math.max(1, Math.round(seconds / 60));
  const apart = Math.abs(real - item.minutes);
  return apart > LENGTH_SLACK && apart > item.minutes / 5
    ? [{ type: "length", recorded: item.minutes, real }]
    : [];
};

const judgeFilm = (item: Courseware, film: ProbedFilm | undefined): Judged => {
  if (film === undefined) return { fault: undefined, remarks: [] };
  const [codec] = film.cannotDecode;
  if (codec !== undefined) return fault({ type: "cannot-decode", codec });
  if (!film.opens) return fault({ type: "does-not-open" });
  const isSound = item.kind === "audio";
  if (!isSound && !film.picture) return fault({ type: "no-picture" });
  if (isSound && !film.sound) return fault({ type: "does-not-open" });
  return {
    fault: undefined,
    remarks: [
      ...lengthRemark(item, film.seconds),
      ...(film.sound ? [] : [{ type: "silent" } as const]),
    ],
  };
};

const judgeDocument = (item: Courseware, { opens, head }: Evidence): Judged => {
  const { media } = item;
  if (opens === false) return fault({ type: "does-not-open" });
  if (media == null) return { fault: undefined, remarks: [] };
  // Files of before 2007, and those with a password, are for another program whatever they are called.
  const old = head !== undefined && sniffFile(head) === "ole";
  return documentFormOf(media) === "other-program" || old
    ? { fault: undefined, remarks: [{ type: "opens-in-wps", name: media.name }] }
    : { fault: undefined, remarks: [] };
};

const judgeBytes = (item: Courseware, evidence: Evidence): Fault | undefined => {
  const { media } = item;
  const { size, hash, head } = evidence;
  if (media == null) return undefined;
  if (size === 0) return { type: "empty" };
  if (size !== undefined && size < media.size) {
    return { type: "half", have: size, whole: media.size };
  }
  if (hash === "unreadable") return { type: "unreadable" };
  if (hash !== undefined && hash !== media.hash) return { type: "differs" };
  if (size !== undefined && size !== media.size) return { type: "differs" };
  // Pictures have no promise to break here; whether one opens is seen by opening it.
  if (head === undefined || media.mime.startsWith("image/")) return undefined;
  const promised = judgeFile(head, { kind: item.kind, name: media.name });
  return promised.ok ? undefined : { type: "not-what-it-says", found: promised.error.found };
};

const judgeAbsent = (item: Courseware): Judged => {
  if (item.place != null) {
    return { fault: undefined, remarks: [{ type: "by-hand", place: item.place }] };
  }
  if (item.kind === "link") return fault({ type: "needs-net" });
  return fault(item.media == null ? { type: "not-held" } : { type: "file-missing" });
};

const judgeText = (evidence: Evidence): Judged => ({
  fault: undefined,
  remarks:
    evidence.picturesMissing === undefined || evidence.picturesMissing === 0
      ? []
      : [{ type: "pictures-missing", count: evidence.picturesMissing }],
});

const judgeShowing = (item: Courseware, evidence: Evidence): Judged => {
  if (item.kind === "article" && item.article != null) return judgeText(evidence);
  const { found } = evidence;
  if (found.at === "lapsed") return fault({ type: "leave-lapsed", folder: found.folder });
  if (item.media == null || found.at === "nowhere") {
    return item.article != null && item.kind !== "video" && item.kind !== "film"
      ? { fault: undefined, remarks: [{ type: "text-only" }] }
      : judgeAbsent(item);
  }
  const broken = judgeBytes(item, evidence);
  if (broken !== undefined) return fault(broken);
  const shown =
    item.kind === "document" || item.kind === "article" || item.kind === "link"
      ? judgeDocument(item, evidence)
      : judgeFilm(item, evidence.film);
  if (shown.fault !== undefined || found.at === "browser") return shown;
  return { ...shown, remarks: [...shown.remarks, { type: "in-folder", folder: found.folder }] };
};

/** Judges one item by what was seen of it: the first fault is the one that is told, the rest would follow from it. */
export const judgeItem = (item: Courseware, evidence: Evidence): Judged => {
  const shown = judgeShowing(item, evidence);
  const subtitles = judgeSubtitles(item, evidence);
  return subtitles === undefined ? shown : { ...shown, subtitles };
};
