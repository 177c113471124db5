/** What a sentence of the undo line may say of an act. */
export interface ActFacts {
  readonly count: number;
  /** Title or name; empty where several things were touched. */
  readonly name: string;
  /** The programme number, where one item was touched and has one. */
  readonly number: number | undefined;
}

const what = ({ count, name, number }: ActFacts): string => {
  if (number !== undefined) return ` ${number}`;
  return count === 1 && name !== "" ? `《${name}》` : ` ${count} 部`;
};

const roomTitles: Readonly<Record<string, string>> = {
  inbox: "收件",
  downloads: "下载",
  library: "课件",
  "set-menus": "套餐",
  schedule: "场次",
  wishes: "想看",
  questions: "提问条",
  ledgers: "台账",
  reports: "报表",
  register: "播放收看登记",
  "pre-flight": "今晚能放吗",
  book: "点播本",
  share: "分享",
  settle: "待定",
  channels: "频道",
  handoff: "接收课件",
  move: "搬家",
  portals: "门户",
  settings: "设置",
  keeping: "片子放在哪",
  stick: "去放映",
  "open-stick": "打开 U 盘",
  backup: "备份和恢复",
};

/** Words of the app shell, rail, undo line. The source of the keys. */
export const shell = {
  /** What stands between two parts of a line. */
  marks: { colon: "：", list: "、", stop: "。" },
  product: "点播本",
  rooms: "各个房间",
  unnamedSite: "还没起站名",
  post: (post: string) => `${post} 岗`,
  switchPost: (post: string, other: string) => `现在是 ${post} 岗，换成 ${other} 岗`,
  today: "今天",
  inbox: "收件",
  library: "课件",
  setMenus: "套餐",
  schedule: "场次",
  wishes: "想看",
  book: "点播本",
  ledger: "台账",
  share: "分享",
  portals: "门户",
  settings: "设置",
  studyRoom: "学习室",
  backTo: (room: string) => `回${room}`,
  roomTitles,
  opening: "正在打开…",
  nowhereTitle: "没有这一页",
  nowhere: "地址可能抄错了一个字，本子里的东西都在。",
  toToday: "回今天",
  undo: "撤销",
  redo: "再做一遍",
  close: "收起这一行",
  undone: "撤销了，回到上一步。",
  redone: "又做了一遍。",
  kept: "记下了。",
  failures: {
    "disk-full": "磁盘满了，这一步没记下来。先前记下的都在，腾出地方再做一次。",
    "not-stored": "没记下来，先前的都在。请再做一次；还不行就关掉这一页重新打开。",
    "nothing-to-undo": "没有可以撤销的了。",
    "moved-on": "这里后来又改过，就不撤销了，免得盖掉新的。",
  },
  acts: {
    "add-courseware": (facts: ActFacts) => `存下了${what(facts)}。`,
    "file-courseware": (facts: ActFacts) =>
      facts.number === undefined
        ? `${facts.count} 部归好类别了。`
        : `《${facts.name}》归好了，号码是 ${facts.number}。`,
    "edit-courseware": (facts: ActFacts) => `改了${what(facts)}，已记下。`,
    "tag-courseware": (facts: ActFacts) => `${facts.count} 部加好标签了。`,
    "delete-courseware": (facts: ActFacts) => `删了${what(facts)}，号码空着不给别人。`,
    "restore-courseware": (facts: ActFacts) => `找回来了${what(facts)}，还是原来的号码。`,
    settle: ({ name }: ActFacts) => (name === "" ? "定下来了。" : `《${name}》定下来了。`),
    "take-back-list": ({ name }: ActFacts) => `退回到收《${name}》之前了。`,
    "change-site-key": () => "换好了签名。",
    "settle-numbers": () => "重号的换了新号。",
    "keep-shared-number": ({ name }: ActFacts) => `${name} 这个号，几部都用，定下来了。`,
    "give-new-number": ({ count, name, number }: ActFacts) =>
      count > 1 || number === undefined
        ? `${count} 部换了新号，按老号也还找得到。`
        : `《${name}》换成 ${number} 了，按老号也还找得到。`,
    "copied-by-hand": ({ count, name }: ActFacts) =>
      name === "" || count > 1
        ? `${count} 个节目记成抄进本子了，号码不再动。`
        : `《${name}》记成本子上写了。`,
    "print-sheet": ({ count }: ActFacts) => `${count} 个号码印出去了，以后不再动。`,
    "add-to-menu": (facts: ActFacts) => `放进「${facts.name}」了。`,
    "remove-from-menu": (facts: ActFacts) => `从「${facts.name}」里拿掉了。`,
    "take-from-channel": ({ count, name, number }: ActFacts) =>
      count === 1 && name !== ""
        ? `《${name}》收进本子了${number === undefined ? "" : `，号码是 ${number}`}。`
        : `收进本子 ${count} 部。`,
    "load-sample": (facts: ActFacts) => `样例放好了，${facts.count} 部，都标着「样例」。`,
    "remove-sample": () => "样例清掉了，您自己的课件没动。",
    "add-portals": ({ count, name }: ActFacts) =>
      count === 1 && name !== "" ? `名单里加上了「${name}」。` : `名单里加上了 ${count} 个门户。`,
    "add-column": ({ name }: ActFacts) => `加上了栏目「${name}」。`,
    "edit-portal": ({ name }: ActFacts) => `改了「${name}」，已记下。`,
    "move-portal": ({ name }: ActFacts) => `「${name}」挪好了。`,
    "write-report": () => "报表里的字记下了。",
    "send-report": () => "报表标好了。",
    "answer-use": () => "记下了，报表里会数进去。",
    "ask-questions": ({ count, name }: ActFacts) =>
      count > 1 ? `记下了 ${count} 个问题，下一场答。` : `记下了「${name}」，下一场答。`,
    "answer-question": ({ name }: ActFacts) => `「${name}」答过了。`,
    "reopen-question": ({ name }: ActFacts) => `「${name}」还等着答。`,
    "remove-question": ({ name }: ActFacts) => `「${name}」拿掉了。`,
    "set-target": () => "本站目标记下了。",
    "note-wishes": ({ count, name }: ActFacts) =>
      name === "" ? `记下了 ${count} 条想看的。` : `记下了「${name}」。`,
    "count-wish": ({ count, name }: ActFacts) => `「${name}」现在 ${count} 人想看。`,
    "link-wish": ({ name }: ActFacts) => `「${name}」对上课件了。`,
    "unlink-wish": ({ name }: ActFacts) => `「${name}」不再对着那部课件。`,
    "decline-wish": ({ name }: ActFacts) => `「${name}」不放，原因记下了。`,
    "answer-wish": ({ name }: ActFacts) => `「${name}」办到了，已记下。`,
    "reopen-wish": ({ name }: ActFacts) => `「${name}」还是等着。`,
    "reword-wish": ({ name }: ActFacts) => `改成「${name}」了，人数没动。`,
    "remove-wish": ({ name }: ActFacts) => `删了「${name}」。`,
    "keep-ballot": ({ count }: ActFacts) => `勾选单留好了，${count} 条。`,
    "enter-ticks": ({ count }: ActFacts) => `勾数记下了，一共 ${count} 个。`,
    "remove-ballot": () => "这张勾选单不要了，想看的都在。",
    "add-session": () => "排好了一场。",
    "edit-session": () => "这一场改好了。",
    "call-off-session": () => "这一场不放了，月历上划着线。",
    "remove-session": () => "这一场删了。",
    "add-session-rule": ({ count }: ActFacts) =>
      count === 1 ? "固定场排好了，以后的都在月历上。" : `${count} 个固定场排好了。`,
    "edit-session-rule": () => "从这一场起都改了，以前的没动。",
    "end-session-rule": () => "从这一场起都不放了，以前的没动。",
    "add-branch": ({ name }: ActFacts) => `加上了「${name}」。`,
    "edit-branch": ({ name }: ActFacts) => `改成「${name}」了。`,
    "remove-branch": ({ name }: ActFacts) => `「${name}」拿掉了，排好的场次没动。`,
    "add-plan-row": ({ name }: ActFacts) => `「${name}」加进计划了。`,
    "add-plan-rows": ({ count }: ActFacts) => `${count} 条加进学习计划了。`,
    "edit-plan-row": ({ name }: ActFacts) => `计划「${name}」改好了。`,
    "remove-plan-row": ({ name }: ActFacts) => `「${name}」从计划里拿掉了，排好的场次没动。`,
    "replace-in-menu": ({ name }: ActFacts) => `换成《${name}》了，原来那部还在本子里。`,
    "record-showing": ({ name }: ActFacts) => `「${name}」记进登记簿了。`,
    "take-receipts": ({ count }: ActFacts) => `U 盘放过的 ${count} 次记进登记簿了。`,
    "correct-register": ({ name }: ActFacts) => `「${name}」更正了，旧的划掉，还看得见。`,
    "answer-showing": () => "这一场记好了。",
    "enter-ledger": ({ count }: ActFacts) =>
      count > 1 ? `台账里记下了 ${count} 行。` : "台账里记下了一行。",
    "continue-ledger": () => "接着写上了。",
    "correct-ledger": () => "更正了，旧的划掉，还看得见。",
    "keep-ledger": () => "这本台账记起来了。",
    "drop-ledger": () => "这本台账收起来了，写过的都在。",
    "add-ledger": ({ name }: ActFacts) => `加上了「${name}」。`,
    "remove-ledger": ({ name }: ActFacts) => `「${name}」拿掉了，写过的都在。`,
    "skip-showing": () => "这一场不记了，登记簿里还能补。",
    "remove-portal": ({ name }: ActFacts) => `「${name}」拿掉了，存下的课件都在。`,
    "save-filter": ({ name }: ActFacts) => `筛选记成「${name}」了，下次点一下就行。`,
    "rename-filter": ({ name }: ActFacts) => `这个筛选改叫「${name}」了。`,
    "delete-filter": ({ name }: ActFacts) => `筛选「${name}」删了，课件都在。`,
  },
  openAgain: "重新打开",
  ownWindow: "在新窗口打开",
  helper: {
    title: "给帮忙的人看",
    what: "下面就是要复制的话：版本、浏览器、有多少课件、最近做了什么。没有站名、人名，也没有课件的名字和网址。",
    copy: "复制给帮忙的人",
    copied: "复制好了，贴到微信里发出去就行。",
    refused: "浏览器没让复制。这些话已经选好，请按 Ctrl+C。",
    version: (version: string, home: string) => `点播本 ${version}，${home}`,
    homes: { hosted: "网页版", extension: "浏览器扩展里", stick: "U 盘版" },
    browser: (name: string, width: number, height: number) =>
      `浏览器 ${name}，窗口 ${width}×${height}`,
    counts: (counts: {
      readonly items: number;
      readonly menus: number;
      readonly damaged: number;
    }) => `课件 ${counts.items}，套餐 ${counts.menus}，读不懂的 ${counts.damaged}`,
    notOpen: "本子没打开",
    events: (count: number) => `最近 ${count} 件事，新的在前，时间是世界时：`,
    noEvents: "还没有记下什么事",
  },
  brokenTitle: "这一页出了毛病",
  broken: "本子里的东西都在，没有丢。重新打开这一页多半就好。",
  brokenElse: "还不行，左边别的房间照样能用。",
  openFailures: {
    blocked: {
      title: "另一个窗口还开着旧的点播本",
      why: "本子里的东西都在。旧的窗口不关，新版就打不开。",
      next: "请把别的点播本窗口都关掉，学习室也关，再按「重新打开」。",
    },
    "newer-data": {
      title: "这个本子是新版写的",
      why: "本子里的东西都在。这里的点播本旧了，怕写坏，就没有打开。",
      next: "联网打开一次，会自己换成新版；用扩展的，换上新版的扩展文件夹。",
    },
    "storage-refused": {
      title: "浏览器不让存东西",
      why: "多半是开着无痕窗口，或者浏览器的设置不许网页存东西。这样存下的课件一关窗口就没了，所以没有打开。",
      next: "请用平常的窗口打开，再按「重新打开」。平常窗口里的本子没有动。",
    },
    embedded: {
      title: "点播本要在自己的窗口里打开",
      why: "它现在嵌在别的网页里，浏览器不让它存东西。本子里的东西都在。",
      next: "按下面的按钮，在自己的窗口里打开就能用。",
    },
    damaged: {
      title: "浏览器没把本子读出来",
      why: "多半是上次关机太急，或者磁盘上坏了一处。存着的都没有动，请先不要清浏览器的数据。",
      next: "把浏览器的窗口全部关掉，再打开一次，多半就好。还不行，把下面的话复制给帮忙的人。",
    },
    "disk-full": {
      title: "磁盘满了，本子打不开",
      why: "先前记下的都在，只是没有地方再打开。",
      next: "请把回收站清一清，或者把大的片子挪到 U 盘，空出 1 GB 来，再按「重新打开」。",
    },
  },
  superseded: "点播本在另一个窗口换了新版，这一页先停一停。东西都记着，重新打开接着用。",
  updateReady: "新版本已备好。",
  updateKeeps: "换上只要一会儿，课件、号码和台账都在。",
  updateNow: "现在换上",
  /** What to do first. */
  updateHeld: {
    room: "学习室开着，先不换。把学习室的窗口关掉，就能换上。",
    office: "点播本还开着别的窗口，先不换。留这一个，别的关掉，就能换上。",
    copying: "正在往文件夹里拷课件，拷完就能换上。",
  },
};
