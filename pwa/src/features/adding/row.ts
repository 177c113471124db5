import type { Category, CategoryReason } from "@dianbo/shared/category";
import { type CivilDate, type Minutes, minutesSchema } from "@dianbo/shared/clock";
import type { CoursewareKind, KeepingPlace } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import { type ProgrammeNumber, shelfOf } from "@dianbo/shared/programme";
import type { Subtitles } from "@dianbo/shared/subtitles";
import * as v from "valibot";
import type { LyingFile } from "../../storage/film-folders/index.ts";
import type { FileVerdict } from "./file-nature.ts";
import { readOwnNumber } from "./own-number.ts";

/** Why a file does not come in. */
export type RefusedWhy = Extract<FileVerdict, { type: "refuse" }>["why"] | "unreadable" | "no-room";

/** How a row stands on its way into the library. */
export type RowState =
  | { readonly type: "reading" }
  | { readonly type: "ready" }
  | { readonly type: "refused"; readonly why: RefusedWhy }
  /** The same bytes are in the library already. */
  | { readonly type: "held"; readonly title: string; readonly number: number | undefined }
  | { readonly type: "keeping"; readonly bytes: number }
  | { readonly type: "kept" }
  | { readonly type: "failed"; readonly why: "disk-full" | "not-kept" | "same-as-above" }
  | { readonly type: "added"; readonly item: RecordId };

/** What is worth knowing of a file before it is kept. */
export type Remark = "disguised" | "sound-only" | "large";

/** What a site's old table tells of an item besides title, number, minutes and category. */
export interface ListedFacts {
  /** Its line in the table, from 1. */
  readonly line: number;
  readonly publisher?: string | undefined;
  readonly publishedAt?: CivilDate | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly place?: KeepingPlace | undefined;
  readonly note?: string | undefined;
  /** What stood under 编号 and is no programme number: it gets a new one. */
  readonly oddNumber?: string | undefined;
}

/** A file, a row of the site's old table, or both of one item, as it stands in the preview. */
export interface BroughtRow {
  readonly key: string;
  /** None for a row of a table whose film is not here. */
  readonly file: File | undefined;
  /** Where the file lies in a folder that was opened; only then may it stay there. */
  readonly lies: LyingFile | undefined;
  /** What a table told of it, if one did. */
  readonly listed: ListedFacts | undefined;
  readonly title: string;
  readonly kind: CoursewareKind;
  readonly mime: string;
  /** Playing time as the browser told it. */
  readonly seconds: number | undefined;
  readonly minutes: string;
  readonly category: Category | undefined;
  /** Why this category was suggested; gone once the person has chosen. */
  readonly reason: CategoryReason | undefined;
  /** The number that the paper already has, as it was typed. */
  readonly number: string;
  readonly oldNumber: ProgrammeNumber | undefined;
  readonly titleUnderNumber: string | undefined;
  /** A format that only another player shows; then the file is not copied. */
  readonly otherPlayer: string | undefined;
  readonly remarks: readonly Remark[];
  /** Words over the picture, from a file that lies beside the film. */
  readonly subtitles?: Subtitles | undefined;
  readonly state: RowState;
}

/** Reads minutes as typed: `null` for nothing, `undefined` for what is no number from 0 to 1440. */
export const readMinutes = (typed: string): Minutes | null | undefined => {
  const text = typed.normalize("NFKC").replace(/\s|分钟?|min(?:utes?)?/giu, "");
  if (text === "") return null;
  if (!/^\d{1,4}$/u.test(text)) return undefined;
  const minutes = v.safeParse(minutesSchema, Number(text));
  return minutes.success ? minutes.output : undefined;
};

/** The category a row goes to: what the person chose, else the shelf of a number on paper, else what is suggested. */
export const categoryOf = (
  row: Pick<BroughtRow, "category" | "reason" | "number">,
): Category | undefined => {
  if (row.category !== undefined && row.reason === undefined) return row.category;
  const own = readOwnNumber(row.number, []);
  return own.ok && own.value !== undefined ? shelfOf(own.value) : row.category;
};

/** How a row names its file, or the line of the table it is. */
export const fileNameOf = ({ file, lies }: Pick<BroughtRow, "file" | "lies">): string =>
  lies === undefined ? (file?.name ?? "") : `${lies.root.name}/${lies.path}`;

/** Whether a row can still be changed and saved. */
export const isOpen = ({ state }: BroughtRow): boolean =>
  state.type === "ready" || (state.type === "failed" && state.why !== "same-as-above");
