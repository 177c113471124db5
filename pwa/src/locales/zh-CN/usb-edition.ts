import type { CoursewareKind } from "@dianbo/shared/courseware";

const MISSING: Readonly<Record<CoursewareKind, string>> = {
  video: "这个 U 盘里没有这一部，或者文件坏了",
  film: "这个 U 盘里没有这部电影，或者文件坏了",
  audio: "这个 U 盘里没有这一段，或者文件坏了",
  article: "这个 U 盘里没有这篇文章",
  document: "这个 U 盘里没有这份文件，或者文件坏了",
  link: "这一部要在门户上看",
};

/** Words of the USB edition; the study room's own words stand in `study-room.ts`. */
export const usbEdition = {
  title: "点播本",
  heading: "按号码，就放",
  waiting: "还没按号码",
  /** Under the digits, before and after the name of the key. */
  menuHint: { before: "套餐按 1 到 2 位，再按", after: "" },
  menus: "套餐",
  noMenus: "这一期没有套餐，按四位数的号码就放",
  tonight: "今晚",
  moreMenus: (count: number): string => `还有 ${count} 个套餐，在全部节目里`,
  minutes: (count: number): string => `${count} 分`,
  shelfCount: (count: number): string => `${count} 部`,
  edition: (number: number): string => `第 ${number} 期`,
  /** How much of the book lies on the stick. */
  allHere: (count: number): string => `在这个 U 盘里：${count} 部都在，不用装，不用网`,
  someHere: (here: number, all: number): string =>
    `在这个 U 盘里：${all} 部里有 ${here} 部，不用装，不用网`,
  noneHere: "这个 U 盘里还没有课件。带回点播本那台电脑，按「去放映」放进来。",
  noNames: "借来的电脑上不留人名",
  played: (count: number): string =>
    `借来的电脑上不留人名。放过 ${count} 次，散场前存一份回执带回去`,
  fullScreen: "铺满屏幕",
  allProgrammes: "全部节目",
  otherLanguage: "English",
  host: {
    pulled: "U 盘好像拔了。插好以后按号码，就接着放。",
    clock: (date: string): string =>
      `这台电脑的钟停在 ${date}。放照样放，回执上的日子按做 U 盘那天算。`,
    notKept: "这台电脑的浏览器什么都不让留。关掉这一页之前，请存一份回执。",
  },
  receipt: {
    save: "存回执",
    saved: (name: string): string => `回执存好了：${name}。U 盘带回去，打开就记进登记簿。`,
    downloaded: (name: string): string =>
      `回执在这台电脑的「下载」里：${name}。请拷到 U 盘上带回去。`,
    failed: "回执没写成，U 盘可能写了保护。放过什么都还记着，换个地方再存一次。",
    file: "点播本的回执",
  },
  list: {
    title: "节目表",
    back: "回去按号码",
    print: "打印",
    menus: "套餐",
    menusSay: "按 1 到 2 位号码，一份一份按顺序放",
    absent: "这个 U 盘里没有",
    number: "号码",
    empty: "这个书架还空着",
    parts: (count: number, minutes: number): string => `${count} 项，${minutes} 分`,
    activity: (name: string, minutes: number): string => `${name} ${minutes} 分`,
    preview: "打印出来就是这样",
    foot: (site: string): string => `${site}　放过的号码不改，也不给别的课件`,
    of: (site: string): string => `${site}点播本`,
  },
  problem: {
    "no-index": {
      title: "U 盘里的 dianbo 文件夹找不到",
      say: "这一页要和 dianbo 文件夹放在一起。请从 U 盘里打开它，别只把这一页拷出来。",
    },
    "index-broken": {
      title: "U 盘里的目录读不出来",
      say: "课件还在，可以进书架的文件夹里直接打开。U 盘带回去，按「去放映」再做一次就好。",
    },
    "newer-stick": {
      title: "这个 U 盘是更新的点播本做的",
      say: "请打开 U 盘里那一页新的「点播本.html」。课件都在，也可以进书架的文件夹里直接打开。",
    },
    "no-book": {
      title: "这个文件夹只放着课件，没有点播本",
      say: "课件可以进书架的文件夹里直接打开。要按号码放，请在点播本那台电脑上按「去放映」做一个 U 盘。",
    },
    folders: "书架的文件夹",
  },
  /** What the room says differently here. */
  room: {
    missing: MISSING,
    missingNext: "现在可以按别的号码。回去补到 U 盘里，号码不用变。",
    broken: "U 盘拔了，文件坏了，或者浏览器不认这种格式。号码留着，回去再放一次进 U 盘。",
    listed: (title: string): string => `放过的 ${title}，记进回执了`,
    notKept: "刚才那一下没记进回执，放照样放",
    otherProgramNext: "请到 U 盘的书架文件夹里，用 WPS 打开它。放完回来，按号码接着放。",
    articleGone: "这个 U 盘里没有这篇文章的字，或者文件坏了。按 Esc 回去，按别的号码。",
  },
};
