import type { FolderFile } from "@dianbo/shared/book-folder";
import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";
import type { Library } from "../library.ts";
import { hasLeave } from "./chosen-folder.ts";
import { fileAt } from "./folder-shape.ts";

/** In the library's small memory: the stick from which films play without being copied. One at a time. */
const MEMO = "stick-in-place";

const memoSchema = v.object({
  root: v.custom<FileSystemDirectoryHandle>(
    (input) =>
      typeof FileSystemDirectoryHandle !== "undefined" &&
      input instanceof FileSystemDirectoryHandle,
  ),
  files: v.array(
    v.object({
      hash: mediaHashSchema,
      size: v.number(),
      path: v.pipe(v.string(), v.maxLength(255)),
    }),
  ),
});

/** The stick from which films play where they lie. */
export type StickInPlace = v.InferOutput<typeof memoSchema>;

/** The stick that plays in place; it answers only while the browser's leave for it stands. */
export const stickInPlace = async (
  library: Pick<Library, "readMemo">,
): Promise<StickInPlace | undefined> => {
  const read = v.safeParse(memoSchema, await library.readMemo(MEMO));
  return read.success ? read.output : undefined;
};

/** Lets films play from a stick, in the place of any other stick; no film lets none. */
export const playFromStick = (
  library: Pick<Library, "writeMemo">,
  root: FileSystemDirectoryHandle,
  files: readonly FolderFile[],
): Promise<void> =>
  library.writeMemo(
    MEMO,
    files.length === 0
      ? null
      : { root, files: files.map(({ hash, size, path }) => ({ hash, size, path })) },
  );

/** A film that plays from the stick. Never asks for leave; where the stick is out, the film is not there. */
export const fileOnStick = async (
  library: Pick<Library, "readMemo">,
  hash: MediaHash,
): Promise<File | undefined> => {
  const stick = await stickInPlace(library);
  const line = stick?.files.find((file) => file.hash === hash);
  if (stick === undefined || line === undefined || !(await hasLeave(stick.root, "read"))) {
    return undefined;
  }
  const file = await fileAt(stick.root, line.path).catch(() => undefined);
  return file?.size === line.size ? file : undefined;
};
