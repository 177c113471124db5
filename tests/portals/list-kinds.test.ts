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
  {
    trap: "the link holds the whole card: a heading, the day, an introduction",
    body: rows(
      ({ title, href, date }) =>
        `<li><a href="${href}"><img src=""><h4>${title}</h4><p class="date"><i></i>${date}</p><p>近日，县里召开会议，部署有关工作，要求各乡镇抓好落实，确保取得实效。</p></a></li><span style="display:none"><hr></span>`,
    ),
  },
  {
    trap: "the same card, its heading told by a class only",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}"><span class="news_date">${date}</span><span class="news_title">${title}</span><span class="news_intro">近日，县里召开会议，部署有关工作，要求抓好落实。</span></a></li>`)}</ul>`,
  },
  {
    trap: "the same card, told by nothing but its lines; the day without its year in the link",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}"><div><b>${date.slice(5)}</b></div><div>${title}</div><div>近日，县里召开会议，部署有关工作，要求抓好落实。</div></a></li>`)}</ul>`,
  },
  {
    trap: "picture, title and introduction are three links to one page",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}" class="pic"><img src="a.jpg"></a><div><a href="${href}" class="t">${title}</a><a href="${href}" class="s">近日，县里召开专题会议，部署有关工作，要求各乡镇、各部门抓好落实。会议强调，要压实责任。</a><p><span>${date.slice(0, 7)}</span><span>-</span><span>${date.slice(8)}</span></p></div></li>`)}</ul>`,
  },
  {
    trap: "the column in brackets inside the link, before a title that is cut off",
    body: `<div>${rows(({ title, href, date }) => `<div><ul class="b"><li><span>${date}</span> <a href="${href}" title="${title}"><span>[要闻动态]-</span> ${title.slice(0, 8)}...</a></li></ul></div>`)}</div>`,
  },
  {
    trap: "a deadline in the introduction, the day in a box of its own",
    body: `<ul>${rows(({ title, href, date }) => `<li><div class="box"><p>${date.slice(8)}</p><p>${date.slice(0, 7)}</p></div><a href="${href}" title="${title}">${title}</a><div>报名截止时间：2020年12月25日15时00分</div></li>`)}</ul>`,
  },
  {
    trap: "a deadline in the introduction and the day after it, all of it in the link",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}"><h3>${title}</h3><p>请于2020-12-23 09:30前提交材料。</p><small>发布时间：${date}</small></a></li>`)}</ul>`,
  },
  {
    trap: "films with their length in the link",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}"><img src="a.jpg"><em>12:34</em>${title}</a><p>${date}</p></li>`)}</ul>`,
  },
  {
    trap: "ASP.NET's pager: arrows are letters of a font of signs, the last page only in a title",
    at: "http://www.qinghe.gov.cn/MoreNews.aspx?gd=13",
    body: `<table>${rows(
      ({ title, href, date }) =>
        `<tr><td><a href=${href} target="_blank" title="${title}">${title}</a></td><td>${date.replaceAll("-", "/")} </td></tr><tr><td colspan="2"><dl>近日，县里召开会议，部署有关工作......</dl></td></tr>`,
      (index) => `/newshtml/${day(index).replaceAll("-0", "-")}/90838${index}.shtml`,
    )}</table><div id="AspNetPager1"><font>1</font><a title="转到第2页" href="/MoreNews.aspx?gd=13&amp;page=2">2</a><a title="转到第3页" href="/MoreNews.aspx?gd=13&amp;page=3">3</a><a title="转到第4页" href="/MoreNews.aspx?gd=13&amp;page=4">...</a><a title="转到第2页" href="/MoreNews.aspx?gd=13&amp;page=2"><font face="webdings">4</font></a><a title="转到第45页" href="/MoreNews.aspx?gd=13&amp;page=45"><font face="webdings">:</font></a></div>`,
    next: "/MoreNews.aspx?gd=13&page=45",
  },
  {
    trap: "links that only a script opens: the address in onclick",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="javascript:void(0)" onclick="window.open('${href}')">${title}</a><span>${date}</span></li>`)}</ul>`,
  },
  {
    trap: "links that only a script opens: the address in data-href",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="javascript:;" data-href="${href}">${title}</a><span>${date}</span></li>`)}</ul>`,
  },
  {
    trap: "lists within a list, one for each month",
    body: `<ul class="months">${[0, 1, 2]
      .map(
        (part) =>
          `<li><h3>第${part + 1}旬</h3><ul>${TITLES.slice(part * 2, part * 2 + 2)
            .map(
              (title, index) =>
                `<li><a href="./202011/${name(part * 2 + index)}">${title}</a><span>${day(part * 2 + index)}</span></li>`,
            )
            .join("")}</ul></li>`,
      )
      .join("")}</ul>`,
  },
  {
    trap: "a table of documents: number, title, both days",
    body: `<table><thead><tr><th>索引号</th><th>标题</th><th>发布日期</th></tr></thead><tbody>${rows(({ title, href, date, index }) => `<tr><td>023362/2020-0015${index}</td><td><a href="${href}">${title}</a></td><td>${date}</td></tr>`)}</tbody></table>`,
  },
  {
    trap: "a select box for a pager",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}">${title}</a><span>${date}</span></li>`)}</ul><div class="page">共3页 <select onchange="location.href=this.value"><option value="index.html" selected>第1页</option><option value="index_1.html">第2页</option><option value="index_2.html">第3页</option></select></div>`,
    next: "/xw/index_2.html",
  },
  {
    trap: "an arrow for the next page, told by rel",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}">${title}</a><span>${date}</span></li>`)}</ul><nav><a rel="next" href="/xw/?page=2"><svg></svg></a></nav>`,
    next: "/xw/?page=2",
  },
  {
    trap: "layui's pager, drawn by script from the number of records",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}">${title}</a><span>${date}</span></li>`)}</ul><div id="p"></div><script>layui.use('laypage', function(){ layui.laypage.render({ elem: 'p', count: 345, limit: 15, curr: 1, jump: function(obj, first){ if(!first){ location.href = '/xw/index.html?pageNo=' + obj.curr; } } }); });</script>`,
    next: "/xw/index.html?pageNo=23",
  },
  {
    trap: "days told from now only, and none that can be told",
    dated: false,
    body: `<ul>${rows(
      ({ title, href, index }) =>
        `<li><a href="${href}">${title}</a><span>${["3小时前", "今天 08:30", "昨天", "2天前", "刚刚", "5分钟前"][index]}</span></li>`,
      (index) => `/detail/${62 + index}.jhtml`,
    )}</ul>${HOT}`,
  },
  {
    trap: "lists of two whose classes a script of movements changes",
    body: [0, 1, 2]
      .map(
        (part) =>
          `<ul class="list wow fadeInUp${part < 2 ? " animated" : ""}">${TITLES.slice(
            part * 2,
            part * 2 + 2,
          )
            .map(
              (title, index) =>
                `<li><a href="./202011/${name(part * 2 + index)}">${title}</a><span>${day(part * 2 + index)}</span></li>`,
            )
            .join("")}</ul>`,
      )
      .join(""),
  },
  {
    trap: "day and month in one box of the link, without a blank between them",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}" title="${title}"><div class="time"><span>${date.slice(8)}</span>${date.slice(0, 7).replace("-", ".")}</div><h4>${title.slice(0, 8)}...</h4></a></li>`)}</ul>`,
  },
  {
    trap: "days with a point and without their year, beside a larger box of undated news",
    body: `<table>${rows(({ title, href, date }) => `<tr><td>&nbsp;<span>·</span> <a href="${href}">${title}</a> </td><td><span>${date.slice(5).replace("-", ".")}&nbsp;</span></td></tr>`)}</table><ul>${Array.from({ length: 12 }, (_, one) => `<li><a href="/hot/202001/t20200101_8${one}00.html">另外一条热点新闻的长标题${one}</a></li>`).join("")}</ul>`,
  },
  {
    trap: "a home page: one box for each column, built alike, without days",
    body: `<div class="three">${[0, 1, 2]
      .map(
        (part) =>
          `<div class="box${part > 0 ? " ml20" : ""}"><div class="top"><h4>栏目${part}</h4><a href="/c${part}/">更多</a></div><div class="bottom"><ul>${TITLES.slice(
            part * 2,
            part * 2 + 2,
          )
            .map(
              (title, index) =>
                `<li><a href="./202011/${name(part * 2 + index)}">${title}</a></li>`,
            )
            .join("")}</ul></div></div>`,
      )
      .join("")}</div>`,
  },
  {
    trap: "CNTV's ids with letters in them, a picture and a word before each title",
    at: "https://tv.cctv.com/lm/qhxw/",
    body: `<ul>${rows(
      ({ title, href }) =>
        `<li><div class="image"><a href="${href}" title="${title}"><img src="a.jpg"></a><span></span></div><a href="${href}"><i>完整版</i>${title}</a></li>`,
      (index) =>
        `https://tv.cctv.com/${day(index).replaceAll("-", "/")}/VIDE${"twZqudHpujBwsgYaKX".slice(index)}${"abcdef".slice(0, index)}2011${20 - index}.shtml`,
    )}</ul>`,
  },
  {
    trap: "nothing but links to 公众号, without days",
    dated: false,
    body: `<ul>${rows(
      ({ title, href }) => `<li><a href="${href}" target="_blank">${title}</a></li>`,
      (index) =>
        `https://mp.weixin.qq.com/s/${"MMmuRhKjPIZv"}${index}IXjcX${"ndwQ".slice(index % 3)}`,
    )}</ul>`,
  },
  {
    trap: "a longer box of hot news with days, told by its name",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="/a${href.slice(1)}">${title}</a><span>${date}</span></li>`)}</ul><div class="hot"><ul>${Array.from({ length: 9 }, (_, one) => `<li><a href="/b/202001/t2020010${one + 1}_9${one}.html">另外一条热点新闻的长标题${one}</a><span>2020-01-0${one + 1}</span></li>`).join("")}</ul></div>`,
  },
  {
    trap: "a longer box of other columns with days; the list lies below the page's own folder",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}">${title}</a><span>${date}</span></li>`)}</ul><div><ul>${Array.from({ length: 8 }, (_, one) => `<li><a href="/b/202001/t2020010${one + 1}_9${one}.html">另外一条新闻的长标题${one}</a><span>2020-01-0${one + 1}</span></li>`).join("")}</ul></div>`,
  },
  {
    trap: "two items in each row of a table",
    body: `<table>${[0, 2, 4]
      .map(
        (first) =>
          `<tr>${[first, first + 1].map((index) => `<td><a href="./202011/${name(index)}">${TITLES[index]}</a></td><td>${day(index)}</td>`).join("")}</tr>`,
      )
      .join("")}</table>`,
  },
  {
    trap: "rows of a table that open by script and hold no link",
    body: `<table>${rows(({ title, href, date }) => `<tr onclick="location.href='${href}'"><td>·</td><td>${title}</td><td>${date}</td></tr>`)}</table>`,
  },
  {
    trap: "files called as they are titled",
    body: `<ul>${rows(
      ({ title, href, date }) => `<li><a href="${href}">${title}.pdf</a><span>${date}</span></li>`,
      (index) => `./202011/P02020112${index}4100${index}.pdf`,
    )}</ul>`,
  },
  {
    trap: "small numbers in the query, no days",
    dated: false,
    body: `<ul>${rows(
      ({ title, href }) => `<li><a href="${href}">${title}</a></li>`,
      (index) => `show.php?id=${12 + index}`,
    )}</ul>`,
  },
  {
    trap: "the last page is told by 末页 alone",
    body: `<ul>${rows(({ title, href, date }) => `<li><a href="${href}">${title}</a><span>${date}</span></li>`)}</ul><div class="pager"><span>1</span><a href="/list/2.html">2</a><a href="/list/3.html">3</a><a href="/list/2.html">下一页</a><a href="/list/9.html">末页</a></div>`,
    next: "/list/9.html",
  },
  {
    trap: "items that wait hidden for 查看更多",
    body: `<ul>${rows(({ title, href, date, index }) => `<li style="display:${index < 3 ? "block" : "none"}"><a href="${href}">${title}</a><span>${date}</span></li>`)}</ul><a href="javascript:;">查看更多</a>`,
  },
];

it.each(KINDS.map((kind) => [kind.trap, kind] as const))("%s", (_trap, kind) => {
  const { at = "http://www.qinghe.gov.cn/xw/index.html", body, next, dated } = kind;
  const { document } = parseHTML(
    `<!DOCTYPE html><html><head><title>工作动态</title></head><body><ul class="nav">${FRAME_LINKS}</ul>${body}<div class="footer"><a href="/map">网站地图</a><a href="/about">关于我们</a></div></body></html>`,
  );
  const list = captureList(document, { href: at }, rulesFor(at, builtInRules()));
  const own = list.links.filter(({ title }) => title !== "政府信息公开指南");
  expect(own.map(({ title }) => title)).toEqual(TITLES);
  expect(list.links.length - own.length).toBe(body.includes("置顶") ? 1 : 0);
  expect(own.map(({ date }) => date)).toEqual(
    TITLES.map((_title, index) => (dated === false ? undefined : day(index))),
  );
  if (next === undefined) expect(list.next).toEqual({ type: "none" });
  else expect(JSON.stringify(list.next)).toContain(`${new URL(next, at).href}"`);
});
