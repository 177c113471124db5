import type { Entry, Roots, Site } from "../site.ts";
import { page } from "../site.ts";
import type { GovArticle } from "./article.ts";
import { farmingArticles } from "./farming.ts";
import { healthArticles } from "./health.ts";
import { articlePage, columnTags, govPage } from "./layout.ts";
import { otherMakes } from "./other-makes.ts";
import { policyArticles } from "./policy.ts";
import { safetyArticles } from "./safety.ts";
import { framePage, loginPage } from "./stubs.ts";
import { farmingTips } from "./tips.ts";

/** Rows on one page of the list. */
const ROWS_A_PAGE = 7;
/** Rows of the list that are not articles: see `listRows`. */
const EXTRA_ROWS = 2;

/** Newest first. */
const articles: readonly GovArticle[] = [
  ...safetyArticles,
  ...policyArticles,
  ...farmingArticles,
  ...healthArticles,
].sort((a, b) => (a.date < b.date ? 1 : -1));

type Row = { date: string; href: string; title: string; column: string };

/** The rows of the list: all articles, one bare PDF, and one link that leads to another site. */
function listRows(roots: Roots): readonly Row[] {
  const own = articles.map(({ path, title, date, column }) => ({
    date: date.slice(0, 10),
    href: path.replace("bmfw/", "./"),
    title,
    column,
  }));
  const others: readonly Row[] = [
    {
      date: "2026-11-20",
      href: "./202611/P020261120354829117320.pdf",
      title: "电动自行车充电安全明白纸（PDF）",
      column: "安全科普",
    },
    {
      date: "2026-11-22",
      href: `${roots.party}wdk/index.shtml`,
      title: "先锋网微党课专栏上新",
      column: "友情推荐",
    },
  ];
  return [...own, ...others].sort((a, b) => (a.date < b.date ? 1 : -1));
}

function rowMarkup({ date, href, title, column }: Row): string {
  return `<li><a href="${href}" title="${title}"><em>[${column}]</em>${title}</a><span class="date">${date}</span></li>`;
}

/** One page of the list; `index` counts from 0, as TRS does. */
function listPage(index: number, pages: number, roots: Roots): string {
  const rows = listRows(roots).slice(index * ROWS_A_PAGE, (index + 1) * ROWS_A_PAGE);
  return govPage({
    path: "bmfw/index.shtml",
    title: "便民服务",
    tags: columnTags("便民服务"),
    crumbs: " &gt; 便民服务",
    main: `<div class="columns"><div class="side"><h2>便民服务</h2><p>安全科普</p><p>政策解读</p><p>农技推广</p><p>健康生活</p></div>
<div class="list"><ul>
${rows.map(rowMarkup).join("\n")}
</ul>
<div class="page" id="pager"><script src="../style/paging.js"></script><script>createPageHTML(${pages}, ${index}, "index", "shtml");</script></div></div></div>`,
  });
}

/** Rows on one page of 农技课堂. */
const TIPS_A_PAGE = 20;

/**
 * The rows of 农技课堂: its articles, one link that leads to another site, and one whose page is gone, as
 * real lists have them.
 */
function tipRows(roots: Roots): readonly Row[] {
  const own = farmingTips.map(({ path, title, date, column }) => ({
    date: date.slice(0, 10),
    href: path.replace("nyjs/", "./"),
    title,
    column,
  }));
  const gone = {
    date: "2026-11-12",
    href: "./202611/t20261112_4109999.shtml",
    title: "秋收秋种：这一篇撤下来了",
    column: "农技课堂",
  };
  const elsewhere = {
    date: "2026-11-22",
    href: `${roots.party}2026/11/19/VIDE1795053600000027.shtml`,
    title: "先锋网：大白菜田间管理三要点",
    column: "友情推荐",
  };
  return [...own, gone, elsewhere].sort((a, b) => (a.date < b.date ? 1 : -1));
}

const tipPages = Math.ceil((farmingTips.length + EXTRA_ROWS) / TIPS_A_PAGE);

