import { seriesOf } from "./series-of.ts";

/**
 * The same items, the parts of one series standing together and in their own order where the first of
 * them stood; everything else keeps its place. A part that stands alone is left where it is.
 */
export const orderBySeries = <T>(
  items: readonly T[],
  titleOf: (item: T) => string,
): readonly T[] => {
  const parts = new Map<string, { readonly item: T; readonly place: number }[]>();
  const order: (string | { readonly item: T })[] = [];
  for (const item of items) {
    const series = seriesOf(titleOf(item));
    if (series === undefined) {
      order.push({ item });
      continue;
    }
    const known = parts.get(series.name);
    if (known === undefined) {
      order.push(series.name);
      parts.set(series.name, [{ item, place: series.place }]);
    } else {
      known.push({ item, place: series.place });
    }
  }
  return order.flatMap((one) =>
    typeof one === "string"
      ? [...(parts.get(one) ?? [])].sort((a, b) => a.place - b.place).map(({ item }) => item)
      : [one.item],
  );
};
