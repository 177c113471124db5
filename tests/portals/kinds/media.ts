import { ASIDE, type KindPage, PROSE, page, TEXT, TITLE, tags } from "./kind-page.ts";

/** Pages of the people's daily and its party sites. */
export const PEOPLE: readonly KindPage[] = [
  page(
    "a local channel, the source a bare word behind the bar",
    "http://qh.people.com.cn/n2/2020/1110/c226647-34410001.html",
    {
      head: `<title>${TITLE}--青禾频道--人民网</title>${tags({ publishdate: "2020-11-10", source: "来源：青禾日报" })}`,
      body: `<div class="layout rm_txt cf"><div class="col col-1 fl"><h3 class="pre"></h3><h1>${TITLE}</h1><h4 class="sub"></h4><div class="author cf"></div><div class="channel cf"><div class="col-1-1 fl">2020年11月10日08:20 | 来源：<a href="http://qhrb.example.cn">青禾日报</a></div><div class="col-1-2 fr">小字号</div></div><div class="rm_txt_con cf"><div class="bza"><div></div></div>${PROSE}<div class="edit cf">(责编：王某、李某)</div></div><p class="paper_num"></p></div></div>`,
    },
  ),
  page(
    "the party's news, facts in one paragraph with two blanks",
    "http://cpc.people.com.cn/n1/2020/1110/c64387-34410001.html",
    {
      head: `<title>${TITLE}--党建-中国共产党新闻网</title>`,
      body: `<div class="text_con text_con_left"><div class="text_c"><h3></h3><h1>${TITLE}</h1><h4></h4><p class="sou">2020年11月10日08:20    来源：<a href="#">青禾日报</a></p><div class="show_text">${PROSE}<div class="edit">(责编：王某)</div><div class="zdfy clearfix"></div></div></div></div>`,
    },
  ),
  page(
    "the e-paper: the text by its id, the paper's line in a bracket",
    "http://paper.people.com.cn/rmrb/html/2020-11/10/nw.D110000renmrb_20201110_1-06.htm",
    {
      head: `<title>${TITLE}-人民日报</title>`,
      body: `<div class="article"><h3></h3><h1>${TITLE}</h1><h2></h2><p class="sec">本报记者　王某某<br><span class="date">《青禾日报》（ 2020年11月10日 第 06 版）</span></p><div id="ozoom"><!--enpcontent-->${PROSE}<!--/enpcontent--></div></div>`,
    },
    { publisher: "人民日报" },
  ),
];

/** Pages of the central government's own site. */
export const GOV: readonly KindPage[] = [
  page(
    "news of 2024: the day with the source and the keys of the font",
    "https://www.gov.cn/lianbo/difang/202011/content_6938000.htm",
    {
      head: `<title>${TITLE}_地方动态_中国政府网</title>${tags({ lanmu: "地方", firstpublishedtime: "2020-11-10-08:20:00", author: "王某", others: "页面生成时间 2021-01-01 00:00:00" })}`,
      body: `<div class="article oneColumn pub_border"><h1 id="ti">${TITLE}</h1><div class="pages-date">2020-11-10 08:20<span class="font">来源： 青禾日报</span><span class="font pc">字号：<b>默认</b> <b>大</b> <b>超大</b></span>|<span class="pc print">打印</span><div class="share"></div></div><div class="pages_content mhide" id="UCAP-CONTENT"><div class="trs_editor_view TRS_UEDITOR trs_paper_default trs_web">${PROSE}</div></div><div class="editor">责任编辑：王某</div></div>`,
    },
  ),
  page(
    "a document of 2023 under /zhengce/content/YYYYMM/",
    "https://www.gov.cn/zhengce/content/202011/content_6938001.htm",
    {
      head: `<title>国务院办公厅关于做好冬修水利的通知_水利_中国政府网</title>${tags({ lanmu: "国务院文件", firstpublishedtime: "2020-11-10-08:20:00" })}`,
      body: `<div class="pctoubukuang1"><table><tr><td><b>标　　题：</b></td><td>国务院办公厅关于做好冬修水利的通知</td><td><b>发文机关：</b></td><td>国务院办公厅</td></tr><tr><td><b>发文字号：</b></td><td>国办发〔2020〕16号</td><td><b>来　　源：</b></td><td>中国政府网</td></tr><tr><td><b>主题分类：</b></td><td>水利</td><td><b>公文种类：</b></td><td>通知</td></tr><tr><td><b>成文日期：</b></td><td>2020年11月02日</td><td><b>发布日期：</b></td><td>2020年11月10日</td></tr></table></div><div id="UCAP-CONTENT"><div class="trs_editor_view">${PROSE}</div></div>`,
    },
    { title: "国务院办公厅关于做好冬修水利的通知", publisher: "中国政府网" },
  ),
];

