import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { mediaReplySchema } from "./media-messages.ts";

/** A file could not be kept or found. */
export type MediaFailure =
  | { readonly type: "disk-full" }
  | { readonly type: "hash-differs"; readonly expected: MediaHash; readonly found: string }
  | { readonly type: "file-missing"; readonly hash: MediaHash }
  | { readonly type: "not-stored"; readonly message: string }
  /** Whoever asked for it thought better of it. */
  | { readonly type: "stopped" };

/**
 * Bytes by their SHA-256. The port of DESIGN 2; this adapter keeps them in the origin private file
 * system under `media/<hash>`, written by a worker with sync handles.
 */
export interface MediaStore {
  /**
   * Copies, hashes and flushes; the same bytes twice are kept once. Rejects bytes of another hash than
   * expected. `signal` stops it within the file: it answers when nothing of it is left.
   */
  keep(
    blob: Blob,
    expected?: MediaHash,
    onProgress?: (bytes: number) => void,
    signal?: AbortSignal,
  ): Promise<Result<{ readonly hash: MediaHash; readonly size: number }, MediaFailure>>;
  /** The file, by reference: play it from a `blob:` URL. */
  open(hash: MediaHash): Promise<Result<File, MediaFailure>>;
  has(hash: MediaHash): Promise<boolean>;
  remove(hash: MediaHash): Promise<void>;
  list(): Promise<readonly { readonly hash: MediaHash; readonly size: number }[]>;
}

const MEDIA_FOLDER = "media";

const mediaFolder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(MEDIA_FOLDER, { create: true });

/**
 * Opens the store; the worker starts with the first file to keep. `elsewhere` is asked for what is not in
 * the browser's own storage.
 */
export const openMediaStore = (
  startWorker: () => Worker,
  elsewhere?: (hash: MediaHash) => Promise<File | undefined>,
): MediaStore => {
  let worker: Worker | undefined;
  let jobs = 0;
  return {
    keep: (blob, expected, onProgress, signal) => {
      worker ??= startWorker();
      const running = worker;
      jobs += 1;
      const job = jobs;
      return new Promise((resolve) => {
        const stop = (): void => running.postMessage({ stop: job });
        const listen = (event: MessageEvent<unknown>): void => {
          const reply = v.safeParse(mediaReplySchema, event.data);
          if (!reply.success || reply.output.job !== job) return;
          const message = reply.output;
          switch (message.type) {
            case "progress":
              onProgress?.(message.bytes);
              return;
            case "kept":
              resolve(ok({ hash: message.hash, size: message.size }));
              break;
            case "failed":
              resolve(err(message.failure));
              break;
          }
          running.removeEventListener("message", listen);
          signal?.removeEventListener("abort", stop);
        };
        running.addEventListener("message", listen);
        signal?.addEventListener("abort", stop);
        if (signal?.aborted) stop();
        running.postMessage({ job, blob, expected: expected ?? null });
      });
    },
    open: async (hash) => {
      try {
        const handle = await (await mediaFolder()).getFileHandle(hash);
        return ok(await handle.getFile());
      } catch {
        const file = await elsewhere?.(hash);
        return file ? ok(file) : err({ type: "file-missing", hash });
      }
    },
    has: async (hash) => {
      try {
        await (await mediaFolder()).getFileHandle(hash);
        return true;
      } catch {
        return !!(await elsewhere?.(hash));
      }
    },
    remove: async (hash) => {
      try {
        await (await mediaFolder()).removeEntry(hash);
      } catch {
        // It is gone already, which is what was asked.
      }
    },
    list: async () => {
      const files: { hash: MediaHash; size: number }[] = [];
      for await (const [name, handle] of (await mediaFolder()).entries()) {
        const hash = v.safeParse(mediaHashSchema, name);
        if (!hash.success || !(handle instanceof FileSystemFileHandle)) continue;
        files.push({ hash: hash.output, size: (await handle.getFile()).size });
      }
      return files;
    },
  };
};
