import { type KindPage, PROSE, page, TEXT, TITLE } from "./kind-page.ts";

const HEAD = `<title>${TITLE}-青禾党建</title>`;
const BODY = `<div class="con">${PROSE}</div>`;
const QH = "http://www.qinghe-dj.example.cn/show/410.html";

/** A page whose line under the title has this form. */
const line = (trap: string, facts: string, more: Partial<KindPage> = {}): KindPage =>
  page(trap, QH, { head: HEAD, body: `<h1>${TITLE}</h1><div>${facts}</div>${BODY}` }, more);

/** How the line under a title, or over its text, may be written. */
export const BYLINES: readonly KindPage[] = [
  line("each fact in brackets of its own", "〔来源：青禾日报〕〔2020.11.10〕〔作者：王某〕"),
  line("square brackets with blanks", "[ 来源: 青禾日报 ] [ 发布时间: 2020-11-10 ] [ 浏览: 12 ]"),
  line("taken from another site", "时间：2020-11-10　　转自：青禾日报"),
  line("the first author behind where it stood", "日期：2020-11-10　出处：青禾日报　原作者：王某"),
  line("published by an office", "发布者：县委组织部　发布时间：2020-11-10　阅读：12", {
    publisher: "县委组织部",
  }),
  line("published by a person: no publisher", "发布人：王某　发布时间：2020-11-10", {
    publisher: null,
  }),
  line("published by a centre, the day behind it", "发布：青禾融媒 2020-11-10 08:20", {
    publisher: "青禾融媒",
  }),
  line("the medium, who wrote it, the day", "青禾日报　王某　2020-11-10"),
  line("the day large over its month", "<b>10</b><span>2020-11</span><p>来源：青禾日报</p>"),
  line("the year over its day", "<span>2020</span><b>11/10</b><p>来源：青禾日报</p>"),
  line(
    "seconds in an attribute, how long ago for people",
    '<span class="time" data-time="1604974320">刚刚</span> 来源：青禾日报',
  ),
  page(
    "whose rights it is under stands in the head alone",
    QH,
    {
      head: `<title>${TITLE}</title><meta name="copyright" content="青禾日报社版权所有">`,
      body: `<h1>${TITLE}</h1><div>2020-11-10</div>${BODY}`,
    },
    { publisher: "青禾日报社" },
  ),
  page(
    "the medium signs the text",
    QH,
    {
      head: HEAD,
      body: `<h1>${TITLE}</h1><div>2020-11-10 08:20:00</div><div class="con">${PROSE}<p style="text-align:right">（青禾日报）</p></div>`,
    },
    { text: `${TEXT}\n（青禾日报）` },
  ),
  page("a text that is folded", QH, {
    head: HEAD,
    body: `<h1>${TITLE}</h1><div>来源：青禾日报　2020-11-10</div><div class="con fold">${PROSE}<div class="more">展开全文</div></div>`,
  }),
  page("who checked and led it, a code to press, behind the text", QH, {
    head: HEAD,
    body: `<h1>${TITLE}</h1><div>2020-11-10　来源：青禾日报</div><div class="con">${PROSE}<p>编辑：李某</p><p>审核：王某</p><p>监制：张某</p><p>长按二维码关注我们</p></div>`,
  }),
];
