import {
  ASIDE,
  BROKEN,
  DIVS,
  type KindPage,
  PROSE,
  page,
  SITE,
  TEXT,
  TITLE,
  tags,
} from "./kind-page.ts";

const T = `<title>${TITLE}</title>`;
const QH = "http://www.qinghe.gov.cn/xw/202011/t20201110_410001.html";

/** Traps that stand on sites of every make. */
export const ODD: readonly KindPage[] = [
  page(
    "the text's first words are the place and the agency",
    QH,
    {
      head:
        T + SITE + tags({ ArticleTitle: TITLE, PubDate: "2020-11-10", ContentSource: "青禾日报" }),
      body: `<h1>${TITLE}</h1><div class="TRS_Editor"><p>　　青禾日报讯（记者 王某某）</p>${PROSE}</div>`,
    },
    { text: `青禾日报讯（记者 王某某）\n${TEXT}` },
  ),
  page(
    "the source has an address behind it in brackets",
    QH,
    {
      head: T,
      body: `<h1>${TITLE}</h1><div class="info">2020-11-10 08:20 来源：青禾日报（www.qhrb.example.cn） 浏览次数：12</div><div class="TRS_Editor">${PROSE}</div>`,
    },
    { publisher: "青禾日报（www.qhrb.example.cn）" },
  ),
  page("the time stands before the day", QH, {
    head: T,
    body: `<h1>${TITLE}</h1><div class="time">08:20 2020/11/10 星期二</div><div class="from">来源：青禾日报</div><div class="TRS_Editor">${PROSE}</div>`,
  }),
  page(
    "months and days of one digit, the label with a full-width blank",
    "http://www.qinghe.gov.cn/show-12-410-1.html",
    {
      head: T,
      body: `<h1>${TITLE}</h1><div>发布时间：　2020-11-9　　来　源：　青禾日报</div><div id="content">${PROSE}</div>`,
    },
    { publishedAt: "2020-11-09" },
  ),
  page(
    "the day of the text's own story stands in its first line",
    QH.replace("t20201110_410001", "410001"),
    {
      head: T,
      body: `<h1>${TITLE}</h1><p class="f">来源：青禾日报　时间：2020-11-10</p><div id="zoom"><p>　　2019年3月5日，县里启动水利冬修。</p>${PROSE}</div>`,
    },
    { text: `2019年3月5日，县里启动水利冬修。\n${TEXT}` },
  ),
  page(
    "a picture's words and a table are part of the text",
    QH,
    {
      head: T + tags({ ArticleTitle: TITLE, PubDate: "2020-11-10", ContentSource: "青禾日报" }),
      body: `<h1>${TITLE}</h1><div class="TRS_Editor">${PROSE}<p align="center"><img src="./W0202011.jpg"></p><p align="center">图为新修的水渠。</p><table><tr><td>乡镇</td><td>沟渠（条）</td></tr><tr><td>下寨</td><td>12</td></tr></table></div>`,
    },
    { text: `${TEXT}\n图为新修的水渠。\n乡镇\n沟渠（条）\n下寨\n12` },
  ),
  page("the frame shows the day of today and the weather over the title", QH, {
    head: T,
    body: `<div class="top">今天是2026年11月24日 星期二 农历十月十六 晴 12℃</div><h1>${TITLE}</h1><div class="info">2020-11-10　来源：青禾日报</div><div class="TRS_Editor">${PROSE}</div>`,
  }),
  page("keys for telephones, elders and other languages stand over the text", QH, {
    head: T,
    body: `<div class="tool"><a>繁體</a><a>长者版</a><a>无障碍</a><a>手机版</a></div><h1>${TITLE}</h1><div class="info"><span>2020-11-10</span> <span>来源：青禾日报</span> <span>A+ A-</span></div><div id="content">${BROKEN}</div>`,
  }),
  page("the same title stands again as the first line of the text", QH, {
    head: T,
    body: `<h1>${TITLE}</h1><div class="info">2020-11-10　来源：青禾日报</div><div id="con"><p style="text-align:center"><strong>${TITLE}</strong></p>${PROSE}</div>`,
  }),
  page("related articles behind the text in the same container, with days", QH, {
    head: T + tags({ ArticleTitle: TITLE, PubDate: "2020-11-10", ContentSource: "青禾日报" }),
    body: `<h1>${TITLE}</h1><div class="article-content">${PROSE}<div class="xg"><h4>相关稿件</h4><ul><li><a href="./t20201101_1.html">全县冬修水利动员会召开</a> 2020-11-01</li><li><a href="./t20201102_2.html">冬修水利正当时</a> 2020-11-02</li></ul></div></div>`,
  }),
  page(
    "only the phone's page has the facts, in the order source then day",
    "https://m.qinghe.example.cn/article/410001.html",
    {
      head: T,
      body: `<section><h1>${TITLE}</h1><div class="meta"><em>青禾日报</em><time>2020-11-10 08:20</time></div><div class="rich">${DIVS}</div></section>`,
    },
  ),
  page("the title in h1 is the site's name, the page's own is h2", QH, {
    head: `<title>${TITLE} - 要闻 - 青禾县人民政府</title>`,
    body: `<h1>青禾县人民政府</h1><h2>${TITLE}</h2><div class="info">发布日期：2020-11-10 | 来源：青禾日报 | 作者：王某</div><div id="content">${PROSE}</div>${ASIDE}`,
  }),
  page("the window says the site first", QH, {
    head: `<title>青禾县人民政府 要闻动态 ${TITLE}</title>`,
    body: `<div class="titles">${TITLE}</div><div class="info">发布日期：2020-11-10 信息来源：青禾日报</div><div class="nr">${PROSE}</div>${ASIDE}`,
  }),
  page(
    "a notice whose signer is its source",
    "http://www.qinghe.gov.cn/gg/410.html",
    {
      head: "<title>关于冬修水利停水的通告</title>",
      body: `<h1>关于冬修水利停水的通告</h1><div id="zoom">${PROSE}<p align="right">青禾县水利局</p><p align="right">2020年11月10日</p></div>`,
    },
    {
      title: "关于冬修水利停水的通告",
      publisher: "青禾县水利局",
      text: `${TEXT}\n青禾县水利局\n2020年11月10日`,
    },
  ),
  page(
    "the day is written by script into an empty place, the address has it",
    "http://www.qinghe.gov.cn/xw/2020-11/10/content_410001.htm",
    {
      head: T,
      body: `<h1>${TITLE}</h1><div class="info"><span id="pubtime"></span><span id="ly">来源：青禾日报</span></div><script>document.getElementById("pubtime").innerHTML=new Date().toLocaleDateString()</script><div id="content">${PROSE}</div>`,
    },
  ),
  page("comments of readers behind the text", QH, {
    head: T,
    body: `<h1>${TITLE}</h1><div class="info">2020-11-10　来源：青禾日报</div><div class="TRS_Editor">${PROSE}</div><div class="comment"><h3>网友评论</h3><p>写得真好，希望我们村的水渠也能早点修起来，大家都盼着呢，谢谢县里。</p></div>`,
  }),
  page(
    "a question and its answer are one text",
    "http://www.qinghe.gov.cn/hd/410.html",
    {
      head: `<title>冬修水利期间怎么用水_政策问答_青禾县人民政府</title>${SITE}`,
      body: `<h1>冬修水利期间怎么用水</h1><div class="info">发布时间：2020-11-10 来源：县水利局</div><div class="content"><p><b>问：冬修期间家里停水怎么办？</b></p>${PROSE}</div>`,
    },
    {
      title: "冬修水利期间怎么用水",
      publisher: "县水利局",
      text: `问：冬修期间家里停水怎么办？\n${TEXT}`,
    },
  ),
];
