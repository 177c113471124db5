import { suggestCategory } from "@dianbo/shared/category";
import { SNIFF_BYTES } from "@dianbo/shared/clip";
import { minutesOfSeconds } from "@dianbo/shared/clock";
import { type Courseware, findSameSource, isListed } from "@dianbo/shared/courseware";
import { titleOfFile } from "@dianbo/shared/programme";
import { createSHA256 } from "hash-wasm";
import type { LyingFile } from "../../storage/film-folders/index.ts";
import { judgeBroughtFile } from "./file-nature.ts";
import { probeMedia } from "./probe-media.ts";
import type { BroughtRow, Remark, RowState } from "./row.ts";

const CHUNK = 4 * 1024 * 1024;

/** A copy of so many bytes takes minutes on an old disk: worth a word before it begins. */
const LARGE = 2 * 1024 ** 3;

/** Kept back for records, in bytes. */
const FOR_RECORDS = 200 * 1024 * 1024;

const hashOf = async (file: File): Promise<string> => {
  const sha = await createSHA256();
  for (let at = 0; at < file.size; at += CHUNK) {
    sha.update(new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer()));
  }
  return sha.digest("hex");
};

/** The item that holds these very bytes. Hashing reads the whole file, so only where the size agrees. */
const holderOf = async (
  file: File,
  items: readonly Courseware[],
): Promise<Courseware | undefined> => {
  const alike = items.filter((item) => isListed(item) && item.media?.size === file.size);
  return alike.length === 0 ? undefined : findSameSource(alike, { hash: await hashOf(file) });
};

const hasRoomFor = async (bytes: number): Promise<boolean> => {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
  return bytes + FOR_RECORDS <= quota - usage;
};

/** A file that somebody brings, with the folder it was found in where one was opened. */
export interface BroughtFile {
  readonly file: File;
  readonly lies: LyingFile | undefined;
}

/** The folder right above a file; its name often tells the category. */
const folderOf = (file: File, lies: LyingFile | undefined): string | undefined =>
  lies === undefined
    ? file.webkitRelativePath.split("/").at(-2)
    : [lies.root.name, ...lies.path.split("/")].at(-2);

/** A row as it stands before its file has been looked into. */
export const newRow = (key: string, { file, lies }: BroughtFile): BroughtRow => {
  const { title, oldNumber, titleUnderNumber } = titleOfFile(file.name);
  const folder = folderOf(file, lies);
  const suggested = suggestCategory({ host: "", column: folder, title: `${title} ${file.name}` });
  return {
    key,
    file,
    lies,
    listed: undefined,
    title,
    kind: "video",
    mime: "",
    seconds: undefined,
    minutes: "",
    category: suggested?.category,
    reason: suggested?.reason,
    number: "",
    oldNumber,
    titleUnderNumber,
    otherPlayer: undefined,
    remarks: [],
    state: { type: "reading" },
  };
};

/** What the reading of a file adds to its row. */
export type ReadFacts = Pick<BroughtRow, "state"> &
  Partial<Pick<BroughtRow, "kind" | "mime" | "seconds" | "minutes" | "otherPlayer" | "remarks">>;

const refused = (why: Extract<RowState, { type: "refused" }>["why"]): ReadFacts => ({
  state: { type: "refused", why },
});

const READY: RowState = { type: "ready" };

const withPlayingTime = async (
  file: File,
  taken: { readonly kind: BroughtRow["kind"]; readonly mime: string },
  remarks: readonly Remark[],
): Promise<ReadFacts> => {
  const probe = await probeMedia(file, taken.mime);
  if (probe.type === "cannot-play") {
    const format = /\.([a-z0-9]{1,5})$/iu.exec(file.name)?.[1]?.toUpperCase() ?? "?";
    return { kind: "video", otherPlayer: format, remarks, state: READY };
  }
  const { seconds } = probe;
  const soundOnly = taken.kind === "video" && probe.soundOnly;
  return {
    kind: soundOnly ? "audio" : taken.kind,
    mime: taken.mime,
    seconds,
    minutes: seconds === undefined ? "" : String(minutesOfSeconds(seconds)),
    remarks: soundOnly ? [...remarks, "sound-only"] : remarks,
    state: READY,
  };
};

/** Looks into a file: what it is, how long it plays, whether it is here already. Never rejects. */
export const readBroughtFile = async (
  file: File,
  items: readonly Courseware[],
): Promise<ReadFacts> => {
  try {
    const head = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
    const verdict = judgeBroughtFile(head, file);
    if (verdict.type === "refuse") return refused(verdict.why);
    if (verdict.type === "other-player") {
      return { kind: "video", otherPlayer: verdict.format, state: READY };
    }
    const holder = await holderOf(file, items);
    if (holder !== undefined) {
      const { title, number } = holder;
      return { state: { type: "held", title, number: number ?? undefined } };
    }
    if (!(await hasRoomFor(file.size))) return refused("no-room");
    const remarks: Remark[] = [
      ...(verdict.disguised ? (["disguised"] as const) : []),
      ...(file.size >= LARGE ? (["large"] as const) : []),
    ];
    if (verdict.kind !== "video" && verdict.kind !== "audio") {
      return { kind: verdict.kind, mime: verdict.mime, remarks, state: READY };
    }
    return await withPlayingTime(file, verdict, remarks);
  } catch {
    // The stick was pulled out, the file is open elsewhere, or it is a folder.
    return refused("unreadable");
  }
};

/** The row with its old number taken over: the title goes without it. */
export const underOldNumber = (row: BroughtRow): BroughtRow => ({
  ...row,
  number: String(row.oldNumber ?? ""),
  title: row.titleUnderNumber ?? row.title,
});
