/** The roots under which the pages are being read; each ends with a slash. */
export type Roots = {
  /** Of the government site. */
  gov: string;
  /** Of the video site. */
  party: string;
  /** Where the video site keeps its films: another host, as with real portals, except on localhost. */
  partyMedia: string;
};

/** What stands at one address of a site. */
export type Entry =
  /** A page, drawn when it is asked for. */
  | { kind: "page"; charset: "utf-8" | "gb18030"; render: (roots: Roots) => string }
  /** A file of `media/` or `pages/style/`; `savedAs` adds a Content-Disposition with that name. */
  | { kind: "file"; file: string; savedAs?: string }
  /** What a script of the page asks for, by GET or POST: data, not a page. */
  | { kind: "answer"; type: string; render: (query: URLSearchParams) => string };

/** All addresses of one site: path without the leading slash → entry. */
export type Site = ReadonlyMap<string, Entry>;

/** A UTF-8 page as an entry. */
export function page(render: (roots: Roots) => string): Entry {
  return { kind: "page", charset: "utf-8", render };
}

/** `../` as often as `path` is deep, so that a page works under any root. */
export function upFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "./";
}

/** Text for an attribute or element. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * Body text as it is easy to write: blocks parted by a blank line. A block that begins with `<p` is
 * markup and stays, `## ` makes a bold line, anything else is a paragraph with the usual indent.
 */
export function paragraphs(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .map((block) => {
      if (/^<(?:p|table)\b/.test(block)) return block;
      if (block.startsWith("## ")) return `<p><strong>　　${block.slice(3)}</strong></p>`;
      return `<p align="justify">　　${block}</p>`;
    })
    .join("\n");
}
