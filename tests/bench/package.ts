/**
 * A package with a gigabyte of films: written as the app writes it and read as it is taken (table of contents,
 * list, every film through SHA-256), each in a process of its own whose memory is measured. Beside it the
 * plainest tools there are, on the same files: `zip -0` and `unzip -t`.
 */
import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { type BenchLine, benchLine } from "./measure.ts";

const FILMS = 4;
const MEGABYTES = 256;
const MEGABYTE = 1024 * 1024;

const ranSchema = v.object({
  /** Milliseconds. */
  took: v.number(),
  /** Megabytes that the process had before it began: Node, and what it takes to read TypeScript. */
  before: v.number(),
  /** The most that it ever had. */
  memory: v.number(),
  films: v.number(),
});

const makeFilms = (folder: string): readonly { readonly path: string; readonly hash: string }[] =>
  Array.from({ length: FILMS }, (_, at) => {
    const path = join(folder, `film-${at}.mp4`);
    const file = openSync(path, "w");
    const hash = createHash("sha256");
    for (let part = 0; part < MEGABYTES; part += 1) {
      const bytes = randomBytes(MEGABYTE);
      writeSync(file, bytes);
      hash.update(bytes);
    }
    closeSync(file);
    return { path, hash: hash.digest("hex") };
  });

const run = (...args: readonly string[]): v.InferOutput<typeof ranSchema> => {
  const script = fileURLToPath(new URL("package-run.ts", import.meta.url));
  const said = execFileSync(process.execPath, [script, ...args], { encoding: "utf8" });
  return v.parse(ranSchema, JSON.parse(said));
};

const timed = (command: string, args: readonly string[]): number => {
  const start = performance.now();
  execFileSync(command, args, { stdio: "ignore" });
  return performance.now() - start;
};

/** `npm run -s bench -- package`. Needs `zip` and `unzip`. */
export const bench = (): readonly BenchLine[] => {
  const folder = mkdtempSync(join(tmpdir(), "dianbo-package-"));
  try {
    const films = makeFilms(folder);
    const ours = join(folder, "ours.dianbo");
    const theirs = join(folder, "theirs.zip");
    const named = films.map(({ path, hash }) => `${path}#${hash}`);
    const written = run("write", ours, ...named);
    const zip = timed("zip", ["-0", "-q", "-j", theirs, ...films.map(({ path }) => path)]);
    const read = run("read", ours);
    const unzip = timed("unzip", ["-tq", theirs]);
    // A zip of ours is one that everybody reads.
    execFileSync("unzip", ["-tq", ours], { stdio: "ignore" });
    if (read.films !== FILMS) throw new Error("not all films were read");
    return [
      benchLine(
        { name: "package-write-1gb", unit: "s" },
        written.took / 1000,
        "zip -0",
        zip / 1000,
      ),
      benchLine(
        { name: "package-read-1gb", unit: "s" },
        read.took / 1000,
        "unzip -t",
        unzip / 1000,
      ),
      benchLine(
        { name: "package-memory", unit: "MB", limit: 150 },
        // What the work took on top of the runtime it runs in.
        Math.max(written.memory - written.before, read.memory - read.before),
        "runtime alone",
        Math.max(written.before, read.before),
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
