import { SEAM } from "./page-blocks.ts";

/** A fact with its name, as portals write it: `来源：新华社`. */
export interface Label {
  readonly label: string;
  readonly value: string;
}

const spaced = (word: string): string => [...word].join("[\\s\\u3000]*");

const NAMES = [
  "发布时间",
  "发布日期",
  "发稿时间",
  "发表时间",
  "发文日期",
  "公开日期",
  "上传时间",
  "添加时间",
  "录入时间",
  "更新时间",
  "更新日期",
  "成文日期",
  "答复时间",
  "答复日期",
  "回复时间",
  "回复日期",
  "办结时间",
  "来信时间",
  "写信时间",
  "留言时间",
  "提交时间",
  "受理时间",
  "答复单位",
  "回复单位",
  "答复部门",
  "回复部门",
  "信息来源",
  "文章来源",
  "稿件来源",
  "新闻来源",
  "内容来源",
  "资料来源",
  "来源于",
  "来源",
  "转自",
  "来自",
  "转载自",
  "稿源",
  "出处",
  "供稿单位",
  "供稿",
  "信息提供",
  "原作者",
  "作者",
  "撰稿",
  "主讲人",
  "主讲",
  "讲师",
  "时长",
  "片长",
  "发文机关",
  "发布机构",
  "发布单位",
  "发布者",
  "发布人",
  "发布",
  "日期",
  "时间",
];

const LABEL = new RegExp(
  `(${NAMES.map(spaced).join("|")})[\\s\\u3000]*[:：][\\s\\u3000${SEAM}]*`,
  "gu",
);

/** Where a value ends: the next fact, the keys of the font size, the counters. */
const END =
  /\n|\u241F|\s{3,}|[\]）)〕]\s?[[（(〔]|[|｜丨【】]|字号|字体|浏览|点击|阅读|打印|分享|访问|收藏|说两句|我要评论|评论\s*\d|责任编辑|责编|编辑\s*[:：]|审核\s*[:：]|录入\s*[:：]|摄影\s*[:：]|人气|\u3000\u3000/u;

const BRACKETS = /^[[（(<〈〔\s]+|[\]）)>〉〕\s,，;；]+$/gu;

/** Without the brackets round a value; one that was opened within it stays closed: `青禾日报（客户端）`. */
const withoutBrackets = (value: string): string => {
  const bare = value.replace(BRACKETS, "");
  const opened = /[（(][^）)]*$/u.exec(bare)?.[0][0];
  return opened === undefined ? bare : `${bare}${opened === "（" ? "）" : ")"}`;
};

/** A line, or a cell, that is nothing but a fact's name. */
const NAME_ALONE = new RegExp(
  `^(?:${NAMES.filter((name) => name.length > 2 || name === "来源" || name === "作者")
    .map(spaced)
    .join("|")})$`,
  "u",
);

/** The facts of some lines; where a line holds only the name, the next line is its value. */
export const labelsIn = (lines: readonly string[]): Label[] => {
  const found: Label[] = [];
  for (const [index, whole] of lines.entries()) {
    const line = whole
      .slice(0, 1000)
      .replace(new RegExp(`^[\\s${SEAM}]+|[\\s${SEAM}]+$`, "gu"), "");
    const hits = [...line.matchAll(LABEL)];
    const value = (lines[index + 1] ?? "").split(SEAM).join("").trim();
    if (NAME_ALONE.test(line) && value.length <= 40 && !NAME_ALONE.test(value)) {
      found.push({ label: line.replace(/[\s\u3000]/gu, ""), value });
    }
    for (const [place, hit] of hits.entries()) {
      const from = hit.index + hit[0].length;
      const next = hits[place + 1];
      const inside = (line.slice(from, next?.index ?? line.length).split(END)[0] ?? "").trim();
      const below = (lines[index + 1] ?? "").split(SEAM).join("");
      const isOpen = from >= line.trimEnd().length && next === undefined;
      const value =
        inside === "" &&
        isOpen &&
        below.length <= 40 &&
        !/[:：]/u.test(below.replace(/\d:\d/gu, ""))
          ? below.trim()
          : inside;
      found.push({
        label: (hit[1] ?? "").replace(/[\s\u3000]/gu, ""),
        value: withoutBrackets(value).slice(0, 200),
      });
    }
  }
  return found.filter(({ value }) => value !== "");
};
