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

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  try {
    const { file, url }: { file: string; url: string } = JSON.parse(line);
    const path = resolve(typedFrom, file);
    const page = extractPage(readFileSync(path), url, { pageAt: besideOf(path) });
    console.log(JSON.stringify({ file, ...page }));
  } catch (error) {
    // One unreadable line must not cost the others.
    console.error(`${line}: ${String(error)}`);
    process.exitCode = 1;
  }
}
