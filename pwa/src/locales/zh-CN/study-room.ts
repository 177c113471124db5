import type { NearReason } from "@dianbo/shared/calling";
import type { CoursewareKind } from "@dianbo/shared/courseware";
import { keptWhere } from "./places.ts";

const KINDS: Readonly<Record<CoursewareKind, string>> = {
  video: "视频",
  film: "电影",
  audio: "录音",
  article: "文章",
  document: "文件",
  link: "链接",
};

const PLACES = { 1: "头一位", 2: "第二位", 3: "第三位", 4: "第四位", 5: "第五位" } as const;
const SIDES = { above: "上面", below: "下面", left: "左边", right: "右边" } as const;

const reason = (why: NearReason): string => {
  switch (why.type) {
    case "next-key":
      return `${why.typed} ${SIDES[why.where]}是 ${why.meant}`;
    case "one-digit":
      return `${PLACES[why.place]}是 ${why.meant}`;
    case "swapped":
      return `${why.first} 和 ${why.second} 换了位`;
    case "same-shelf":
      return "同一个书架上的";
  }
};

/** Seconds of a film as people say them. */
const lasting = (seconds: number): string => {
  const whole = Math.floor(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole} 秒` : `${minutes} 分 ${whole % 60} 秒`;
};

const partOfDay = (hours: number): string => {
  if (hours < 6) return "凌晨";
  if (hours < 12) return "上午";
  return hours < 18 ? "下午" : "晚";
};

/** Words of the study room. The source of the keys. */
export const studyRoom = {
  room: "学习室",
  roomOf: (site: string): string => (site === "" ? "学习室" : `${site}学习室`),
  tonight: "今晚",
  /** Hours 0 to 23. */
  timeOfDay: (hours: number, minutes: number): string => {
    return `${partOfDay(hours)} ${hours > 12 ? hours - 12 : hours}:${String(minutes).padStart(2, "0")}`;
  },
  minutes: (count: number): string => `${count} 分`,
  kind: (kind: CoursewareKind): string => KINDS[kind],
  fullScreen: "全屏",
  office: "回办公桌",
  opening: "正在打开本子…",
  openFailed: {
    blocked: "另一个窗口里还开着旧版的点播本。把那个窗口关掉，这里就能打开。",
    "newer-data": "这台电脑上的本子是更新的版本记的。请用新版打开，记下的都在。",
    "storage-refused": "浏览器没让打开本子。记下的都还在，关掉浏览器再开一次试试。",
    embedded: "本子在别的网页里打不开。请在自己的窗口里打开。",
    damaged: "浏览器没把本子读出来。记下的都还在盘上，关掉浏览器再开一次试试。",
    "disk-full": "磁盘满了，本子打不开。记下的都在，空出地方再打开。",
  },

  keys: {
    digits: "0–9",
    choose: "↑ ↓",
    back: "退格",
    number: "按号码",
    pick: "挑一个",
    play: "播放",
    playNumber: (number: number): string => `放 ${number}`,
    playMenu: "按顺序放",
    goOn: "接着放",
    queue: "排到后面",
    oneBack: "改一位",
    fresh: "重新按",
    fromStart: "从头放",
    next: "下一个",
    pause: "停一停",
    rest: "歇一会儿",
    backToKeypad: "回到按号码",
    page: "翻页",
    putAway: "收起",
    now: "现在就放",
    now5: "再歇 5 分钟",
    backspace: "退格",
    shelves: "翻书架",
    otherShelf: "换书架",
    close: "收起",
    takeOut: "不放这个",
    takeBack: "放回去",
    playNext: "下一个就放",
    move: "往前往后挪",
    slower: "慢一点",
    faster: "快一点",
    quieter: "小声",
    louder: "大声",
    subtitles: "字幕",
    smaller: "字小一点",
    larger: "字大一点",
    aloud: "念给大家听",
    silent: "不念了",
  },

  say: {
    anyNumber: "按错了不要紧，按新号码就行",
    keepsPlaying: "正在放的不受影响",
    queued: (count: number): string => (count === 1 ? "排到后面了" : `${count} 个都排到后面了`),
    numberFirst: "先按号码，再按 +",
    nothingNext: "后面没有了，想看什么，按号码",
    allPlayed: "放完了，想看什么，按号码",
    keyForSound: "按 Enter 开始放",
    volume: (percent: number): string => `音量 ${percent}`,
    listed: (title: string): string => `放过的 ${title}，已记进登记簿`,
    notKept: "刚才那一下没记进登记簿，放照样放",
    speed: (percent: number): string =>
      percent === 100 ? "照原来的快慢放" : `快慢 ${percent / 100} 倍`,
    subtitles: { on: "字幕开了", off: "字幕关了", none: "这一部没有字幕" },
    print: (points: number): string => `字号 ${points}`,
    aloud: {
      on: "念起来了，按 C 停",
      off: "不念了",
      "no-voice": "这台电脑里没有会念中文的声音",
    },
    lapsed: (folder: string): string =>
      `在「${folder}」文件夹里，浏览器重开过，散场后到首页点一下就能放`,
    takenOut: "不放这个了，按 . 放回去",
    playsNext: "下一个就放它",
    takenBack: "放回去了",
  },

  idle: {
    title: "报个号码",
    hint: "按出来就放",
    menus: "套餐，按一两位数",
    empty: "还没有课件。先到点播本里存几部，有了号码这里就能放。",
    emptyDoor: "打开点播本",
    noMenus: "四位数的号码，本子上都有",
  },

  /** For whoever runs the evening; a title stands with its number. */
  trouble: {
    spare: (broken: string, spare: string): string => `${broken} 放不了，接着放备片 ${spare}`,
    next: (broken: string, next: string): string => `${broken} 放不了，接着放 ${next}`,
    nothingLeft: (broken: string): string => `${broken} 放不了，后面没有了`,
    lapsed: (broken: string, folder: string): string =>
      `${broken} 在「${folder}」文件夹里，浏览器重开过，散场后到首页点一下就能放`,
  },

  queue: {
    marked: "挑中的这个",
    sooner: "往前",
    later: "往后",
  },

  shelf: {
    title: "翻书架",
    open: "没有本子？翻书架",
    menus: "套餐",
    empty: "这个书架还空着，按 ← → 换一个",
    parts: (count: number): string => `${count} 项`,
    place: (row: number, rows: number): string => `第 ${row} 个，共 ${rows} 个`,
  },

  half: {
    more: (count: number): string => (count === 1 ? "再按一位" : `再按 ${count} 位`),
    startingWith: (digits: string, count: number): string => `${digits} 开头的有 ${count} 个`,
    others: (count: number): string => `还有 ${count} 个`,
    noShelf: "再按一位",
  },

  preview: {
    pressEnter: "按 Enter 就放",
    pressEnterToRead: "按 Enter 就看",
    place: (place: number): string => `今晚的第 ${place} 个`,
    formerNumber: (number: number): string => `现在是 ${number} 号`,
    stopped: (seconds: number): string => `上次放到 ${lasting(seconds)}，按 Enter 接着放`,
    missing: {
      video: "这一部的视频还没在这台电脑上",
      film: "这一部的电影还没在这台电脑上",
      audio: "这一段录音还没在这台电脑上",
      article: "这一篇的文章还没在这台电脑上",
      document: "这一份文件还没在这台电脑上",
      link: "这一部要在门户上看",
    },
    lapsed: "这一部这会儿放不了",
    lapsedNext: "先按别的号码，这一部回头再放。",
    keptWhere,
    keptWhereNext: "请照着去放。要放别的，按号码就行。",
    missingNext: "到点播本里补上，号码不用变。现在可以按别的号码。",
    linkNext: "这里只放存下来的课件。请在办公室的电脑上打开门户看。",
    otherProgram: (file: string): string => `「${file}」要用 WPS 打开`,
    otherProgramNext: "请从点播本里另存一份，用 WPS 打开。放完回来，按号码接着放。",
  },

  menu: {
    called: (number: number): string => `${number} 号套餐`,
    total: (parts: number, minutes: number): string => `${parts} 项，一共 ${minutes} 分`,
    orShelf: (digits: string, shelf: string): string => `接着按，就是 ${digits} 号书架${shelf}`,
    empty: "这份套餐还是空的",
    gone: "这一部已经不在本子里了",
    activity: "活动",
    pressEnter: "按 Enter，按顺序放",
  },

  several: {
    title: (number: string): string => `${number} 号有两部`,
    hint: "按 ↑ ↓ 挑一部",
    why: "两边的本子都印过这个号",
  },

  unknown: {
    title: (digits: string): string => `没有 ${digits} 号`,
    shelfEnd: (shelf: string, end: number): string => `${shelf} 号书架到 ${end} 为止`,
    noShelf: "号码的头一位是 1 到 5",
    emptyShelf: (shelf: string): string => `${shelf} 号书架还空着`,
    maybe: "您要的也许是",
    maybeIs: (named: string) => `您要的也许是：${named}`,
    near: (minutes: string | undefined, why: NearReason): string =>
      minutes === undefined ? reason(why) : `${minutes} · ${reason(why)}`,
    noneOf: "都不是？按新号码就行。",
  },

  playing: {
    now: "正在放",
    stopped: (seconds: number): string => `停在 ${lasting(seconds)}`,
    goOn: "按 Enter 接着放",
    begin: "按 Enter 开始",
    waiting: (count: number): string => `后面排着 ${count} 个`,
    lastTime: (seconds: number): string => `上次放到 ${lasting(seconds)}，按 Enter 接着放`,
    paused: "停住了",
    next: "接下来",
    lastOne: "放完就没有了",
    tenBack: "退 10 秒",
    tenOn: "进 10 秒",
    page: (page: number, pages: number): string => `${page} / ${pages}`,
    pageBack: "上一页",
    pageOn: "下一页",
    slides: "只有字和图，没有动画",
    source: (publisher: string, date: string | undefined): string =>
      date === undefined ? `来源：${publisher}` : `来源：${publisher}　${date}`,
    picture: "画面",
    progress: "放到哪儿了",
  },

  broken: {
    film: (number: string): string => `${number} 放不了`,
    filmNext: "文件坏了，或者浏览器不认这种格式。号码留着，回头到点播本里重新存一份。",
    byHand: (next: string): string => `放完按 Enter，接着放：${next}`,
    back: "按 Esc 回到按号码",
  },

  card: {
    rest: "歇一会儿，\n聊一聊",
    restTitle: "想看什么，现在可以报号码",
    activity: "现在是",
    activitySay: "大家说一说，时间到了再接着放",
    next: "接下来",
    then: (minutes: number): string => `${minutes} 分`,
    thenEnd: (minutes: number): string => `${minutes} 分，放完散场`,
    end: "今晚就到这里",
    startsIn: { before: "", after: "分钟后开始" },
    left: { before: "还有", after: "分钟" },
    secondsIn: { before: "", after: "秒后开始" },
    secondsLeft: { before: "还有", after: "秒" },
    over: "时间到了，按 Enter 接着放",
    overEnd: "时间到了，按 Enter 散场",
    goesOn: "接着放",
  },
};
