/** Compares films as ffmpeg decodes them. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

const inputOf = (source: string): string[] =>
  source.startsWith("http") ? ["-allowed_extensions", "ALL", "-i", source] : ["-i", source];

/** Hashes of the decoded frames of a film, of its picture (`v`) or its sound (`a`). */
export const framesOf = async (source: string, track: "v" | "a"): Promise<readonly string[]> => {
  const { stdout } = await run(
    "ffmpeg",
    ["-v", "error", ...inputOf(source), "-map", `0:${track}`, "-f", "framemd5", "-"],
    { maxBuffer: 256 * 1024 * 1024 },
  );
  return stdout
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(",").at(-1)?.trim() ?? "");
};

/** Playing time in seconds. */
export const secondsOf = async (source: string): Promise<number> => {
  const { stdout } = await run("ffprobe", [
    ...["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0"],
    ...inputOf(source),
  ]);
  return Number(stdout.trim());
};
