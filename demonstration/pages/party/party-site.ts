import type { Entry, Roots, Site } from "../site.ts";
import { escapeHtml, page, upFrom } from "../site.ts";
import type { Post } from "./posts.ts";
import { postPath, posts } from "./posts.ts";
import { reprint } from "./reprint.ts";

const NAVIGATION = [
  ["首页", "index.shtml"],
  ["微党课", "wdk/index.shtml"],
  ["最新发布", "zxfb/index.shtml"],
] as const;

function partyPage(frame: { path: string; title: string; here: string; main: string }): string {
  const up = upFrom(frame.path);
  const links = NAVIGATION.map(
    ([text, path]) =>
      `<a href="${up}${path}"${text === frame.here ? ' class="on"' : ""}>${text}</a>`,
  );
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(frame.title)}_先锋网</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${up}style/party.css">
</head>
<body>
<header><div class="wrap"><a href="${up}index.shtml">先锋网</a><span>党员教育 · 微党课 · 农技课堂</span></div></header>
<nav><div class="wrap">${links.join("")}</div></nav>
<div class="wrap">
${frame.main}
</div>
<footer>示范页面：先锋网并不存在，文字、声音和影片都是为演示自编的。</footer>
</body>
</html>
`;
}

function postPage(post: Post, roots: Roots): string {
  const path = postPath(post);
  const up = upFrom(path);
  const lasts = post.lasts ? ` 时长：${post.lasts}` : "";
  const player = post.player
    ? `<div class="video_box" id="myPlayer">${post.player(roots, up)}</div>
<p class="short">示范站只存了二十多秒的片段。</p>`
    : "";
  return partyPage({
    path,
    title: post.title,
    here: post.column,
    main: `<div class="crumbs"><a href="${up}index.shtml">首页</a> &gt; ${post.column} &gt; 正文</div>
<h1 class="big_title">${post.title}</h1>
<div class="time">发布时间：${post.date} 来源：${post.source}${lasts}</div>
${player}
<div class="word">
${post.body}
</div>`,
  });
}

function rowMarkup(post: Post, up: string): string {
  return `<li><a href="${up}${postPath(post)}">${post.title}</a><span>${post.date.slice(0, 10)}</span></li>`;
}

const videos = posts.filter((post) => post.kind === "VIDE");

function videoCard(post: Post, up: string): string {
  const picture =
    post.column === "农技" ? "photo/2026/11/19/cabbage.jpg" : "photo/2026/11/23/flag.jpg";
  return `<a class="card" href="${up}${postPath(post)}"><img src="${up}${picture}" alt="" width="320" height="180"><b>${post.title}</b></a>`;
}

function homePage(): string {
  return partyPage({
    path: "index.shtml",
    title: "首页",
    here: "首页",
    main: `<div class="cards">${videos.map((post) => videoCard(post, "./")).join("")}</div>
<h2>新近发布</h2><ul class="dyw1015_list">${posts.map((post) => rowMarkup(post, "./")).join("")}</ul>`,
  });
}

function lessonList(): string {
  return partyPage({
    path: "wdk/index.shtml",
    title: "微党课",
    here: "微党课",
    main: `<div class="crumbs"><a href="../index.shtml">首页</a> &gt; 微党课</div>
<ul class="dyw1015_list">${posts.map((post) => rowMarkup(post, "../")).join("\n")}</ul>`,
  });
}

/** A list that is drawn by script from `item=[…]` with single quotes, as 12371's columns are. */
function scriptList(): string {
  const items = posts.map(
    (post) =>
      `{'title':'${post.title}','link_add':'../${postPath(post)}','brief':'${post.date}:00'}`,
  );
  return partyPage({
    path: "zxfb/index.shtml",
    title: "最新发布",
    here: "最新发布",
    main: `<div class="crumbs"><a href="../index.shtml">首页</a> &gt; 最新发布</div>
<ul class="dyw1015_list" id="rows"></ul>
<script language="javascript">
var item=[${items.join(",\n")}];
document.getElementById('rows').innerHTML = item.map(function (one) {
  return '<li><a href="' + one.link_add + '">' + one.title + '</a><span>' + one.brief.slice(0, 10) + '</span></li>';
}).join('');
</script>`,
  });
}

/** The party-portal style video site 「先锋网」. */
export const partySite: Site = new Map<string, Entry>([
  ["index.shtml", page(homePage)],
  ["wdk/index.shtml", page(lessonList)],
  ["zxfb/index.shtml", page(scriptList)],
  ...[...posts, reprint].map(
    (post) => [postPath(post), page((roots) => postPage(post, roots))] as const,
  ),
  ["video/2026/11/23/flag_h264_640.mp4", { kind: "file", file: "media/party-flag.mp4" }],
  ["video/2026/11/19/cabbage_h264_640.mp4", { kind: "file", file: "media/cabbage-field.mp4" }],
  ["audio/2026/11/05/practice.mp3", { kind: "file", file: "media/practice-music.mp3" }],
  ["photo/2026/11/23/flag.jpg", { kind: "file", file: "media/party-flag-poster.jpg" }],
  ["photo/2026/11/19/cabbage.jpg", { kind: "file", file: "media/cabbage-field-poster.jpg" }],
  ["favicon.ico", { kind: "file", file: "pages/style/blank.gif" }],
  ["style/party.css", { kind: "file", file: "pages/style/party.css" }],
]);
