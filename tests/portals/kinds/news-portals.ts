import { type KindPage, PROSE, page, TITLE } from "./kind-page.ts";

const NAV =
  '<div class="nav"><a href="/gn">国内</a><a href="/gj">国际</a><a href="/cj">财经</a></div>';
const T = `<title>${TITLE} - 青禾在线</title>`;
const of = (name: string): string => `https://www.qinghe-${name}.example.cn/p/410101`;

/** Large portals where everybody has an account, and papers on the web. */
export const NEWS_PORTALS: readonly KindPage[] = [
  page("a sign hangs on the title, a way home on the last line", of("sh"), {
    head: `<title>${TITLE}_下寨</title>`,
    body: `${NAV}<div class="text"><h1>${TITLE}\n <span><span class="tag">原创</span></span></h1><div class="article-info"><span class="time" data-val="1604974320000">2020-11-10 10:12</span><span>来源: <a href="/a">青禾日报</a></span></div><article><p data-role="original-title" style="display:none">原标题：${TITLE}</p>${PROSE}<p><a href="/"><span>返回青禾，查看更多</span></a></p><p>责任编辑：<span></span></p></article></div><div class="statement">声明：该文观点仅代表作者本人，青禾号系信息发布平台，仅提供信息存储空间服务。</div>`,
  }),
  page("whose reporter wrote it is said instead of a source", of("xj"), {
    head: `<title>${TITLE} - 青禾日报 - 好新闻</title>`,
    body: `${NAV}<h1>${TITLE}</h1><div class="info"><span class="reporter"><a>青禾日报</a> 记者 <em>王某某</em> 编辑 李某</span> <span>2020-11-10 10:12</span></div><div class="cen">${PROSE}</div>`,
  }),
  page("the source is the medium's sign", of("tp"), {
    head: T,
    body: `${NAV}<h1>${TITLE}</h1><div class="info"><span>2020-11-10 10:12</span><span>来源：<img src="/l.png" alt="青禾日报"></span></div><div class="txt">${PROSE}</div>`,
  }),
  page("people are told how long ago it was, machines the day", of("app"), {
    head: T,
    body: `${NAV}<h1>${TITLE}</h1><div><span class="source">青禾日报</span><time datetime="2020-11-10T08:20:00+08:00">3天前</time><span>阅读 1.2万</span></div><div class="post-content">${PROSE}</div><div>标签：水利 冬修</div>`,
  }),
  page("the year has two digits", "http://www.qinghe-wx.example.cn/show.asp?id=410", {
    head: `<title>${TITLE}</title>`,
    body: `<table><tr><td>${TITLE}</td></tr><tr><td>发布人：admin 发布日期：20-11-10 10:12:33 阅读：120次 来源：青禾日报</td></tr><tr><td>${PROSE}</td></tr></table>`,
  }),
  page("the day is English", of("en"), {
    head: T,
    body: `${NAV}<h1>${TITLE}</h1><div class="by">Nov 10, 2020 | 来源：青禾日报</div><div class="body">${PROSE}</div>`,
  }),
  page(
    "a paper's line: day, weekday and page behind its name",
    "http://paper.qinghe.example.cn/410.htm",
    {
      head: `<title>${TITLE}-青禾日报数字报</title>`,
      body: `${NAV}<p>冬修水利进行时</p><h1>${TITLE}</h1><p>——下寨村见闻</p><div class="lai">青禾日报 2020年11月10日 星期二　第02版：要闻</div><div><!--enpcontent-->${PROSE}<!--/enpcontent--></div>`,
    },
  ),
  page("readers are counted over the text, a declaration in quotes stands behind it", of("fh"), {
    head: `<title>${TITLE}_资讯_青禾网</title><meta name="og:time " content="2020-11-10 16:04:30">`,
    body: `<div><div class="topic-3b">${TITLE}</div><div class="info-1y"><div><span>2020年11月10日 16:04:30</span><br><span>来源：<a href="/x">青禾日报</a></span></div><div><a><span>120人参与</span></a> <a>48评论</a></div></div><div class="content-L"><div>${PROSE}</div><div>责任编辑：王某 PN123</div></div></div><div class="tip">“特别声明：以上作品内容(包括在内的视频、图片或音频)为平台用户上传并发布，本平台仅提供信息存储空间服务。”</div>`,
  }),
  page("source, author and editor once more behind the text, then its rights", of("hw"), {
    head: `<title>${TITLE}_青禾网</title>`,
    body: `${NAV}<div class="main"><h1>${TITLE}</h1><div>来源：青禾日报 作者：王某某 编辑：李某 2020-11-10 10:12:33</div><div class="s_w"><article>${PROSE}</article></div><p>来源：青禾日报</p><p>作者：王某某</p><p>编辑：李某</p><p>本文为青禾频道原创文章，转载请附原文出处链接和本声明。</p><p>本文链接：https://www.qinghe-hw.example.cn/p/410101</p></div>`,
  }),
  page("an account's card instead of a source, the day of the last change in the head", of("bj"), {
    head: `<title>${TITLE}</title><meta itemprop="dateUpdate" content="2020-11-10 22:46:13">`,
    body: `<div class="article-title"><h2>${TITLE}</h2></div><div class="desc"><p class="author-name">青禾日报</p><div><span class="date">发布时间：11-10</span><span class="time">22:46</span><span>青禾传播有限公司</span></div></div><div class="article-content">${PROSE}</div><div class="recent"><h2>作者最新文章<ul><li><h3><a href="/1">冬修水利正当时</a></h3><span>12-29</span></li></ul></h2></div>`,
  }),
  page("a dot between the day and the name", of("tt"), {
    head: `<title>${TITLE}-今日青禾</title>`,
    body: `<div class="article-content"><h1>${TITLE}</h1><div><span>2020-11-10 10:12</span><span class="dot">·</span><span class="name"><a href="/u">青禾日报</a></span></div><article>${PROSE}</article></div><div><h2>评论 0</h2></div>`,
  }),
];
