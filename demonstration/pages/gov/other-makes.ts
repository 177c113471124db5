/** Pages of the government site in other makes: a list of 大汉 JCMS, one drawn from data, an article of two pages. */
import type { Entry, Roots } from "../site.ts";
import { page, paragraphs } from "../site.ts";
import type { GovArticle } from "./article.ts";
import { articlePage, columnTags, govPage } from "./layout.ts";

/** Rows that the list of 大汉 JCMS, or the one drawn from data, shows at once. */
const AT_ONCE = 4;

const LONG = "bmfw/202610/t20261030_4098100";

const longArticle = (number: number, body: string): GovArticle => ({
  path: `${LONG}${number === 0 ? "" : `_${number}`}.shtml`,
  title: "老屋电线怎么查：从电表到插座走一遍",
  column: "安全科普",
  date: "2026-10-30 09:30",
  source: "县消防救援大队",
  author: "周启明",
  keywords: ["电线", "老屋", "用电安全"],
  description: "从电表查到插座，哪些自己能看，哪些要请电工。",
  body: `${paragraphs(body)}
<div class="page"><script src="../../style/paging.js"></script><script>createPageHTML(2, ${number}, "t20261030_4098100", "shtml");</script></div>`,
});

const figure = (file: string, words: string): string =>
  `<p align="center"><img src="./${file}" alt=""></p>

<p align="center" style="font-size:12px">${words}</p>`;

const LONG_PAGES: readonly GovArticle[] = [
  longArticle(
    0,
    `
老屋的电线，用上二三十年，胶皮就硬了。一碰就裂，裂了就露铜，下雨天最要命。查线不难，从电表开始，顺着走一遍，一个钟头就够。

${figure("W020261030111111111111.jpg", "充电车棚的新线槽。县消防救援大队供图")}

先看电表箱。箱门要关得严，里面没有灰絮、没有焦味。空气开关上写的数，家里一般是三十二或者四十，比它大的，一定要问过电工。漏电保护器每月按一次试验钮，按下去要跳，不跳就换。`,
  ),
  longArticle(
    1,
    `
再看线。走线的地方摸一摸，发烫的、发黏的、颜色变深的，都记下来。线接线的地方，要有接线盒，只缠胶布的不算。

${figure("W020261030222222222222.jpg", "雨天别碰室外的插座。资料图片")}

<table><tr><th>家里的电器</th><th>该用的线</th></tr><tr><td>电灯、电视</td><td>1.5 平方</td></tr><tr><td>空调、热水器</td><td>4 平方</td></tr></table>

最后看插座和插头。插上去松松垮垮的，有黑印子的，一律换掉。插线板不要一个接一个，大功率的电器各用各的插座。自己能做的，是看、是摸、是关总闸；接线换线，要请有证的电工。`,
  ),
];

interface Row {
  readonly title: string;
  readonly href: string;
  readonly date: string;
}

const rowsOf = (articles: readonly GovArticle[]): readonly Row[] =>
  [...articles, ...LONG_PAGES.slice(0, 1)]
    .map(({ title, path, date }) => ({ title, href: `/${path}`, date: date.slice(0, 10) }))
    .sort((one, other) => (one.date < other.date ? 1 : -1));

const record = ({ title, href, date }: Row, up: string): string =>
  `<record><![CDATA[<li><a href="${up}${href.slice(1)}" title="${title}">${title.slice(0, 12)}...</a><span>${date}</span></li>]]></record>`;

const datastore = (rows: readonly Row[], shown: readonly Row[], up: string): string =>
  `<datastore><nextgroup><![CDATA[<a href="../../module/web/jpage/dataproxy.jsp?page=1&columnid=1229"></a>]]></nextgroup><recordset>${shown.map((row) => record(row, up)).join("")}</recordset><totalrecord>${rows.length}</totalrecord><totalpage>${Math.ceil(rows.length / AT_ONCE)}</totalpage></datastore>`;

const hanwebList = (rows: readonly Row[]): string =>
  govPage({
    path: "col/col1229/index.html",
    title: "为民服务",
    tags: columnTags("为民服务"),
    crumbs: " &gt; 为民服务",
    main: `<div class="list"><div id="1229001" class="default_pgContainer"><ul id="rows"></ul></div>
<script type="text/xml" id="store">${datastore(rows, rows.slice(0, AT_ONCE), "../../")}</script>
<script>
var setting = {proxyUrl:'../../module/web/jpage/dataproxy.jsp',perPage:${AT_ONCE},totalRecord:${rows.length},ajaxParam:{col:1,appid:1,webid:67,path:'/',columnid:1229,sourceContentType:1,unitid:'1229001',webname:'青禾县',permissiontype:0}};
document.getElementById('rows').innerHTML = document.getElementById('store').textContent
  .split('<![CDATA[').slice(2).map(function (one) { return one.split(']]>')[0]; }).join('');
</script></div>`,
  });

/** What the data proxy of 大汉 JCMS answers: the records that are asked for by number. */
const hanwebProxy = (rows: readonly Row[], query: URLSearchParams): string => {
  const from = Number(query.get("startrecord") ?? "1");
  const to = Number(query.get("endrecord") ?? String(AT_ONCE));
  return `<?xml version='1.0' encoding='utf-8'?>${datastore(rows, rows.slice(from - 1, to), "../../")}`;
};

/** A list that is drawn from data in a callback, as 央视网 and others keep theirs. */
const dataList = (): string =>
  govPage({
    path: "zcjd/index.shtml",
    title: "政策解读",
    tags: columnTags("政策解读"),
    crumbs: " &gt; 政策解读",
    main: `<div class="list"><ul id="rows"></ul></div>
<script>
function zcjd(answer) {
  document.getElementById('rows').innerHTML = answer.data.list.map(function (one) {
    return '<li><a href="' + one.url + '">' + one.title + '</a><span>' + one.focus_date.slice(0, 10) + '</span></li>';
  }).join('');
}
</script><script src="zcjd_1.jsonp"></script>`,
  });

const dataOf = (rows: readonly Row[], number: number): string => {
  const list = rows
    .slice((number - 1) * AT_ONCE, number * AT_ONCE)
    .map(({ title, href, date }) => ({ title, url: `..${href}`, focus_date: `${date} 08:00:00` }));
  return `zcjd(${JSON.stringify({ data: { total: rows.length, list } })});`;
};

/** The addresses of these pages, and of what lies beside them. */
export const otherMakes = (
  articles: readonly GovArticle[],
): readonly (readonly [string, Entry])[] => {
  const rows = rowsOf(articles);
  const numbers = Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, index) => index + 1);
  return [
    ["col/col1229/index.html", page(() => hanwebList(rows))],
    [
      "module/web/jpage/dataproxy.jsp",
      { kind: "answer", type: "text/xml", render: (query) => hanwebProxy(rows, query) },
    ],
    ["zcjd/index.shtml", page(dataList)],
    ...numbers.map((number): readonly [string, Entry] => [
      `zcjd/zcjd_${number}.jsonp`,
      { kind: "answer", type: "text/javascript", render: () => dataOf(rows, number) },
    ]),
    ...LONG_PAGES.map((article): readonly [string, Entry] => [
      article.path,
      page((roots: Roots) => articlePage(article, roots)),
    ]),
    ["bmfw/202610/W020261030111111111111.jpg", { kind: "file", file: "media/charging-shed.jpg" }],
    ["bmfw/202610/W020261030222222222222.jpg", { kind: "file", file: "media/heavy-rain.jpg" }],
  ];
};
