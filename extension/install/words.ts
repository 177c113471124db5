import type { Picture } from "./pictures.ts";

/** One step of a guide: what to do, and how it looks. */
export interface Step {
  readonly say: string;
  readonly picture: Picture;
}

/** How one kind of browser is made to load the extension. */
export interface Guide {
  readonly id: "domestic" | "edge" | "chrome" | "firefox";
  readonly name: string;
  readonly steps: readonly Step[];
  readonly note: string;
}

/** All words of the page in one language. */
export interface InstallWords {
  readonly language: "zh-CN" | "en";
  readonly heading: string;
  readonly lead: string;
  readonly unread: string;
  readonly choose: string;
  readonly guides: readonly Guide[];
  readonly afterwards: string;
  readonly updateHeading: string;
  readonly update: readonly string[];
  readonly avoidHeading: string;
  readonly avoid: readonly string[];
}

/**
 * The folder of the zip that the browser loads. An even number of bytes in UTF-8: an unpacker of Windows 7
 * that takes them for GBK then makes a strange name of it, but does not swallow the slash that follows.
 */
export const FOLDER = "点播本浏览器扩展";

const FIREFOX_FILE = "dianbo-extension-firefox.zip";

const zhChromium = (
  address: string,
  { mode, load, side }: { mode: string; load: string; side: "left" | "right" },
): readonly Step[] => [
  {
    say: `解开压缩包，把「${FOLDER}」拖到 D 盘。以后它就住在那里。`,
    picture: { kind: "unpack", disk: "D:", folder: FOLDER },
  },
  { say: `地址栏里打 ${address}，按回车。`, picture: { kind: "address", address } },
  {
    say: `打开「${mode}」，再点「${load}」。`,
    picture: { kind: "switch", address, mode, load, side },
  },
  {
    say: `选中「${FOLDER}」，点「选择文件夹」。`,
    picture: { kind: "choose", name: FOLDER, button: "选择文件夹" },
  },
];

/** The page in Chinese. */
export const zhWords: InstallWords = {
  language: "zh-CN",
  heading: "装上点播本",
  lead: "四步，两分钟，不用联网，也不用管理员密码。",
  unread: "要 Chromium 109 以上的浏览器。地址栏里打 chrome://version 回车，第一行就是版本。",
  choose: "您用哪种浏览器",
  guides: [
    {
      id: "domestic",
      name: "360、奇安信等国产",
      steps: zhChromium("chrome://extensions", {
        mode: "开发者模式",
        load: "加载已解压的扩展程序",
        side: "right",
      }),
      note: "打不开这个地址，就点右上角的菜单，找「扩展」或「扩展管理」。网页要用「极速模式」看，「兼容模式」里扩展不起作用。安全软件问起来，选「允许」。",
    },
    {
      id: "edge",
      name: "Edge",
      steps: zhChromium("edge://extensions", {
        mode: "开发人员模式",
        load: "加载解压缩的扩展",
        side: "left",
      }),
      note: "「开发人员模式」在左边一栏的下面；窗口窄的时候先点左上角的三条杠。启动时若问要不要关掉开发人员模式的扩展，选保留。",
    },
    {
      id: "chrome",
      name: "Chrome",
      steps: zhChromium("chrome://extensions", {
        mode: "开发者模式",
        load: "加载已解压的扩展程序",
        side: "right",
      }),
      note: "单位的电脑若写着「由贵单位管理」，可能不让装，请管电脑的人放行。",
    },
    {
      id: "firefox",
      name: "Firefox",
      steps: [
        {
          say: `Firefox 用另一个文件 ${FIREFOX_FILE}。不要解开，放在 D 盘。`,
          picture: { kind: "keep-file", disk: "D:", file: FIREFOX_FILE },
        },
        {
          say: "地址栏里打 about:config，把 xpinstall.signatures.required 改成 false。",
          picture: {
            kind: "preference",
            address: "about:config",
            name: "xpinstall.signatures.required",
            value: "false",
          },
        },
        {
          say: "再打开 about:addons，点齿轮，选「从文件安装附加组件」。",
          picture: { kind: "gear", address: "about:addons", item: "从文件安装附加组件…" },
        },
        {
          say: "选中那个文件，问起来点「添加」。",
          picture: { kind: "choose", name: FIREFOX_FILE, button: "打开" },
        },
      ],
      note: "只有 Firefox ESR（延长支持版，140 以上）可以这样长期装。普通版只能在 about:debugging 里临时载入，关掉浏览器就没了，本子也没了，别拿来存课件。",
    },
  ],
  afterwards: "装好了会自己打开一页，告诉您怎么存第一部课件。",
  updateHeading: "以后更新",
  update: [
    `把新压缩包里「${FOLDER}」的文件盖进原来的文件夹，再到点播本的「设置」里，在「更新」那一行按「换上」；重开浏览器也行。`,
    "换个地方放也行：把文件夹挪过去，在扩展页上照第三、四步再选一次。",
    "课件、号码、套餐都记在浏览器里，不在这个文件夹里，换文件夹不会丢。",
  ],
  avoidHeading: "不要这样",
  avoid: [
    "不要在扩展页上点「移除」：那会把本子和课件一起删掉。真要移除，先备份。",
    "不要删掉 D 盘上的这个文件夹，也不要关掉「开发者模式」：浏览器每次开都要它们。",
    "不要清理「网站数据」，也不要换用另一个用户的浏览器：本子跟着浏览器的用户走。",
  ],
};

