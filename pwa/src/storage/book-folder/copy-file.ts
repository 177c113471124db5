import type { MediaHash } from "@dianbo/shared/courseware";
import { err, ok, type Result } from "@dianbo/shared/result";
import { createSHA256, type IHasher } from "hash-wasm";
import { type Bytes, eachChunk } from "../each-chunk.ts";
import {
  entryAt,
  type Folder,
  type FolderFailure,
  type FolderWriting,
  folderFailureOf,
  SOURCE_ERROR,
} from "./folder-shape.ts";

const stopped = (): DOMException => new DOMException("stopped", "AbortError");

/** The same bytes, whose reading fails under a name of its own: it is not the folder that is gone then. */
const readable = (source: Blob): Bytes => ({
  size: source.size,
  slice: (from, to) => ({
    arrayBuffer: () =>
      source
        .slice(from, to)
        .arrayBuffer()
        .catch(() => {
          throw new DOMException("the first copy cannot be read", SOURCE_ERROR);
        }),
  }),
});

/** SHA-256 of a file in hexadecimal. */
const hashOfFile = async (
  file: Blob,
  signal: AbortSignal,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<string> => {
  const sha: IHasher = await createSHA256();
  await eachChunk(file, (bytes, at) => {
    if (signal.aborted) throw stopped();
    sha.update(bytes);
    onProgress(at + bytes.length);
  });
  return sha.digest("hex");
};

const writeAll = async (
  file: Blob,
  writing: FolderWriting,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<string> => {
  const sha = await createSHA256();
  await eachChunk(readable(file), async (bytes, at) => {
    if (signal.aborted) throw stopped();
    sha.update(bytes);
    await writing.write(bytes);
    onProgress(at + bytes.length);
  });
  return sha.digest("hex");
};

/** Whether the bytes that lie at a path are those of a hash, read from there anew. */
export const verifyAt = async (
  root: Folder,
  { path, hash }: { readonly path: string; readonly hash: MediaHash },
  signal: AbortSignal,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<Result<null, FolderFailure>> => {
  try {
    const lying = await (await entryAt(root, path, false)).getFile();
    const found = await hashOfFile(lying, signal, onProgress);
    return found === hash ? ok(null) : err({ type: "differs" });
  } catch (error) {
    return err(folderFailureOf(error));
  }
};

/**
 * Copies one file to a path of the folder and reads it back from there. What breaks off leaves nothing
 * behind; what reads back as something else is taken away again. Progress counts every byte twice: written,
 * and read back.
 */
export const copyFile = async (
  source: Blob,
  root: Folder,
  { path, hash }: { readonly path: string; readonly hash: MediaHash },
  signal: AbortSignal,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<Result<null, FolderFailure>> => {
  const [folder = "", name = ""] = path.split("/");
  let writing: FolderWriting | undefined;
  let shelf: Folder | undefined;
  let isNew = false;
  const takeAway = async (): Promise<void> => {
    await writing?.abort().catch(() => undefined);
    if (isNew) await shelf?.removeEntry(name).catch(() => undefined);
  };
  try {
    shelf = await root.getDirectoryHandle(folder, { create: true });
    isNew = await shelf.getFileHandle(name).then(
      () => false,
      () => true,
    );
    const entry = await shelf.getFileHandle(name, { create: true });
    writing = await entry.createWritable();
    const read = await writeAll(source, writing, signal, onProgress);
    if (read !== hash) {
      await takeAway();
      return err({ type: "source-broken" });
    }
    await writing.close();
  } catch (error) {
    await takeAway();
    const failure = folderFailureOf(error);
    // Nobody stopped it: a browser calls a write so that a pulled stick broke off.
    return err(failure.type === "stopped" && !signal.aborted ? { type: "folder-gone" } : failure);
  }
  const verified = await verifyAt(root, { path, hash }, signal, (bytes) =>
    onProgress(source.size + bytes),
  );
  // What could not be read to its end stays: the next run reads it again before it copies anything.
  if (!verified.ok && verified.error.type === "differs") {
    await shelf.removeEntry(name).catch(() => undefined);
  }
  return verified;
};
