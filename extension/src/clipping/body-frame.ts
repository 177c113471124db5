import type { PageBlock } from "./page-blocks.ts";
import { lineOf } from "./page-elements.ts";

/** What an office files its papers under. */
const FILED =
  /^(?:索引号|索取号|信息索引|信息名称|名称|标题|主题分类|主题词|组配分类|体裁分类|服务对象|信息类别|信息分类|公开类别|公开方式|公开日期|公开范围|发文机关|发文机构|发文单位|发布机构|发布单位|制发机关|公开责任部门|责任部门|生成日期|成文日期|发文日期|发布日期|发布时间|生效日期|失效日期|废止日期|有效性|效力状态|发文字号|发文文号|文件编号|文件字号|文号|统一编号|内容概述|内容摘要|关键词|备注)(?:[:：]|$)/u;

const MOST_FACTS = 600;

/** A table of what the paper is filed under: `索引号`, `发文机构`, `成文日期`. Nothing of it was said by the text. */
const isOfFacts = (table: Element): boolean => {
  const cells = [...table.querySelectorAll("td, th")].slice(0, 60);
  if (cells.length < 4 || cells.length === 60) return false;
  const texts = cells.map((cell) => lineOf(cell, MOST_FACTS).replace(/\s+/gu, ""));
  const names = texts.filter((text) => FILED.test(text)).length;
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  return names >= 3 && letters <= MOST_FACTS && names >= cells.length / 4;
};

/** Takes out the table of facts that stands over the text. */
export const dropFacts = (root: Element): void => {
  const [first] = root.querySelectorAll("table");
  if (first === undefined || !isOfFacts(first)) return;
  const before = lineOf(root, 10_000).indexOf(lineOf(first, 200).slice(0, 40));
  if (before >= 0 && before <= 400) first.remove();
};

/** How many lines a title takes that was broken into several: none, unless together they are the title. */
export const linesOfTitle = (
  blocks: readonly PageBlock[],
  at: number,
  title: string,
  bare: (text: string) => string,
): number => {
  let joined = "";
  for (const [count, block] of blocks.slice(at, at + 4).entries()) {
    joined += bare(block.text);
    if (!title.startsWith(joined)) return 0;
    if (joined === title) return count + 1;
  }
  return 0;
};

/** The head of a list of files or papers, where nothing is left under it. */
const EMPTY_HEAD =
  /^[\s·▪▶►■◆●【[]*(?:相关)?(?:附件|文档|文件|附件下载|文件下载|文档下载|政策解读|解读)(?:下载)?[\s:：】\]]*$/u;
const KEY =
  "(?:信息发布|信息来源|发布人|内容纠错|我要纠错|纠错|打印|关闭|收藏|分享|返回|字体|推荐|复制)";
const KEYS = new RegExp(`^(?:[【[]\\s*${KEY}[^】\\]]{0,30}[】\\]]\\s*){1,8}$`, "u");
const BULLETED = /^[▪▶►▲●◆■★→·•◇□○]\s*(?:上一篇|下一篇|上一条|下一条)/u;
const IN_A_CHAT = /^(?:请?点击右上角|请?(?:选择)?在浏览器中?打开|长按识别)/u;
const COUNTER = /^(?:浏览|访问|阅读|点击)(?:次数|量|数)?[:：]\s?[-—\d]*\s?次?$/u;
const ONE_KEY = /^(?:分享|取消|扫码(?:浏览|阅读|分享|查看)|手机(?:阅读|浏览|查看)|回到顶部)$/u;

/** A line at a text's end that belongs to the page: keys, ways onward, the head of a list that is empty. */
export const isFrameLine = (text: string): boolean =>
  text.length <= 120 &&
  [EMPTY_HEAD, KEYS, BULLETED, IN_A_CHAT, COUNTER, ONE_KEY].some((one) => one.test(text));
