import { ASIDE, BROKEN, type KindPage, PROSE, page, SITE, TEXT, TITLE, tags } from "./kind-page.ts";

const ART = "http://slj.donghai-qh.gov.cn/art/2020/11/10/art_1229106929_410001.html";
const MADE = '<meta name="Maketime" content="2021-03-02 12:28:37">';

/** Pages of 大汉 JCMS sites. */
export const JCMS: readonly KindPage[] = [
  page("a cell of a table holds the text, the window says the column", ART, {
    head: `<title>工作动态</title>${MADE}`,
    body: `<table><tr><td class="title">${TITLE}</td></tr><tr><td>发布日期：2020-11-10 08:20&nbsp;&nbsp;访问次数：<script>document.write(12)</script>&nbsp;&nbsp;信息来源：青禾日报&nbsp;&nbsp;字号：[ <a>大</a> <a>中</a> <a>小</a> ]</td></tr><tr><td class="bt_content" id="zoom">${PROSE}</td></tr></table>`,
  }),
  page("comments of the template round each fact, blanks in them", ART, {
    head: `<title>${TITLE}</title>${SITE}${MADE}`,
    body: `<div class="con"><h2><!--<$[标题名称(html)]>begin-->${TITLE}<!--<$[标题名称(html)]>end--></h2><p>发布日期：<!--<$[发布时间]>begin-->2020-11-10<!--<$[发布时间]>end--> 来源：<!--<$[信息来源]>begin-->青禾日报<!--<$[信息来源]>end--></p><div id="zoom"><!--<$[信息内容]>begin-->${PROSE}<!--<$[信息内容]>end--></div></div>`,
  }),
  page("the text lies strewn between the two metas of its begin and end", ART, {
    head: `<title>${TITLE}</title>${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10 08:20", ContentSource: "青禾日报" })}`,
    body: `<div class="article"><h1>${TITLE}</h1><div class="article-conter"><meta name="ContentStart">${PROSE}<meta name="ContentEnd"></div></div>${ASIDE}`,
  }),
  page("the source is written by a script with double quotes", ART, {
    head: `<title>${TITLE}</title>${MADE}`,
    body: `<div class="main"><h1>${TITLE}</h1><div class="xx"><span>2020-11-10 08:20:11</span><script>if("青禾日报" != ""){document.write("<span>来源：青禾日报</span>");}</script></div><div id="zoom">${PROSE}</div></div>`,
  }),
  page(
    "the facts of a document stand in a table, its makers put the name first",
    ART,
    {
      head: `<title>关于做好冬修水利的通知</title>${SITE}${MADE}`,
      body: `<table class="xxgk_table"><tr><td>索 引 号</td><td>002560/2020-00016</td><td>分　　类</td><td>水利</td></tr><tr><td>发布机构</td><td>县水利局</td><td>发文日期</td><td>2020-11-10</td></tr><tr><td>名　　称</td><td colspan="3">关于做好冬修水利的通知</td></tr></table><div class="article"><h1>关于做好冬修水利的通知</h1><div id="zoom">${PROSE}</div></div>`,
    },
    { title: "关于做好冬修水利的通知", publisher: "县水利局" },
  ),
];

