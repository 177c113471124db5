import { DIVS, type KindPage, PROSE, page, SITE, TEXT, TITLE, tags } from "./kind-page.ts";

const FACTS = [
  ["信息名称：", TITLE],
  ["信息索引：", "QH-07-2020-0008-1"],
  ["生成日期：", "2020-11-10"],
  ["发文机构：", "青禾县水利局"],
  ["信息类别：", "农村水利"],
  ["内容概述：", "青禾县水利局报告水渠维修情况。"],
];

const MANY =
  "综合自青禾日报、邻县融媒体中心、青禾县第一人民医院、青禾县中医院订阅号、上寨乡中心卫生院、下寨村村民委员会、健康青禾、科普青禾、青禾发布等";

/** Pages that an office took over, moved to a new site or made anew, and what its software sets round the text. */
export const REPUBLISHED: readonly KindPage[] = [
  page(
    "the day of publishing in the tags is the minute in which the page was made",
    "http://www.qinghe.gov.cn/art/410.html",
    {
      head: `<title>${TITLE}-要闻动态</title>${tags({
        ArticleTitle: TITLE,
        PubDate: "2024-06-03 14:25:31",
        ContentSource: "青禾日报",
        others: "页面生成时间 2024-06-03 14:25:31",
      })}`,
      body: `<div class="main"><p class="p1">${TITLE}</p><p class="p2"><span>2020/11/10</span></p><div class="p3">${PROSE}</div></div>`,
    },
  ),
  page(
    "the tags hold the day of the move to a new site, the line under the title the day of publishing",
    "http://www.qinghe.gov.cn/zwgk/art/2022/art_410abc.html",
    {
      head: `<title>${TITLE}</title>${SITE}${tags({ ArticleTitle: TITLE, PubDate: "2022-09-01 08:30", ContentSource: "青禾日报" })}`,
      body: `<div class="con"><h1>${TITLE}</h1><div class="date">发布时间：2020-11-10 09:10 来源：青禾日报</div><div id="con_con">${PROSE}</div></div>`,
    },
  ),
  page(
    "no day but in the address, its month and day without a nought",
    "http://www.qinghe.gov.cn/xwzx/2020/9/5/410.shtml",
    {
      head: `<title>${TITLE}</title>${tags({ ArticleTitle: TITLE, ContentSource: "青禾日报" })}`,
      body: `<div class="con"><h1>${TITLE}</h1><div id="con_con">${PROSE}</div></div>`,
    },
    { publishedAt: "2020-09-05" },
  ),
  page(
    "the tag of the source names the site, the line under the title names the office",
    "http://www.qinghe.gov.cn/qhxw/202011/t20201110_410.html",
    {
      head: `<title>${TITLE}</title>${SITE}${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10 09:10", ContentSource: "青禾网站" })}`,
      body: `<div class="con"><h1>${TITLE}</h1><div class="info">2020-11-10 09:10　来源：县融媒体中心</div><div class="TRS_Editor">${PROSE}</div></div>`,
    },
    { publisher: "县融媒体中心" },
  ),
  page(
    "heads of files and papers with nothing under them, keys in brackets, ways onward behind bullets",
    "http://www.qinghe.gov.cn/zwdt/410.html",
    {
      head: `<title>${TITLE}</title>${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10", ContentSource: "青禾日报" })}`,
      body: `<div class="con"><h1>${TITLE}</h1><div class="nr">${DIVS}<p>附件：</p><p>相关文档：</p></div><p>【信息发布：县水利局】 【内容纠错】 【打印文章】 【关闭窗口】</p><p>▪ 上一篇：<a href="409.html">全县水利工作座谈会召开</a></p><p>▪ 下一篇：</p><div>点击右上角<br>选择在浏览器中打开</div></div>`,
    },
  ),
  page(
    "the head of the files stands in the text's own container",
    "http://www.qinghe.gov.cn/zwdt/411.html",
    {
      head: `<title>${TITLE}</title>${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10", ContentSource: "青禾日报" })}`,
      body: `<div class="con"><h1>${TITLE}</h1><div id="zoomcon">${PROSE}<p><strong>相关附件下载</strong></p><ul></ul></div></div>`,
    },
  ),
  page(
    "what the paper is filed under stands in a table over the text, in its container",
    "http://www.qinghe.gov.cn/gk/202011/t20201110_412.html",
    {
      head: `<title>${TITLE}</title>${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10", ContentSource: "青禾日报" })}`,
      body: `<div class="con"><h1>${TITLE}</h1><div id="ivs_content"><table>${FACTS.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join("")}</table>${PROSE}</div></div>`,
    },
  ),
  page(
    "what the paper is filed under stands under a row of names",
    "http://www.qinghe.gov.cn/gk/202011/t20201110_413.html",
    {
      head: `<title>${TITLE}</title>${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10", ContentSource: "青禾日报" })}`,
      body: `<div class="con"><h1>${TITLE}</h1><div id="ivs_content"><table><tr><td>索取号</td><td>发布时间</td><td>发布机构</td><td>文件编号</td><td>备注</td></tr><tr><td>AB2020-1</td><td>2020-11-10</td><td>县水利局</td><td>无</td><td></td></tr></table>${PROSE}</div></div>`,
    },
  ),
  page(
    "a table of the text's own, with two such names, stays",
    "http://www.qinghe.gov.cn/gk/202011/t20201110_414.html",
    {
      head: `<title>${TITLE}</title>${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10", ContentSource: "青禾日报" })}`,
      body: `<div class="con"><h1>${TITLE}</h1><div id="ivs_content"><table><tr><td>水渠</td><td>备注</td></tr><tr><td>下寨渠</td><td>已修</td></tr></table>${PROSE}</div></div>`,
    },
    { text: `水渠\n备注\n下寨渠\n已修\n${TEXT}` },
  ),
  page(
    "the title is broken into lines where the text begins",
    "http://www.qinghe.gov.cn/zwdt/415.html",
    {
      head: `<title>${TITLE}</title>${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10", ContentSource: "青禾日报" })}`,
      body: `<div class="nr"><div style="text-align:center">水渠修到家门口<br>村民睡上安稳觉</div>${DIVS}</div>`,
    },
  ),
  page(
    "the source is written by a script beside its label",
    "http://www.qinghe.gov.cn/zwdt/416.html",
    {
      head: `<title>${TITLE}</title>${SITE}${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10" })}`,
      body: `<div class="con"><h1>${TITLE}</h1><div class="msg"><span>日期：2020-11-10 10:32</span><span>来源：<script>var csource = "青禾日报"; if (csource != "") document.write(csource); else document.write("本网");</script></span></div><div class="nr">${PROSE}</div></div>`,
    },
  ),
  page(
    "label and source are written by a script together",
    "http://www.qinghe.gov.cn/zwdt/417.html",
    {
      head: `<title>要闻_青禾县人民政府</title>${SITE}${tags({ PubDate: "2020-11-10" })}`,
      body: `<div class="con"><p class="tit">${TITLE}</p><div class="msg"><span>日期：</span><span>2020-11-10</span><script>document.write('<span class="tit">来源：</span><span class="con">青禾日报</span>');</script></div><div class="nr">${PROSE}</div></div>`,
    },
  ),
  page(
    "the line under the title shows the source cut, the tag has it whole",
    "http://www.qinghe.gov.cn/zwdt/418.shtml",
    {
      head: `<title>${TITLE}</title>${SITE}${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10", ContentSource: MANY })}`,
      body: `<div class="con"><h1>${TITLE}</h1><p class="txt_center">【来源： ${MANY.slice(0, 24)}...】 发布日期：2020-11-10 09:10:00</p><div class="nr">${PROSE}</div></div>`,
    },
    { publisher: MANY },
  ),
  page(
    "a counter and keys behind the text in a second element of the same name",
    "http://www.qinghe.gov.cn/ywdt/content/post_419.html",
    {
      head: `<title>${TITLE}-青禾县人民政府</title>${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10", ContentSource: "青禾日报" })}`,
      body: `<div class="content"><h1>${TITLE}</h1><div class="content_article" id="zoomcon">${PROSE}</div><div id="zoomcon"><div>浏览次数：<span>-</span></div><div>分享</div><div class="tit">扫码浏览</div><div class="other"><a href="#">返回顶部</a> <a href="#">打印</a> <a href="#">关闭</a></div></div></div>`,
    },
  ),
];

