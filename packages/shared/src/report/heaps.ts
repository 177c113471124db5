/** Things in heaps by a key, in their order (`Map.groupBy` came after Chromium 109). */
export const inHeaps = <K, T>(
  things: Iterable<T>,
  keyOf: (thing: T) => K,
): ReadonlyMap<K, readonly T[]> => {
  const heaps = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const heap = heaps.get(key);
    if (heap === undefined) heaps.set(key, [thing]);
    else heap.push(thing);
  }
  return heaps;
};
