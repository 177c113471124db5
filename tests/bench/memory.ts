import { readdir, readFile } from "node:fs/promises";

/** Parent and resident bytes of every process that can be read. */
const processes = async (): Promise<Map<number, { parent: number; bytes: number }>> => {
  const all = new Map<number, { parent: number; bytes: number }>();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      const status = await readFile(`/proc/${name}/status`, "utf8");
      const parent = Number(/^PPid:\s+(\d+)/mu.exec(status)?.[1] ?? 0);
      const bytes = Number(/^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1] ?? 0) * 1024;
      all.set(Number(name), { parent, bytes });
    } catch {
      // It ended meanwhile.
    }
  }
  return all;
};

/** Resident bytes of a process and all that came of it. */
const treeBytes = async (root: number): Promise<number> => {
  const all = await processes();
  const isOfTree = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = all.get(at)?.parent) {
      if (at === root) return true;
    }
    return false;
  };
  let sum = 0;
  for (const [pid, { bytes }] of all) if (isOfTree(pid)) sum += bytes;
  return sum;
};

/** Watches the memory of a process tree; `peak` gives the most bytes since the watching began. */
export const watchMemory = (root: number, everyMs = 250): { peak(): number; stop(): void } => {
  let most = 0;
  let isOver = false;
  const look = async (): Promise<void> => {
    if (isOver) return;
    most = Math.max(most, await treeBytes(root));
    setTimeout(() => void look(), everyMs);
  };
  void look();
  return {
    peak: () => most,
    stop: () => {
      isOver = true;
    },
  };
};
