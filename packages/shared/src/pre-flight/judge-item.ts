import { type FileNature, judgeFile } from "../clip/index.ts";
import type { Courseware, KeepingPlace, MediaHash } from "../courseware/index.ts";

/** What this machine's browser says of a film or a recording after it opened it and decoded its first picture. */
export interface ProbedFilm {
  /** It opened, and a first picture (of a recording: its sound) was ready to play. */
  readonly opens: boolean;
  /** Its own length; `undefined` where the file does not say it. */
  readonly seconds: number | undefined;
  readonly picture: boolean;
  readonly sound: boolean;
  /** Codecs of its tracks that this machine cannot decode, as RFC 6381 strings or the container's own names. */
  readonly cannotDecode: readonly string[];
}

/** Where a file was found. */
export type FoundAt =
  | { readonly at: "browser" }
  /** In a folder of this PC or on a stick: it plays while the browser still lets us read there. */
  | { readonly at: "folder"; readonly folder: string }
  /** Its folder is known, but the browser wants a click before it reads there again. */
  | { readonly at: "lapsed"; readonly folder: string }
  | { readonly at: "nowhere" };

/** What was seen of an item on this machine. Every field that could not be looked at is missing. */
export interface Evidence {
  readonly found: FoundAt;
  /** Bytes of the file as it lies there. */
  readonly size?: number | undefined;
  /** The hash of all its bytes; `"unreadable"` where they could not be read to the end. */
  readonly hash?: MediaHash | "unreadable" | undefined;
  /** Its first bytes, `SNIFF_BYTES` of them. */
  readonly head?: Uint8Array | undefined;
  readonly film?: ProbedFilm | undefined;
  /** Whether a picture or a document of its own kind opened. */
  readonly opens?: boolean | undefined;
  /** Pictures of an article's text that are not there. */
  readonly picturesMissing?: number | undefined;
}

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

/** Formats of documents that the study room shows itself. */
const SHOWN = /^(?:application\/pdf|image\/|text\/)/u;

const judgeDocument = (item: Courseware, { opens }: Evidence): Judged => {
  const { media } = item;
  if (opens === false) return fault({ type: "does-not-open" });
  if (media == null || SHOWN.test(media.mime) || /\.(?:pdf|docx)$/iu.test(media.name)) {
    return { fault: undefined, remarks: [] };
  }
  return { fault: undefined, remarks: [{ type: "opens-in-wps", name: media.name }] };
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

/** Judges one item by what was seen of it: the first fault is the one that is told, the rest would follow from it. */
export const judgeItem = (item: Courseware, evidence: Evidence): Judged => {
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
