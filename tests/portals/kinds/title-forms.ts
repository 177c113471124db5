import { ASIDE, type KindPage, PROSE, page, TITLE, tags } from "./kind-page.ts";

const WAY = '<div class="pos">当前位置：<a>首页</a> &gt; <a>党建要闻</a> &gt; 正文</div>';
const FACTS = '<div class="info">来源：青禾日报　2020-11-10 08:20</div>';
const LONG = `${TITLE}　下寨村今年冬修水利走在全县前列`;

/** A page with this window title and these lines over its facts. */
const titled = (
  trap: string,
  window: string,
  top: string,
  { title = TITLE, head = "" }: { readonly title?: string; readonly head?: string } = {},
): KindPage =>
  page(
    trap,
    "http://www.qinghe-dj.example.cn/show/410.html",
    {
      head: `<title>${window}</title>${head}`,
      body: `<ul><li><a href="/dj/">党建要闻</a></li></ul>${WAY}<div class="main">${top}${FACTS}<div class="con">${PROSE}</div></div>${ASIDE}`,
    },
    { title },
  );

/** What windows, tags and headings say of a title. */
export const TITLES: readonly KindPage[] = [
  titled("the window is cut short", `${LONG.slice(0, 20)}..._青禾党建网`, `<h1>${LONG}</h1>`, {
    title: LONG,
  }),
  titled(
    "the window is cut short, no heading is marked",
    `${LONG.slice(0, 20)}…-青禾党建网`,
    `<div class="wz">${LONG}</div>`,
    { title: LONG },
  ),
  titled("the tag has the site behind it", `${TITLE}_青禾党建网`, `<h1>${TITLE}</h1>`, {
    head: tags({ ArticleTitle: `${TITLE}_青禾党建网` }),
  }),
  titled("the card says less than the page", `${TITLE}_青禾党建网`, `<h1>${TITLE}</h1>`, {
    head: '<meta property="og:title" content="水渠修到家门口">',
  }),
  titled("two letters", "谷雨_青禾党建网", "<h1>谷雨</h1>", { title: "谷雨" }),
  titled("four letters, the window says the column", "党建要闻-青禾党建网", "<h1>春天来了</h1>", {
    title: "春天来了",
  }),
  titled(
    "the window says the column, a second title stands nearer to the facts",
    "党建要闻_青禾党建网",
    `<div style="font-size:24px">${TITLE}</div><div>——下寨村冬修水利见闻</div>`,
  ),
  titled(
    "window and first heading say the column",
    "青禾党建网-党建要闻",
    `<h1>党建要闻</h1><div class="t2">${TITLE}</div>`,
  ),
  titled(
    "the window says what kind of page it is",
    "文章详情",
    `<div class="lm">党建要闻</div><div><span>${TITLE}</span></div>`,
  ),
  titled(
    "dashes and bars of the title's own",
    "从“修一次”到“管长久”——下寨村水利观察--党建要闻--青禾党建网",
    "<h2>从“修一次”到“管长久”——下寨村水利观察</h2>",
    { title: "从“修一次”到“管长久”——下寨村水利观察" },
  ),
];
