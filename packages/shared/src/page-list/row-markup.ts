/** The text of a piece of markup. */
export const plainText = (markup: string): string =>
  markup
    .replace(/<[^>]{0,2000}>/gu, "")
    .replace(/&nbsp;|&#160;/gu, " ")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&quot;/gu, '"')
    .replace(/&ldquo;/gu, "“")
    .replace(/&rdquo;/gu, "”")
    .replace(/&middot;/gu, "·")
    .replace(/&amp;/gu, "&")
    .replace(/\s+/gu, " ")
    .trim();

/** An attribute of a tag; empty where it has none. */
export const attribute = (tag: string, name: string): string => {
  const hit = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]{0,4000})"|'([^']{0,4000})')`, "iu").exec(
    tag,
  );
  return plainText(hit?.[1] ?? hit?.[2] ?? "");
};

/** The links of a piece of markup, cut without a pattern that could take long. */
export const anchorsOf = (
  markup: string,
): readonly { readonly tag: string; readonly inner: string }[] =>
  markup
    .split(/<\/a>/iu)
    .slice(0, -1)
    .flatMap((piece) => {
      const from = piece.search(/<a\s/iu);
      const end = from < 0 ? -1 : piece.indexOf(">", from);
      return end < 0 ? [] : [{ tag: piece.slice(from, end), inner: piece.slice(end + 1) }];
    });
