const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/** Words of the downloads' room. The source of the keys. */
export const downloads = {
  title: "今天的下载",
  titleOf: (date: string) => `${date}的下载`,
  loading: "正在打开…",
  empty: "还没有下载。打开一个门户，看到要的课件按 Alt+Shift+D，存下就排到这里。",
  post: (post: string) => `${post} 岗`,
  switchPost: (post: string, other: string) => `现在是 ${post} 岗在下，换成 ${other} 岗`,
  window: (from: number, to: number) => `${clock(from)}–${clock(to)}`,
  atNight: "夜里再下",
  atOnce: "现在就下",
  pauseAll: "全部暂停",
  goOnAll: "接着下",
  rows: "下载的课件",
  count: (count: number) => `${count} 条`,
  tally: {
    held: (count: number) => `好了 ${count}`,
    running: (count: number) => `在下 ${count}`,
    waiting: (count: number) => `排队 ${count}`,
    cut: (count: number) => `断了 ${count}`,
    refused: (count: number) => `没下成 ${count}`,
    paused: (count: number) => `停着 ${count}`,
  },
  speed: (size: string) => `${size}/秒`,
  left: {
    seconds: (seconds: number) => `还要 ${seconds} 秒`,
    halves: (minutes: number, half: boolean) =>
      minutes === 0 ? "还要半分" : half ? `还要 ${minutes} 分半` : `还要 ${minutes} 分`,
    minutes: (minutes: number) => `还要 ${minutes} 分`,
    hours: (hours: number, minutes: number) =>
      minutes === 0 ? `还要 ${hours} 小时` : `还要 ${hours} 小时 ${minutes} 分`,
    all: (left: string) => `全部${left}`,
  },
  percent: (percent: number) => `${percent}%`,
  states: {
    running: "下载中",
    waiting: "排队",
    paused: "停着",
    held: "存好了",
  },
  place: (place: number) => `第 ${place} 个`,
  kept: (size: string) => `已下的 ${size} 留着`,
  pausedWhy: "您停下的",
  againIn: {
    seconds: (seconds: number) => `${seconds} 秒后自己再试`,
    minutes: (minutes: number) => `${minutes} 分后自己再试`,
    asked: (minutes: number) => `网站请等 ${minutes} 分，到时候自己接着下`,
    now: "马上再试",
  },
  checked: "已核对，字节没有少",
  waitingForNight: (from: number) => `${clock(from)} 开始下`,
  more: "更多",
  moreOf: (title: string) => `「${title}」还能做什么`,
  acts: {
    pause: "暂停",
    goOn: "接着下",
    up: "往前排",
    down: "往后排",
    drop: "不下了",
    retry: "重试",
    link: "看链接",
    item: "看课件",
    inbox: "去收件",
  },
  actOf: (act: string, title: string) => `${act}：「${title}」`,
  retryAll: (count: number) => `没下成的 ${count} 条全部重试`,
  moreHeld: (count: number) => `另有 ${count} 条存好了`,
  showAll: "全部列出",
  holds: {
    allPaused: "都停着。已下的都留着，点「接着下」就从断的地方来。",
    night: (from: number, to: number) =>
      `等到夜里 ${clock(from)} 到 ${clock(to)} 再下。电脑和浏览器要开着。`,
    disk: (free: string, reserve: string) =>
      `磁盘快满了：还剩 ${free}，要给电脑留 ${reserve}。下载停在这里，已下的都留着。腾出地方再看看。`,
    lookAgain: "再看看",
  },
  day: {
    title: "这个下载日",
    held: (_count: number) => "部节目存好了",
    sum: (size: string, time: string | undefined) =>
      time === undefined ? size : `${size}，可放 ${time}`,
    hours: (hours: number, minutes: number) =>
      hours === 0
        ? `${minutes} 分`
        : minutes === 0
          ? `${hours} 小时`
          : `${hours} 小时 ${minutes} 分`,
    items: (count: number) => `${count} 部`,
    minutes: (minutes: number) => `${minutes} 分`,
    unfiled: "没归类",
    logged: "已写进下载记录簿",
    loggedWhy: "来源、类别、存放处和下载人都记了，不用再抄。",
    loggedThere: "交过去就写进下载记录簿",
    loggedThereWhy: "点播本在别处，收下时自己记，不用再抄。",
    nothingLogged: "还没有存好的，存好一部记一行。",
    week: "这一周上线",
    target: (target: number) => `次，本站目标 ${target} 次`,
    end: "收工",
    begin: "再开一个下载日",
    ended: (from: string, to: string) => `收工了：${from} 到 ${to}`,
    since: (from: string) => `${from} 开始`,
    handover: (count: number) => `交到点播本 ${count} 条`,
    print: "印清单",
  },
  wishes: {
    title: "怎么下",
    atOnce: "同时下几个",
    perHost: "同一个网站最多",
    nightFrom: "夜里从",
    nightTo: "到",
    reserve: "磁盘至少留",
    weekTarget: "一周上线几次",
    gigabytes: (size: number) => `${size} GB`,
    notify: "下完了叫我一声",
    notifyWhy: "浏览器会问一句，允许就行。不允许的话，工具栏的图标上也看得出来。",
    notAllowed: "浏览器没允许。下完了看工具栏的图标。",
  },
  paper: {
    title: "课件下载清单",
    site: (name: string, date: string, post: string) => `${name}　${date}　${post} 岗`,
    columns: ["号码", "名称", "来源", "类别", "分钟", "大小", "存放", "下载人"],
    place: "本机",
    total: (count: number, size: string, minutes: number) =>
      `共 ${count} 部，${size}，${minutes} 分`,
    sign: "签字",
    back: "回下载",
    print: "打印",
    nothing: "这个下载日还没有存好的，没有可印的。",
  },
};
