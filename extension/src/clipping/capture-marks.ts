import type { PageSnapshot } from "@dianbo/shared/portal";
import { lineOf, SILENT } from "./page-elements.ts";

type Marks = NonNullable<PageSnapshot["marks"]>;
type Field = Marks[number]["field"];

/** What the comments of templates call the fields: `<!--<$[标题]>begin-->`, `<!-- 文章标题 begin -->`, `<!--标题开始-->`. */
const NAMES: readonly (readonly [RegExp, Field | "body"])[] = [
  [/标题/u, "title"],
  [/来源/u, "publisher"],
  [/(?:发布|发稿|信息)?(?:日期|时间)/u, "publishedAt"],
  [/作者/u, "author"],
  [/内容|正文/u, "body"],
];

const fieldOf = (comment: string): Field | "body" | undefined => {
  const name = comment.replace(/[<>$[\]\s]|begin|start|end|开始|结束|-+/giu, "");
  if (name.length > 10 || /列表|栏目|附件|副标题|打印|分享|相关/u.test(name)) return undefined;
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
};

/** The next node in the order of the document, however deep. */
const following = (node: Node): Node | null => {
  if (node.firstChild !== null) return node.firstChild;
  let at: Node | null = node;
  while (at !== null && at.nextSibling === null) at = at.parentNode;
  return at?.nextSibling ?? null;
};

const isBegin = (text: string): boolean =>
  /begin|start|开始/iu.test(text) && text.length <= 60 && !/[{};=]/u.test(text);
const isEnd = (text: string): boolean => /end|结束/iu.test(text) && text.length <= 60;

/** The text from a comment to the one that closes it; nothing where it is long or none closes it. */
const textAfter = (comment: Node): string | undefined => {
  let text = "";
  let node = following(comment);
  for (let steps = 0; node !== null && steps < 80 && text.length <= 400; steps += 1) {
    if (node.nodeType === 8) {
      if (isEnd(node.nodeValue ?? "")) return text.replace(/\s+/gu, " ").trim();
    } else if (node.nodeType === 3) {
      const parent = node.parentNode?.nodeName.toUpperCase() ?? "";
      if (!SILENT.has(parent)) text += ` ${node.nodeValue ?? ""}`;
    }
    node = following(node);
  }
  return undefined;
};

/** Every comment of the page, at most as many as a template could hold. */
export const commentsOf = (document: Document): readonly Comment[] => {
  const found: Comment[] = [];
  let node: Node | null = document.documentElement;
  while (node !== null && found.length < 400) {
    if (isComment(node)) found.push(node);
    node = following(node);
  }
  return found;
};

const isComment = (node: Node): node is Comment => node.nodeType === 8;

const fromComments = (comments: readonly Comment[]): Marks =>
  comments.flatMap((comment) => {
    const text = comment.nodeValue ?? "";
    const field = isBegin(text) ? fieldOf(text) : undefined;
    if (field === undefined || field === "body") return [];
    const value = textAfter(comment);
    return value === undefined || value === "" ? [] : [{ field, value: value.slice(0, 400) }];
  });

/** 索引号, 发文机关, 标题…: the table that stands over a policy document. */
const TABLE_FIELDS: Readonly<Record<string, Field>> = {
  标题: "title",
  名称: "title",
  信息名称: "title",
  公开日期: "publishedAt",
  发布日期: "publishedAt",
  发布时间: "publishedAt",
  成文日期: "writtenAt",
  生成日期: "writtenAt",
  发文机关: "author",
  发布机构: "author",
  发文字号: "number",
  文号: "number",
};

const isHeading = (cell: Element): boolean =>
  /^(?:TH|TD|DT)$/iu.test(cell.nodeName) &&
  /^(?:TD|DD)$/iu.test(cell.nextElementSibling?.nodeName ?? "");

const fromTables = (document: Document): Marks => {
  const cells = [...document.querySelectorAll("td, th, li, dt, dd")].slice(0, 400);
  const found: Marks = [];
  let known = 0;
  for (const cell of cells) {
    if (cell.querySelector("td, li, dd") !== null) continue;
    const line = lineOf(cell, 300);
    const hit = /^([\u4e00-\u9fff][\u4e00-\u9fff\s]{1,6})\s*[:：]\s*(.*)$/u.exec(line);
    // A heading cell names its fact without a colon, and the value stands in the next cell.
    const bare = isHeading(cell) && /^[\u4e00-\u9fff\s]{2,8}$/u.test(line) ? line : "";
    const name = (hit?.[1] ?? bare).replace(/\s/gu, "");
    if (/^(?:(?:信息)?索引号|主题分类|发文字号|文号)$/u.test(name)) known += 1;
    const field = TABLE_FIELDS[name];
    if (field === undefined) continue;
    const inside = hit?.[2]?.trim() ?? "";
    const value = inside === "" ? lineOf(cell.nextElementSibling, 300) : inside;
    if (value !== "" && !/^[^:：]{2,6}[:：]/u.test(value)) found.push({ field, value });
  }
  // A row of facts alone is no document's head: a weather table has a 名称 too.
  return known === 0 ? [] : found;
};

/** WeChat writes its days relatively; the true second stands in a script. */
const fromScripts = (document: Document): Marks => {
  if (document.getElementById("js_content") === null) return [];
  for (const script of document.querySelectorAll("script:not([src])")) {
    const hit = /\b(?:ct|oriCreateTime|create_time)\s*[=:]\s*["'](\d{10})["']/u.exec(
      (script.textContent ?? "").slice(0, 400_000),
    );
    if (hit?.[1] !== undefined) return [{ field: "publishedAt", value: hit[1] }];
  }
  return [];
};

/** Fields that the page marks for itself: in comments of its template, in a document's table, in a script. */
export const marksOf = (document: Document, comments: readonly Comment[]): Marks =>
  [...fromComments(comments), ...fromTables(document), ...fromScripts(document)].slice(0, 40);

const isMeta = (node: Node): node is Element =>
  node.nodeType === 1 && node.nodeName.toUpperCase() === "META";

/** The element that holds what a template calls the body; nothing where it does not say so. */
export const markedBody = (document: Document, comments: readonly Comment[]): Element | null => {
  const begin = [...document.querySelectorAll("meta")].find(
    (meta) => isMeta(meta) && /^ContentStart$/iu.test(meta.getAttribute("name") ?? ""),
  );
  const mark =
    begin ??
    comments.find((comment) => {
      const text = comment.nodeValue ?? "";
      return (
        isBegin(text) &&
        (fieldOf(text) === "body" || /^\s*content[ _-]?(?:begin|start)/iu.test(text))
      );
    });
  const parent = mark?.parentElement ?? null;
  const next = mark?.nextElementSibling ?? null;
  if (parent === null || parent.nodeName.toUpperCase() === "HEAD") return null;
  // A body in one element of its own, or strewn among its siblings.
  const onlyChild =
    next !== null &&
    (next.textContent ?? "").trim().length >= (parent.textContent ?? "").trim().length * 0.6;
  if (onlyChild) return next;
  return parent.nodeName.toUpperCase() === "BODY" ? next : parent;
};
