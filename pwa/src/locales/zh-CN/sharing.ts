/** What came of taking a list. */
interface TakenFacts {
  readonly items: number;
  readonly menus: number;
  readonly changed: number;
  readonly differing: number;
}

const takenParts = ({ items, menus, changed, differing }: TakenFacts): string => {
  const parts = [
    items > 0 ? `收下了 ${items} 部` : "",
    menus > 0 ? `${items > 0 ? "" : "收下了 "}${menus} 个套餐` : "",
    changed > 0 ? `${changed} 处跟着改了` : "",
    differing > 0 ? `${differing} 处两边不一样，都留着` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "没有要收的，本子没动。" : `${parts.join("，")}。`;
};

/** What came of the films of a package. */
interface FilmsOver {
  readonly kept: number;
  readonly broken: number;
  readonly left: number;
  readonly why: "ended" | "stopped" | "disk-full" | "unreadable";
}

const WHY_LEFT: Readonly<Record<FilmsOver["why"], string>> = {
  ended: "",
  stopped: "停下了",
  "disk-full": "磁盘满了，腾出地方再接着",
  unreadable: "文件读不出来了，可能 U 盘拔了",
};

const filmsOver = ({ kept, broken, left, why }: FilmsOver): string =>
  `${[
    kept > 0 ? `影片收好了 ${kept} 个` : "",
    broken > 0 ? `${broken} 个和清单说的不一样，没要` : "",
    left > 0 ? `还有 ${left} 个没收，${WHY_LEFT[why]}` : "",
  ]
    .filter((part) => part !== "")
    .join("；")}。`;

/** Words of sharing lists. The source of the keys. */
export const sharing = {
  title: "分享",
  ourSite: "本站",
  give: "给别人一份清单",
  giveNote: "清单里是片名、出处、类别、分钟和节目号，签着本站的名。",
  everything: "全部课件",
  shelves: "一个书架",
  menus: "一个套餐",
  noMenus: "还没有套餐。",
  noItems: "还没有课件，先收几部再来。",
  count: (items: number) => `${items} 部`,
  export: "导出清单",
  exportOf: (name: string) => `导出清单：${name}`,
  text: "发微信",
  textOf: (name: string) => `写成文字发微信：${name}`,
  asTextOf: (name: string) => `发到微信：${name}`,
  asTextNote: (count: number) =>
    count === 1
      ? "复制这段，发给对方。对方整段复制，粘贴到点播本里就能看。"
      : `一共 ${count} 段，一段发一条，先后不要紧。对方复制下来，粘贴到点播本里就能看。`,
  copyText: "复制",
  copyPart: (part: number) => `复制第 ${part} 段`,
  copied: (part: number) => `第 ${part} 段复制好了，到微信里粘贴，再回来复制下一段。`,
  allCopied: "都复制过了，到微信里粘贴就行。",
  copyByHand: "这个浏览器不让代劳，字已经选好，按 Ctrl+C。",
  backToLists: "回去另选一份",
  tooLongForText: (items: number) => `${items} 部太多，微信发不下，请改用「导出清单」。`,
  pasteHere: "粘贴微信里的文字",
  pasteNote: "几段就贴几次，哪一页按 Ctrl+V 都行",
  clearPasted: "清空",
  noCode: "这里面没有点播本的清单，请把对方发的那段从头到尾复制过来。",
  partsMissing: (missing: readonly number[], damaged: readonly number[], count: number) =>
    `${[
      `一共 ${count} 段`,
      missing.length === 0 ? "" : `第 ${missing.join("、")} 段缺了`,
      damaged.length === 0 ? "" : `第 ${damaged.join("、")} 段没复制全`,
    ]
      .filter((part) => part !== "")
      .join("，")}。接着贴就行，贴过的不用再贴。`,
  selection: "选出来的课件",
  withNotes: "带上备注",
  withNotesHint: "备注是写给自己看的，平常不带",
  withFilms: "带上影片",
  withFilmsHint:
    "只带这台电脑上有的。影片的版权在门户，只给没有网的兄弟站拷；平常给清单，让对方自己补",
  packageKind: "点播本资料包",
  packing: "正在装影片",
  packed: (done: string, total: string) => `装了 ${done}，一共 ${total}`,
  stopPacking: "不装了",
  packaged: (fileName: string, films: number, size: string) =>
    films === 0
      ? `「${fileName}」存好了，这台电脑上没有这些课件的影片，只有清单。`
      : `「${fileName}」存好了，带着 ${films} 个影片，${size}。`,
  notPackaged: {
    stopped: "没存，停下了。",
    failed: "没存成，可能磁盘满了，或者有影片不在了。腾出地方再来一次。",
  },
  exported: (fileName: string, items: number) => `「${fileName}」存到下载里了，${items} 部。`,
  exportedShort: "清单存到下载里了。",
  take: "收别人的清单",
  takeNote: "先看看里面有什么，再决定收不收。",
  choose: "选文件",
  otherWays: "也可以把 .dianbo 文件拖进窗口，哪一页都行；或者复制文件，到这里按 Ctrl+V。",
  reading: (name: string) => `正在看「${name}」…`,
  refusedTitle: "这份清单没有收，本子一点没动。",
  failures: {
    "not-a-package": "这不是点播本的清单，或者没有传完整。请对方再发一次。",
    "package-damaged": "文件坏了，多半是传的时候断了。请对方再发一次。",
    "unsafe-name": "文件里藏着来路不明的名字，不安全，没有打开。",
    "too-many-files": "文件里的东西太多，不像是清单，没有打开。",
    "package-too-large": "里面的清单太大，没有打开。",
    "not-a-list": "文件里没有清单，可能选错了文件。",
    "newer-version": "这份清单是新版点播本编的，这里的旧了，看不懂。请先换新版。",
    "one-frame": "这是会动的二维码里的一张，单独一张没有用。请按「照二维码」收。",
    "wrong-shape": "清单里有读不懂的地方，怕收坏了，没有收。请对方重新导出一次。",
    "signature-wrong": "签名对不上：这份清单签过名以后被人改过，没有收。请对方重新给一份。",
    "hostile-text": "清单里夹着不该有的东西（脚本，或者倒着念的字），没有收。",
    "own-list": "这份清单是本站自己编的，东西本来就在本子里。",
    "shelf-full": "有个书架的号用完了，没有收。",
    unreadable: "文件读不出来，可能 U 盘拔了。请再选一次。",
    "wrong-file": "点播本的清单以 .dianbo 结尾，请选那样的文件。",
    "disk-full": "磁盘满了，没有收。腾出地方再来。",
    "not-stored": "没收成，本子没动。请再试一次。",
    "nothing-to-undo": "没收成，本子没动。请再试一次。",
    "moved-on": "没收成，本子没动。请再试一次。",
  },
  preview: "收进来之前看看",
  back: "先不收，回分享",
  madeBy: (name: string, site: string, date: string, items: number) =>
    `《${name}》，${site}，${date}，${items} 条`,
  unnamed: "没起名的清单",
  unnamedSite: "没留站名",
  signed: {
    unsigned: "这份清单没有签名，不知道是谁编的。",
    new: "头一回收这个站的",
    known: "签名对得上",
    "handed-over": "签名对得上，换过",
    changed: "签名变了",
    "no-longer-signed": "这回没签名",
  },
  signedWords: (four: string) => `「${four}」`,
  signedNew: (site: string, four: string) =>
    `头一回收「${site}」的清单。给他们打个电话，问签名是不是「${four}」；收了就记住，下回自己认。`,
  signedHandedOver: (site: string, before: string, four: string) =>
    `「${site}」换了签名，旧的「${before}」给新的「${four}」作了保，认得。`,
  signedChanged: (site: string, before: string, four: string) =>
    `签名变了。「${site}」以前签的是「${before}」，这份签的是「${four}」，旧签名没有作保。可能是别人冒名编的，先打电话问清楚。`,
  signedNoLonger: (site: string, before: string) =>
    `「${site}」以前的清单都签着「${before}」，这份没有签名。可能是别人冒名编的，先打电话问清楚。`,
  vouch: "打电话问过了，是他们编的",
  older: (site: string, date: string) =>
    `「${site}」${date}编的清单已经收过，这份更早。收了也不会盖掉新的。`,
  counts: { new: "新的", changed: "改过的", "to-settle": "两边不一样", same: "一样，不动" },
  differing: "两边不一样",
  differingNote: "本站有自己的，清单也有清单的",
  menuFields: {
    name: "套餐名",
    audience: "给谁看",
    occasion: "什么时候",
    mustPlay: "必放",
    sessionMinutes: "一场几分钟",
    noteBefore: "事前",
    noteDuring: "事中",
    noteAfter: "事后",
  },
  differingIn: (fields: string) => `不一样的：${fields}`,
  ours: "先用本站的",
  theirs: "用清单的",
  ofOurs: "本站",
  newOnes: "新的",
  changedOnes: "改过的",
  changedNote: "清单里添了或改了，本站没写过",
  sameOnes: (count: number) => `一样的 ${count} 条，不动`,
  returns: "以前删过，收了就找回来",
  original: (number: number) => `原编号 ${number}`,
  minutes: (minutes: number) => `${minutes} 分`,
  menu: (items: number) => `套餐，${items} 部`,
  comesWithMenu: "在套餐里，跟着收",
  tick: (title: string) => `收《${title}》`,
  nothingNew: "清单里的，本站都有了，不用收。",
  whatHappens: "收了会怎样",
  more: (items: number, menus: number) =>
    menus === 0
      ? `多 ${items} 部`
      : items === 0
        ? `多 ${menus} 个套餐`
        : `多 ${items} 部，${menus} 个套餐`,
  moreNote: "用本站的新号码，对方的号码记作原编号",
  changes: (count: number) => `${count} 条跟着改`,
  changesNote: "只改本站没写过的地方",
  bothKept: (count: number) => `${count} 处两个都留着`,
  bothKeptNote: "先用本站的，另一个放在「待定」",
  settledNote: "选了用清单的，就照清单写",
  numbersStay: "已有的号码一个不动",
  onlyList: "只收清单，没有影片",
  filmsAlong: (count: number, size: string) => `带着 ${count} 个影片，${size}`,
  filmsAlongNote: "收了清单接着收影片，一个个验过；可以停，下回接着收",
  filmsMissing: (count: number) => `还缺 ${count} 个影片`,
  gapsNote: (count: number, size: string) =>
    `收完问您要不要补齐 ${count} 个${size === "" ? "" : `，约 ${size}`}`,
  filmOf: { along: "带影片", missing: "缺影片" },
  takeFilms: (count: number) => `收影片 ${count} 个`,
  takingFilms: (done: string, total: string) => `正在收影片，${done}，一共 ${total}`,
  filmsProgress: "收影片",
  stopFilms: "停下",
  goOnFilms: "接着收",
  filmsOver,
  gaps: (count: number, bare: number) =>
    bare === 0
      ? `有 ${count} 个课件还没有影片，可以照出处补齐。`
      : `有 ${count} 个课件还没有影片，可以照出处补齐；另有 ${bare} 个没写出处，向对方拷。`,
  gapsByHand: (count: number) =>
    `有 ${count} 个课件还没有影片。点播本开在剪藏扩展里时，这里能一下补齐；现在可以打开课件，照它的出处去门户收，或者请对方「带上影片」再给一份。`,
  fillGaps: (count: number) => `补齐 ${count} 个课件`,
  gapsSaid: {
    queued: (count: number) => `${count} 个排进下载了，一个一个来，关了这页也接着。`,
    "no-leave": () => "浏览器没准许，没有开始。再点一次，选「允许」。",
    "not-kept": () => "没排上，磁盘可能满了。腾出地方再点一次。",
  },
  toDownloads: "看下载",
  explain: "收了哪些，怎么合的",
  explained: {
    new: (count: number) => `新的 ${count} 条，用了本站的号：`,
    changed: (count: number) => `${count} 条添上了本站没写过的：`,
    "to-settle": (count: number) => `${count} 条两边不一样，先用本站的，对方的等着您定：`,
  },
  andMore: (count: number) => `还有 ${count} 条`,
  toSettle: "去定一下",
  pastLists: "收过的清单",
  beforeList: (name: string) => `收《${name}》之前`,
  backBefore: "退回去",
  backBeforeOf: (name: string, date: string) => `退回去：退回到 ${date} 收《${name}》之前`,
  takeAll: "全部收下",
  takeTicked: (count: number) => `收下勾的 ${count} 条`,
  notNow: "先不收",
  allOrNothing: "要么全收，要么全不收。收了还能一步撤销。",
  taking: "正在收…",
  taken: (facts: TakenFacts) => takenParts(facts),
  undo: "撤销",
  toLibrary: "去课件看看",
};