/** Pages of news sites, rebuilt and old. */
export const NEWS: readonly KindPage[] = [
  page(
    "news.cn of 2024: the day in pieces, a telephone's head behind it",
    "http://www.news.cn/local/20201110/0123456789abcdef0123456789abcdef/c.html",
    {
      head: `<title>${TITLE}-新华网</title>`,
      body: `<div class="header domPC"><div class="header-top"><div class="header-info"></div></div><div class="header-cont clearfix"><div class="header-time left"><span class="year"><em> 2020</em></span><span class="day"><em>11</em>/<em>10</em></span><span class="time">08:20:33</span></div><div class="source"> 来源：青禾日报 </div><div class="head-line clearfix"><h1><span class="title">${TITLE}</span></h1></div></div></div><div class="mheader domMobile"><h1><span class="title">${TITLE}</span></h1><div class="info">2020-11-10 08:20:33<span>来源：青禾日报</span></div></div><div class="main clearfix"><div class="main-left left"><div id="detail"><span id="detailContent">${PROSE}</span><div id="articleEdit"><span class="tiyi1 domPC"><a>【纠错】</a></span><span class="editor">【责任编辑:王某】</span></div></div></div></div>`,
    },
  ),
  page(
    "求是 of 2025: author and source in one class",
    "https://www.qstheory.cn/20201110/0123456789abcdef0123456789abcdef/c.html",
    {
      head: `<title>${TITLE} - 求是网</title>`,
      body: `<div class="content"><div class="inner"><h1>${TITLE}</h1><span class="appellation">来源：青禾日报</span><span class="appellation">作者：王某某</span><span class="pubtime">2020-11-10 08:20:00</span><div class="highlight"><div id="detailContent">${PROSE}</div></div><div class="fs-text">分享到</div></div></div>`,
    },
  ),
  page(
    "a county's media centre: the time ago, the true one in the graph",
    "https://www.qinghe-rm.example.cn/detail/410001",
    {
      head: `<title>${TITLE}</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${TITLE}","datePublished":"2020-11-10T08:20:00+08:00","publisher":{"@type":"Organization","name":"青禾日报"}}</script>`,
      body: `<div id="app"><h1>${TITLE}</h1><div><span>青禾日报</span><span>3年前</span></div><article>${PROSE}</article><div class="comments"><p>网友评论：写得真好，希望我们村的水渠也能早点修起来，大家都盼着呢。</p></div></div>`,
    },
  ),
  page(
    "the Baidu ids hold labels, the page shows a shorter name",
    "http://news.qinghe.example.cn/2020/1110/410001.shtml",
    {
      head: `<title>${TITLE}_青禾新闻网</title>`,
      body: `<div class="art"><h1 class="tt">${TITLE}</h1><div class="src"><span id="pubtime_baidu">时间：2020-11-10 08:20:00</span><span id="source_baidu">来源：<a>青禾日报</a></span><span id="author_baidu">作者：王某</span><span id="editor_baidu">责任编辑：李某</span></div><div class="txt">${PROSE}</div></div>${ASIDE}`,
    },
  ),
  page(
    "a paper's site: day, source and author behind one another without labels",
    "http://epaper.qinghe.example.cn/html/2020-11/10/content_41001.htm",
    {
      head: `<title>${TITLE} - 青禾日报</title>`,
      body: `<div class="text"><h1>${TITLE}</h1><div class="meta">2020-11-10 08:20　青禾日报</div><div id="ozoom">${PROSE}</div></div>`,
    },
  ),
  page(
    "帝国CMS: the introduction repeats the first sentence, the tail asks for likes",
    "http://www.qinghe-nongji.example.cn/jishu/2020/410.html",
    {
      head: `<title>${TITLE}_农技服务_青禾农技网</title>${tags({ description: "入秋以来，县里把水利冬修放在突出位置" })}`,
      body: `<div class="main"><div class="newsview"><h3 class="news_title">${TITLE}</h3><div class="news_author"><span class="au01">青禾日报</span><span class="au02">2020-11-10</span><span class="au03">共<b>12</b>人围观</span></div><div class="news_about"><strong>简介</strong>入秋以来，县里把水利冬修放在突出位置…</div><div class="news_infos">${PROSE}</div><div class="diggit"><a>很赞哦！(<b>12</b>)</a></div></div></div>${ASIDE}`,
    },
  ),
  page(
    "织梦: facts in small words, the reader's keys, a pager of one page",
    "http://www.qinghe-wh.example.cn/a/xinwen/20201110/410.html",
    {
      head: `<title>${TITLE}_青禾文化网</title>`,
      body: `<div class="viewbox"><div class="title"><h2>${TITLE}</h2></div><div class="info"><small>时间:</small>2020-11-10 08:20<small>来源:</small>青禾日报<small>作者:</small>王某<small>点击:</small>12次</div><div class="content"><table><tr><td>${PROSE}</td></tr></table></div><div class="dede_pages"><ul class="pagelist"><li><a>共1页</a></li></ul></div><div class="handle"><div class="context"><ul><li>上一篇：<a href="/a/1.html">我县开展冬季文化下乡</a></li><li>下一篇：没有了</li></ul></div></div></div>`,
    },
    { text: TEXT },
  ),
];
