const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** The sizes of print that one can read from a bench, in points of a 1920-wide picture. */
const SIZES = [24, 28, 32, 36, 40] as const;

/** The next size of print, smaller or larger; at either end it stays. */
export const nextPoints = (points: number, by: 1 | -1): number => {
  const at = SIZES.findIndex((size) => size >= points);
  return SIZES[Math.max(0, Math.min(SIZES.length - 1, at + by))] ?? points;
};

/** An article and the words of slides are set in the room's own dress; an office's file keeps its own, on paper. */
export type PageLook = "article" | "office" | "slides";

/** A point in units of the room: 96 of them are 72 points. */
const UNITS_A_POINT = 96 / 72;
/** Nothing in the room is smaller: 2.5 % of the picture's height. Units. */
const SMALLEST = 27;
/** A picture leaves room for a line above and below it. Units. */
const TALLEST = 640;

const ARTICLE = (px: (units: number) => string): string => `
h1{font-size:1.55em;line-height:1.3;margin:${px(20)} 0 ${px(16)}}
h2,h3,h4{font-size:1.17em;line-height:1.35;margin:.8em 0 .3em;break-after:avoid}
p,ul,ol,blockquote,table,figure{margin:0 0 .6em}
p{text-align:justify;orphans:2;widows:2}
.source{color:#CFD0C6;font-size:${px(34)}}
ul,ol{margin-left:1.2em}`;

/** Each slide begins a page; one that is a picture fills it. */
const SLIDES = (px: (units: number) => string): string => `
section{padding-top:${px(24)}}
section+section{break-before:column}
h2{font-size:1.55em;line-height:1.3;margin:0 0 ${px(20)}}
p{margin:0 0 .4em}
.level1{margin-left:1.1em}.level2,.level3,.level4{margin-left:2.2em}
section.picture img{max-height:${px(780)}}
th{text-align:left}`;

const OFFICE = (px: (units: number) => string): string => `
html{background:#FBF6E9;color:#1B1E1B}
#pages>*{padding-top:${px(30)}}
#text{font-size:16px;line-height:1.5}
section,article{display:block!important;overflow:visible!important;padding:0!important;width:auto!important;height:auto!important;min-height:0!important;columns:auto!important}
table{width:100%!important}
h2{font-size:1.2em;margin:0 0 .4em}
th{text-align:left}`;

const DRESSES: Readonly<Record<PageLook, (px: (units: number) => string) => string>> = {
  article: ARTICLE,
  office: OFFICE,
  slides: SLIDES,
};

/**
 * A text as a page of its own, set in columns as wide as the frame: turning a page is one step sideways. The
 * frame runs no scripts.
 */
export const pageDocument = ({
  title,
  source,
  html,
  unit,
  points,
  look,
}: {
  readonly title: string;
  readonly source: string;
  /** Sanitised. */
  readonly html: string;
  /** Pixels of one unit of the room. */
  readonly unit: number;
  /** Size of the print. */
  readonly points: number;
  readonly look: PageLook;
}): string => {
  const px = (units: number): string => `${(units * unit).toFixed(2)}px`;
  const head =
    look === "article" ? `<h1>${escaped(title)}</h1><p class="source">${escaped(source)}</p>` : "";
  return `<!doctype html><meta charset="utf-8"><style>
html{background:#121412;color:#FBF6E9;font:${px(points * UNITS_A_POINT)}/1.7 "Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif}
html,body{margin:0;height:100%;overflow:hidden}
#pages{height:100vh;columns:100vw auto;column-gap:0;column-fill:auto}
#pages>*{padding-left:${px(220)};padding-right:${px(220)}}
img{display:block;max-width:100%;max-height:${px(TALLEST)};margin:.3em auto;break-inside:avoid}
table{border-collapse:collapse;font-size:.85em;max-width:100%}td,th{border:1px solid #8D988F;padding:.2em .5em}
tr{break-inside:avoid}
pre{white-space:pre-wrap}
${DRESSES[look](px)}
</style><div id="pages">${head}<div><div id="text">${html}</div></div></div>`;
};

/** The size that most of a text is set in. Pixels. */
const usualSize = (text: Element): number => {
  const letters = new Map<number, number>();
  const view = text.ownerDocument.defaultView;
  const walker = text.ownerDocument.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    const length = walker.currentNode.textContent?.trim().length ?? 0;
    // A style sheet is text too, but nobody reads it.
    if (holder === null || holder.tagName === "STYLE" || length === 0 || view === null) continue;
    const size = Number.parseFloat(view.getComputedStyle(holder).fontSize);
    letters.set(size, (letters.get(size) ?? 0) + length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 16;
};

/**
 * Enlarges an office's file so that most of it stands in the wanted print: it keeps its own proportions, but
 * nothing in it stays smaller than the room allows.
 */
export const enlargePages = (
  frame: HTMLIFrameElement,
  { unit, points }: { readonly unit: number; readonly points: number },
): void => {
  const text = frame.contentDocument?.getElementById("text");
  if (text == null) return;
  const factor = (points * UNITS_A_POINT * unit) / usualSize(text);
  const least = (SMALLEST * unit) / factor;
  const view = text.ownerDocument.defaultView;
  for (const element of text.querySelectorAll<HTMLElement>("*")) {
    const size = Number.parseFloat(view?.getComputedStyle(element).fontSize ?? "");
    if (size < least) element.style.fontSize = `${least}px`;
  }
  for (const picture of text.querySelectorAll("img")) {
    picture.style.maxHeight = `${(TALLEST * unit) / factor}px`;
  }
  text.style.setProperty("zoom", String(factor));
};

/** How many pages the article in the frame has; at least one. */
export const countPages = (frame: HTMLIFrameElement): number => {
  const pages = frame.contentDocument?.getElementById("pages");
  if (pages == null) return 1;
  return Math.max(1, Math.round(pages.scrollWidth / Math.max(1, frame.clientWidth)));
};

/** Shows a page of the frame, counted from 0. */
export const showPage = (frame: HTMLIFrameElement, page: number): void => {
  const pages = frame.contentDocument?.getElementById("pages");
  if (pages != null) pages.style.transform = `translateX(${-page * frame.clientWidth}px)`;
};
