import * as v from "valibot";

const cellSchema = v.union([v.string(), v.number(), v.null()]);

/** What the worker is asked to write. */
export const writeRequestSchema = v.object({
  format: v.picklist(["xlsx", "docx"]),
  document: v.object({
    title: v.string(),
    lines: v.array(v.string()),
    tables: v.array(
      v.object({
        name: v.string(),
        columns: v.array(
          v.object({
            name: v.string(),
            width: v.number(),
            align: v.picklist(["left", "center", "right"]),
          }),
        ),
        rows: v.array(v.array(cellSchema)),
      }),
    ),
    foot: v.array(v.string()),
    signed: v.optional(v.array(v.string())),
    across: v.optional(v.boolean()),
  }),
});

/** What comes back: the file's bytes. */
export const writtenSchema = v.instance(Uint8Array<ArrayBuffer>);
