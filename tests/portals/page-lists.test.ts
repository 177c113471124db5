/** The shapes that lists really have, each as small as it can be: found whole, first and last right. */
import { linksInScripts, type PageList } from "@dianbo/shared/page-list";
import { builtInRules } from "@dianbo/shared/portal-rule";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { captureList } from "../../extension/src/clipping/capture-list.ts";
import { growthOf, LONGEST, TOO_STEEP } from "../support/growth.ts";

const HERE = "http://www.qinghe.gov.cn/zwgk/index.html";

const read = (body: string, url = HERE): PageList =>
  captureList(parseHTML(`<html><head></head><body>${body}</body></html>`).document, { href: url });

const names = (list: PageList): string[] => list.links.map(({ title }) => title);
const dates = (list: PageList): (string | undefined)[] => list.links.map(({ date }) => date);

const TITLES = ["春季农业生产会议召开", "医保缴费怎么办", "农机补贴申请指南", "防汛演练通知"];
const article = (index: number): string => `./202611/t2026110${index + 1}_40${index}123.html`;
const rows = (row: (title: string, href: string, day: string, index: number) => string): string =>
  TITLES.map((title, index) => row(title, article(index), `2026-11-0${index + 1}`, index)).join(
    "\n",
  );
const DAYS = TITLES.map((_title, index) => `2026-11-0${index + 1}`);

describe("where the day stands", () => {
  it.each<[string, string]>([
    [
      "after the link",
      `<ul>${rows((t, h, d) => `<li><a href="${h}">${t}</a><span>${d}</span></li>`)}</ul>`,
    ],
    [
      "in the block that follows a heading",
      `<div>${rows((t, h, d) => `<h4><a href="${h}">${t}</a></h4><div class="info"><span>${d.replaceAll("-", "/")} 7:51:00</span><span>312次浏览</span></div><p>3月1日，${t}。…</p>`)}</div>`,
    ],
    [
      "before the link",
      `<ul>${rows((t, h, d) => `<li><span>[${d}]</span><a href="${h}">${t}</a></li>`)}</ul>`,
    ],
    [
      "inside the link",
      `<ul>${rows((t, h, d) => `<li><a href="${h}"><b>${t}</b><i>${d}</i></a></li>`)}</ul>`,
    ],
    [
      "in an attribute",
      `<div>${rows((t, h, d) => `<div class="x" data-pubtime="${d} 08:00"><h3><a href="${h}">${t}</a></h3></div>`)}</div>`,
    ],
    [
      "in a table",
      `<table>${rows((t, h, d) => `<tr><td>·</td><td><a href="${h}">${t}</a></td><td>${d}</td></tr>`)}</table>`,
    ],
    [
      "in a table of its own each",
      `<div>${rows((t, h, d) => `<table><tr><td><a href="${h}">${t}</a></td><td>${d}</td></tr></table>`)}</div>`,
    ],
    [
      "between flat links",
      `<p>${rows((t, h, d) => `<a href="${h}">${t}</a> <span>${d}</span><br>`)}</p>`,
    ],
    [
      "before flat links",
      `<p>${rows((t, h, d) => `<span>${d}</span> <a href="${h}">${t}</a><br>`)}</p>`,
    ],
    [
      "in the next dd",
      `<dl>${rows((t, h, d) => `<dt><a href="${h}">${t}</a></dt><dd>${d}</dd>`)}</dl>`,
    ],
    [
      "without its year",
      `<ul>${rows((t, h, d) => `<li><a href="${h}">${t}</a><em>${d.slice(5)}</em></li>`)}</ul>`,
    ],
    [
      "with the day in a block of its own",
      `<ul>${rows((t, h, d) => `<li><b>${d.slice(8)}</b><i>${d.slice(0, 7)}</i><a href="${h}">${t}</a></li>`)}</ul>`,
    ],
  ])("%s", (_where, body) => {
    const footer = Array.from(
      { length: 80 },
      (_, n) => `<li><a href="http://m${n}.gov.cn/">部委网站之${n}</a></li>`,
    );
    const list = read(
      `<div class="nav"><a href="/a/">政务公开</a><a href="/b/">办事服务</a><a href="/c/">互动交流</a></div>${body}<ul class="foot">${footer.join("")}</ul>`,
    );
    expect(names(list)).toEqual(TITLES);
    expect(dates(list)).toEqual(DAYS);
  });
});

