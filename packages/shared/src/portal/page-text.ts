const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
  ldquo: "“",
  rdquo: "”",
  mdash: "—",
  middot: "·",
};

const decode = (text: string): string =>
  text.replace(/&(#?\w{2,6});/gu, (whole, name: string) => ENTITIES[name] ?? whole);

/**
 * Characters that nobody sees: control characters, those that steer the writing direction or have no width,
 * tags, halves of surrogate pairs. White space is none of them, U+FEFF aside.
 */
const HIDDEN = /(?!\s)[\p{Cc}\p{Cf}\p{Cs}\u115F\u1160\u3164]|\uFEFF/gu;

/** A text without characters that nobody sees. */
export const withoutHidden = (text: string): string => text.replace(HIDDEN, "");

/** Tags may stand in tags: `<scr<b>ipt>`. */
const withoutTags = (text: string): string => {
  let plain = text;
  for (let turn = 0; turn < 4; turn += 1) {
    const next = plain.replace(/<[^<>]*>/gu, " ");
    if (next === plain) break;
    plain = next;
  }
  return plain;
};

/**
 * A value as a person would read it: escaped markup and tags gone, hidden characters gone, white space
 * folded.
 */
export const plainText = (value: string | undefined): string =>
  withoutTags(decode(decode(value ?? "")))
    .replace(HIDDEN, "")
    .replace(/[\s\u3000]+/gu, " ")
    .trim();

/** Publishers are often written with their label, or with the page's next fact behind them. */
export const withoutLabel = (value: string): string =>
  value
    .replace(/^[\s[【（(·•|｜]+/u, "")
    .replace(
      /^(?:(?:信息|文章|稿件|供稿|新闻|内容|资料)?(?:来\s*源|出处|作者|撰稿|供稿)|稿源)\s*[:：]\s*/u,
      "",
    )
    .replace(
      /\s*(?:作者|编辑|责任编辑|责编|审核|发布时间|发布日期|时间|日期|时长|字号|字体|浏览|阅读|点击|打印|分享|访问).{0,3}[:：].*$/u,
      "",
    )
    .replace(/\s*[[（(【]?20\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d.*$/u, "")
    .replace(/\s+(?:打印|关闭|收藏|字号|字体|分享|【).*$/u, "")
    .replace(/[\s\]】）),，;；|]+$/u, (tail) =>
      /[）)]/u.test(tail) && /[（(]/u.test(value) ? tail.trim() : "",
    )
    .trim();

const SITE_WORD =
  /(?:网|网站|政府|门户|门户网站|频道|新闻|在线|中心|局|委|厅|办|会|部|平台|站|日报|晚报|时报|早报|客户端|大学|学院|医院|央视网\([\w.]+\)|网\([\w.]+\))$/u;

/** Some sites end their titles with their address: `标题_新闻中心_长江网_cjn.cn`. */
const DOMAIN = /^(?:[\w-]+\.)+[a-z]{2,6}$/iu;

/**
 * A page title without the site's name behind it: `标题--时政--人民网`, `标题_青禾县人民政府`. Dashes inside
 * the title itself (`丨`, `——`) are content and stay.
 */
export const withoutSiteSuffix = (title: string, siteNames: readonly string[] = []): string => {
  const text = plainText(title);
  const parts = text.split(/(\s*--\s*|\s*(?:__|[_|｜])\s*|\s+[-–—]\s+|-(?=[^-]{2,20}$))/u);
  const [head] = parts;
  if (head === undefined || parts.length < 3) return text;
  const isSite = (tail: string): boolean =>
    siteNames.some((name) => name !== "" && (tail.includes(name) || name.includes(tail))) ||
    (tail.length <= 20 && (SITE_WORD.test(tail) || DOMAIN.test(tail)));
  let end = parts.length;
  if (!isSite(parts[end - 1] ?? "")) {
    // `标题--频道` with the site left out: the double dash is a separator everywhere.
    return /--/u.test(parts[1] ?? "") ? head.trim() : text;
  }
  end -= 2;
  // What stands between the title and the site is a channel, if it is short and the title is not; behind
  // an underscore, which no title has, it may be longer: `标题__2007年第23号国务院公报_中国政府网`.
  const isChannel = (before: string, mark: string, name: string): boolean =>
    before.length >= 4 && name.length <= (mark.includes("_") && before.length >= 10 ? 20 : 8);
  while (
    end > 1 &&
    isChannel(parts.slice(0, end - 2).join(""), parts[end - 2] ?? "", parts[end - 1] ?? "")
  ) {
    end -= 2;
  }
  return parts.slice(0, end).join("").trim();
};

const MEDIUM =
  /^(?=.{3,16}$)[\u4e00-\u9fff\w·]*(?:[\u4e00-\u9fff]网|日报|晚报|时报|早报|晨报|商报|青年报|[\u4e00-\u9fff]报社|广播电视台|电视台|通讯社|传媒|融媒体中心|政府|[\u4e00-\u9fff](?:委员会|局|厅|学院|大学|医院|学会|协会)|客户端|(?:澎湃|界面|新浪|腾讯|网易|央视|封面|红星|极目|上游|大象|闪电|九派|津云|荔枝|潇湘|看看|北青)新闻)$/u;

/** Whose page it is, as the end of its window title says it: `标题-富达传媒` → `富达传媒`. Only a medium's or an office's name. */
export const siteInTitle = (title: string): string | undefined => {
  const parts = plainText(title).split(/\s*(?:--|[_|｜])\s*|\s+[-–—]\s+|-(?=[^-]{3,16}$)/u);
  const last = parts.length > 1 ? parts.at(-1)?.trim() : undefined;
  const name = last?.replace(/(?:官方网站|官网|门户网站|网站|数字报|电子报|电子版)$/u, "");
  return name !== undefined && MEDIUM.test(name) ? name : undefined;
};

/** Names of two characters are set wide, `林　溪`: they stand together. */
export const withoutSpacedNames = (names: string): string =>
  names.replace(/(?<=^|\s)([\u4e00-\u9fff])\s([\u4e00-\u9fff])(?=\s|$)/gu, "$1$2");
