const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"] as const;

const dateParts = (date: string): readonly [number, number, number] => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return [year, month, day];
};

const weekday = (date: string): string =>
  `星期${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ""}`;

const hour = (minutes: number): string => {
  const full = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, "0");
  if (full < 6) return `凌晨 ${full}:${rest}`;
  if (full < 12) return `上午 ${full}:${rest}`;
  if (full < 13) return `中午 ${full}:${rest}`;
  if (full < 18) return `下午 ${full - 12}:${rest}`;
  return `晚 ${full - 12}:${rest}`;
};

const monthDay = (date: string): string => `${dateParts(date)[1]}月${dateParts(date)[2]}日`;

/** Numbers as one calls them out: 1 is 幺, or it is taken for 7. */
const SPOKEN = ["零", "幺", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const calledOut = (number: number): string =>
  [...String(number)].map((digit) => SPOKEN[Number(digit)] ?? "").join("");

/** A new item, as blackboard and loudspeaker name it. */
interface NewItem {
  readonly number: number;
  readonly title: string;
  /** 0 where nobody knows them. */
  readonly minutes: number;
}

/** Words of the single sheets: wall sheet, cards, copying slip, notice, list. The source of the keys. */
export const printedSheets = {
  title: "印点播本",
  back: "返回点播本",
  preview: "印出来的样子",
  print: "打印",
  hint: "打印窗口里，页边距选「无」，缩放选 100%。",
  hintA3: "打印窗口里，纸选 A3，页边距选「无」，缩放选 100%。",
  notKept: "号码没记成「印过」，纸照样能印。请过会儿再印一次。",
  nothing: "还没有可以印的。课件归了类、有了号码，这里就有。",
  edition: (number: number) => `第 ${number} 期`,
  sheetOf: (place: number, pages: number) => `第 ${place} 张，共 ${pages} 张`,
  continued: "（续）",
  room: (site: string) => `${site.replace(/站点?$/u, "")}学习室`,
  menus: "套餐",
  minutes: (minutes: number) => `${minutes} 分`,
  minutesLong: "分钟",
  date: (date: string) => {
    const [year, month, day] = dateParts(date);
    return `${year}年${month}月${day}日`;
  },
  day: (date: string) => `${monthDay(date)} ${weekday(date)}`,
  weekday,
  monthOf: (date: string) => `${dateParts(date)[1]}月`,
  dayOf: (date: string) => String(dateParts(date)[2]),
  hour,
  saveDocx: "存成 Word 文档",
  saveXlsx: "存成表格",
  saving: {
    idle: "WPS、Word、Excel 都能打开。",
    writing: "正在存…",
    saved: "存好了，在「下载」文件夹里。",
    failed: "没存成，多半是内存不够。关掉别的程序再存一次。",
  },
  wall: {
    name: "墙上节目表",
    title: "想看哪个，报号码",
    titleFurther: "想看哪个，报号码（续）",
    paper: "用什么纸",
    papers: { a3: "A3，一张", two: "A4，两张拼", four: "A4，四张拼（字大）" },
    blanks: "每个书架留空行",
    blankCount: (count: number) => (count === 0 ? "不留" : `${count} 行`),
    open: "右上角写",
    openExample: "每月 6、16、26 日 晚 7:00",
    about: (sheets: number, paper: "a3" | "two" | "four") => {
      if (paper === "a3") return `共 ${sheets} 张 A3。`;
      const pieces = paper === "two" ? 2 : 4;
      return `共 ${sheets * pieces} 张 A4，每 ${pieces} 张拼成一张。沿虚线裁，压着白边贴。`;
    },
    goesOn: { left: "（接左边）", before: "（接上一张）" },
    minutesRight: "右边的数是分钟",
    piece: (sheet: number, row: number, column: number) =>
      `第 ${sheet} 张 · 第 ${row} 排第 ${column} 块`,
  },
  cards: {
    name: "套餐卡",
    which: "印哪几份",
    cardName: (number: number, name: string) => `套餐 ${number}，${name}`,
    sayThis: "报这个号",
    talk: "看完聊聊",
    foot: "也可以只点里面的一个，报四位号码",
    about: (cards: number, sheets: number) => `${cards} 份套餐，${sheets} 张 A4，中间裁开。`,
    nothing: "还没有套餐。",
    make: "去编一份",
    fileName: "套餐",
  },
  slip: {
    name: "抄写条",
    heading: "抄写条",
    lead: "照着往空行里写，写一个打一个勾。",
    write: "写：",
    book: "点播本",
    wallSheet: "墙上",
    board: "黑板",
    noRow: "没空行",
    strip: "贴条",
    strips: "贴在墙上节目表上的条",
    stripsHow: "沿线剪下来，按号码顺序贴在这个书架的末尾。",
    about: (rows: number, edition: number) =>
      rows === 0
        ? `第 ${edition} 期印好以后，没有要抄的。`
        : `第 ${edition} 期印好以后，有 ${rows} 个节目要手抄。`,
    withStrips: (strips: number) => `其中 ${strips} 个墙上没空行，后面一页有贴条。`,
    noRowCount: (count: number) => `有 ${count} 个点播本里没空行：`,
    supplement: "印一张增补页",
    never: "点播本还没印过。先印一期，后来的新节目才用手抄。",
    oldEdition: "上一期没留下印了哪些。再印一期，后来的新节目就知道往哪一行写。",
    printBook: "印点播本",
    copied: "都抄好了",
    copiedHint: "按了以后，这些号码就不再动，下次的抄写条里不再有。",
    boardText: "黑板上写",
    speakerText: "喇叭里念",
    copyText: "复制",
    copiedText: "复制好了",
    selectText: "选好了，按 Ctrl+C",
    blackboard: (items: readonly NewItem[]) =>
      items.length === 0
        ? ""
        : [
            "学习室新到",
            ...items.map(
              ({ number, title, minutes }) =>
                `${number} ${title}${minutes === 0 ? "" : ` ${minutes}分`}`,
            ),
            "想看报号码",
          ].join("\n"),
    loudspeaker: (items: readonly NewItem[]) =>
      items.length === 0
        ? ""
        : `各位党员、各位居民，学习室新到了 ${items.length} 个节目。${items
            .map(
              ({ number, title, minutes }) =>
                `${calledOut(number)}，${title}${minutes === 0 ? "" : `，${minutes} 分钟`}。`,
            )
            .join("")}想看哪个，到学习室报号码。`,
    written: {
      heading: "本子上已写了",
      why: "有人先用笔写进了空行，电脑里的号码就跟着本子走。",
      number: "写在哪一行",
      which: "写的是哪个",
      choose: "挑一个",
      keep: "就用这个号",
      option: (number: number | undefined, title: string) =>
        number === undefined ? `没归类 · ${title}` : `${number} · ${title}`,
      done: (number: number, title: string) => `《${title}》记在 ${number} 了。`,
      failures: {
        "not-a-number": "这不是节目号。看看本子上那一行前面印的四位数字。",
        "number-taken": (number: number) =>
          `${number} 已经给大家报过，是别的节目的号码。本子上划掉，写到别的空行里。`,
        "no-blank-row": (number: number) => `本子里还没有 ${number} 这一行。看看是不是多打了一位。`,
        "shelf-full": "这个书架的号码用完了。",
        failed: "没记下来。再按一次。",
      },
      none: "没有号码还没定下来的课件。",
    },
  },
  notice: {
    name: "节目预告",
    heading: "节目预告",
    range: "预告哪几天",
    ranges: { week: "7 天", fortnight: "14 天", month: "一个月" },
    from: "从哪天起",
    size: "纸",
    phoneLabel: "办公电话",
    hostLabel: "主办",
    menu: (name: string, minutes: number) =>
      minutes === 0 ? name : `${name}，一共 ${minutes} 分钟`,
    total: (minutes: number) => (minutes === 0 ? "" : `一共 ${minutes} 分钟`),
    item: (title: string, minutes: number) => (minutes === 0 ? title : `${title}，${minutes} 分钟`),
    broadcast: (name: string, channel: string | undefined) =>
      channel === undefined ? `直播：${name}` : `直播：${name}（${channel}）`,
    open: "放什么，来了再商量",
    mustPlay: "必播",
    askHeading: (ways: number) => `想看别的，${["", "一", "两", "三"][ways] ?? ways}个办法`,
    askNumber: "来的时候报号码，号码在墙上的节目表里",
    askBook: "在门口的「想看」本上写一笔",
    askPhone: (phone: string) => `打办公电话 ${phone}，上班时间有人接`,
    phone: (phone: string) => `办公电话：${phone}`,
    host: (host: string) => `主办：${host}`,
    when: (from: string | undefined, to: string | undefined) => {
      if (from === undefined || to === undefined) return "这几天没有排";
      return from === to ? monthDay(from) : `${monthDay(from)}到${monthDay(to)}`;
    },
    columns: { day: "日期", hour: "时间", place: "地点", content: "放什么" },
    about: (showings: number, pages: number) => `${showings} 场，${pages} 张。`,
    nothing: "这几天还没有排场次。",
    plan: "去排一场",
    extra: "没排场次也能出预告",
    extraMenu: "放哪份套餐",
    extraDate: "哪天",
    extraHour: "几点",
    extraPlace: "在哪",
    extraAdd: "加到预告里",
    extraRemove: "拿掉加的",
    picture: "存成图片，发微信群",
    pictureSaved: "图片存好了，在「下载」文件夹里。",
    pictureFailed: "图片没存成。预告太长的话，少选几天。",
    pictureFoot: "来的时候报号码就行",
    fileName: "节目预告",
  },
  list: {
    name: "节目表",
    book: "点播本",
    columns: {
      number: "编号",
      title: "名称",
      minutes: "时长（分）",
      category: "类别",
      audience: "适合对象",
      played: "点播次数",
      menuNumber: "套餐号",
      menu: "套餐名",
      inside: "节目",
      total: "合计（分）",
    },
    about: (rows: number, pages: number) => `${rows} 个节目，${pages} 张 A4。`,
    fileName: "节目表",
  },
};
