import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { err, ok, type Result } from "@dianbo/shared/result";
import { createSHA256 } from "hash-wasm";
import * as v from "valibot";
import { type Bytes, eachChunk } from "./each-chunk.ts";
import { isDiskFull } from "./failures.ts";
import type { MediaFailure } from "./media-store.ts";
import type { Incoming } from "./opfs-files.ts";

/** What is written into while a file is kept; only what of it is used. */
export type HalfFile = Pick<Incoming, "write" | "flush" | "discard">;

/** Where files lie, half and whole. */
export interface KeepingPlace<File extends HalfFile> {
  /** Opens a file without a name of its own yet. */
  open(): Promise<File>;
  /** Gives a complete, flushed file its name. */
  name(file: File, hash: MediaHash): Promise<void>;
}

/** What whoever waits is told, and may say. */
export interface KeepingWatch {
  /** Bytes that stand in the file. */
  readonly onProgress: (bytes: number) => void;
  /** Asked before each piece is written. */
  readonly isStopped: () => boolean;
}

class Stopped extends Error {}

/**
 * Copies, hashes and names a file. Whatever goes wrong, and where somebody stops it between two pieces of
 * 4 MB, nothing of it is left: neither under its name nor half.
 */
export const keepBlob = async <File extends HalfFile>(
  blob: Bytes,
  expected: MediaHash | null,
  place: KeepingPlace<File>,
  { onProgress, isStopped }: KeepingWatch,
): Promise<Result<{ readonly hash: MediaHash; readonly size: number }, MediaFailure>> => {
  if (isStopped()) return err({ type: "stopped" });
  let incoming: File | undefined;
  try {
    const half = await place.open();
    incoming = half;
    const sha = await createSHA256();
    await eachChunk(blob, (bytes, at) => {
      if (isStopped()) throw new Stopped();
      sha.update(bytes);
      half.write(bytes, at);
      onProgress(at + bytes.length);
    });
    const found = v.parse(mediaHashSchema, sha.digest("hex"));
    if (expected !== null && expected !== found) {
      await half.discard();
      return err({ type: "hash-differs", expected, found });
    }
    half.flush();
    await place.name(half, found);
    return ok({ hash: found, size: blob.size });
  } catch (error) {
    await incoming?.discard();
    if (error instanceof Stopped) return err({ type: "stopped" });
    if (isDiskFull(error)) return err({ type: "disk-full" });
    return err({
      type: "not-stored",
      message: error instanceof Error ? error.message : String(error),
    });
  }
};