describe("what stands in a row besides", () => {
  it("a column's link first, an href with a line break", () => {
    const list = read(
      `<ul>${rows((t, h, d) => `<li><a href="/lm/">要闻</a>|<a href="${h}\n">${t}</a>${d}</li>`)}</ul>`,
    );
    expect(names(list)).toEqual(TITLES);
    expect(list.links[0]?.url).toBe("http://www.qinghe.gov.cn/zwgk/202611/t20261101_400123.html");
  });
  it("interpretations below an item are not items", () => {
    const list = read(
      `<ul class="u">${rows((t, h, d) => `<li><a href="${h}">${t}</a><span>${d}</span><div><a href="./202611/t20261120_999.html">这是对它的一篇很长很长的解读</a></div></li>`)}</ul>`,
    );
    expect(names(list)).toEqual(TITLES);
  });
  it("a picture and a heading lead to one page", () => {
    const list = read(
      `<div>${rows((t, h) => `<div class="card"><a href="${h}"><img src="a.jpg"></a><h4><a href="${h}">${t}</a></h4></div>`)}</div>`,
    );
    expect(names(list)).toEqual(TITLES);
  });
  it("the longer of text and title counts, decoration goes", () => {
    const list =
      read(`<ul><li><a href="./t20261101_1000.html" title="关于做好秋冬季森林防火工作的通知">关于做好秋冬季森林…</a>2026-11-01</li>
      <li><a href="./t20261102_1001.html" title="医保缴费怎么办">[民生] 医保缴费怎么办</a>2026-11-02</li>
      <li><a href="./t20261103_1002.html" title="">· 农机补贴申请指南</a>2026-11-03</li></ul>`);
    expect(names(list)).toEqual([
      "关于做好秋冬季森林防火工作的通知",
      "医保缴费怎么办",
      "农机补贴申请指南",
    ]);
  });
  it("links to other sites stay, as links; a pinned item stays first; 更多 is none", () => {
    const list =
      read(`<ul><li class="top"><a href="${article(0)}">置顶：防汛抗旱热线</a><span>2025-01-05</span></li>
      ${rows((t, h, d, n) => `<li><a href="${n === 2 ? "https://mp.weixin.qq.com/s/abcdef123456" : h.replace("t", "t1")}">${t}</a><span>${d}</span></li>`)}
      <li><a href="../more/">更多&gt;&gt;</a></li></ul>`);
    expect(names(list)).toEqual(["置顶：防汛抗旱热线", ...TITLES]);
    expect(list.links.map(({ offSite }) => offSite)).toEqual([false, false, false, true, false]);
    expect(list.links[3]?.kind).toBe("link");
  });
  it("five rows, a line, five rows are one list", () => {
    const five = (from: number): string =>
      `<ul class="l">${[0, 1, 2, 3, 4].map((n) => `<li><a href="./t20261101_10${from + n}.html">第${from + n}条消息的题目</a><span>2026-11-01</span></li>`).join("")}</ul>`;
    expect(
      read(
        `<div>${five(10)}<div class="line"></div>${five(20)}<div class="line"></div>${five(30)}</div>`,
      ).links,
    ).toHaveLength(15);
  });
  it("javascript: and in-page links are nothing", () => {
    expect(
      read(`<ul>${rows((t, _h, d) => `<li><a href="javascript:alert(1)">${t}</a>${d}</li>`)}</ul>`)
        .links,
    ).toEqual([]);
  });
});

describe("lists that stand in scripts", () => {
  it("12371's item=[…] with single quotes, read and never run", () => {
    const list = read(
      `<ul id="rows"></ul><script>item=[{'title':'党员"教育"\\'课','link_add':'/2026/11/01/ARTI1793800000000105.shtml','brief':'2026-11-01 08:00:00'},{'title':'乙','link_add':'/2026/11/02/VIDE1793900000000105.shtml','brief':'2026-11-02 08:00:00'},{'title':'丙','link_add':'/2026/11/03/ARTI1794000000000105.shtml','brief':'2026-11-03'},];</script>`,
      "http://www.12371.cn/zxfb/",
    );
    expect(names(list)).toEqual(['党员"教育"\'课', "乙", "丙"]);
    expect(list.links[1]).toMatchObject({ kind: "video", date: "2026-11-02" });
  });
  it("what is more than a literal is left alone", () => {
    expect(linksInScripts(["item=[{'title':steal(),'url':'/a.html'}]"], HERE)).toEqual([]);
    expect(linksInScripts([`item=${"[".repeat(5000)}{`], HERE)).toEqual([]);
  });
  it("JCMS's datastore, and its data proxy for what follows", () => {
    const record = (n: number): string =>
      `<record><![CDATA[<li><a href="/art/2026/11/${n}/art_10_${2000 + n}.html" title="第${n}号通知全文">第${n}号…</a><span>2026-11-0${n}</span></li>]]></record>`;
    const list = read(
      `<div id="5648"><script type="text/xml"><datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&webid=1&columnid=10"></a>]]></nextgroup><recordset>${[1, 2, 3].map(record).join("")}</recordset><totalrecord>47</totalrecord><totalpage>4</totalpage></datastore></script>
      <script>$('#5648').jpage({perPage:15,proxyUrl:'/module/web/jpage/dataproxy.jsp',ajaxParam:{col:1,appid:1,webid:1,path:'/',columnid:10,sourceContentType:1,unitid:'5648',webname:'青禾县',permissiontype:0}})</script></div>`,
      "http://www.qinghe.gov.cn/col/col10/index.html",
    );
    expect(names(list)).toEqual(["第1号通知全文", "第2号通知全文", "第3号通知全文"]);
    expect(list.next).toMatchObject({
      type: "records",
      from: 4,
      perPage: 15,
      total: 47,
      form: { columnid: "10", unitid: "5648", webname: "青禾县" },
    });
  });
});

describe("how it goes on", () => {
  const list = `<ul>${rows((t, h, d) => `<li><a href="${h}">${t}</a>${d}</li>`)}</ul>`;
  const at = (more: string, url = HERE) => read(list + more, url).next;
  const file = (name: string): string => `http://www.qinghe.gov.cn/zwgk/${name}`;
  it.each<[string, string, string, string, string | undefined, number]>([
    [
      "four arguments",
      HERE,
      `<script>createPageHTML(31, 0, "index", "html");</script>`,
      "index_1.html",
      "index_30.html",
      31,
    ],
    [
      "five, the last the records",
      HERE,
      `<script>createPageHTML(3, 0, "index", "shtml", 60)</script>`,
      "index_1.shtml",
      "index_2.shtml",
      3,
    ],
    [
      "six, an id first, counted from one",
      HERE,
      `<script>createPageHTML('pager', 20, 1,'index','html',400);</script>`,
      "index_2.html",
      "index_20.html",
      20,
    ],
    [
      "on the third page",
      file("index_2.html"),
      `<script>createPageHTML(5, 2, "index", "html");</script>`,
      "index_3.html",
      "index_4.html",
      5,
    ],
    [
      "in a comment, the variables true",
      HERE,
      `<script>var countPage = 4; var currentPage = 0; //createPageHTML(99, 0, "index", "shtml")</script>`,
      "index_1.shtml",
      "index_3.shtml",
      4,
    ],
    [
      "in a comment of the page",
      HERE,
      `<!-- <script>createPageHTML(6, 0, "index", "htm");</script> -->`,
      "index_1.htm",
      "index_5.htm",
      6,
    ],
    [
      "beside its own definition",
      HERE,
      `<script>function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){ return 1 } createPageHTML(7, 0, "index", "html")</script>`,
      "index_1.html",
      "index_6.html",
      7,
    ],
    [
      "numbers and a total",
      HERE,
      `<div class="page"><a href="index_2.html">2</a><a href="index_3.html">3</a><a href="index_2.html">下一页</a> 共 12 页</div>`,
      "index_2.html",
      "index_12.html",
      12,
    ],
    [
      "numbers in the query, on page two",
      "http://www.qinghe.gov.cn/zwgk/list?id=7&page=2",
      `<div class="page"><a href="list?id=7&amp;page=1">1</a><a href="list?id=7&amp;page=3">3</a><a href="list?id=7&amp;page=4">4</a></div>`,
      "list?id=7&page=3",
      "list?id=7&page=4",
      4,
    ],
  ])("%s", (_what, url, more, first, last, total) => {
    const next = at(more, url);
    if (next.type !== "addresses") throw new Error(`found ${next.type}`);
    expect(next.urls[0]).toBe(file(first));
    expect(next.urls.at(-1)).toBe(file(last ?? first));
    expect(next.total).toBe(total);
  });
  it("下一页 alone", () => {
    expect(at(`<a href="/list.jsp?p=abc">下一页</a>`)).toEqual({
      type: "follow",
      url: "http://www.qinghe.gov.cn/list.jsp?p=abc",
    });
  });
  it("a family's own link, only where its signs stand and no common pager is", () => {
    const rules = builtInRules().filter(({ id }) => id === "ucap");
    const onward = `<div class="page"><a class="next" href="index_2.html">→</a></div>`;
    const next = (more: string) =>
      captureList(
        parseHTML(`<html><body>${list}${more}</body></html>`).document,
        { href: HERE },
        rules,
      ).next;
    const sign = `<div id="UCAP-CONTENT"></div>`;
    expect(next(sign + onward)).toEqual({ type: "follow", url: file("index_2.html") });
    expect(next(onward)).toEqual({ type: "none" });
    expect(next(`${sign}${onward}<script>createPageHTML(3, 0, "list", "html")</script>`).type).toBe(
      "addresses",
    );
  });
  it("one page is all", () => {
    expect(at(`<script>createPageHTML(1, 0, "index", "html");</script>`)).toEqual({ type: "none" });
    expect(at("")).toEqual({ type: "none" });
  });
});

describe("tabs", () => {
  const tab = (column: string, style: string) =>
    `<ul${style}>${rows((t, h, d) => `<li><a href="${h.replace("./", `./${column}/`)}">${t}</a><span>${d}</span></li>`)}</ul>`;
  it("the list of a tab that is not open is no part of the one that is", () => {
    const list = read(`<div>${tab("a", "")}${tab("b", ' style="display: none"')}</div>`);
    expect(list.links.map(({ url }) => url)).toEqual(
      TITLES.map((_title, index) => new URL(article(index).replace("./", "./a/"), HERE).href),
    );
  });
});

describe("hostile pages", () => {
  const listOf = (body: string) => {
    const { document } = parseHTML(`<html><head></head><body>${body}</body></html>`);
    return () => captureList(document, { href: HERE });
  };

  it(
    "ten thousand nested links are read in time that grows with the page",
    () => {
      const deep = (size: number) =>
        listOf(
          `${"<div><a href=/t20261101_1.html>甲乙丙丁</a>".repeat(size)}${"</div>".repeat(size)}`,
        );
      expect(growthOf(deep, 10_000)).toBeLessThan(TOO_STEEP);
    },
    LONGEST,
  );
  it(
    "scripts that want to make patterns hang do not",
    () => {
      const hostile = (size: number) =>
        listOf(
          `<script>${"createPageHTML(".repeat(size)}</script><script>var item=${"[{'title':'".repeat(size)}</script><script><datastore>${"<record><![CDATA[<a ".repeat(size)}</script>`,
        );
      expect(growthOf(hostile, 20_000)).toBeLessThan(TOO_STEEP);
    },
    LONGEST,
  );
  it(
    "links that hold everything, and rows of nothing but figures",
    () => {
      const full = (size: number) =>
        listOf(
          `${`<a href=/t20261101_1.html onclick="window.open('${"x".repeat(40)}"><b>${"1 ".repeat(20)}</b><p>2026-11</p><i>0</i></a>`.repeat(size)}<a href=/t20261101_2.html>${"<b>20</b><i>2026-11</i>".repeat(size)}</a><a href=/2 title="${" ".repeat(size)}x">${" \u00a0".repeat(size)}x</a><ul>${"<li>2026-<b>11</b>-".repeat(size)}</ul><script>${"laypage.render({count: 1, jump: '".repeat(size)}</script>`,
        );
      expect(growthOf(full, 4_000)).toBeLessThan(TOO_STEEP);
    },
    LONGEST,
  );
});
