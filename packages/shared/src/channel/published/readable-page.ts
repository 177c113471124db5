import { CATEGORY_NAMES } from "../../category/index.ts";
import { civilDateOf } from "../../clock/index.ts";
import { namesOf } from "../channel-index.ts";
import type { ChannelItem } from "../channel-item.ts";
import { escapeMarkup as escaped } from "../markup.ts";
import type { FeedMatter } from "./feed-pages.ts";
import { JSON_FEED } from "./json-feed.ts";
import { OPDS } from "./opds-feed.ts";

/** The page's name; hosts show it to whoever opens the folder. */
export const READABLE_PAGE = "index.html";

const STYLE = `body{font:17px/1.6 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#17211e;background:#f6f4ee;margin:0}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.7rem;line-height:1.3;margin:0}
p{margin:.3rem 0}.how{background:#fff;border:1px solid #d8d4c8;border-radius:6px;padding:.7rem 1rem;margin:1rem 0}
code{font:inherit;font-weight:700;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;background:#fff}
th,td{text-align:left;padding:.5rem .7rem;border-bottom:1px solid #e4e0d6;vertical-align:top}
td:last-child,th:last-child{text-align:right;white-space:nowrap}
a{color:#1d4f91}small{color:#5a625e}
@media print{body,.how{background:#fff}a{color:inherit;text-decoration:none}}`;

const rowOf = (
  { title, url, kind, category, publisher, minutes }: ChannelItem,
  { words }: FeedMatter,
): string => {
  const name = escaped(title);
  const linked =
    url === undefined
      ? name
      : `<a href="${escaped(url)}" rel="noopener noreferrer nofollow">${name}</a>`;
  const shelf = category === undefined ? "" : `<br><small>${CATEGORY_NAMES[category]}</small>`;
  const cells = [
    `${linked}${shelf}`,
    escaped(words.kinds[kind]),
    escaped(publisher ?? ""),
    minutes === undefined ? "" : escaped(words.minutes(minutes)),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
};

/** The channel as a page that people read in any browser: no script, nothing from elsewhere. */
export const readablePage = (matter: FeedMatter): string => {
  const { index, newest, address, words } = matter;
  const { name, publisher } = namesOf(index);
  const title = escaped(name);
  const { columns } = words;
  const shown = newest.length < index.items ? words.newest(newest.length, index.items) : words.all;
  return `<!doctype html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<link rel="alternate" type="application/feed+json" href="${JSON_FEED}.json">
<link rel="alternate" type="application/opds+json" href="${OPDS}.json">
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escaped(words.facts(publisher, index.release, civilDateOf(index.publishedAt)))} · ${escaped(words.count(index.items))}</p>
<p class="how">${escaped(words.howTo)} <code>${escaped(address ?? words.thisAddress)}</code></p>
<p><small>${escaped(shown)}</small></p>
<table>
<thead><tr><th>${escaped(columns.title)}</th><th>${escaped(columns.kind)}</th><th>${escaped(columns.publisher)}</th><th>${escaped(columns.minutes)}</th></tr></thead>
<tbody>
${newest.map((item) => rowOf(item, matter)).join("\n")}
</tbody>
</table>
</main>
</body>
</html>
`;
};
