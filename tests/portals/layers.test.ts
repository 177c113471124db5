/** What stands below the rules: each trap of pages that no rule knows, one small page a trap. */
import { followingPages, recognise, withFollowing } from "@dianbo/shared/portal";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { capturePage } from "../../extension/src/clipping/capture-page.ts";
import { growthOf, LONGEST, TOO_STEEP } from "../support/growth.ts";

const LINES = [
  "今年以来，县里把实用人才培训放在突出位置，先后举办果树修剪、设施蔬菜等专题班二十六期。",
  "各乡镇围绕用水用电、道路养护等问题，逐项建立清单，逐件明确责任人和办结时限。",
  "“以前办件事要跑好几趟，现在在家门口就办好了。”村民老李高兴地说。",
];
const PROSE = LINES.map((line) => `<p>　　${line}</p>`).join("\n");
const TEXT = LINES.join("\n");

const URL_OF = "http://www.qinghe.gov.cn/xw/detail.aspx?id=12";

const snapshot = (html: string, url = URL_OF) =>
  capturePage(parseHTML(html).document, { href: url });
const read = (body: string, head = "<title>春季农业生产会议召开</title>", url = URL_OF) =>
  recognise(snapshot(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`, url));

const MENU = `<ul>${["首页", "要闻", "公开", "服务"].map((one) => `<li><a href="/${one}">${one}</a></li>`).join("")}</ul>`;
const SIDE = `<div><h3>热点</h3><ul>${[1, 2, 3].map((day) => `<li><a href="/n${day}.html">我县召开第${day}次农业生产工作会议</a><span>2020-01-0${day}</span></li>`).join("")}</ul></div>`;
const FOOT =
  "<div><p>主办单位：青禾县人民政府，承办单位：县大数据中心</p><p>某ICP备00000014号</p></div>";

describe("the body of a page without a known container", () => {
  test("is the smallest element that holds the prose: no menu, no list beside it, no footer", () => {
    const found = read(
      `${MENU}<div><div><h1>春季农业生产会议召开</h1><div>发布时间：2024-03-12　来源：县农业农村局</div><div>${PROSE}</div></div>${SIDE}</div>${FOOT}`,
    );
    expect(found.kind).toBe("article");
    expect(found.body?.text).toBe(TEXT);
  });

  test("loses the head that stands in the same element", () => {
    const found = read(
      `<div><h1>春季农业生产会议召开</h1><p>2024年03月12日10:21　　来源：县农业农村局</p><p>字号：<a>大</a> <a>中</a> <a>小</a></p><p>（原标题：县里开会了）</p>${PROSE}</div>`,
    );
    expect(found.body?.text).toBe(TEXT);
  });

  test.each([
    "<p>（责编：王某、李某）</p>",
    "<p>责任编辑：赵某</p>",
    "<p>【打印】【关闭】</p>",
    "<p>分享让更多人看到</p>",
    '<p>相关新闻</p><ul><li><a href="/1.html">另一条很长很长的新闻标题</a></li></ul>',
    "<p>上一篇：没有了</p><p>下一篇：<a>某某通知</a></p>",
    "<p>+1</p><div>【纠错】 责任编辑：某</div>",
    "<p>《 人民日报 》（ 2019年06月15日 04 版）</p>",
    "<p>【1】【2】</p>",
  ])("loses the tail %s", (tail) => {
    expect(read(`<div>${PROSE}${tail}</div>`).body?.text).toBe(TEXT);
  });

  test("keeps a link behind a bullet at its end, where such links stand in its midst", () => {
    const link = (day: number) =>
      `<p>▶ <a href="/${day}.html">第${day}个典型案例的情况通报</a></p>`;
    const [first = "", ...rest] = LINES;
    const body = `<p>${first}</p>${link(1)}${rest.map((line) => `<p>${line}</p>`).join("")}${link(2)}`;
    expect(read(`<div class="TRS_Editor">${body}</div>`).body?.text).toBe(
      [first, "▶ 第1个典型案例的情况通报", ...rest, "▶ 第2个典型案例的情况通报"].join("\n"),
    );
  });

  test("loses a box of other articles that is set into it, and keeps a link of its own", () => {
    const box =
      '<table align="left"><tr><td>相关报道：</td></tr><tr><td><a href="/1.html">另一条很长很长的新闻标题</a></td></tr><tr><td><a href="/2.html">又一条很长很长的新闻标题</a></td></tr></table>';
    const own = '<p><a href="/3.html">培训班课程表</a></p>';
    const found = read(
      `<div class="TRS_Editor">${box}${LINES.map((line) => `<p>${line}</p>`).join(own)}</div>`,
    );
    expect(found.body?.text).toBe(LINES.join("\n培训班课程表\n"));
  });

  test("loses an editor's name that hangs on its last sentence", () => {
    const found = read(
      `<div>${PROSE.replace("高兴地说。</p>", "高兴地说。（责任编辑：张某）</p>")}</div>`,
    );
    expect(found.body?.text).toBe(TEXT);
  });

  test("keeps an attachment, a signature and its day", () => {
    const end =
      '<p>附件：<a href="P020240409.pdf">一览表.pdf</a></p><p>县农业农村局</p><p>2024年4月8日</p>';
    expect(read(`<div>${PROSE}${end}</div>`).body?.text).toBe(
      `${TEXT}\n附件：一览表.pdf\n县农业农村局\n2024年4月8日`,
    );
  });

  test("stands once where the page holds a second copy for telephones", () => {
    const found = read(`<div><div>${PROSE}</div></div><div><div>${PROSE}</div></div>`);
    expect(found.body?.text).toBe(TEXT);
  });

  test("may be text with line breaks in a table", () => {
    const found = read(
      `<table><tr><td>${MENU}</td><td>${LINES.map((line) => `&nbsp;&nbsp;${line}`).join("<br><br>")}</td></tr></table>`,
    );
    expect(found.body?.text).toBe(TEXT);
  });
});

describe("known containers", () => {
  test("of nested editors the outermost, without its style", () => {
    const found = read(
      `<div class="TRS_Editor"><style>.TRS_Editor P{color:red}</style><div class="TRS_Editor">${PROSE}</div><p>尾段也是正文，不能丢了。</p></div>`,
    );
    expect(found.body?.text).toBe(`${TEXT}\n尾段也是正文，不能丢了。`);
  });

  test("an editor's block in the frame of the page is not its body", () => {
    const found = read(
      `<div class="TRS_Editor"><p>欢迎您访问本网站，祝您生活愉快。</p></div><div id="main">${PROSE}</div>`,
    );
    expect(found.body?.text).toBe(TEXT);
  });

  test("a name for noise that stands round the text itself names none", () => {
    const found = read(`<div id="zoom"><form><div class="share">${PROSE}</div></form></div>`);
    expect(found.body?.text).toBe(TEXT);
  });

  test("a short notice and one large picture are articles where the page says so", () => {
    const head = '<title>停电通知</title><meta name="ArticleTitle" content="停电通知">';
    const notice = "三月六日八时至十七时东街片区停电，请居民提前做好准备。";
    expect(read(`<div class="TRS_Editor"><p>${notice}</p></div>`, head)).toMatchObject({
      kind: "article",
      body: { text: notice },
    });
    expect(read('<div class="TRS_Editor"><img src="a.jpg"></div>', head).kind).toBe("article");
  });
});

describe("title", () => {
  test("is the line over the facts where the window says only the site", () => {
    const found = read(
      `<table><tr><td>我乡完成夏粮收购任务</td></tr><tr><td>作者：办公室 来源：老镇政府 发布时间：2009-7-3 9:12:00 点击数：221</td></tr><tr><td>${PROSE}</td></tr></table>`,
      "<title>老镇政府网站</title>",
    );
    expect(found.title.value).toBe("我乡完成夏粮收购任务");
  });

  test.each([
    ["<!--<$[标题]>begin-->春耕备耕正当时<!--<$[标题]>end-->"],
    ["<!-- 文章标题 begin --><b>春耕备耕正当时</b><!-- 文章标题 end -->"],
    ["<!--标题开始-->春耕备耕正当时<!--标题结束-->"],
  ])("stands between the comments of a template: %s", (marked) => {
    const found = read(`<div>${marked}</div><div>${PROSE}</div>`, "<title>工作动态</title>");
    expect(found.title).toMatchObject({ value: "春耕备耕正当时", source: "page-tags" });
  });

  test("is not the site's name, though Open Graph says so on every page", () => {
    const head =
      '<title>山村里的放映员-本地-某某网</title><meta property="og:title" content="某某网">';
    expect(read(`<h1>山村里的放映员</h1><div>${PROSE}</div>`, head).title.value).toBe(
      "山村里的放映员",
    );
  });

  test("a tag that was cut off gives way to the heading that goes on", () => {
    const head = '<title>要闻</title><meta name="ArticleTitle" content="关于做好今冬明春...">';
    expect(
      read(`<h1>关于做好今冬明春安全用电的通知</h1><div>${PROSE}</div>`, head).title.value,
    ).toBe("关于做好今冬明春安全用电的通知");
  });
});

describe("publisher", () => {
  const of = (facts: string) =>
    read(`<h1>春季农业生产会议召开</h1><div>${facts}</div><div>${PROSE}</div>`).publisher?.value;

  test.each([
    ["2019年06月15日08:18&nbsp;&nbsp;来源：<a>人民网－人民日报</a>", "人民网－人民日报"],
    ["信息来源：县卫生健康局　浏览次数：12", "县卫生健康局"],
    ["文章来源: 宣传部  作者：周岩", "宣传部"],
    ["稿源：央广网 编辑：某", "央广网"],
    ["<span>来源：央广网</span><a>评论</a><a>打印</a>", "央广网"],
    ["来&nbsp;&nbsp;源：<span>学习时报</span>", "学习时报"],
    ["<p>来源：</p><p>新华社</p><p>2020-01-02</p>", "新华社"],
    ["（来源：新华社 2019-06-15）", "新华社"],
    ["科普中国 2022-04-18", "科普中国"],
  ])("of %s is %s", (facts, publisher) => {
    expect(of(facts)).toBe(publisher);
  });

  test("is none where its place is empty", () => {
    expect(of("来源: | 发布时间: 2018-05-17 | 浏览次数: 33")).toBeUndefined();
  });

  test("is no row of a list beside it", () => {
    expect(
      read(`<h1>春季农业生产会议召开</h1>${SIDE}<div>${PROSE}</div>`).publisher,
    ).toBeUndefined();
  });

  test("may stand under the text", () => {
    const found = read(`<h1>春季农业生产会议召开</h1><div>${PROSE}<p>（来源：农民日报）</p></div>`);
    expect(found.publisher?.value).toBe("农民日报");
  });
});

describe("date", () => {
  const of = (facts: string, head = "", url = URL_OF) =>
    read(
      `<h1>春季农业生产会议召开</h1><div>${facts}</div><div>${PROSE}</div>`,
      `<title>春季农业生产会议召开</title>${head}`,
      url,
    ).publishedAt?.value;

  test("is the publishing, not the making of the page, the signing or the end of its force", () => {
    expect(
      of("成文日期：2020-01-01 有效期至：2025-01-01 更新时间：2023-01-01 发布时间：2020-02-08"),
    ).toBe("2020-02-08");
  });

  test("today's date over the page is not the page's", () => {
    expect(
      read(
        `<div>今天是2026年11月24日 星期二</div><h1>春季农业生产会议召开</h1><div>2022.09.30</div><div>${PROSE}</div>`,
      ).publishedAt?.value,
    ).toBe("2022-09-30");
  });

  test("is split over elements at news sites", () => {
    expect(
      of("<span><em>2024</em></span> <span><em>01</em>/<em>06</em></span> <span>15:20:11</span>"),
    ).toBe("2024-01-06");
  });

  test("a tag years after the visible day is the day of an import, if the address bears the page out", () => {
    const tag = '<meta name="PubDate" content="2020-08-14 03:11">';
    const url = "http://www.qinghe.gov.cn/tz/201106/t20110602_2690001.html";
    expect(of("2011-06-02 来源：办公室", tag, url)).toBe("2011-06-02");
    expect(of("2011-06-02 来源：办公室", tag)).toBe("2020-08-14");
  });

  test("WeChat's true second stands in a script", () => {
    const found = read(
      `<h1 id="activity-name">养老保险指南</h1><a id="js_name">青禾先锋</a><div id="js_content">${PROSE}<img data-src="https://mmbiz.qpic.cn/a/640" src="data:,"></div><script>var ct = "1710204000";</script>`,
      "<title></title>",
    );
    expect(found).toMatchObject({
      title: { value: "养老保险指南" },
      publisher: { value: "青禾先锋" },
      publishedAt: { value: "2024-03-12" },
      cover: "https://mmbiz.qpic.cn/a/640",
    });
  });

  test("JSON-LD may be nested in a graph, its instant is the day in China", () => {
    const graph = {
      "@graph": [
        { "@type": "BreadcrumbList", name: "路径" },
        { "@type": "NewsArticle", headline: "家庭用药", datePublished: "2022-08-09T23:30:00Z" },
      ],
    };
    const head = `<title>x</title><script type="application/ld+json">${JSON.stringify(graph)}</script>`;
    expect(read(`<div>${PROSE}</div>`, head)).toMatchObject({
      title: { value: "家庭用药", source: "json-ld" },
      publishedAt: { value: "2022-08-10" },
    });
  });
});

test("a document's table gives its title, its day and who signed it", () => {
  const table =
    "<table class='bd1'><tr><td><b>索 引 号：</b></td><td>000014349/2021-1</td></tr><tr><td><b>发文机关：</b></td><td>国务院办公厅</td><td><b>成文日期：</b></td><td>2021年11月09日</td></tr><tr><td><b>标　　题：</b></td><td>关于农村用电安全的通知</td><td><b>发布日期：</b></td><td>2021年11月12日</td></tr></table>";
  const found = read(
    `${table}<div id="UCAP-CONTENT">${PROSE}</div>`,
    "<title>政府信息公开专栏</title>",
  );
  expect(found).toMatchObject({
    title: { value: "关于农村用电安全的通知" },
    publishedAt: { value: "2021-11-12" },
    author: { value: "国务院办公厅" },
  });
});

describe("articles of several pages", () => {
  const at = "http://news.example.cn/2020/c1001-40223222.html";
  const first = `<html><head><title>长文</title></head><body><div>${PROSE}<p><a href="c1001-40223222-2.html">【2】</a> <a href="/2020/c1001-40223222-3.html">3</a> <a href="c1001-40223222-2.html">下一页</a> <a href="http://evil.example/2020/c1001-40223222-4.html">4</a></p></div></body></html>`;

  test("are followed by their own numbers on their own host", () => {
    expect(followingPages(snapshot(first, at))).toEqual([
      "http://news.example.cn/2020/c1001-40223222-2.html",
      "http://news.example.cn/2020/c1001-40223222-3.html",
    ]);
  });

  test("a list is not followed", () => {
    const list = `<div>${PROSE}<a href="index_1.html">2</a><a href="index_2.html">下一页</a></div>`;
    expect(followingPages(snapshot(list, "http://a.cn/xw/index.html"))).toEqual([]);
  });

  test("are joined; what the site answers instead of a page is not", () => {
    const second = snapshot(
      `<html><body><div>${PROSE.replaceAll("二十六", "三十")}</div></body></html>`,
      at,
    );
    const whole = recognise(withFollowing(snapshot(first, at), [second, snapshot(first, at)]));
    expect(whole.body?.text).toBe(`${TEXT}\n${TEXT.replaceAll("二十六", "三十")}`);
  });
});

describe("pictures and their words", () => {
  const html = (body: string) =>
    read(`<div class="TRS_Editor">${PROSE}${body}</div>`).body?.html ?? "";

  test("a small centred line below a picture becomes its caption", () => {
    expect(
      html(
        '<p align="center"><img src="a.jpg"></p><p style="text-align:center;font-size:12px">村民在学习。某某 摄</p>',
      ),
    ).toContain(
      '<figure><img src="http://www.qinghe.gov.cn/xw/a.jpg"><figcaption>村民在学习。某某 摄</figcaption></figure>',
    );
  });

  test("a paragraph of the text below a picture stays one", () => {
    expect(html(`<p><img src="a.jpg"></p><p>${LINES[0]}${LINES[1]}</p>`)).not.toContain(
      "figcaption",
    );
  });

  test.each([
    ['<img data-src="t.jpg" src="grey.gif">', "t.jpg"],
    ['<img src="s.jpg" srcset="m.jpg 640w, l.jpg 1280w">', "s.jpg"],
    ['<img src="blank.gif" srcset="m.jpg 640w, l.jpg 1280w, n.jpg 320w">', "l.jpg"],
    ['<img src="loading.gif"><noscript><img src="n.jpg"></noscript>', "n.jpg"],
  ])("the true picture of %s is %s", (image, name) => {
    expect(html(image)).toContain(`<img src="http://www.qinghe.gov.cn/xw/${name}">`);
  });

  test("tables keep their heads and spans", () => {
    const table =
      '<table><thead><tr><th colspan="2">机具</th></tr></thead><tbody><tr><td>微耕机</td><td>800元</td></tr></tbody></table>';
    expect(html(table)).toContain(table);
  });
});

/** The reading of a page: it is parsed at once, and read when called. */
const pageOf = (head: string, body: string) => {
  const { document } = parseHTML(`<html><head>${head}</head><body>${body}</body></html>`);
  return () => recognise(capturePage(document, { href: URL_OF }));
};

test(
  "ten thousand nested elements are read in time that grows with the page, and nothing is thrown",
  () => {
    const deep = (size: number): string =>
      `${"<div>".repeat(size)}${PROSE}${"</div>".repeat(size)}`;
    expect(read(deep(10_000)).title.value).toBe("春季农业生产会议召开");
    expect(growthOf((size) => pageOf("<title>x</title>", deep(size)), 10_000)).toBeLessThan(
      TOO_STEEP,
    );
  },
  LONGEST,
);

test.each([
  [
    "a title of five million letters",
    5_000_000,
    (size: number) =>
      pageOf(`<title>${"标题".repeat(size / 2)}</title>`, `<h1>甲乙丙丁</h1>${PROSE}`),
  ],
  [
    "five thousand editors",
    5_000,
    (size: number) => pageOf("<title>x</title>", `<div class="TRS_Editor">甲</div>`.repeat(size)),
  ],
  [
    "a million blanks",
    1_000_000,
    (size: number) =>
      pageOf("<title>x</title>", `<div>${PROSE}<p>${" \u00A0".repeat(size)}</p></div>`),
  ],
])(
  "%s cost time that grows with the page",
  (_name, size, page) => {
    expect(page(size)().title.value.length).toBeLessThanOrEqual(300);
    expect(growthOf(page, size)).toBeLessThan(TOO_STEEP);
  },
  LONGEST,
);
