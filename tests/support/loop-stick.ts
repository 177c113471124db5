/**
 * A stick that is one for the whole machine: a file system in a file, mounted, pulled out with `umount -l` in the
 * middle of whatever goes on, and put back in. FAT32 where the machine has it, else the file system it has.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const has = (program: string): boolean =>
  spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

/** How a stick is made here: the type for `mount`, and the program that formats it. */
const format = (): readonly [type: string, ...make: string[]] | undefined => {
  const known = readFileSync("/proc/filesystems", "utf8");
  if (/\bvfat\b/u.test(known) && has("mkfs.vfat")) return ["vfat", "mkfs.vfat", "-F", "32"];
  return /\bext2\b/u.test(known) && has("mke2fs") ? ["ext2", "mke2fs", "-q", "-F"] : undefined;
};

/** Why no such stick can be had on this machine; `undefined` where it can. */
export const whyNoLoopStick = (): string | undefined => {
  if (process.getuid?.() !== 0) return "only root mounts a stick";
  if (format() === undefined) return "no file system for a stick";
  const missing = ["Xvfb", "xdotool", "openbox", "losetup"].filter((program) => !has(program));
  if (missing.length > 0) return `${missing.join(", ")} is not here`;
  const stick = tryStick();
  stick?.throwAway();
  return stick === undefined ? "this machine lets nobody mount a file" : undefined;
};

/** A stick in its socket. */
export interface LoopStick {
  /** Where it is mounted: its name is the stick's. */
  readonly path: string;
  /** Pulled out: what is open goes on into nowhere, what is looked for is not there. */
  pull(): void;
  putIn(): void;
  throwAway(): void;
}

const tryStick = (megabytes = 16): LoopStick | undefined => {
  const [type, program, ...rest] = format() ?? [];
  if (type === undefined || program === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "dianbo-loop-"));
  const image = join(folder, "stick.img");
  const path = join(folder, "stick");
  writeFileSync(image, "");
  truncateSync(image, megabytes * 1024 * 1024);
  const quietly = { stdio: "ignore" } as const;
  const putIn = (): void => {
    execFileSync("mkdir", ["-p", path]);
    execFileSync("mount", ["-t", type, "-o", "loop", image, path], quietly);
  };
  const pull = (): void => void spawnSync("umount", ["-l", path], quietly);
  const throwAway = (): void => {
    pull();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    execFileSync(program, [...rest, image], quietly);
    putIn();
    return { path, pull, putIn, throwAway };
  } catch {
    throwAway();
    return undefined;
  }
};

/** Makes a stick and puts it in. */
export const openLoopStick = (megabytes: number): LoopStick => {
  const stick = tryStick(megabytes);
  if (stick === undefined) throw new Error("no stick could be mounted");
  return stick;
};
