/** A link of some markup. */
export interface MarkupLink {
  readonly href: string | undefined;
  /** What stands in it, without tags; entities as they are. */
  readonly text: string;
}

/** Where the tag that begins at `<` ends: at the first `>` outside double quotes, as a browser writes tags down. */
const tagEnd = (html: string, from: number): number => {
  let quoted = false;
  for (let at = from + 1; at < html.length; at += 1) {
    const sign = html[at];
    if (sign === '"') quoted = !quoted;
    else if (sign === ">" && !quoted) return at;
  }
  return -1;
};

/**
 * The links of markup that a browser wrote down, in order. Every character is looked at once: a pattern
 * would begin anew at each `<a` that a hostile page wrote into an attribute, for hours.
 */
export const linksIn = (html: string): readonly MarkupLink[] => {
  const found: MarkupLink[] = [];
  let open: { readonly href: string | undefined; text: string } | undefined;
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf("<", at);
    if (open !== undefined) open.text += html.slice(at, start < 0 ? html.length : start);
    if (start < 0) break;
    const isComment = html.startsWith("<!--", start);
    const close = isComment ? html.indexOf("-->", start + 4) : tagEnd(html, start);
    if (close < 0) break;
    const tag = isComment ? "" : html.slice(start, close);
    if (/^<\/a$/iu.test(tag.trimEnd()) && open !== undefined) {
      found.push(open);
      open = undefined;
    } else if (/^<a(?:\s|$)/iu.test(tag)) {
      const href = /\shref="([^"]*)"/iu.exec(tag)?.[1]?.replaceAll("&amp;", "&");
      open = { href, text: "" };
    }
    at = close + (isComment ? 3 : 1);
  }
  return found;
};
