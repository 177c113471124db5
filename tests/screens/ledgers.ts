/** Pictures of the ledgers with a month in them: each form as it comes out of the printer, the rooms around them. */
import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { newProfile, openBrowser } from "../support/browser.ts";
import { BRANCHES, ROSTER_HTML, showingDays } from "../support/ledger-month.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { take, takePaper } from "./picture.ts";

/** Rows of a month, as an old table would bring them: the first line names the columns. */
const TABLES: Readonly<Record<string, (day: (at: number) => string) => readonly string[][]>> = {
  run: (day) => [
    ["日期", "设备", "开机", "关机", "使用人", "五防检查", "信号", "运行情况"],
    ...[0, 1, 2, 3, 4, 5].map((at) => [
      day(at),
      "电脑、投影",
      "18:30",
      at === 3 ? "19:10" : "20:15",
      at % 2 === 0 ? "A岗" : "B岗",
      "防火、防盗、防潮、防雷、防尘",
      at === 3 ? "断断续续" : "好",
      at === 3 ? "下大雨，提前关" : "正常",
    ]),
  ],
  repair: (day) => [
    [
      "发现日期",
      "设备",
      "型号",
      "故障现象",
      "地点",
      "报修日期",
      "维修内容",
      "维修人",
      "修好日期",
      "结果",
      "用着怎么样",
    ],
    [
      day(1),
      "投影机",
      "EB-X05",
      "灯泡不亮，开机三秒就灭",
      "活动室",
      day(1),
      "换灯泡",
      "周〇五",
      day(4),
      "换了新的",
      "亮了",
    ],
    [day(5), "音箱", "R-12", "右边没声", "活动室", day(6), "", "", "", "", ""],
  ],
  equipment: (day) => [
    [
      "登记日期",
      "编号",
      "名称",
      "型号",
      "规格",
      "数量",
      "购买日期",
      "存放处",
      "保修电话",
      "经办人",
    ],
    [
      day(0),
      "1",
      "电脑",
      "启天 M415",
      "4 GB，500 GB",
      "1",
      "2015-06-18",
      "活动室",
      "8123-0000",
      "李〇四",
    ],
    [
      day(0),
      "2",
      "投影机",
      "EB-X05",
      "3300 流明",
      "1",
      "2019-03-02",
      "活动室",
      "8123-0001",
      "李〇四",
    ],
    [day(0), "3", "音箱", "R-12", "一对", "2", "2017-09-11", "活动室", "", "李〇四"],
  ],
  lending: (day) => [
    [
      "借出日期",
      "种类",
      "编号和内容",
      "数量",
      "借用人",
      "说好哪天还",
      "归还日期",
      "还回查毒",
      "备注",
    ],
    [day(1), "U 盘", "3 号，大棚番茄", "1", "孙〇三", day(3), day(3), "查过，没毒", ""],
    [day(4), "光盘", "7 号，戏曲名段", "2", "钱〇二", day(7), "", "", "送学上门"],
  ],
  preview: (day) => [
    ["发出日期", "片名", "播放日期", "时间", "地点", "内容", "适合谁", "怎么发的"],
    [
      day(1),
      "老年保健餐",
      day(3),
      "19:00",
      "活动室",
      "高血压、防跌倒操、用药",
      "老年人",
      "宣传栏、广播、微信群",
    ],
    [day(3), "电影《地道战》", day(5), "19:30", "广场", "故事片", "大家", "黑板、LED 屏"],
  ],
  feedback: (day) => [
    ["日期", "对应节目", "对内容的意见", "对放法的意见", "想看什么", "署名", "处理结果"],
    [
      day(3),
      "高血压的日常管理",
      "讲得实在，药名记不住",
      "声音小",
      "糖尿病能吃啥",
      "",
      "下场印一张药名",
    ],
    [day(5), "电影《地道战》", "老片子好看", "开头晚了十分钟", "还想看老电影", "赵〇一", ""],
  ],
  notes: (day) => [
    ["日期", "学了什么", "心得", "署名"],
    [
      day(2),
      "党史故事：遵义会议",
      "关键时候敢改，才走得通。我们修水渠也一样，先听大家的，再定。",
      "钱〇二",
    ],
  ],
  posts: (day) => [
    ["从哪天起", "岗位", "姓名", "管什么", "值班", "办公电话"],
    [day(0), "组长", "吴〇二", "总的负责，月底签字", "", "8123-0000"],
    [day(0), "副组长", "郑〇三", "管场次和通知", "", ""],
    [day(0), "管理员（A岗）", "王〇四", "下课件、编号、记台账", "周一、三、五", ""],
    [day(0), "管理员（B岗）", "冯〇一", "放映、点名，A 岗不在时顶上", "周二、四、六", ""],
  ],
  handover: (day) => [
    ["交接日期", "交出", "接手", "交了什么", "没办完的事", "交接人", "备注"],
    [
      day(6),
      "管理员（A岗）",
      "管理员（B岗）",
      "点播本、钥匙、台账",
      "音箱报修了，还没来人",
      "王〇四、冯〇一",
      "",
    ],
  ],
  training: (day) => [
    ["日期", "培训内容", "主办", "地点", "学时", "哪个岗去的", "参加人", "考核结果"],
    [day(4), "课件下载和台账", "县电教中心", "县委党校", "6", "A岗、B岗", "王〇四、冯〇一", "合格"],
  ],
};

