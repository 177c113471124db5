import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { OFFICE_MIME, type OfficeDocument, type OfficeFormat } from "./office-document.ts";
import { writtenSchema } from "./office-messages.ts";

/** The file could not be made: memory, above all. */
export interface NotWritten {
  readonly type: "office-file-not-written";
}

/** A worker that writes one file after the other, so that an archive of a hundred needs one. */
export interface OfficeWriter {
  write(document: OfficeDocument, format: OfficeFormat): Promise<Result<OfficeBytes, NotWritten>>;
  /** Ends it, whatever it is at. */
  close(): void;
}

/** A written file's bytes. */
type OfficeBytes = v.InferOutput<typeof writtenSchema>;

/** Opens a writer; files are asked for one at a time. */
export const openOfficeWriter = async (): Promise<OfficeWriter> => {
  const { default: OfficeWorker } = await import("./office-worker.ts?worker");
  const worker = new OfficeWorker();
  return {
    write: (document, format) =>
      new Promise((resolve) => {
        const answer = (result: Result<OfficeBytes, NotWritten>): void => {
          worker.removeEventListener("message", onMessage);
          worker.removeEventListener("error", onError);
          resolve(result);
        };
        const onMessage = ({ data }: MessageEvent<unknown>): void => {
          const written = v.safeParse(writtenSchema, data);
          answer(written.success ? ok(written.output) : err({ type: "office-file-not-written" }));
        };
        const onError = (): void => answer(err({ type: "office-file-not-written" }));
        worker.addEventListener("message", onMessage);
        worker.addEventListener("error", onError);
        worker.postMessage({ format, document });
      }),
    close: () => worker.terminate(),
  };
};

/** Writes a file for WPS and Office in a worker of its own; 10,000 rows do not stop the screen. */
export const writeOfficeFile = async (
  document: OfficeDocument,
  format: OfficeFormat,
): Promise<Result<Blob, NotWritten>> => {
  const writer = await openOfficeWriter();
  const written = await writer.write(document, format);
  writer.close();
  return written.ok ? ok(new Blob([written.value], { type: OFFICE_MIME[format] })) : written;
};
