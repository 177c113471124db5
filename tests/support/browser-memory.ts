import { readdir, readFile } from "node:fs/promises";

/** What the processes of a tree hold at one moment, in bytes, by what each of them is. */
export type MemoryByRole = ReadonlyMap<string, number>;

/** What a process of the browser is for, from its command line: `browser`, `renderer`, `network service`… */
const roleOf = (commandLine: string): string => {
  const words = commandLine.split(/[\0 ]/u);
  const switchOf = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const type = switchOf("type");
  if (type === undefined) return "browser";
  return switchOf("utility-sub-type")?.replace(/\.mojom\..*$/u, " service") ?? type;
};

/** Every process that can be read, and who started it. */
const parents = async (): Promise<ReadonlyMap<number, number>> => {
  const all = new Map<number, number>();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      const status = await readFile(`/proc/${name}/status`, "utf8");
      all.set(Number(name), Number(/^PPid:\s+(\d+)/mu.exec(status)?.[1] ?? 0));
    } catch {
      // It ended meanwhile.
    }
  }
  return all;
};

const treeOf = async (root: number): Promise<readonly number[]> => {
  const all = await parents();
  return [...all.keys()].filter((pid) => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = all.get(at)) {
      if (at === root) return true;
    }
    return false;
  });
};

/**
 * Proportional set sizes of a process and all that came of it: a page that several processes share is
 * counted once among them, where a sum of resident sizes would count it in each.
 */
const lookAt = async (root: number): Promise<MemoryByRole> => {
  const held = new Map<string, number>();
  for (const pid of await treeOf(root)) {
    try {
      const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8");
      const role = roleOf(await readFile(`/proc/${pid}/cmdline`, "utf8"));
      const bytes = Number(/^Pss:\s+(\d+) kB/mu.exec(rollup)?.[1] ?? 0) * 1024;
      held.set(role, (held.get(role) ?? 0) + bytes);
    } catch {
      // It ended meanwhile.
    }
  }
  return held;
};

/** What the processes that a browser draws pages and films with hold now, in bytes; `root` started the browser. */
export const drawingMemory = async (root: number): Promise<number> =>
  [...(await lookAt(root))]
    .filter(([role]) => role === "renderer" || role === "gpu-process")
    .reduce((sum, [, bytes]) => sum + bytes, 0);

const sumOf = (held: MemoryByRole): number => [...held.values()].reduce((sum, one) => sum + one, 0);

/**
 * Watches the memory of a process tree, counted as proportional set size (Pss); `peak` gives the moment
 * since the watching began at which it held the most: the bytes, and who held them.
 */
export const watchMemory = (
  root: number,
  everyMs = 100,
): { peak(): { readonly sum: number; readonly held: MemoryByRole }; stop(): void } => {
  let held: MemoryByRole = new Map();
  let isOver = false;
  const look = async (): Promise<void> => {
    if (isOver) return;
    const now = await lookAt(root);
    if (sumOf(now) > sumOf(held)) held = now;
    setTimeout(() => void look(), everyMs);
  };
  void look();
  return {
    peak: () => ({ sum: sumOf(held), held }),
    stop: () => {
      isOver = true;
    },
  };
};
