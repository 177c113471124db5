const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/**
 * An article as a page of its own, set in columns as wide as the frame: turning a page is one step
 * sideways. 46 units are 34 pt on a 1920-wide picture. The frame runs no scripts.
 */
export const articlePage = ({
  title,
  source,
  html,
  unit,
}: {
  readonly title: string;
  readonly source: string;
  /** Sanitised. */
  readonly html: string;
  /** Pixels of one unit of the room. */
  readonly unit: number;
}): string => {
  const px = (units: number): string => `${(units * unit).toFixed(2)}px`;
  return `<!doctype html><meta charset="utf-8"><style>
html{background:#121412;color:#FBF6E9;font:${px(46)}/1.7 "Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif}
html,body{margin:0;height:100%;overflow:hidden}
#pages{height:100vh;columns:100vw auto;column-gap:0;column-fill:auto}
#pages>*{padding-left:${px(220)};padding-right:${px(220)}}
h1{font-size:${px(72)};line-height:1.3;margin:${px(20)} 0 ${px(16)}}
h2,h3,h4{font-size:${px(54)};line-height:1.35;margin:.8em 0 .3em;break-after:avoid}
p,ul,ol,blockquote,table,figure{margin:0 0 .6em}
p{text-align:justify;orphans:2;widows:2}
.source{color:#CFD0C6;font-size:${px(34)}}
ul,ol{margin-left:1.2em}
img{display:block;max-width:100%;max-height:${px(640)};margin:.3em auto;break-inside:avoid}
table{border-collapse:collapse;font-size:.85em}td,th{border:1px solid #8D988F;padding:.2em .5em}
pre{white-space:pre-wrap}
</style><div id="pages"><h1>${escaped(title)}</h1><p class="source">${escaped(source)}</p><div>${html}</div></div>`;
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
