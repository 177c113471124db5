/**
 * The engine of `npm run -s extract`: reads lines `{"file", "url"}` from standard input and prints one JSON
 * line a page, with what clipping would make of it, so that anyone can score it over saved pages.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { extractPage } from "./extract-page.ts";

/** Relative names are meant from where the command was typed. */
const typedFrom = process.env["INIT_CWD"] ?? process.cwd();

/** The further pages of an article count where they were saved beside it under their own names. */
const besideOf =
  (file: string) =>
  (url: string): Uint8Array | undefined => {
    const name = basename(decodeURIComponent(new URL(url).pathname));
    const path = join(dirname(file), name);
    return name !== "" && path !== file && existsSync(path) ? readFileSync(path) : undefined;
  };

let lines = 0;
let absent = 0;
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  lines += 1;
  try {
    const { file, url }: { file: string; url: string } = JSON.parse(line);
    const path = resolve(typedFrom, file);
    if (!existsSync(path)) {
      absent += 1;
      console.error(`${path} is not there`);
      continue;
    }
    const page = extractPage(readFileSync(path), url, { pageAt: besideOf(path) });
    console.log(JSON.stringify({ file, ...page }));
  } catch (error) {
    // One unreadable line must not cost the others.
    console.error(`${line}: ${String(error)}`);
    process.exitCode = 1;
  }
}
if (lines === 0) {
  console.error(
    'No page was named. Give lines {"file": "page.html", "url": "http://…"} on standard input.',
  );
  process.exitCode = 2;
} else if (absent > 0) {
  console.error(
    `${absent} of ${lines} pages are not on this machine: they were left out, nothing is said of them.`,
  );
  process.exitCode = 1;
}
