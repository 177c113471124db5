import type { MediaHash } from "@dianbo/shared/courseware";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { copyReplySchema } from "./copy-messages.ts";
import type { FolderFailure } from "./folder-shape.ts";

/** Where a file is to lie, and what it must be. */
export interface CopyTarget {
  readonly path: string;
  readonly hash: MediaHash;
}

/** How a job is watched and stopped. */
export interface CopyWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
}

/** Whoever does the copying; progress of a copy counts every byte twice, written and read back. */
export interface CopyHands {
  copy(source: Blob, target: CopyTarget, watch: CopyWatch): Promise<Result<null, FolderFailure>>;
  verify(target: CopyTarget, watch: CopyWatch): Promise<Result<null, FolderFailure>>;
  close(): void;
}

/** A worker that copies into one folder. */
export const openCopyHands = (
  startWorker: () => Worker,
  folder: FileSystemDirectoryHandle,
): CopyHands => {
  const worker = startWorker();
  let jobs = 0;
  const order = (
    what: Readonly<Record<string, unknown>>,
    { signal, onProgress }: CopyWatch,
  ): Promise<Result<null, FolderFailure>> => {
    jobs += 1;
    const job = jobs;
    return new Promise((resolve) => {
      const stop = (): void => worker.postMessage({ type: "stop", job });
      const finish = (result: Result<null, FolderFailure>): void => {
        worker.removeEventListener("message", listen);
        worker.removeEventListener("error", fail);
        signal.removeEventListener("abort", stop);
        resolve(result);
      };
      const fail = (event: ErrorEvent): void =>
        finish(err({ type: "not-copied", message: event.message }));
      const listen = (event: MessageEvent<unknown>): void => {
        const reply = v.safeParse(copyReplySchema, event.data);
        if (!reply.success || reply.output.job !== job) return;
        if (reply.output.type === "progress") onProgress(reply.output.bytes);
        else finish(reply.output.failure === null ? ok(null) : err(reply.output.failure));
      };
      worker.addEventListener("message", listen);
      worker.addEventListener("error", fail);
      worker.postMessage({ ...what, job, folder });
      signal.addEventListener("abort", stop);
      if (signal.aborted) stop();
    });
  };
  return {
    copy: (source, { path, hash }, watch) => order({ type: "copy", source, path, hash }, watch),
    verify: ({ path, hash }, watch) => order({ type: "verify", path, hash }, watch),
    close: () => worker.terminate(),
  };
};
