import type { ArticleCopy } from "@dianbo/shared/courseware";
import { useCleanArticle } from "../../app/use-clean-article.ts";
import { useWords } from "../../locales/index.ts";
import css from "./preview.module.css";

/** The page in the frame: it may show kept pictures and nothing else; no script, no address. */
const framePage = (
  html: string,
): string => `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src blob:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"><style>
html{font:1.0625rem/1.75 "Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;color:#17211E;background:#fff}
body{margin:0 auto;padding:20px 28px 40px;max-width:42em;overflow-wrap:anywhere}
h1,h2,h3,h4{line-height:1.35}img{display:block;max-width:100%;height:auto;margin:.6em auto}
table{border-collapse:collapse}td,th{border:1px solid #78867F;padding:.2em .5em}pre{white-space:pre-wrap}
figure { margin: 1em 0; text-align: center; }
figcaption { margin-top: .4em; font-size: .85em; color: #555; }
</style>${html}`;

/** An article copy, sanitised once more, in a frame that runs no scripts. */
export const ArticleFrame = ({
  copy,
  title,
}: {
  readonly copy: ArticleCopy;
  readonly title: string;
}) => {
  const { item: words } = useWords();
  const article = useCleanArticle(copy);
  if (article === undefined) return <p className={`dim ${css.said ?? ""}`}>{words.opening}</p>;
  return (
    <iframe
      className={css.article}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={framePage(article.html)}
    />
  );
};
