import * as v from "valibot";
import { writeRequestSchema } from "./office-messages.ts";
import { writeXlsx } from "./write-xlsx.ts";

addEventListener("message", async (event: MessageEvent<unknown>) => {
  const request = v.safeParse(writeRequestSchema, event.data);
  if (!request.success) return;
  const { format, document } = request.output;
  // The library for texts is three times the size of all else here.
  postMessage(
    format === "xlsx"
      ? writeXlsx(document)
      : await (await import("./write-docx.ts")).writeDocx(document),
  );
});
