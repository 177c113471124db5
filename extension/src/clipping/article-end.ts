import { type PageBlock, proseIn } from "./page-blocks.ts";

/** So little prose is a caption or a notice in the frame, unless nothing else is there. */
export const ENOUGH = 40;

const OPEN = "^[\\s·▶►■◆【[（(“]*";
const CLOSE = "[\\s:：】\\]）)>＞»+]*(?:[（(]?\\d[\\d\\s条]*[）)]?)?$";

/** The line over what readers say, what the site declares and what it would have read next. */
const BEHIND = new RegExp(
  `${OPEN}(?:(?:为[你您]|热门|精彩|编辑|更多|今日)推荐|推荐(?:阅读|新闻|文章|内容)|猜[你您](?:可能)?喜欢|[你您]可能.{0,4}(?:喜欢|感兴趣).{0,6}|(?:网友|最新|热门|精彩|全部|发表|我要|写|热评|查看)评论|(?:网友)?热评|跟帖(?:区|评论)?|参与(?:讨论|评论)|\\d{1,6}\\s?条评论|评论(?=\\s*[（(\\d])|用户登录|登录|评论列表|.{0,4}最近文章|(?:特别|免责|版权|郑重)声明|版权及?免责声明|[上下]一?[篇条][\\s:：】\\]].*|[上下]一[篇条])${CLOSE}`,
  "u",
);
/** The line over links that stand amid a text too. */
const OTHERS = new RegExp(
  `${OPEN}(?:相关|延伸|热门|更多|推荐)(?:链接|新闻|文章|阅读|报道|专题|推荐|稿件|内容|资讯|信息)${CLOSE}`,
  "u",
);
/** What a site says of its rights and of what it answers for. */
const DECLARES =
  /^[“"【[]?(?:(?:特别|版权|免责|郑重)?声明[:：].*(?:本网|本站|平台|转载|版权|不代表|仅供参考|本人)|.{0,10}版权(?:说明|所有)[:：]|凡(?:注明|本网|本站)|未经.{0,14}(?:授权|许可|允许|同意).{0,24}(?:转载|使用|摘编|复制)|本文(?:为|系|由).{0,24}(?:原创|上传|发布).{0,40}(?:转载|平台|立场|观点)|本文链接[:：])/u;

/** Whether a line begins what stands behind an article and is no more part of it. */
export const isBehind = ({ text }: PageBlock): boolean =>
  (text.length <= 60 && BEHIND.test(text)) || (text.length <= 320 && DECLARES.test(text));

/**
 * The lines of the article itself: from its title to the line over what stands behind it. All lines, where
 * the title is not found or next to nothing would be left.
 */
export const articleLines = (
  blocks: readonly PageBlock[],
  isTitle: (block: PageBlock) => boolean,
): readonly PageBlock[] => {
  const title = Math.max(0, blocks.findIndex(isTitle));
  let prose = 0;
  for (const [index, block] of blocks.entries()) {
    if (index < title) continue;
    const isEnd = isBehind(block) || (block.text.length <= 20 && OTHERS.test(block.text));
    if (prose >= ENOUGH && isEnd) return blocks.slice(title, index);
    if (!isTitle(block)) prose += proseIn(block);
  }
  return prose >= ENOUGH ? blocks.slice(title) : blocks;
};
