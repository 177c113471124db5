import { ASIDE, BROKEN, type KindPage, PROSE, page, TEXT, TITLE } from "./kind-page.ts";

const NEXT =
  '<div class="tuijian"><h2>为你推荐</h2><dl><dd class="tit"><a href="/1.shtml">全县秋季招聘会本周六开场</a></dd><dd class="exp">本周六上午，县人社局将在文化广场举办秋季专场招聘会，三十家企业进场，欢迎求职者到场洽谈。</dd><dd class="sj">2020-11-12<span>07:42</span></dd></dl><dl><dd class="tit"><a href="/2.shtml">果蔬大棚添了新设备</a></dd><dd class="exp">在上寨村的大棚里，自动喷灌设备刚刚装好，村民说，一个人就能管十个棚，省水又省工，今年打算再添两套。</dd></dl></div>';

/** Sites of papers, agencies and companies that portals link to: what stands round their texts. */
export const NEWS_SITES: readonly KindPage[] = [
  page(
    "the window says only the column, a box beside the text says the site's name, a template calls the whole page its content",
    "http://www.qinghe-xh.example.cn/content.aspx?id=410",
    {
      head: "<title>新闻动态--青禾水利学会官网</title>",
      body: `<!--内容信息开始--><div class="warp"><div class="news"><h5>${TITLE}</h5><div class="ly"><b title="发布时间">发布时间：2020-11-10</b> <i>来源：青禾日报</i> </div><div class="detailCon">${PROSE}</div><div class="xq"><p>上一篇：<a href="?id=409">全县水利工作座谈会召开</a></p><a href="/">返回首页</a></div></div><div class="side"><h4>联系我们</h4><h5>青禾水利学会</h5><p>地 址：青禾县大屯路甲1号</p></div><div class="foot">版权所有：© 2020 青禾水利学会　技术支持：某公司</div></div>`,
    },
  ),
  page(
    "a title as long as prose, the facts in two lines under it",
    "http://www.qinghe-yy.example.cn/page/article_410_1.shtml",
    {
      head: `<title>【冬修水利】县水利局党支部举办二〇二〇年沟渠清淤、护坡加固技能比武，下寨村代表队拿下第一名  青禾县水利局</title>`,
      body: `<div class="title">【冬修水利】县水利局党支部举办二〇二〇年沟渠清淤、护坡加固技能比武，下寨村代表队拿下第一名     </div><div class="title_blow">来源：本站原创&nbsp;&nbsp;作者：办公室<br>时间：2020年11月10日 23:00&nbsp;&nbsp;浏览：<span>33</span></div><div class="mix">${PROSE}</div>`,
    },
    {
      title:
        "【冬修水利】县水利局党支部举办二〇二〇年沟渠清淤、护坡加固技能比武，下寨村代表队拿下第一名",
      publisher: "本站原创",
    },
  ),
  page(
    "the window begins with the site, a counter stands over the text",
    "http://www.qinghe-dp.example.cn/shishi/news/410.html",
    {
      head: `<title>青禾每日资讯--${TITLE}</title>`,
      body: `<h1><a href="/">青禾资讯_青禾新闻_今日青禾_青禾最新消息 - 青禾每日资讯，权威资讯平台</a></h1><div class="art"><div class="title-text">${TITLE}</div><div class="meta"><div>发布时间：\n\t2020-11-10 10:09:11\t</div><div>来源：青禾日报</div><span>4</span></div><div class="nr">${PROSE}</div></div><div class="related-posts">相关新闻</div><div class="author"><div>暂无简介</div><p>本栏目为大家提供及时资讯（请注意：内容均来自网络采集，请甄别消息是否可靠！）。</p></div>`,
    },
  ),
  page(
    "what to read next is longer than the text",
    "http://kx.qinghe.example.cn/2020/1110/410.shtml",
    {
      head: `<title>${TITLE}_青禾日报网 </title>`,
      body: `<div class="left"><h2>${TITLE}</h2><div class="info">2020-11-10 12:11<span>来源：青禾日报</span><span>作者：王某</span></div><div class="txt">${PROSE}</div><div class="sm"><p>声明：本网力求信息真实、准确，文章提及内容仅供参考，据此行事，风险自担。</p></div>${NEXT}${NEXT.replaceAll("本周六", "下周日").replaceAll("大棚", "果园")}</div>`,
    },
  ),
  page(
    "source and editor in one line behind the text, in its own container",
    "https://news.qinghe.example.cn/20/1110/09/EOFB.html",
    {
      head: `<title>${TITLE}_青禾新闻</title><meta property="og:title" content="${TITLE}"><meta property="article:published_time" content="2020-11-10T09:59:22+08:00">`,
      body: `<h1>${TITLE}</h1><div class="post_time_source">2020-11-10 09:59:22　来源: <a href="http://qhrb.example.cn">青禾日报</a> <a class="post_jubao">举报</a></div><div class="post_text" id="endText"><p class="otitle">（原标题：水渠修到家门口）</p>${PROSE}<div class="ep-source"><span class="left"><a href="/"><img src="/end.png" width="13"></a> 本文来源：青禾日报  </span><span class="ep-editor">责任编辑：王某_NB12556</span></div></div>`,
    },
  ),
  page(
    "the source without a label in an element of that name, a way home on the last sentence",
    "http://cj.qinghe.example.cn/a/20201110/410.htm",
    {
      head: `<title>${TITLE}_财经_青禾网</title>`,
      body: `<div class="hd"><h1>${TITLE}</h1><div class="a_Info"><span class="a_catalog"><a href="/sl">水利</a></span><span class="a_source">田垄</span><span class="a_time">2020-11-10 07:48</span></div></div><div class="bd">${PROSE.replace(/<\/p>$/u, '<a href="/" style="white-space: nowrap;"><span>返回青禾网首页&gt;&gt;</span></a></p>')}</div><span style="display:block">正文已结束，您可以按alt+4进行评论</span><div class="ft">责任编辑：wang</div>`,
    },
    { publisher: "田垄" },
  ),
  page(
    "nobody is named but the site, at the window's end",
    "http://www.qinghe-cm.example.cn/post/410.html",
    {
      head: `<title>${TITLE}-青禾传媒</title>`,
      body: `<h2>${TITLE}</h2><h6><a class="post-date">2020年11月10日</a> <i class="fa"></i>小编 <i class="fa"></i>1665</h6><div class="post-body"><p style="display:none">原标题：水渠修到家门口</p>${PROSE}</div><div class="relate"><span>相关文章</span><div><a href="/1.html">冬修水利正当时,<p>入冬以来，各乡镇组织群众清淤沟渠，受到群众欢迎，成效明显。</p></a><span>2020年11月03日</span></div></div>`,
    },
    { publisher: "青禾传媒" },
  ),
  page(
    "an author's card over the text, what the site declares behind it",
    "https://www.qinghe-pp.example.cn/newsDetail_forward_410",
    {
      head: `<title>${TITLE}_政务_青禾新闻-The Qinghe</title>`,
      body: `<div class="content"><div class="path"><a href="c1">青禾号</a> &gt; <a href="c2">青禾发布</a></div><h1>${TITLE}</h1><div class="news_about"><p></p><p>2020-11-10 14:07<span> 来源：青禾日报</span></p><div><span>字号</span><ul style="display:none;"><li>超大</li><li>大</li></ul></div></div><div class="author"><a href="c2"><div class="name">青禾发布</div></a><div class="link">关注</div></div><div class="news_txt">${BROKEN}</div><div class="news_editor">&nbsp;<span>发送邮件至qh@example.cn申请加入</span></div><div class="disclaimer"><div>特别声明</div>本文为机构上传并发布，仅代表该机构观点，不代表本网的观点或立场，本网仅提供信息发布平台，如有疑问请与我们联系，我们会尽快处理。</div></div>`,
    },
  ),
  page(
    "the day of the last change over the text; tags, the first title and readers behind it",
    "https://www.qinghe-gc.example.cn/sl/2020_11_10_410.shtml",
    {
      head: `<title>${TITLE}</title>`,
      body: `<ul><li class="left"><h3>${TITLE}</h3><div class="time"><span>2020-11-10 15:10:53</span><span>字号：<a>A-</a><a>A</a><a>A+</a></span><span>来源：青禾日报</span></div><div class="time"><span>最后更新: 2020-11-11 15:14:21</span></div><div class="content">${PROSE}</div><div class="key"><span>标签 </span><a href="/s">水利</a></div><ul><li>原标题：水渠修到了家门口，村民终于睡上了安稳觉，下寨村的冬修水利见到了成效</li><li>责任编辑:\n王某&nbsp;</li></ul><h4>小编最近文章</h4><div><a href="/3">护坡加固完工</a><span>2020-09-22</span></div><div><h3>我要评论</h3><p>请自觉遵守互联网相关的政策法规，共同营造理性、平和、友善的跟评互动环境。</p></div></li></ul>${ASIDE}`,
    },
    { text: TEXT },
  ),
];
