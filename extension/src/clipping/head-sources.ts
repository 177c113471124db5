import { type PageBlock, SEAM } from "./page-blocks.ts";
import { isElement, lineOf, select } from "./page-elements.ts";
import type { Label } from "./page-labels.ts";

/** Names of elements that hold nothing but the source. */
const SOURCES = [
  "#source",
  ".appellation",
  "#js_name",
  ".article-source",
  ".source",
  ".media-name",
];

const DAY =
  "20\\d\\d\\s*[-年./]\\s*\\d{1,2}\\s*[-月./]\\s*\\d{1,2}日?(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?";
const NAME = "([\\u4e00-\\u9fff\\w·—－-]{3,20}?)";
/** What papers print behind a day: `星期二　第02版：要闻`. */
const PRINTED = "(?:\\s*星期[一二三四五六日天])?(?:\\s*第\\s*\\w{1,4}\\s*版.{0,12})?";
const BESIDE_A_DAY = new RegExp(
  `^(?:${NAME}\\s*[|｜/]?\\s*${DAY}${PRINTED}|${DAY}\\s*[|｜/]?\\s*${NAME})(?:\\s*[|｜/]\\s*(?:浏览|阅读|点击|访问)[^/|｜]{0,12})?$`,
  "u",
);
/** The medium, who wrote it, and the day: `青禾日报　王某　2020-11-10`. */
const WITH_A_WRITER = new RegExp(
  `^([\\u4e00-\\u9fff]{2,12}(?:[网报社台]|客户端|新闻))(?:\\s[\\u4e00-\\u9fff]{2,4}){1,3}\\s${DAY}`,
  "u",
);
/** Whose reporter wrote it: `青禾日报 记者 王某`. */
const ITS_REPORTER =
  /^([\u4e00-\u9fff]{2,12}(?:[网报社台]|新闻|客户端))\s*(?:首席|见习|特约|实习)?记者/u;

const DAY_ALONE = new RegExp(`^[[（(]?\\s*${DAY}\\s*[\\]）)]?$`, "u");
const OFFICE = /[网报社台局端委厅部院所室站刊]$|中心|频道|政府|发布$|日报|新闻/u;

/** Where elements of one line touch, an element that is an office's name beside one that is a day. */
const inPieces = (line: string): string | undefined => {
  const pieces = line.split(SEAM).map((piece) => piece.trim());
  const at = pieces.findIndex((piece) => DAY_ALONE.test(piece));
  if (at < 0) return undefined;
  return [pieces[at - 1], pieces[at + 1]].find(
    (piece) =>
      piece !== undefined && /^[\u4e00-\u9fff\w·—－-]{3,20}$/u.test(piece) && OFFICE.test(piece),
  );
};

/** A name alone beside a day is the source: `科普中国 2022-04-18`. A name of three letters may be a person's. */
export const besideDay = (lines: readonly PageBlock[]): Label[] =>
  lines.flatMap(({ text: line, pieces, linked }) => {
    const hit = BESIDE_A_DAY.exec(line);
    const value =
      hit?.[1] ??
      hit?.[2] ??
      inPieces(pieces) ??
      ITS_REPORTER.exec(line)?.[1] ??
      WITH_A_WRITER.exec(line)?.[1] ??
      "";
    // What is a link beside a day may be a row of a list: only a medium's own name is taken for one.
    const mayBe = linked === 0 || /(?:网|报|社|台|之声|客户端)$/u.test(value);
    const isName =
      mayBe &&
      (value.length >= 4 || /[网报社台局]$/u.test(value)) &&
      !/^\d|发布|时间|日期|更新|浏览|阅读|字号|首页|位置|星期/u.test(value);
    return isName ? [{ label: "来源处", value }] : [];
  });

/** What stands in the elements that are known to hold the source and nothing else. */
export const bareSource = (document: Document): Label[] =>
  select(document, SOURCES)
    .slice(0, 6)
    .map((element) => lineOf(element, 80))
    .filter((text) => text.length >= 2 && text.length <= 30 && !/\d{4}|[:：>]/u.test(text))
    .map((value) => ({ label: "来源处", value }));

/** A source that is shown as the medium's sign: `来源：<img alt="某网">`. */
export const shownSource = (lines: readonly PageBlock[]): Label[] =>
  lines.flatMap(({ text, element }) => {
    const isOpen = /来\s*源\s*[:：]\s*(?:作者|编辑|$)/u.test(text);
    const alt = isOpen ? element.querySelector("img[alt]")?.getAttribute("alt")?.trim() : undefined;
    return alt !== undefined && /^[\u4e00-\u9fff][^:：<>]{1,19}$/u.test(alt)
      ? [{ label: "来源", value: alt }]
      : [];
  });

/** Seconds or milliseconds since 1970 as an instant; any other text as it is. */
const asDay = (value: string): string =>
  /^1\d{9}(?:\d{3})?$/u.test(value) ? new Date(Number(value.padEnd(13, "0"))).toISOString() : value;

/** Days that stand in an attribute, where people are shown only how long ago it was. */
export const daysInAttributes = (lines: readonly PageBlock[]): readonly string[] =>
  lines.flatMap(({ nodes, element: block }) =>
    nodes.flatMap((node) => {
      const holder = node.parentElement;
      if (holder === null || !block.contains(holder)) return [];
      return ["datetime", "data-time", "data-date", "data-timestamp", "data-val", "title"]
        .map((name) => asDay((holder.getAttribute(name) ?? "").trim()))
        .filter((value) => /^(?:19|20)\d\d[-/.年]/u.test(value.trim()) && value.length <= 40);
    }),
  );

/** Names that templates give to the element of an author's account. */
const ACCOUNT_NAME = /(?:^|[\s_-])(?:author|nick|account|user|media)[_-]?name(?=$|[\s_-])/u;

/** Names that templates give to the element of the source: `a_source`, `copyfrom`, `mediaName`, `laiyuan`. */
const SOURCE_NAME =
  /(?:^|[\s_-])(?:\w*source|copy_?from|from|ly|lai_?yuan|media(?:_?name)?)(?=$|[\s_-]|[A-Z])|(?:article|news|a|post)Source/u;

const named = (lines: readonly PageBlock[], names: RegExp, label: string): Label[] =>
  lines.flatMap(({ nodes, element: block }) => {
    const seen = new Set<Element>();
    return nodes.flatMap((node) => {
      const found: Label[] = [];
      let at = node.parentNode;
      while (at !== null && isElement(at) && block.contains(at) && !seen.has(at)) {
        seen.add(at);
        const own = `${at.getAttribute("class") ?? ""} ${at.getAttribute("id") ?? ""}`.slice(
          0,
          200,
        );
        const value = names.test(own) ? lineOf(at, 80) : "";
        const isName =
          /^[\u4e00-\u9fffA-Za-z][^:：>|]{1,29}$/u.test(value) && !/\d{4}|发布|字号/u.test(value);
        if (isName) found.push({ label, value });
        at = at.parentNode;
      }
      return found;
    });
  });

/** The source by the name of its element, near the title: a name alone, no day and no label of another fact. */
export const namedSource = (lines: readonly PageBlock[]): Label[] =>
  named(lines, SOURCE_NAME, "来源处");

/** The account that an article was published by, on sites where everybody has one. */
export const namedAccount = (lines: readonly PageBlock[]): Label[] =>
  named(lines, ACCOUNT_NAME, "账号");
