/** A file that can be made longer without writing: the browser refuses where disk or quota end. */
export interface Probe {
  /** Throws where there is no room for so many bytes. */
  truncate(size: number): void;
}

const STEP = 16 * 1024 * 1024;

/**
 * How many bytes can still be kept, looked for up to `bound`: `bound` itself where there is room for it,
 * else the true figure to 16 MB. `navigator.storage.estimate()` does not know: it says what is used and
 * ten gigabytes. Costs one resizing of an empty file where there is room, and one for each halving (for
 * 2 GB seven) where there is not; no byte is written.
 */
export const measureFree = (
  probe: Probe,
  bound: number,
  isDiskFull: (error: unknown) => boolean,
): number => {
  const fits = (bytes: number): boolean => {
    try {
      probe.truncate(bytes);
      return true;
    } catch (error) {
      if (isDiskFull(error)) return false;
      throw error;
    } finally {
      probe.truncate(0);
    }
  };
  if (fits(bound)) return bound;
  let low = 0;
  let high = bound;
  while (high - low > STEP) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
};

/**
 * How much room there is, up to `bound`: the least of what the probe found and what the browser names. A
 * file system refuses a file larger than it can count, which says nothing of its room, so where the one
 * cannot tell the other counts; a disk that cannot even be asked is not held to be full.
 */
export const roomUpTo = async (
  bound: number,
  probed: () => Promise<number>,
  named: () => Promise<number>,
): Promise<number> => {
  const ask = (one: () => Promise<number>): Promise<number> => one().catch(() => bound);
  return Math.min(bound, await ask(probed), await ask(named));
};
