/**
 * `npm run -s bench [-- NAME …]`: runs tests/bench/NAME.ts (all where none is named) and prints one JSON line
 * per measurement: name, value, unit, limit where an issue sets one, baseline, ratio.
 * Ends with 1 where a value is over its limit.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesUnder, ROOT } from "./workspace.ts";

/** What is read of a line here; the bench file says the rest. */
interface Line {
  readonly value: number;
  readonly limit?: number;
}

const known = filesUnder(ROOT, "tests/bench", [".ts"])
  .map((path) => path.replace(/^tests\/bench\/|\.ts$/g, ""))
  // Parts of benches (`measure`, `extract-truth`, `package-run`) are none themselves.
  .filter((name) => name !== "measure" && !/^(channel|extract|search|library|package)-/.test(name));
const named = process.argv.slice(2);
const unknown = named.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Benches: ${known.join(", ")}`);
  process.exit(2);
}

for (const name of named.length > 0 ? named : known) {
  const url = pathToFileURL(join(ROOT, "tests/bench", `${name}.ts`)).href;
  const { bench }: { bench: () => Line[] | Promise<Line[]> } = await import(url);
  for (const line of await bench()) {
    console.log(JSON.stringify(line));
    if (line.limit !== undefined && line.value > line.limit) process.exitCode = 1;
  }
}
