import { foldText } from "@dianbo/shared/search";
import * as v from "valibot";
import { prepareSuggestions, suggest } from "./search-suggest.ts";
import { suggestRequestSchema } from "./search-suggest-messages.ts";
import { simplifiedOf } from "./simplified.ts";

/** More than these are no help. */
const SUGGESTIONS = 5;

let rows: ReturnType<typeof prepareSuggestions> = [];

addEventListener("message", (event: MessageEvent<unknown>) => {
  const request = v.safeParse(suggestRequestSchema, event.data);
  if (!request.success) return;
  if (request.output.type === "titles") {
    rows = prepareSuggestions(request.output.rows);
    return;
  }
  const { job, query } = request.output;
  const simplified = simplifiedOf(foldText(query));
  postMessage({ job, simplified, ids: suggest(simplified, rows, SUGGESTIONS) });
});
