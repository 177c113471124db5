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
const BESIDE_A_DAY = new RegExp(
  `^(?:${NAME}\\s*[|｜]?\\s*${DAY}|${DAY}\\s*[|｜]?\\s*${NAME})$`,
  "u",
);

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
    const value = hit?.[1] ?? hit?.[2] ?? inPieces(pieces) ?? "";
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

/** Names that templates give to the element of the source: `a_source`, `copyfrom`, `mediaName`, `laiyuan`. */
const SOURCE_NAME =
  /(?:^|[\s_-])(?:\w*source|copy_?from|from|ly|lai_?yuan|media(?:_?name)?)(?=$|[\s_-]|[A-Z])|(?:article|news|a|post)Source/u;

/** The source by the name of its element, near the title: a name alone, no day and no label of another fact. */
export const namedSource = (lines: readonly PageBlock[]): Label[] =>
  lines.flatMap(({ nodes, element: block }) => {
    const seen = new Set<Element>();
    return nodes.flatMap((node) => {
      const found: Label[] = [];
      let at = node.parentNode;
      while (at !== null && at !== block && isElement(at) && !seen.has(at)) {
        seen.add(at);
        const names = `${at.getAttribute("class") ?? ""} ${at.getAttribute("id") ?? ""}`;
        const value = SOURCE_NAME.test(names) ? lineOf(at, 80) : "";
        const isName =
          /^[\u4e00-\u9fffA-Za-z][^:：>|]{1,29}$/u.test(value) && !/\d{4}|发布|字号/u.test(value);
        if (isName) found.push({ label: "来源处", value });
        at = at.parentNode;
      }
      return found;
    });
  });
