/** What of a page tells how its list goes on. */
export interface PagerFacts {
  /** The page's own address. */
  readonly url: string;
  /** Texts of its scripts and comments; read, never run. */
  readonly scripts: readonly string[];
  /** Links whose text is a number or 下一页 and the like, in the page's order. */
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** The text of the pager: 共 8 页, 1/31. */
  readonly text: string;
}

/** A whole number that a pattern finds, up to 100,000. */
export const numberIn = (text: string, pattern: RegExp): number | undefined => {
  const hit = pattern.exec(text)?.[1];
  const value = hit === undefined ? Number.NaN : Number(hit);
  return Number.isInteger(value) && value >= 0 && value <= 100_000 ? value : undefined;
};

/** An absolute address of the web, `undefined` for anything else. */
export const absolute = (address: string, base: string): string | undefined => {
  try {
    const url = new URL(address, base);
    return /^https?:$/u.test(url.protocol) && url.href.length <= 4000 ? url.href : undefined;
  } catch {
    return undefined;
  }
};
