/** Pages that want to cost time: each text that a pattern of our readers looks for, over and over, in every place. */
import { escaped } from "./vectors.ts";

/** What patterns of our readers begin with, end with or repeat. */
export const PIECES: readonly string[] = [
  ...["<", "<a", "<a ", "<a>", "<img", "<img ", "<!--", "</a>", "&amp;", "&#", "&lt;"],
  ...[" ", "　", "\n", "\t", "\u00a0 ", "\u241F", "a ", "　\n", " \n\n"],
  ...["1", "11 ", "1|", "【1】", "|", "上一页", "首页>", ">", "»", "(", "（", "[", "【"],
  ...[
    "来 源",
    "来源：",
    "来源",
    "发布时间：",
    "发 布 时 间",
    "2024-",
    "2024年",
    "2024 ",
    "20240101",
    "二〇",
  ],
  ...[
    "责任编辑：",
    "编辑",
    "原标题：",
    "打印|",
    "分享 ",
    "T|",
    "字号",
    "浏览次数",
    "版权所有",
    "、",
    "，",
    "。",
  ],
  ...[
    "-",
    "--",
    " - ",
    "_",
    "——",
    "…",
    ".",
    "..",
    "/",
    "//",
    "\\",
    "'/",
    '"/a.mp4?',
    '"/',
    "ct=",
    'ct="',
  ],
  ...[
    "{",
    "[[",
    '{"a":',
    "createPageHTML(",
    "countPage",
    "<recordset>",
    "共1页",
    "dataproxy.jsp",
    "totalPage=",
  ],
  ...["http://", "VIDE1795393800000014", "0".repeat(31), "a".repeat(31), "第一讲", "（上）", "长"],
];

/** A page with one text, repeated to this length, in each place that is read. */
export const slowPage = (piece: string, length: number): string => {
  const many = `${piece.repeat(Math.ceil(length / piece.length))}x`;
  const text = escaped(many);
  // A browser writes `<` in an attribute down as it is.
  const attribute = many.replaceAll('"', "&quot;");
  const script = many.replaceAll("</", "<\\/").replaceAll("<!--", "<!-");
  return `<!DOCTYPE html><html><head><title>${text}</title>
<meta name="ArticleTitle" content="${attribute}"><meta name="PubDate" content="${attribute}">
<meta name="ContentSource" content="${attribute}"><meta name="keywords" content="${attribute}">
<script type="application/ld+json">{"headline":"${script.replaceAll('"', "'")}"}</script>
<script>var x = ${script};</script><script>var y = '${script}</script>
</head><body><!-- 标题 begin -->${text}<!-- 标题 end --><!--${many.replaceAll("-", "=")}-->
<div class="crumbs">首页 > ${text}</div><h1 class="title">${text}</h1><div class="info">${text}</div>
<div class="info"><b>${"<i> </i>".repeat(2000)}</b></div>
<p>来源：${text}</p><table><tr><th>${text}</th><td>${text}</td></tr></table>
<noscript><img ${text}</noscript><img alt="${attribute}" src="/a.png" data-srcset="${attribute}">
<div id="zoom"><p title="${attribute}">今年以来，县里把实用人才培训放在突出位置，先后举办专题班二十六期。</p>
<p><a href="/1.html" title="${attribute}">${text}</a></p><p>${text}</p><p>（责任编辑：${text}）</p><p>${text}</p></div>
<ul class="page">${[1, 2, 3].map((n) => `<li><a href="/t2024010${n}_${n}.html?${encodeURIComponent(many.slice(0, 3000))}" title="${attribute}">${text}</a><span>${text}</span></li>`).join("")}</ul>
<div class="page">${text}</div></body></html>`;
};
