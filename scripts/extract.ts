/**
 * `npm run -s extract`: reads lines `{"file", "url"}` from standard input, prints one JSON line a page.
 * The work is done in tests/support, where a document without a browser is at hand.
 */
import { join } from "node:path";
import { ROOT, run } from "./workspace.ts";

const { code } = await run(process.execPath, [join(ROOT, "tests/support/extract-pages.ts")], {
  shown: true,
});
process.exitCode = code;
