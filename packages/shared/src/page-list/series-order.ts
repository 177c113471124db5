const CHINESE = "零一二三四五六七八九";

const numberOf = (text: string): number | undefined => {
  if (/^\d+$/u.test(text)) return Number(text);
  const place = "上中下".indexOf(text);
  if (place >= 0) return place + 1;
  const [tens = "", ones = ""] = text.includes("十") ? text.split("十") : ["0", text];
  const left = tens === "" ? 1 : tens === "0" ? 0 : CHINESE.indexOf(tens);
  const right = ones === "" ? 0 : CHINESE.indexOf(ones);
  return left < 0 || right < 0 ? undefined : left * 10 + right;
};

const PART =
  /第\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*[讲集课期章节回篇]|[（(]\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3}|[上中下])\s*[）)]|[之·:：\s]([上中下])\s*[篇集]?$/u;

interface Part {
  readonly series: string;
  readonly place: number;
}

const partOf = (title: string): Part | undefined => {
  const hit = PART.exec(title);
  if (hit === null) return undefined;
  const place = numberOf(hit[1] ?? hit[2] ?? hit[3] ?? "");
  const series = title.slice(0, hit.index).replace(/[\s:：·—-]+$/u, "");
  return place === undefined || series.length < 2 ? undefined : { series, place };
};

/**
 * Items in the order in which they are to be kept: as they came, but the parts of a series (第一讲, （上）)
 * among the places they hold in rising order, because lists show the newest first and numbers rise.
 */
export const inSeriesOrder = <T extends { readonly title: string }>(
  items: readonly T[],
): readonly T[] => {
  const series = new Map<string, { readonly at: number; readonly place: number }[]>();
  items.forEach(({ title }, at) => {
    const part = partOf(title);
    if (part === undefined) return;
    series.set(part.series, [...(series.get(part.series) ?? []), { at, place: part.place }]);
  });
  const out = [...items];
  for (const parts of series.values()) {
    const rising = [...parts].sort((a, b) => a.place - b.place);
    parts.forEach(({ at }, index) => {
      const item = items[rising[index]?.at ?? at];
      if (item !== undefined) out[at] = item;
    });
  }
  return out;
};
