import type { Roots } from "../site.ts";
import { escapeHtml, upFrom } from "../site.ts";
import type { GovArticle } from "./article.ts";

const SITE_NAME = "青禾县人民政府";

type Frame = {
  /** Path of the page below the site's root. */
  path: string;
  title: string;
  /** Page tags beyond the site's own, as ready markup. */
  tags: string;
  /** What stands after 「您的位置」. */
  crumbs: string;
  main: string;
  charsetName?: string;
};

function tag(name: string, content: string): string {
  return `<meta name="${name}" content="${escapeHtml(content)}">`;
}

/** Page tags of the site, on every page (国办发〔2017〕47号). The id code belongs to no real place. */
function siteTags(): string {
  return [
    tag("SiteName", SITE_NAME),
    tag("SiteDomain", "www.qinghe.gov.cn"),
    tag("SiteIDCode", "0000000014"),
  ].join("\n");
}

/** Page tags of a column. */
export function columnTags(name: string): string {
  return [
    tag("ColumnName", name),
    tag("ColumnDescription", `${SITE_NAME}${name}栏目`),
    tag("ColumnKeywords", `${name},青禾县`),
    tag("ColumnType", "信息公开"),
  ].join("\n");
}

function articleTags(article: GovArticle, roots: Roots): string {
  return [
    columnTags(article.column),
    tag("ArticleTitle", article.title),
    tag("PubDate", article.date),
    tag("ContentSource", article.source),
    tag("Keywords", article.keywords.join(",")),
    tag("Author", article.author),
    tag("Description", article.description),
    tag("Image", article.image ?? ""),
    tag("Url", roots.gov + article.path),
  ].join("\n");
}

/** The frame all pages of the government site share: banner, navigation, place, footer. */
export function govPage(frame: Frame): string {
  const up = upFrom(frame.path);
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${frame.charsetName ?? "utf-8"}">
<title>${escapeHtml(frame.title)}_${SITE_NAME}</title>
<meta name="viewport" content="width=device-width">
${siteTags()}
${frame.tags}
<link rel="stylesheet" href="${up}style/gov.css">
<link rel="stylesheet" href="${up}style/gov-list.css">
</head>
<body>
<div class="banner"><div class="wrap"><a href="${up}index.shtml"><b>${SITE_NAME}</b><span>www.qinghe.gov.cn</span></a></div></div>
<div class="nav"><div class="wrap"><a href="${up}index.shtml">首页</a><a href="${up}bmfw/index.shtml">便民服务</a><a href="${up}wsbs/index.shtml">网上办事</a></div></div>
<div class="wrap">
<div class="place">您的位置：<a href="${up}index.shtml">首页</a>${frame.crumbs}</div>
${frame.main}
</div>
<div class="foot"><p>主办：青禾县人民政府办公室　　网站标识码：0000000014</p><p>示范页面：青禾县并不存在，文字、图片和影片都是为演示自编的。</p></div>
<script src="${up}style/lazy.js"></script>
</body>
</html>
`;
}

function attachmentList(article: GovArticle): string {
  if (!article.attachments) return "";
  const rows = article.attachments.map(
    ({ href, text }) => `<li><a href="${href}" target="_blank">${text}</a></li>`,
  );
  return `<div class="fujian"><h3>附件：</h3><ul>${rows.join("")}</ul></div>`;
}

/** An article page with full page tags, visible date and source, a `.TRS_Editor` body and attachments. */
export function articlePage(article: GovArticle, roots: Roots): string {
  const up = upFrom(article.path);
  return govPage({
    path: article.path,
    title: article.title,
    tags: articleTags(article, roots),
    crumbs: ` &gt; <a href="${up}bmfw/index.shtml">便民服务</a> &gt; ${article.column}`,
    // The header of the old page names gb2312 though its bytes are GB18030, as on many real sites.
    ...(article.charset ? { charsetName: "gb2312" } : {}),
    main: `<div class="article">
<h1>${article.title}</h1>
<div class="info"><span>发布时间：${article.date}</span><span>来源：${article.source}</span><span>作者：${article.author}</span><span class="size">字号：大 中 小</span></div>
<div id="zoom"><div class="TRS_Editor"><style type="text/css">.TRS_Editor P{line-height:2;font-family:宋体;font-size:12pt;}.TRS_Editor DIV{line-height:2;}.TRS_Editor TD{line-height:2;}</style>
${article.body}
</div></div>
${attachmentList(article)}
<div class="tail">责任编辑：县政府办信息科　　【打印】【关闭】</div>
</div>`,
  });
}