/** What else pages do to their titles, days and offices. */
export const ODD_HEADS: readonly KindPage[] = [
  page(
    "the window says only whose site it is, a short name that is no site's",
    "http://art.qinghe.edu.cn/szdw/410.htm",
    {
      head: "<title>青禾艺术学院</title>",
      body: `<h3>学院动态</h3><div class="articleTitle"><h3>${TITLE}</h3></div><div><span>发布时间：2020-11-10</span></div><div class="article">${PROSE}</div>`,
    },
    { publisher: null },
  ),
  page(
    "a heading goes on in a second line, the window has both",
    "http://www.qinghe.gov.cn/zwdt/421.html",
    {
      head: `<title>${TITLE}——来自下寨村的报道-青禾新闻网</title>`,
      body: `<h1>${TITLE}</h1><h2>——来自下寨村的报道</h2><div class="i">2020年11月10日 来源：青禾日报</div><div class="x">${PROSE}</div>`,
    },
    { title: `${TITLE}——来自下寨村的报道` },
  ),
  page(
    "a letter: the day of the answer, not of the question, and who answered",
    "http://www.qinghe.gov.cn/hdjl/xj/422.html",
    {
      head: `<title>信件详情_青禾县人民政府</title>${SITE}`,
      body: `<h2>${TITLE}</h2><table><tr><td>来信时间：</td><td>2020-11-03</td></tr><tr><td>答复时间：</td><td>2020-11-10</td></tr><tr><td>答复单位：</td><td>县水利局</td></tr></table><div class="nr">${PROSE}</div>`,
    },
    { publisher: "县水利局" },
  ),
  page(
    "a year of two digits before an hour, without a label",
    "http://www.qinghe.gov.cn/zwdt/423.html",
    {
      head: `<title>${TITLE}_青禾县人民政府</title>`,
      body: `<h1>${TITLE}</h1><div class="i">20-11-10 09:10　来源：青禾日报</div><div class="x">${PROSE}</div>`,
    },
  ),
  page(
    "who sent the text in stands in brackets under it, over a day",
    "http://www.qinghe.gov.cn/zwdt/424.html",
    {
      head: `<title>${TITLE}</title>`,
      body: `<h1>${TITLE}</h1><div class="x">${PROSE}<p align="right">（县水利局 供稿）</p><p align="right">2020年11月10日</p></div>`,
    },
    { publisher: "县水利局", text: `${TEXT}\n（县水利局 供稿）\n2020年11月10日` },
  ),
  page(
    "office, day and counter between strokes",
    "http://www.qinghe.gov.cn/zwdt/425.html",
    {
      head: `<title>${TITLE}_青禾县人民政府</title>`,
      body: `<h1>${TITLE}</h1><div>县水利局 / 2020-11-10 / 浏览33</div><div class="x">${PROSE}</div>`,
    },
    { publisher: "县水利局" },
  ),
  page(
    "the office is named behind 来自",
    "http://www.qinghe.gov.cn/zwdt/426.html",
    {
      head: `<title>${TITLE}_青禾县人民政府</title>`,
      body: `<h1>${TITLE}</h1><div>发布：2020-11-10　来自：县水利局</div><div class="x">${PROSE}</div>`,
    },
    { publisher: "县水利局" },
  ),
];
