import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { OFFICE_MIME, type OfficeDocument, type OfficeFormat } from "./office-document.ts";
import { writtenSchema } from "./office-messages.ts";

/** The file could not be made: memory, above all. */
export interface NotWritten {
  readonly type: "office-file-not-written";
}

/** Writes a file for WPS and Office in a worker of its own; 10,000 rows do not stop the screen. */
export const writeOfficeFile = async (
  document: OfficeDocument,
  format: OfficeFormat,
): Promise<Result<Blob, NotWritten>> => {
  const { default: OfficeWorker } = await import("./office-worker.ts?worker");
  const worker = new OfficeWorker();
  try {
    return await new Promise<Result<Blob, NotWritten>>((resolve) => {
      worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        const written = v.safeParse(writtenSchema, data);
        resolve(
          written.success
            ? ok(new Blob([written.output], { type: OFFICE_MIME[format] }))
            : err({ type: "office-file-not-written" }),
        );
      });
      worker.addEventListener("error", () => resolve(err({ type: "office-file-not-written" })));
      worker.postMessage({ format, document });
    });
  } finally {
    worker.terminate();
  }
};
