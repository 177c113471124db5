import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { TABLE_LIMITS, type TableFailure, type TableFile } from "./table.ts";

const limitSchema = v.number();

const answerSchema = v.variant("ok", [
  v.object({
    ok: v.literal(true),
    value: v.object({
      sheets: v.array(v.object({ name: v.string(), rows: v.array(v.array(v.string())) })),
    }),
  }),
  v.object({
    ok: v.literal(false),
    error: v.variant("type", [
      v.object({ type: v.literal("old-workbook") }),
      v.object({ type: v.literal("locked-workbook") }),
      v.object({ type: v.literal("not-a-table") }),
      v.object({ type: v.literal("table-damaged") }),
      v.object({ type: v.literal("empty-table") }),
      v.object({ type: v.literal("table-too-large"), limit: limitSchema }),
      v.object({ type: v.literal("too-many-rows"), limit: limitSchema }),
      v.object({ type: v.literal("too-many-columns"), limit: limitSchema }),
    ]),
  }),
]);

/**
 * Reads a table that was opened (bytes, a file) or pasted (text, or the clipboard's HTML) in a worker of
 * its own, which ends with it: a stranger's file can neither stop the screen nor keep its memory.
 */
export const readTable = async (
  source: Uint8Array | string | Blob,
): Promise<Result<TableFile, TableFailure>> => {
  if (source instanceof Blob && source.size > TABLE_LIMITS.bytes) {
    return err({ type: "table-too-large", limit: TABLE_LIMITS.bytes });
  }
  const content = source instanceof Blob ? new Uint8Array(await source.arrayBuffer()) : source;
  const { default: TableWorker } = await import("./table-worker.ts?worker");
  const worker = new TableWorker();
  try {
    return await new Promise<Result<TableFile, TableFailure>>((resolve) => {
      worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        const answer = v.safeParse(answerSchema, data);
        if (!answer.success) resolve(err({ type: "table-damaged" }));
        else resolve(answer.output.ok ? ok(answer.output.value) : err(answer.output.error));
      });
      // Memory that runs out, above all.
      worker.addEventListener("error", () => resolve(err({ type: "table-damaged" })));
      worker.postMessage(content);
    });
  } finally {
    worker.terminate();
  }
};
