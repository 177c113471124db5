import { postPath, posts } from "./party/posts.ts";
import type { Roots } from "./site.ts";
import { escapeHtml } from "./site.ts";

const TRIES = [
  {
    path: "party",
    match: "微党课：一面党旗的故事",
    title: "存一部微党课",
    what: "打开这一页，按 <kbd>Alt</kbd>+<kbd>Shift</kbd>+<kbd>D</kbd>（或点工具栏上的点播本），再按 <kbd>1</kbd>：归进「基层党建」，影片一起存下。",
  },
  {
    path: "gov",
    match: "bmfw/202611/t20261120_4101023.shtml",
    title: "存一篇文章",
    what: "电动自行车充电安全，带图片和一份 PDF。按 <kbd>4</kbd> 归进「科普知识」。",
  },
  {
    path: "gov",
    match: "bmfw/202611/t20261110_4099541.shtml",
    title: "碰一个坏附件",
    what: "「附件2」看着是 PDF，其实是登录页。点播本会认出来，告诉您没有存。",
  },
] as const;

/** The start page of the demonstration portal, for somebody who has just run `npm start`. */
export function startPage(roots: Roots): string {
  const tries = TRIES.map((one) => {
    const post = posts.find(({ title }) => title === one.match);
    const href = post ? roots.party + postPath(post) : roots.gov + one.match;
    return `<li><a href="${href}">${one.title}</a><p>${one.what}</p></li>`;
  });
  const pages = posts.map(
    (post) => `<li><a href="${roots.party}${postPath(post)}">${escapeHtml(post.title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>示范门户</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="start.css"></head>
<body><main>
<h1>示范门户</h1>
<p class="what">两个自编的网站，样子和真门户一样，专门给您试手。存错了不要紧，删掉重来就行。</p>
<h2>先试三样</h2>
<ol class="tries">${tries.join("")}</ol>
<h2>所有页面</h2>
<div class="sites">
<section><h3><a href="${roots.party}index.shtml">先锋网</a></h3><ul>${pages.join("")}
<li><a href="${roots.party}wdk/index.shtml">微党课列表</a></li><li><a href="${roots.party}zxfb/index.shtml">脚本画出来的列表</a></li></ul></section>
<section><h3><a href="${roots.gov}index.shtml">青禾县人民政府</a></h3><ul>
<li><a href="${roots.gov}bmfw/index.shtml">便民服务列表，两页，十篇文章</a></li>
<li><a href="${roots.gov}bmfw/202611/t20261121_4101031.shtml">正文里有影片的文章</a></li>
<li><a href="${roots.gov}bmfw/202611/t20261118_4100876.shtml">带 PDF 附件的问答</a></li>
<li><a href="${roots.gov}bmfw/202605/t20260520_4079125.html">国标编码的老页面</a></li>
<li><a href="${roots.gov}wsbs/index.shtml">没有东西可读的框架页</a></li></ul></section>
</div></main></body></html>
`;
}
