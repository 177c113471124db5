import {
  ASIDE,
  BROKEN,
  DIVS,
  FOOT,
  type KindPage,
  NAV,
  PROSE,
  SITE,
  TEXT,
  TITLE,
  tags,
} from "./kind-page.ts";

const URL = "http://www.qinghe.gov.cn/yw/202011/t20201110_410001.html";
const editor = (inside: string): string => `<div class="TRS_Editor">${inside}</div>`;
const page = (
  trap: string,
  head: string,
  body: string,
  more: Partial<KindPage> = {},
): KindPage => ({
  trap: `TRS: ${trap}`,
  url: URL,
  head: SITE + head,
  body: NAV + body + FOOT,
  title: TITLE,
  publishedAt: "2020-11-10",
  publisher: "青禾日报",
  ...more,
});
const TAGS = { ColumnName: "要闻", ArticleTitle: TITLE, PubDate: "2020-11-10 08:20" };
const title = `<title>${TITLE}_青禾要闻_青禾县人民政府</title>`;
const info = '<div class="info"><span>2020-11-10 08:20</span><span>来源：青禾日报</span></div>';

/** Pages of TRS sites. */
export const TRS: readonly KindPage[] = [
  page(
    "a day written with slashes and seconds, the source with its label in the tag",
    title + tags({ ...TAGS, PubDate: "2020/11/10  8:20:33", ContentSource: "来源：青禾日报" }),
    `<h1>${TITLE}</h1>${editor(PROSE)}${ASIDE}`,
  ),
  page(
    "a day without marks in the tag",
    title + tags({ ...TAGS, PubDate: "20201110", ContentSource: "青禾日报 " }),
    `<h1>${TITLE}</h1>${editor(DIVS)}`,
  ),
  page(
    "the tag of the source says 0, the line says it",
    title + tags({ ...TAGS, ContentSource: "0" }),
    `<h1>${TITLE}</h1>${info}${editor(PROSE)}`,
  ),
  page(
    "no tags at all but the site's; facts in one line with much else",
    title,
    `<div class="xl_tit">${TITLE}</div><div class="xl_ly">来源：青禾日报&nbsp;&nbsp;&nbsp;&nbsp;责任编辑：王某&nbsp;&nbsp;&nbsp;&nbsp;发布时间：2020-11-10 08:20&nbsp;&nbsp;浏览：<em id="n">12</em>次&nbsp;&nbsp;【字体：<a>大</a>&nbsp;<a>中</a>&nbsp;<a>小</a>】</div>${editor(PROSE)}${ASIDE}`,
  ),
  page(
    "labels and values in cells of a table",
    title,
    `<table><tr><td colspan="4">${TITLE}</td></tr><tr><td>发布时间</td><td>2020-11-10</td><td>来源</td><td>青禾日报</td></tr><tr><td colspan="4">${editor(PROSE)}</td></tr></table>`,
  ),
  page(
    "the title broken in two lines over the text, whole in the tag",
    title + tags({ ...TAGS, ContentSource: "青禾日报" }),
    `<h1>水渠修到家门口<br>村民睡上安稳觉</h1>${info}${editor(PROSE)}`,
  ),
  page(
    "a line over the title and one under it",
    title + tags({ ...TAGS, ContentSource: "青禾日报" }),
    `<h3>——秋冬水利建设见闻之一</h3><h1>${TITLE}</h1><h2>全县清淤沟渠一百三十余处</h2>${info}${editor(PROSE)}`,
  ),
  page(
    "the title in quotes that the tag holds as escapes of escapes",
    "<title>“水渠长”上岗记_青禾县人民政府</title>" +
      tags({
        ...TAGS,
        ArticleTitle: "&amp;ldquo;水渠长&amp;rdquo;上岗记",
        ContentSource: "青禾日报",
      }),
    `<h1>“水渠长”上岗记</h1>${info}${editor(PROSE)}`,
    { title: "“水渠长”上岗记" },
  ),
  page(
    "two editors behind one another are one text",
    title + tags({ ...TAGS, ContentSource: "青禾日报" }),
    `<h1>${TITLE}</h1><div id="zoom">${editor(PROSE.split("\n").slice(0, 2).join("\n"))}${editor(PROSE.split("\n").slice(2).join("\n"))}</div>`,
  ),
  page(
    "keys of the reader for those who do not see stand in the text's container",
    title + tags({ ...TAGS, ContentSource: "青禾日报" }),
    `<h1>${TITLE}</h1><div class="article-content"><div class="wza">无障碍阅读 <a>语音播报</a></div>${editor(PROSE)}<p class="print"><a>打印本页</a> <a>关闭窗口</a></p></div>`,
  ),
  page(
    "the document's head in a table over the text; the title is the document's",
    "<title>青禾县人民政府 公开目录 关于做好冬修水利的通知</title>",
    `<table class="xxgk"><tr><td>索引号：</td><td>014349/2020-00116</td><td>主题分类：</td><td>水利</td></tr><tr><td>发布机构：</td><td>县水利局</td><td>发文日期：</td><td>2020年11月10日</td></tr><tr><td>名　　称：</td><td colspan="3">关于做好冬修水利的通知</td></tr><tr><td>文　　号：</td><td>青水〔2020〕16号</td><td>有效性：</td><td>有效</td></tr></table><h1>关于做好冬修水利的通知</h1>${editor(PROSE)}`,
    { title: "关于做好冬修水利的通知", publisher: "县水利局" },
  ),
  page(
    "the text as bare lines in the editor",
    title + tags({ ...TAGS, ContentSource: "青禾日报" }),
    `<h1>${TITLE}</h1>${info}${editor(BROKEN)}`,
  ),
  page(
    "the visible day is a later one of change",
    title + tags({ ...TAGS, ContentSource: "青禾日报" }),
    `<h1>${TITLE}</h1><div class="info"><span>发布时间：2020-11-10 08:20</span><span>更新时间：2020-11-12 09:00</span><span>来源：青禾日报</span></div>${editor(PROSE)}`,
  ),
  page(
    "the source filled by script, which stands between the words",
    title,
    `<h1>${TITLE}</h1><div class="info">发布时间：2020-11-10 来源：<script>var ly="";document.write(ly)</script>青禾日报</div>${editor(PROSE)}`,
  ),
  page(
    "the editor's name and the proofreader under the text, in one bracket",
    title + tags({ ...TAGS, ContentSource: "青禾日报" }),
    `<h1>${TITLE}</h1>${info}${editor(`${PROSE}<p style="text-align:right">（记者 王某某 通讯员 李某）</p><p>编辑：赵某　校对：钱某　审核：孙某</p>`)}`,
    { text: `${TEXT}\n（记者 王某某 通讯员 李某）` },
  ),
  page(
    "attachments under the text belong to it, QR and sharing do not",
    title + tags({ ...TAGS, ContentSource: "青禾日报" }),
    `<h1>${TITLE}</h1>${info}<div class="article">${editor(`${PROSE}<p>附件：<a href="./P020201110330001.docx">沟渠清单.docx</a></p>`)}<div class="ewm"><img src="/qr.png"><p>扫一扫在手机打开当前页</p></div><div class="bdsharebuttonbox"><a>微信</a><a>微博</a></div></div>`,
    { text: `${TEXT}\n附件：沟渠清单.docx` },
  ),
];
