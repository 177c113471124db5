/**
 * `npm run record-portal -- URL|FILE [URL]`: makes the skeleton of a fixture of a page, `tests/portals/<host>/
 * <name>.html` with its expectation to be filled in. The structure stays; texts are shortened, scripts
 * emptied but for what rules read, trackers and personal data taken out. A page that was saved (with the
 * address it came from) is better than one that is fetched: portals serve robots a stub. The work is
 * done in tests/support, where a document without a browser is at hand.
 */
import { join } from "node:path";
import { ROOT, run } from "./workspace.ts";

const { code } = await run(
  process.execPath,
  [join(ROOT, "tests/support/record-page.ts"), ...process.argv.slice(2)],
  { shown: true },
);
process.exitCode = code;
