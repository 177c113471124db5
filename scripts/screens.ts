/**
 * `npm run screens`: pictures of every room into docs/screens, taken from the built products by
 * tests/screens/take-screens.ts (there stands the browser driver).
 */
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { ensureTestPrograms } from "./setup.ts";
import { ROOT, run } from "./workspace.ts";

const missing = await ensureTestPrograms();
const failed = await buildAll();
if (missing.length > 0 || failed.length > 0) {
  console.error(`No pictures: ${[...missing, ...failed].join(", ")} missing.`);
  process.exit(1);
}
const { code } = await run(
  process.execPath,
  [join(ROOT, "tests/screens/take-screens.ts"), ...process.argv.slice(2)],
  { shown: true },
);
process.exitCode = code;