/** One page of 农技课堂; `index` counts from 0. */
function tipsPage(index: number, roots: Roots): string {
  const rows = tipRows(roots).slice(index * TIPS_A_PAGE, (index + 1) * TIPS_A_PAGE);
  return govPage({
    path: "nyjs/index.shtml",
    title: "农技课堂",
    tags: columnTags("农技课堂"),
    crumbs: " &gt; 农技课堂",
    main: `<div class="columns"><div class="side"><h2>农技课堂</h2><p>一步一步学种地</p></div>
<div class="list"><ul>
${rows.map(rowMarkup).join("\n")}
</ul>
<div class="page" id="pager"><script src="../style/paging.js"></script><script>createPageHTML(${tipPages}, ${index}, "index", "shtml");</script></div></div></div>`,
  });
}

function tipEntries(): readonly (readonly [string, Entry])[] {
  return Array.from({ length: tipPages }, (_, index) => {
    const name = index === 0 ? "nyjs/index.shtml" : `nyjs/index_${index}.shtml`;
    return [name, page((roots) => tipsPage(index, roots))] as const;
  });
}

function homePage(roots: Roots): string {
  const lead = articles[0];
  const rows = listRows(roots)
    .slice(1, 8)
    .map((row) => rowMarkup({ ...row, href: row.href.replace(/^\.\//, "./bmfw/") }));
  return govPage({
    path: "index.shtml",
    title: "首页",
    tags: "",
    crumbs: "",
    main: `<div class="lead"><a href="./${lead?.path ?? ""}"><img src="style/lead.jpg" alt="车棚里充电的电动自行车" width="426" height="240"></a>
<div class="list"><h2>便民服务<a class="more" href="./bmfw/index.shtml">更多&gt;&gt;</a></h2><ul>
${rows.join("\n")}
</ul></div></div>
<div class="notice"><b>网上办事：</b>社保、医保、农机补贴，<a href="./wsbs/index.shtml">进入办事大厅</a></div>`,
  });
}

function besideEntries(article: GovArticle): readonly (readonly [string, Entry])[] {
  const folder = article.path.slice(0, article.path.lastIndexOf("/") + 1);
  return Object.entries(article.beside ?? {}).map(
    ([name, entry]) => [folder + name, entry] as const,
  );
}

function listEntries(): readonly (readonly [string, Entry])[] {
  const pages = Math.ceil((articles.length + EXTRA_ROWS) / ROWS_A_PAGE);
  return Array.from({ length: pages }, (_, index) => {
    const name = index === 0 ? "bmfw/index.shtml" : `bmfw/index_${index}.shtml`;
    return [name, page((roots) => listPage(index, pages, roots))] as const;
  });
}

/** The TRS-built government site 「青禾县人民政府」. */
export const govSite: Site = new Map<string, Entry>([
  ["index.shtml", page(homePage)],
  ...listEntries(),
  ...tipEntries(),
  ...otherMakes(articles),
  ...[...articles, ...farmingTips].map((article) => {
    const render = (roots: Roots): string => articlePage(article, roots);
    return [article.path, { kind: "page", charset: article.charset ?? "utf-8", render }] as const;
  }),
  ...articles.flatMap(besideEntries),
  ["wsbs/index.shtml", page(framePage)],
  ["wsbs/login.shtml", page(() => loginPage("../"))],
  ["favicon.ico", { kind: "file", file: "pages/style/blank.gif" }],
  ["style/gov.css", { kind: "file", file: "pages/style/gov.css" }],
  ["style/gov-list.css", { kind: "file", file: "pages/style/gov-list.css" }],
  ["style/login.css", { kind: "file", file: "pages/style/login.css" }],
  ["style/lazy.js", { kind: "file", file: "pages/style/lazy.js" }],
  ["style/paging.js", { kind: "file", file: "pages/style/paging.js" }],
  ["style/blank.gif", { kind: "file", file: "pages/style/blank.gif" }],
  ["style/lead.jpg", { kind: "file", file: "media/charging-shed.jpg" }],
]);