const enChromium = (
  address: string,
  { mode, load, side }: { mode: string; load: string; side: "left" | "right" },
): readonly Step[] => [
  {
    say: `Unpack the zip and drag the folder “${FOLDER}” to a place where it can stay.`,
    picture: { kind: "unpack", disk: "D:", folder: FOLDER },
  },
  {
    say: `Type ${address} into the address bar, press Enter.`,
    picture: { kind: "address", address },
  },
  {
    say: `Switch on “${mode}”, then press “${load}”.`,
    picture: { kind: "switch", address, mode, load, side },
  },
  {
    say: "Choose the folder and press “Select Folder”.",
    picture: { kind: "choose", name: FOLDER, button: "Select Folder" },
  },
];

/** The page in English. */
export const enWords: InstallWords = {
  language: "en",
  heading: "Install Dianbo",
  lead: "Four steps, two minutes, no network and no administrator’s password.",
  unread:
    "It needs a browser of Chromium 109 or newer: chrome://version shows yours in its first line.",
  choose: "Your browser",
  guides: [
    {
      id: "domestic",
      name: "360, QAX and others",
      steps: enChromium("chrome://extensions", {
        mode: "Developer mode",
        load: "Load unpacked",
        side: "right",
      }),
      note: "If the address does not open, look for Extensions in the menu. Pages must be shown in the fast mode (极速模式); extensions do not work in the compatible mode.",
    },
    {
      id: "edge",
      name: "Edge",
      steps: enChromium("edge://extensions", {
        mode: "Developer mode",
        load: "Load unpacked",
        side: "left",
      }),
      note: "Developer mode stands at the foot of the left column; in a narrow window press the three bars first.",
    },
    {
      id: "chrome",
      name: "Chrome",
      steps: enChromium("chrome://extensions", {
        mode: "Developer mode",
        load: "Load unpacked",
        side: "right",
      }),
      note: "Where the browser is managed by your organisation, unpacked extensions may be forbidden: ask whoever manages it.",
    },
    {
      id: "firefox",
      name: "Firefox",
      steps: [
        {
          say: `Firefox takes another file, ${FIREFOX_FILE}. Leave it packed.`,
          picture: { kind: "keep-file", disk: "D:", file: FIREFOX_FILE },
        },
        {
          say: "Open about:config and set xpinstall.signatures.required to false.",
          picture: {
            kind: "preference",
            address: "about:config",
            name: "xpinstall.signatures.required",
            value: "false",
          },
        },
        {
          say: "Open about:addons, press the gear, choose “Install Add-on From File”.",
          picture: { kind: "gear", address: "about:addons", item: "Install Add-on From File…" },
        },
        {
          say: "Choose the file; press “Add” when asked.",
          picture: { kind: "choose", name: FIREFOX_FILE, button: "Open" },
        },
      ],
      note: "Only Firefox ESR (140 or newer) keeps it. The ordinary release can load it in about:debugging until it is closed; then the book is gone too, so keep nothing there.",
    },
  ],
  afterwards: "Once it is loaded, a page opens by itself and shows how to save the first piece.",
  updateHeading: "Updating",
  update: [
    "Copy the files of the new folder over the old ones, then press “Use” in the line “Update” of Dianbo’s settings; restarting the browser does it too.",
    "The folder may also be moved: choose it again on the extensions page, steps 3 and 4.",
    "Courseware, numbers and set menus are kept by the browser, not in this folder: replacing it loses nothing.",
  ],
  avoidHeading: "Please do not",
  avoid: [
    "press Remove on the extensions page: it deletes the book and its courseware. Back up first.",
    "delete the folder or switch developer mode off: the browser needs both at every start.",
    "clear site data, or change to another profile of the browser: the book belongs to the profile.",
  ],
};
