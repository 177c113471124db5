/** A small page in the make of a kind of site, with its traps, and what must be read of it. */
export interface KindPage {
  /** What is odd about it. */
  readonly trap: string;
  readonly url: string;
  readonly head: string;
  readonly body: string;
  readonly title: string;
  readonly publishedAt: string | null;
  readonly publisher: string | null;
  /** `TEXT` unless told. */
  readonly text?: string;
}

const LINES = [
  "入秋以来，县里把水利冬修放在突出位置，各乡镇组织村民对沿河堤坝、山塘水库逐处排查，先后清淤疏浚沟渠一百三十余处。",
  "“以前雨一大就睡不着，现在水渠通了，心里踏实。”下寨村村民老李指着门前新修的护坡说，今年地里的收成比往年好。",
  "县水利局有关负责人介绍，下一步将健全管护机制，明确每条沟渠的责任人，让修好的设施长期发挥作用。",
];

/** The text of most pages, one line a paragraph. */
export const TEXT = LINES.join("\n");
/** The same as paragraphs. */
export const PROSE = LINES.map((line) => `<p style="text-indent:2em">　　${line}</p>`).join("\n");
/** The same with line breaks. */
export const BROKEN = LINES.map((line) => `&nbsp;&nbsp;&nbsp;&nbsp;${line}`).join("<br><br>\n");
/** The paragraphs in `div`s, as some editors write them. */
export const DIVS = LINES.map((line) => `<div>　　${line}</div>`).join("\n");

/** What stands round every page of a site. */
export const NAV =
  '<div class="header"><a href="/"><img src="/logo.png" alt="青禾县人民政府"></a><form><input name="q"><button>搜索</button></form><ul><li><a href="/">首页</a></li><li><a href="/yw/">要闻动态</a></li><li><a href="/gk/">政务公开</a></li><li><a href="/fw/">办事服务</a></li></ul></div>';
/** Other news beside the text. */
export const ASIDE =
  '<div class="right"><h3>热点推荐</h3><ul><li><a href="/yw/202011/t20201102_1.html">我县召开秋冬季农田水利建设现场会</a><span>2020-11-02</span></li><li><a href="/yw/202011/t20201101_2.html">全县森林草原防灭火工作视频会议召开</a><span>2020-11-01</span></li><li><a href="/yw/202010/t20201030_3.html">县人社局开展秋季招聘活动</a><span>2020-10-30</span></li></ul></div>';
/** The foot of every page. */
export const FOOT =
  '<div class="footer"><p>主办：青禾县人民政府办公室　承办：青禾县大数据中心</p><p>网站标识码：0000000014　某ICP备00000014号　某公网安备 00000000000014号</p><a href="/about">关于我们</a><a href="/map">网站地图</a></div>';

/** Page tags, ready for a head. */
export const tags = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join("\n");

/** The tags that every page of a government site has. */
export const SITE = tags({
  SiteName: "青禾县人民政府",
  SiteDomain: "www.qinghe.gov.cn",
  SiteIDCode: "0000000014",
});

/** The title of most pages. */
export const TITLE = "水渠修到家门口　村民睡上安稳觉";

/** A page between its navigation and its foot, with the title, day and publisher that most of them have. */
export const page = (
  trap: string,
  url: string,
  { head, body }: { readonly head: string; readonly body: string },
  more: Partial<KindPage> = {},
): KindPage => ({
  trap,
  url,
  head,
  body: NAV + body + FOOT,
  title: TITLE,
  publishedAt: "2020-11-10",
  publisher: "青禾日报",
  ...more,
});