const VSB_URL = "https://www.qinghe-edu.cn/info/1011/63850.htm";
/** Pages of universities, schools and hospitals: 博达 VSB, 苏迪 WebPlus, and bare tables. */
export const SCHOOLS: readonly KindPage[] = [
  page("VSB: facts in one line, the clicks counted by script", VSB_URL, {
    head: `<title>${TITLE}-青禾职业学院</title><META Name="keywords" Content="青禾职业学院"><!--Announced by Visual SiteBuilder 9-->`,
    body: `<form name="_newscontent_fromname"><div class="nr"><h2>${TITLE}</h2><p class="cz">日期：2020-11-10&nbsp;&nbsp;来源：青禾日报&nbsp;&nbsp;作者：王某&nbsp;&nbsp;点击：[<script>_showDynClicks("wbnews",1,2)</script>]</p><div id="vsb_content_2"><div class="v_news_content">${PROSE}</div></div><div id="div_vote_id"></div><p>上一条：<a href="63849.htm">另外一条新闻</a></p><p>下一条：<a href="63851.htm">又一条新闻</a></p></div></form>`,
  }),
  page(
    "VSB: title in a cell, day in Chinese, no source",
    VSB_URL,
    {
      head: `<title>${TITLE}-水利系</title>`,
      body: `<form name="_newscontent_fromname"><table><tr><td align="center">${TITLE}</td></tr><tr><td align="center">2020年11月10日 08:20&nbsp; &nbsp;点击：[]</td></tr><tr><td><div id="vsb_content"><div class="v_news_content">${PROSE}</div></div></td></tr></table></form>`,
    },
    { publisher: null },
  ),
  page("VSB: labels with blanks, bars between them", VSB_URL, {
    head: `<title>${TITLE}-青禾职业学院</title>`,
    body: `<form name="_newscontent_fromname"><h3>${TITLE}</h3><div class="xinxi"><span>时间：2020-11-10</span>|<span>来 源：青禾日报</span>|<span>浏览量：12</span></div><div class="v_news_content">${PROSE}</div></form>`,
  }),
  page(
    "WebPlus: who filed it, the day and the clicks touch each other",
    "https://www.qinghe-edu.cn/2020/1110/c56a41001/page.htm",
    {
      head: `<title>${TITLE}</title>`,
      body: `<div class="article"><h1 class="arti_title">${TITLE}</h1><p class="arti_metas"><span class="arti_publisher">来源：青禾日报</span><span class="arti_update">发布时间：2020-11-10</span><span class="arti_views">浏览次数：<span class="WP_VisitCount">12</span></span></p><div class="entry"><div class="read"><div class="wp_articlecontent">${PROSE}</div></div></div></div>${ASIDE}`,
    },
  ),
  page("a school's table with line breaks", "http://www.qinghe-school.cn/show.asp?id=410", {
    head: `<title>青禾一中</title>`,
    body: `<table><tr><td><b>${TITLE}</b></td></tr><tr><td>[ 作者：教务处&nbsp;&nbsp;来源：青禾日报&nbsp;&nbsp;点击数：12&nbsp;&nbsp;更新时间：2020-11-10&nbsp;&nbsp;文章录入：admin ]</td></tr><tr><td>${BROKEN}</td></tr><tr><td>【<a>发表评论</a>】【<a>告诉好友</a>】【<a>打印此文</a>】【<a>关闭窗口</a>】</td></tr></table>`,
  }),
];

const POST = "https://www.nanling-qh.gov.cn/xw/gzyw/content/post_7331000.html";
/** Pages of 开普 Ucap sites. */
export const UCAP: readonly KindPage[] = [
  page("blanks before the colons", POST, {
    head: `<title>${TITLE} - 南岭市人民政府门户网站</title>${SITE}`,
    body: `<div class="zwgk"><h3 class="zw-title">${TITLE}</h3><div class="zw-info"><span class="time">时间 : 2020-11-10 08:20:00</span><span class="ly">来源 : 青禾日报</span><span>【字体：<a>大</a> <a>中</a> <a>小</a>】</span></div><div class="zw">${PROSE}</div></div>`,
  }),
  page("the text in one with the player that reads it aloud", POST, {
    head: `<title>${TITLE}-南岭市</title>${tags({ ArticleTitle: TITLE, PubDate: "2020-11-10 08:20:00", ContentSource: "青禾日报" })}`,
    body: `<div class="content"><h1 class="title">${TITLE}</h1><div class="date">发布日期：2020-11-10　来源：青禾日报　<span>语音播报：<i></i></span></div><div class="article-content"><div class="ucap-audio" style="display:none">本文朗读</div>${PROSE}</div><div class="nfw-cms-share">分享：</div></div>`,
  }),
  page("a cell with the id of the text, everything else in tables", POST, {
    head: `<title>${TITLE}</title>`,
    body: `<table><tr><td class="biaoti">${TITLE}</td></tr><tr><td>来源：青禾日报　　　发布时间：2020-11-10 08:20</td></tr><tr><td id="UCAP-CONTENT">${PROSE}</td></tr></table>`,
  }),
  page(
    "the day only as a span without a name, the source in brackets at the end",
    POST,
    {
      head: `<title>${TITLE} 南岭市人民政府</title>`,
      body: `<div class="news"><h1>${TITLE}</h1><span>2020-11-10 08:20:00</span><div id="zoomcon">${PROSE}<p>（来源：青禾日报）</p></div></div>`,
    },
    { text: `${TEXT}\n（来源：青禾日报）` },
  ),
];
