import { ENOUGH as ENOUGH_PROSE, isBehind } from "./article-end.ts";
import { dropFacts, isFrameLine, linesOfTitle } from "./body-frame.ts";
import { copyOf, settleCaptions, settleLinks, settlePictures } from "./body-pictures.ts";
import { blocksOf, isFooter, type PageBlock, proseIn } from "./page-blocks.ts";
import { select, textOf } from "./page-elements.ts";

/** Never text, wherever it stands. */
const DEAD =
  "script, style, noscript, iframe, object, embed, link, meta, button, input, select, textarea, [hidden]";

/** Blocks that portals put into their bodies, named by what they are. */
const NOISE = [
  "form",
  ".bza",
  ".paper_num",
  "#rwb_tjyd",
  ".share",
  ".edit",
  ".pagination",
  ".shuzi",
  "#myFlash",
  ".p-tags",
  ".qrcode",
  ".ewm",
  ".bdsharebuttonbox",
  '[class*="fenxiang"]',
  '[class*="share-"]',
  '[id*="share"]',
  '[class*="bdshare"]',
  '[class*="qrcode"]',
  ".xgxw",
  ".xgfj_none",
  ".related",
  ".recommend",
  ".page-num",
  ".print",
  ".dayin",
  "#moe-detail-page-set",
  "#moeCode",
  ".moe-detail-shuxing",
  ".fs-text",
  ".fs-pinglun",
  "#qr_container",
  ".rm_relevant",
  ".relevant_news",
];

