/** Kinds of lists: what makers of portals do to rows, days and pagers, each oddity once; first and last right. */
import { builtInRules, rulesFor } from "@dianbo/shared/portal-rule";
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { captureList } from "../../extension/src/clipping/capture-list.ts";

const TITLES = [
  "全县冬修水利动员会召开",
  "关于做好今冬明春安全用电的通知",
  "下寨村水渠修到家门口",
  "县人社局举办家政服务培训班",
  "关于公布年度高素质农民名单的公告",
  "农技专家到田头讲油菜管理",
];
const day = (index: number): string => `2020-11-${String(20 - index).padStart(2, "0")}`;
const name = (index: number): string => `t${day(index).replaceAll("-", "")}_4100${index}.html`;
interface Row {
  readonly title: string;
  readonly href: string;
  readonly date: string;
  readonly index: number;
}
const rows = (row: (one: Row) => string, href = (index: number) => `./202011/${name(index)}`) =>
  TITLES.map((title, index) => row({ title, href: href(index), date: day(index), index })).join("");

const FRAME_LINKS = ["首页", "要闻动态", "政务公开", "办事服务", "互动交流"]
  .map((text, index) => `<li><a href="/c${index}/">${text}</a></li>`)
  .join("");
const MINISTRIES = Array.from(
  { length: 24 },
  (_, index) => `<a href="http://b${index}.example.cn/">某某部委办公室第${index}号</a>`,
).join("");
const HOT = `<div class="hot"><h3>热点</h3><ul>${[1, 2, 3].map((one) => `<li><a href="/hot/202001/t2020010${one}_9${one}.html">另外一条热点新闻的长标题${one}</a></li>`).join("")}</ul></div>`;

interface Kind {
  readonly trap: string;
  readonly body: string;
  readonly at?: string;
  readonly dated?: boolean;
  readonly next?: string;
}