const htmlOf = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;

const paste = (page: Page, html: string): Promise<void> =>
  page
    .locator("main textarea")
    .last()
    .evaluate((box, markup) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", markup);
      box.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, html);

/** All ledgers of a site with a month behind it. */
export const takeLedgers = async (address: string): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1366, height: 768 });
  await openSampleBook(page, address);
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now());
  const days = showingDays(today);
  const month = days[0]?.slice(0, 7) ?? "";
  const go = async (hash: string, sign = "main h1"): Promise<void> => {
    await page.goto(`${address}/${hash}`);
    await page.locator(sign).first().waitFor();
  };
  await go("#/ledgers/rosters");
  await paste(page, ROSTER_HTML);
  await page.locator("main button.go").waitFor();
  await take(page, "18-rosters-preview");
  await page.locator("main button.go").click();
  await page.locator("main ol li").first().waitFor();
  for (const [id, table] of Object.entries(TABLES)) {
    await go(`#/ledgers/book/${id}/${month}`);
    await page.getByRole("button", { name: "带旧表进来" }).click();
    await paste(page, htmlOf(table((at) => days[at] ?? today)));
    const all = page.getByRole("button", { name: `收下 ${table(() => "").length - 1} 行` });
    if (id === "repair") {
      await all.waitFor();
      await take(page, "18-ledger-bring");
    }
    await all.click();
    await page.getByText(/^收下了/u).waitFor();
    await go(`#/ledgers/print/${id}/${month}`, ".paper tbody tr");
    await takePaper(page, `18-ledger-${id}-paper`);
  }
  for (const [showing, day] of days.slice(0, 8).entries()) {
    await go(`#/ledgers/roll?on=${day}`, "tr[data-person]");
    await page.locator("main .head select").first().selectOption({ label: BRANCHES[0] });
    await page.locator("tr[data-person]").first().focus();
    for (const key of ["4", "1", "3", "2"].slice(0, showing % 3)) await page.keyboard.press(key);
    await page.locator("main button.go").click();
    await page.locator("main button.go:disabled").waitFor();
  }
  await go(`#/ledgers/roll?on=${today}`, "tr[data-person]");
  await page.locator("tr[data-person]").first().focus();
  for (const key of [" ", " ", "3", "1"]) await page.keyboard.press(key);
  const roll = await page.locator('main .head a[href*="roll-print"]').getAttribute("href");
  await go(`${roll?.slice(0, -7) ?? ""}${month}`, ".paper tbody tr");
  await takePaper(page, "18-roll-book-paper");
  await go("#/ledgers/rules", ".paper");
  await takePaper(page, "18-wall-rules-paper");
  await go("#/ledgers/guide", ".paper");
  await takePaper(page, "18-daily-guide-paper");
  for (const manner of MANNERS) {
    await speak(page, manner);
    await go("#/ledgers", "main h2");
    await take(page, "18-ledgers", manner);
    await go(`#/ledgers/book/repair/${month}`, "main table");
    await take(page, "18-ledger-book", manner);
    await go("#/ledgers/rosters", "main ol li");
    await take(page, "18-rosters", manner);
    await go(`#/ledgers/roll?on=${today}`, "tr[data-person]");
    await take(page, "18-roll-call", manner);
    await go("#/ledgers/names", "main h2");
    await take(page, "18-names", manner);
    await go(`#/ledgers/print/repair/${month}`, ".paper");
    await take(page, "18-ledger-print", manner);
  }
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
};