const EDITOR =
  /[（(【[]?\s*(?:责任编辑|责编|编辑|网络编辑|值班编辑|本文责编|校对|审核|初审|终审)\s*[:：][^。！？]{0,60}$/u;
const TAIL =
  /^[\s【（([]*(?:责任编辑|责编|编辑|编审|校对|审核|审签|初审|复审|终审|监制|值班编委|纠错|打印|关闭|收藏|分享|分享到|分享让更多人看到|扫一扫.*|扫码.*|返回顶部|返回列表|返回首页|TOP|相关链接|相关新闻|相关文章|相关阅读|相关推荐|相关稿件|相关内容|相关资讯|推荐阅读|热门推荐|精彩推荐|上一篇.*|下一篇.*|上一页|下一页|延伸阅读|我要纠错|网友评论|点击查看|浏览次数.*|阅读次数.*|您可能.*|用微信.*|微信扫.*|【关闭窗口】|打印本页.*|关闭窗口)[:：\s】）)\]].{0,60}$|^\s*[【[（(]?\s*(?:打印|关闭|收藏|分享|纠错|返回顶部|返回列表|打印本页|关闭窗口|关闭本页|打印此页|下一页|上一页|尾页|相关链接|相关新闻|相关文章|相关阅读|相关稿件|相关内容|相关资讯|推荐阅读|延伸阅读|扫一扫)\s*[】\]）)]?\s*$|^\+1$|^【?纠错】?|^(?:打印|关闭|分享|收藏|返回)(?:[\s|｜/【】]+(?:本页|打印|关闭|分享|收藏|返回|顶部|窗口))+$|^(?:责任编辑|责编|编辑)[:：]|扫一扫在手机|^(?:上一篇|下一篇)|^分享(?:到|让)|^【?(?:打印|关闭)|^(?:本文)?来源[:：][^。]{2,30}(?:责任)?编辑[:：].{1,30}$|^(?:点击)?(?:展开|阅读|查看)(?:全文|全部|更多|余下全文)?$|^(?:欢迎)?(?:关注|扫码|订阅).{0,24}(?:公众号|微信号|视频号|二维码).{0,40}$|^长按.{0,12}(?:二维码|关注|识别)/u;
const HEAD =
  /^[\s【[（(]*(?:字号|字体|文字大小|分享|打印|收藏|当前位置|您的位置|您当前|所在位置|浏览次数|浏览量|阅读次数|点击数|点击次数|访问量|访问次数|订阅|手机看|扫一扫|扫码|听新闻|保护视力|视力保护|视频加载|音频加载|最后更新|更新时间|更新于)|^\s*(?:T\s*\|\s*T|A[-+]|大|中|小|默认|超大)(?:[\s|]+(?:大|中|小|T|A[-+]?|默认))*\s*$/u;
/** How many readers took part, over the text. */
const READERS = /^\d[\d.万]*\s*(?:人参与|条?评论|条?跟贴|阅读|浏览|次浏览|次阅读)/u;
/** Who made it, one fact a line: behind a text they stand together with its editor. */
const CREDIT = /^(?:来源|作者|供稿|摄影|图片|记者|通讯员|文字?|图)\s*[:：|｜/／][^。！？]{1,30}$/u;
const ORIGINAL_TITLE = /^[（(【]?\s*原标题\s*[:：].{0,120}$/u;
/** The article's own tags. */
const KEYWORDS = /^(?:标签|关键词|关键字|tags?)(?:\s*[:：]|\s|$)[^。！？]{0,80}$/iu;
const FACTS =
  /(?:来\s*源|发布时间|发布日期|发稿时间|日\s*期|时\s*间|作\s*者|信息来源|文章来源|稿源|供稿|浏览|点击|阅读|编辑|字号|字体|发布机构|索引号|文\s*号)[\s\u3000]*[:：]/u;
const BARE_DATE = /^[\s[(（]*20\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}.{0,14}$/u;
const PAPER = /^《\s*.{2,12}\s*》\s*[（(]\s*20\d\d\s*年.{0,16}版\s*[）)]$/u;
/** Digit by digit: numbers of one or two digits side by side would be tried in every way there is. */
const PAGE_MARK = /^(?:【\d{1,2}】\s*)+$|^(?:上一页|下一页|首页|尾页|末页|[\d\s|])+$/u;

/** `Node.DOCUMENT_POSITION_FOLLOWING`, which is not there outside a browser. */
const FOLLOWING = 4;

/** The head of a box of other articles, which some templates set into the text. */
const OTHERS =
  /^[\s·▶►■◆【[]*(?:相关|延伸|更多|推荐)(?:链接|新闻|文章|阅读|报道|专题|推荐|稿件|内容|资讯|信息)[\s:：】\]>＞»]*$/u;

const bare = (text: string): string => text.replace(/[\s\u3000“”"「」《》]/gu, "");

const drop = (block: PageBlock, root: Element): void => {
  for (const node of block.nodes) node.parentNode?.removeChild(node);
  let element: Element | null = block.element;
  while (
    element !== null &&
    element !== root &&
    (element.textContent ?? "").trim() === "" &&
    element.querySelector("img, video, audio, table") === null
  ) {
    const parent: Element | null = element.parentElement;
    element.remove();
    element = parent;
  }
};

/** How far the head of a page reaches into its body: its title, its facts, the keys of its font size. */
const headLength = (blocks: readonly PageBlock[], title: string, isSure: boolean): number => {
  const first = blocks.slice(0, isSure ? 6 : 24);
  let length = 0;
  for (const [index, block] of first.entries()) {
    const { text } = block;
    const titled = isSure || index < length ? 0 : linesOfTitle(blocks, index, title, bare);
    if (titled > 1) length = index + titled;
    if (index < length) continue;
    const isHead =
      HEAD.test(text) ||
      (text.length <= 40 && READERS.test(text)) ||
      ORIGINAL_TITLE.test(text) ||
      (!isSure && bare(text).length >= 4 && bare(text) === title) ||
      (text.length <= 160 &&
        FACTS.test(text) &&
        !/[。；]/u.test(text) &&
        (!isSure || BARE_DATE.test(text) || /来\s*源[:：]|发布(?:时间|日期)[:：]/u.test(text))) ||
      (!isSure && /^\d{1,5}$/u.test(text)) ||
      (!isSure && BARE_DATE.test(text) && !/[，。；！？]/u.test(text));
    if (isHead) length = index + 1;
    else if (proseIn(block) >= 40) break;
  }
  return length;
};

/** A body with less prose than this may be nothing but its links: the contents of a magazine. */
const ENOUGH = 100;

/** The day beside a link says nothing of its own. */
const isMostlyLink = ({ text, linked }: PageBlock): boolean =>
  linked >
  text.replace(/[[（(]?20\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?[\]）)]?|\s/gu, "").length * 0.7;

/** A figure in a table is no number of a page. */
const isFigure = ({ text, linked, element }: PageBlock): boolean =>
  linked === 0 && /^[\d\s]+$/u.test(text) && element.closest("td, th") !== null;

const isTail = (block: PageBlock, mayLoseLinks: boolean): boolean => {
  const { text } = block;
  if (text.length <= 90 && TAIL.test(text)) return true;
  if (ORIGINAL_TITLE.test(text) || KEYWORDS.test(text) || isFrameLine(text)) return true;
  if ((PAGE_MARK.test(text) && !isFigure(block)) || PAPER.test(text) || isFooter(block))
    return true;
  const isFile = /\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd|zip|rar)\b|附件/iu.test(text);
  return mayLoseLinks && isMostlyLink(block) && !isFile;
};

const bulletOf = ({ text }: PageBlock): string | undefined => /^[▶►▲●◆■★→]/u.exec(text)?.[0];

/** Bullets before links that stand amid the prose: links behind such a bullet are the text's own, at its end too. */
const ownBullets = (blocks: readonly PageBlock[]): ReadonlySet<string | undefined> => {
  const last = blocks.reduce((at, block, index) => (proseIn(block) >= 20 ? index : at), -1);
  const bullets = blocks.slice(0, Math.max(0, last)).filter(isMostlyLink).map(bulletOf);
  return new Set(bullets.filter((bullet) => bullet !== undefined));
};

/** Takes out what readers say, what the site declares and what else it offers, with its pictures. */
const withoutWhatFollows = (
  blocks: readonly PageBlock[],
  from: number,
  root: Element,
): readonly PageBlock[] => {
  let prose = 0;
  const at = blocks.findIndex((block, index) => {
    if (index < from) return false;
    if (prose >= ENOUGH_PROSE && isBehind(block)) return true;
    prose += proseIn(block);
    return false;
  });
  const first = blocks[at]?.nodes[0];
  if (first === undefined) return blocks;
  for (const picture of root.querySelectorAll("img, video, audio")) {
    if ((first.compareDocumentPosition(picture) & FOLLOWING) !== 0) picture.remove();
  }
  for (const block of blocks.slice(at)) drop(block, root);
  return blocks.slice(0, at);
};

/** A way back to the site that hangs on the last sentence: `返回首页>>`, `查看更多`. */
const dropHungLink = (block: PageBlock | undefined, root: Element): void => {
  const link = block?.nodes.at(-1)?.parentElement?.closest("a") ?? null;
  const isHung =
    link !== null &&
    root.contains(link) &&
    (block?.text.length ?? 0) > (link.textContent ?? "").trim().length &&
    /^[\s【[]*(?:返回|查看更多|更多|点击|进入|阅读原文|查看原文).{0,16}$/u.test(
      link.textContent ?? "",
    );
  if (isHung) link.remove();
};

const trim = (root: Element, title: string, isSure: boolean): void => {
  const whole = blocksOf(root);
  const from = headLength(whole, title, isSure);
  const blocks = isSure ? whole : withoutWhatFollows(whole, from, root);
  for (const block of blocks.slice(0, from)) drop(block, root);
  const prose = blocks.slice(from).reduce((sum, block) => sum + proseIn(block), 0);
  const own = ownBullets(blocks.slice(from));
  let end = blocks.length;
  let isCredits = false;
  for (let steps = 0; end > from && steps < 60; steps += 1) {
    const block = blocks[end - 1];
    if (block === undefined) break;
    const isCredit = isCredits && CREDIT.test(block.text);
    if (!isCredit && !isTail(block, prose >= ENOUGH && !own.has(bulletOf(block)))) break;
    isCredits ||= /^[\s【[（(]*(?:责任编辑|责编|编辑)\s*[:：]/u.test(block.text);
    drop(block, root);
    end -= 1;
  }
  dropHungLink(blocks[end - 1], root);
  // An editor's name may hang on the last sentence itself.
  const last = blocks[end - 1]?.nodes.at(-1);
  const text = (last?.nodeValue ?? "").trimEnd();
  const hung = EDITOR.exec(text.slice(-100))?.[0].length ?? 0;
  if (last !== undefined && hung > 0) last.nodeValue = text.slice(0, -hung);
  let isAmongOthers = false;
  for (const block of blocks.slice(from, end)) {
    isAmongOthers = OTHERS.test(block.text) || (isAmongOthers && isMostlyLink(block));
    if (
      isAmongOthers ||
      /^(?:【\d{1,2}】\s*)+$/u.test(block.text) ||
      /^\s*分享让更多人看到\s*$/u.test(block.text)
    ) {
      drop(block, root);
    }
  }
};

const lettersIn = (element: Element): number =>
  (element.textContent ?? "").replace(/\s+/gu, "").length;

/**
 * A word or two that nobody sees, for a player or a counter. A long part may be a page of the text that is
 * turned to by script.
 */
const isHiddenWord = (element: Element): boolean =>
  /display\s*:\s*none/iu.test(element.getAttribute("style") ?? "") &&
  lettersIn(element) <= 30 &&
  element.querySelector("img, video, audio, table") === null;

/**
 * A clean copy of a body: absolute addresses, true pictures with their captions, no head and no tail of
 * the page. The page keeps its own.
 * @param title the page's title in its bare letters, which a wide container repeats.
 * @param isSure whether the container is known to hold the body and nothing else.
 */
export const cleanCopy = (
  container: Element,
  base: string,
  title: string,
  isSure: boolean,
): Element => {
  const copy = copyOf(container);
  if (copy === undefined) return container;
  settlePictures(copy, base);
  for (const element of copy.querySelectorAll(DEAD)) element.remove();
  // What a player says to browsers that cannot play is no text.
  for (const player of copy.querySelectorAll("video, audio")) {
    for (const node of [...player.childNodes]) {
      if (!/^(?:SOURCE|TRACK)$/iu.test(node.nodeName)) player.removeChild(node);
    }
  }
  const whole = lettersIn(copy);
  let looked = 0;
  for (const element of select(copy, NOISE).slice(0, 400)) {
    // Noise within noise within noise: looked through as often as a page needs, and no more.
    if (looked > whole * 4 + 100_000) break;
    const letters = lettersIn(element);
    looked += letters;
    // A name that stands round the text itself names no noise.
    if (letters <= whole * 0.3) element.remove();
  }
  for (const element of select(copy, ['[style*="none"]']).slice(0, 400)) {
    if (isHiddenWord(element)) element.remove();
  }
  dropFacts(copy);
  trim(copy, title, isSure);
  settleCaptions(copy);
  settleLinks(copy, base);
  return copy;
};

/** The title's letters alone, as `cleanCopy` compares them. */
export const bareTitle = bare;

/** The text of a cleaned body. */
export const bodyText = (copy: Element): string => textOf(copy).slice(0, 1_000_000);