const KINDS: readonly Kind[] = [
  {
    trap: "a picture and an introduction in each row, the title linked twice",
    body: `<div class="news">${rows(({ title, href, date }) => `<div class="item"><a href="${href}"><img src="a.jpg" alt=""></a><h4><a href="${href}">${title}</a></h4><p>近日，县里召开会议，部署有关工作，要求各乡镇抓好落实。<a href="${href}">[详细]</a></p><span>${date}</span></div>`)}</div>`,
  },
  {
    trap: "the day split into a large figure and a small month",
    body: `<ul>${rows(({ title, href, date }) => `<li><div class="d"><b>${date.slice(8)}</b><i>${date.slice(0, 7)}</i></div><a href="${href}">${title}</a></li>`)}</ul>`,
  },
  {
    trap: "the column in brackets before each title, as a link of its own",
    body: `<ul>${rows(({ title, href, date }) => `<li>[<a href="/yw/">要闻</a>] <a href="${href}" title="${title}">${title.slice(0, 8)}...</a><span>${date}</span></li>`)}</ul>`,
  },
  {
    trap: "groups of five with a line between them",
    body: `<div>${["", ""]
      .map(
        (_, part) =>
          `<ul>${TITLES.slice(part * 3, part * 3 + 3)
            .map(
              (title, index) =>
                `<li><a href="./202011/${name(part * 3 + index)}">${title}</a><span>${day(part * 3 + index)}</span></li>`,
            )
            .join("")}</ul><hr>`,
      )
      .join("")}</div>`,
  },
  {
    trap: "links that open by script, their address in it",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}" onclick="window.open(this.href);return false" target="_blank"><span class="t">${title}</span><em>${date}</em></a></li>`)}</ul>`,
  },
  {
    trap: "days without a year beside addresses that have it",
    body: `<table>${rows(({ title, href, date }) => `<tr><td width="20">·</td><td><a href="${href}">${title}</a></td><td>[${date.slice(5)}]</td></tr>`)}</table>`,
  },
  {
    trap: "a ministry's foot of many links, and a box of other news without days",
    body: `<ul class="list">${rows(({ title, href, date }) => `<li><a href="${href}">${title}</a><span>${date}</span></li>`)}</ul>${HOT}<div class="foot">${MINISTRIES}</div>`,
  },
  {
    trap: "JCMS addresses, rows as tables in the page",
    at: "http://www.donghai-qh.gov.cn/col/col1229/index.html",
    body: rows(
      ({ title, href, date }) =>
        `<table><tr><td><a href="${href}" title="${title}">${title}</a></td><td class="bt_time">${date}</td></tr></table>`,
      (index) => `/art/2020/11/${20 - index}/art_1229_4100${index}.html`,
    ),
  },
  {
    trap: "Ucap addresses, pages counted from two",
    at: "https://www.nanling-qh.gov.cn/xw/gzyw/index.html",
    body: `<ul class="news_list">${rows(
      ({ title, href, date }) =>
        `<li><a href="${href}">${title}</a><span class="time">${date}</span></li>`,
      (index) => `https://www.nanling-qh.gov.cn/xw/gzyw/content/post_733100${index}.html`,
    )}</ul><div class="page"><span>1</span><a href="index_2.html">2</a><a href="index_3.html">3</a><a class="next" href="index_2.html">下一页</a></div>`,
    next: "/xw/gzyw/index_2.html",
  },
  {
    trap: "VSB, numbered backwards",
    at: "https://news.qinghe-edu.cn/xxyw.htm",
    body: `<ul>${rows(
      ({ title, href, date, index }) =>
        `<li id="line_u9_${index}"><a href="${href}" title="${title}">${title}</a><span>${date}</span></li>`,
      (index) => `info/1011/6385${index}.htm`,
    )}</ul><span class="p_pages"><span class="p_no_d">1</span><span class="p_no"><a href="xxyw/41.htm">2</a></span><span class="p_no"><a href="xxyw/40.htm">3</a></span><span class="p_next"><a href="xxyw/41.htm">下页</a></span></span>`,
    next: "/xxyw/41.htm",
  },
  {
    trap: "people: addresses of the channel, no days, pages index2.html",
    at: "http://qh.people.com.cn/GB/226647/index.html",
    body: `<div class="ej_list_box"><ul>${rows(
      ({ title, href, date }) =>
        `<li><a href="${href}" target="_blank">${title}</a> <em>${date}</em></li>`,
      (index) => `/n2/2020/11${20 - index}/c226647-3441000${index}.html`,
    )}</ul><div class="page_n"><a class="common_current_page">1</a><a href="index2.html">2</a><a href="index3.html">3</a><a href="index2.html">下一页</a></div></div>`,
    next: "/GB/226647/index2.html",
  },
  {
    trap: "a pinned row first, whose day is older",
    body: `<ul><li class="top"><b>置顶</b><a href="./202001/t20200105_1.html">政府信息公开指南</a><span>2020-01-05</span></li>${rows(({ title, href, date }) => `<li><a href="${href}">${title}</a><span>${date}</span></li>`)}</ul>`,
  },
  {
    trap: "the pager's call holds the numbers as texts",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}">${title}</a><span>${date}</span></li>`)}</ul><script>var nPageCount = "12"; createPageHTML('12', '0', 'index', 'html');</script>`,
    next: "/xw/index_1.html",
  },
];

it.each(KINDS.map((kind) => [kind.trap, kind] as const))("%s", (_trap, kind) => {
  const { at = "http://www.qinghe.gov.cn/xw/index.html", body, next } = kind;
  const { document } = parseHTML(
    `<!DOCTYPE html><html><head><title>工作动态</title></head><body><ul class="nav">${FRAME_LINKS}</ul>${body}<div class="footer"><a href="/map">网站地图</a><a href="/about">关于我们</a></div></body></html>`,
  );
  const list = captureList(document, { href: at }, rulesFor(at, builtInRules()));
  const own = list.links.filter(({ title }) => title !== "政府信息公开指南");
  expect(own.map(({ title }) => title)).toEqual(TITLES);
  expect(list.links.length - own.length).toBe(body.includes("置顶") ? 1 : 0);
  expect(own.map(({ date }) => date)).toEqual(TITLES.map((_title, index) => day(index)));
  if (next === undefined) expect(list.next).toEqual({ type: "none" });
  else expect(JSON.stringify(list.next)).toContain(`${new URL(next, at).href}"`);
});
