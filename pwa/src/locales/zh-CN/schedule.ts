const clock = (minutes: number): string => {
  const hour = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, "0");
  if (hour < 6) return `凌晨 ${hour}:${rest}`;
  if (hour < 9) return `早上 ${hour}:${rest}`;
  if (hour < 12) return `上午 ${hour}:${rest}`;
  if (hour < 13) return `中午 ${hour}:${rest}`;
  if (hour < 18) return `下午 ${hour - 12}:${rest}`;
  return `晚上 ${hour - 12}:${rest}`;
};

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"] as const;
const weekday = (day: number): string => `周${WEEKDAYS[day - 1] ?? ""}`;
const NTH: Readonly<Record<number, string>> = {
  1: "第一个",
  2: "第二个",
  3: "第三个",
  4: "第四个",
  5: "第五个",
  [-1]: "最后一个",
};
const ENDINGS = ["十", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** Words of the calendar of sessions. The source of the keys. */
export const schedule = {
  title: "场次",
  clock,
  weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  comma: "，",
  month: "月历",
  previous: "上个月",
  next: "下个月",
  today: "今天",
  views: { month: "月历", list: "一览", plan: "学习计划", branches: "支部" },
  view: "怎么看",
  monthKeys: "方向键挪一天，翻页键换一个月，Enter 排一场",
  dayName: (day: string, count: number) => (count === 0 ? `${day}，没有排` : `${day}，${count} 场`),
  moreSessions: (count: number) => `还有 ${count} 场`,
  emptyMonth: "这个月还没有排。挑一天按 Enter，或者排一个固定场，比如「逢六」。",
  emptyDay: "这一天还没有排。",
  add: "排一场",
  addOn: (day: string) => `在${day}排一场`,
  sessions: (count: number) => `${count} 场`,
  noHour: "还没定几点",
  untitled: "还没定放什么",
  menu: (number: number | undefined, name: string) =>
    number === undefined ? `「${name}」` : `${number} 号套餐「${name}」`,
  broadcast: (name: string, channel: string | undefined) =>
    channel === undefined ? `直播：${name}` : `直播：${name}（${channel}）`,
  goneMenu: "套餐删掉了",
  off: "不放了",
  mustPlay: "必播",
  minutes: (minutes: number) => `${minutes} 分`,
  length: (minutes: number) => `共 ${minutes} 分`,
  edit: "改",
  editOf: (name: string) => `改：${name}`,
  callRoll: "点名",
  inRegister: "登记和人数",
  openMenu: "看套餐",
  room: (number: number | undefined) =>
    number === undefined ? "去学习室" : `去学习室，按 ${number}`,
  form: {
    create: "排一场",
    edit: "改这一场",
    date: "哪天",
    start: "几点",
    minutes: "多长（分）",
    what: "放什么",
    kinds: { none: "还没定", menu: "套餐", broadcast: "直播", other: "光盘或别的" },
    chooseMenu: "哪份套餐",
    noMenus: "还没有套餐，先到「套餐」里排一份。",
    broadcastName: "直播叫什么",
    channel: "哪个频道",
    otherName: "放的是什么",
    otherHint: "比如：光盘《地道战》，用机顶盒放",
    title: "这一场叫什么（可以不写）",
    titleHint: "比如：固定学习日",
    place: "在哪放",
    placeHint: "比如：活动室",
    branch: "哪个支部",
    noBranch: "不分支部",
    host: "谁主持",
    noHost: "还没定",
    post: (post: string) => `${post} 岗`,
    plan: "哪条计划",
    noPlan: "不在计划里",
    mustPlay: "必播",
    repeat: "多久一次",
    repeats: {
      once: "就这一场",
      ending: "每月逢几",
      weekly: "每周",
      monthly: "每月第几个",
      branches: "每个支部每月一场",
    },
    ending: "逢几",
    endingOf: (digit: number) => `逢${ENDINGS[digit] ?? ""}`,
    weekdays: "周几",
    every: "隔几周",
    everyOf: (weeks: number) => (weeks === 1 ? "每周" : `每 ${weeks} 周`),
    until: "放到哪天为止（不填就一直有）",
    noBranches: "还没有支部的名字，先到「支部」里加上。",
    preview: (days: string) => `接下来是：${days}`,
    noDays: "这样排没有一天落得上。",
    save: "记下",
    saveOne: "只改这一场",
    saveFrom: "从这一场起都改",
    cancel: "不改了",
    callOff: "这一场不放了",
    callOn: "还是放",
    remove: "删掉这一场",
    removeChanges: "恢复成固定场的样子",
    end: "从这一场起都不放了",
    clash: (other: string) =>
      `撞上了：${other}。两场在一个地方、时间也叠着。可以改时间或者换地方；照旧记下也行。`,
    clashMany: (count: number, first: string) => `后面有 ${count} 场会撞上，头一场是 ${first}。`,
    past: "这一天已经过去了。补记一场也行。",
    badDate: "日期写得不对。从 1970 年到 2099 年都行。",
    badLength: "多长请写 1 到 1440 分。",
    needName: "请写上放的是什么。",
    needMenu: "请挑一份套餐。",
    notKept: "没记下来，写的都还在。请再按一次。",
    missing: "这一场不在了。可能删掉了，按撤销能找回来。",
    back: "回场次",
    of: (rule: string) => `固定场：${rule}`,
  },
  rules: {
    "month-days": (days: readonly number[]) => {
      const digit = (days[0] ?? 0) % 10;
      const isEnding = days.length > 1 && days.every((day) => day % 10 === digit);
      return isEnding
        ? `逢${ENDINGS[digit] ?? ""}，每月 ${days.join("、")} 日`
        : `每月 ${days.join("、")} 日`;
    },
    "week-days": (days: readonly number[], every: number) =>
      `${every === 1 ? "每" : `每 ${every} 周的`}${days.map(weekday).join("、")}`,
    "month-weekday": (nth: number, day: number) => `每月${NTH[nth] ?? ""}${weekday(day)}`,
  },
  lacks: {
    none: "都能放",
    "nothing-chosen": "还没定放什么",
    "menu-gone": "套餐删掉了，换一份",
    "menu-empty": "套餐里还没有节目",
    "items-gone": (count: number) => `套餐里有 ${count} 部课件删掉了`,
    "not-held": (count: number, first: string) =>
      count === 1 ? `《${first}》还没有片子` : `《${first}》等 ${count} 部还没有片子`,
    "needs-net": (count: number, first: string) =>
      count === 1 ? `《${first}》要联网才能放` : `《${first}》等 ${count} 部要联网才能放`,
    elsewhere: (where: string) => `要去拿：${where}`,
    over: (minutes: number) => `比一场长 ${minutes} 分`,
    "no-start": "还没定几点",
    "no-place": "还没定在哪",
  },
  plan: {
    title: "学习计划",
    lede: "每个月学什么，排几场。场次里挑上是哪条计划，这里就数得出来。",
    empty: "还没有计划。先写这个月的主题。",
    month: "月份",
    topic: "主题",
    topicHint: "比如：防范电信诈骗",
    audience: "给谁看",
    audienceHint: "老年人…",
    sessions: "几场",
    more: "内容、时间、方式、责任人",
    content: "内容",
    contentHint: "空着就用场次里放的",
    when: "时间",
    whenHint: "空着就用场次的日子",
    way: "方式",
    wayHint: "集中收看…",
    host: "责任人",
    nobody: "没定",
    propose: (year: number) => `照台账拟 ${year} 年的`,
    print: "印学习计划",
    add: "加进计划",
    edit: "改",
    editOf: (topic: string) => `改计划「${topic}」`,
    save: "存下",
    leave: "不改了",
    progress: (set: number, wanted: number, ready: number) =>
      `排了 ${set} 场，计划 ${wanted} 场，有套餐的 ${ready} 场`,
    schedule: "排一场",
    remove: "拿掉",
    removeOf: (topic: string) => `从计划里拿掉「${topic}」`,
    bad: "请写上月份（1970 到 2099 年）和主题，场数 1 到 31。",
  },
  branches: {
    title: "支部",
    lede: "只写支部的名字，不写人名。一个支部的名字写一次，排场次时挑就行。",
    empty: "还没有支部。",
    name: "支部名字",
    nameHint: "比如：第一支部",
    add: "加上",
    remove: "拿掉",
    removeOf: (name: string) => `拿掉「${name}」`,
    renameOf: (name: string) => `「${name}」的名字`,
    held: "已经有这个名字了。",
  },
  damaged: (count: number) => `有 ${count} 场读不出来，原样留着。`,
};
