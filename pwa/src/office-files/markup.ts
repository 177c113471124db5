/**
 * A scanner for XML and for the HTML of a clipboard, which never ends its tags the same way twice. It
 * makes no tree, follows no entity that a document defines for itself and walks the text once, so that
 * neither depth nor size of a stranger's file costs more than its length.
 */

/** What the scanner meets, in order. Names are without their namespace and in lower case. */
export interface MarkupReader {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  middot: "·",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  hellip: "…",
  mdash: "—",
  ndash: "–",
};

const characterOf = (code: number): string =>
  Number.isInteger(code) && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : "";

/** Reads the named and numbered characters of markup; one that is not known stays as it is written. */
const decodeEntities = (text: string): string =>
  text.includes("&")
    ? text.replace(
        /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,8}));/giu,
        (whole: string, hex?: string, decimal?: string, name?: string) => {
          if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
          if (decimal !== undefined) return characterOf(Number(decimal));
          return NAMED[name ?? ""] ?? whole;
        },
      )
    : text;

const ATTRIBUTE = /([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu;

const localName = (name: string): string => name.slice(name.lastIndexOf(":") + 1).toLowerCase();

const attributeOf =
  (source: string) =>
  (wanted: string): string | undefined => {
    for (const [, name = "", double, single, bare] of source.matchAll(ATTRIBUTE)) {
      if (name === wanted || localName(name) === wanted) {
        return decodeEntities(double ?? single ?? bare ?? "");
      }
    }
    return undefined;
  };

/** The end of a tag that starts at `from`: the first `>` that stands in no quotes. */
const endOfTag = (text: string, from: number): number => {
  let quote = "";
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === ">") {
      return at;
    }
  }
  // Quotes that do not pair: then the next bracket has to do.
  return quote === "" ? -1 : text.indexOf(">", from);
};

/** Elements whose content is no markup and no text that anybody sees. */
const UNSEEN = new Set(["script", "style"]);

const skip = (text: string, at: number, mark: string): number => {
  const end = text.indexOf(mark, at);
  return end === -1 ? text.length : end + mark.length;
};

/** Reads markup from its start to its end. */
export const scanMarkup = (text: string, reader: MarkupReader): void => {
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf("<", at);
    if (next === -1) {
      reader.text(decodeEntities(text.slice(at)));
      return;
    }
    if (next > at) reader.text(decodeEntities(text.slice(at, next)));
    if (text.startsWith("<!--", next)) {
      at = skip(text, next + 4, "-->");
    } else if (text.startsWith("<![CDATA[", next)) {
      at = skip(text, next, "]]>");
      reader.text(text.slice(next + 9, text.endsWith("]]>", at) ? at - 3 : at));
    } else if (/[!?]/u.test(text.charAt(next + 1))) {
      at = skip(text, next, ">");
    } else if (/[a-z/]/iu.test(text.charAt(next + 1))) {
      at = readTag(text, next, reader);
    } else {
      reader.text("<");
      at = next + 1;
    }
  }
};

const readTag = (text: string, start: number, reader: MarkupReader): number => {
  const end = endOfTag(text, start + 1);
  if (end === -1) return text.length;
  const inside = text.slice(start + 1, end);
  if (inside.startsWith("/")) {
    reader.close(localName(inside.slice(1).trim()));
    return end + 1;
  }
  const nameEnd = inside.search(/[\s/]/u);
  const name = localName(nameEnd === -1 ? inside : inside.slice(0, nameEnd));
  reader.open(name, attributeOf(nameEnd === -1 ? "" : inside.slice(nameEnd)));
  if (inside.endsWith("/")) reader.close(name);
  if (!UNSEEN.has(name) || inside.endsWith("/")) return end + 1;
  const close = name === "style" ? /<\/style/giu : /<\/script/giu;
  close.lastIndex = end;
  return close.exec(text)?.index ?? text.length;
};
