/**
 * The engine of `npm run -s extract`: reads lines `{"file", "url"}` from standard input and prints one JSON
 * line a page, with what clipping would make of it, so that anyone can score it over saved pages.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { extractPage } from "./extract-page.ts";

/** Relative names are meant from where the command was typed. */
const typedFrom = process.env["INIT_CWD"] ?? process.cwd();

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  try {
    const { file, url }: { file: string; url: string } = JSON.parse(line);
    const page = extractPage(readFileSync(resolve(typedFrom, file)), url);
    console.log(JSON.stringify({ file, ...page }));
  } catch (error) {
    // One unreadable line must not cost the others.
    console.error(`${line}: ${String(error)}`);
    process.exitCode = 1;
  }
}
