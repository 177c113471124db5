/** Every room of the office, with what stands in it once it is there, in whatever language. */
import type { Page } from "playwright-core";
import { ROSTER_HTML } from "./ledger-month.ts";

/** One room. */
export interface OfficeRoom {
  /** The name of its picture. */
  readonly name: string;
  /** Opens it from anywhere in the office and waits until it is drawn. */
  readonly open: (page: Page) => Promise<void>;
  /** What was pasted there: data, in whatever language. */
  readonly pasted?: string;
}

const go = async (page: Page, hash: string, sign: string): Promise<void> => {
  await page.evaluate((at) => {
    location.hash = at;
  }, hash);
  await page.locator(sign).first().waitFor();
};

/** Opens the item with a number through the search box, as a person does. */
const openItem = async (page: Page, number: string): Promise<void> => {
  await go(page, "#/library", "main [role=row]");
  const search = page.getByRole("main").locator('input[aria-keyshortcuts="/"]');
  await search.fill(number);
  await search.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#\/library\/.+/u);
  await page.locator("main h1, main h2, main input").first().waitFor();
};

/** Opens a set menu of the samples from the list. */
const openMenu = async (page: Page, name: string): Promise<void> => {
  await go(page, "#/set-menus", 'main a[href*="#/set-menus/"] b');
  await page.locator('main a[href*="#/set-menus/"]').filter({ hasText: name }).click();
  await page.locator("[data-entry]").first().waitFor();
};

/** A site's old list as WPS puts it on the clipboard. */
const OLD_TABLE = [
  "红旗村课件一览表\t\t\t\t\t",
  "序号\t编号\t课件名称\t时长\t适合对象\t存放位置",
  "一、基层党建\t\t\t\t\t",
  "1\t1088\t支部怎样过组织生活\t12分\t党员\t",
  "2\t\t老支书讲村史\t0:25:00\t\t光盘7号",
  "三、实用技术\t\t\t\t\t",
  "3\tA-7\t大棚里的草莓\t\t农民\t",
  "4\t3414\t黄瓜霜霉病怎么防\t18\t农民\t",
  "合计\t4部\t\t\t\t",
].join("\n");

/** The question slips, with two questions of which one was answered, written the first time. */
const openQuestions = async (page: Page): Promise<void> => {
  await go(page, "#/questions", "main h1");
  if ((await page.locator("main li").count()) > 0) return;
  const box = page.locator("main form input").first();
  for (const [at, question] of ["大白菜烂心怎么办？", "高标准农田的补贴几号发？"].entries()) {
    await box.fill(question);
    await box.press("Enter");
    await page.locator("main li").nth(at).waitFor();
  }
  await page.locator("main li form input").first().fill("先排水，再打药，下回带样子来看。");
  await page.keyboard.press("Enter");
  await page.locator("main section").nth(1).waitFor();
};

/** The rosters of a month's people, pasted the first time. */
const openRosters = async (page: Page): Promise<void> => {
  await go(page, "#/ledgers/rosters", "main h2");
  if ((await page.locator("main ol li").count()) === 0) {
    await page
      .locator("main textarea")
      .last()
      .evaluate((box, markup) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", markup);
        box.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
        );
      }, ROSTER_HTML);
    await page.locator("main button.go").click();
  }
  await page.locator("main ol li").first().waitFor();
};

/** One of the views of the sessions' room, by its place in the row of them. */
const openSessions = async (page: Page, place: number): Promise<void> => {
  await go(page, "#/", "main h1");
  await go(page, "#/schedule", "main h1");
  await page.locator("main .head fieldset.choice label").nth(place).click();
};

/** Papers beside their desks, and views behind a tab: looked at whole in `npm run test:deep`. */
export const DESK_ROOMS: readonly OfficeRoom[] = [
  { name: "19-schedule-list", open: (page) => openSessions(page, 1) },
  { name: "19-schedule-plan", open: (page) => openSessions(page, 2) },
  { name: "19-schedule-branches", open: (page) => openSessions(page, 3) },
  { name: "12-list-desk", open: (page) => go(page, "#/book/print/list", ".paper") },
  { name: "14-cards-desk", open: (page) => go(page, "#/book/print/cards", ".paper") },
  {
    name: "18-written-desk",
    open: (page) => go(page, "#/ledgers/written/catalogue", ".paper tbody tr"),
  },
  { name: "18-rules-desk", open: (page) => go(page, "#/ledgers/rules", ".paper") },
  { name: "18-guide-desk", open: (page) => go(page, "#/ledgers/guide", ".paper") },
  {
    name: "18-register-desk",
    open: (page) => go(page, "#/register/print/2026-11", ".paper"),
  },
  {
    name: "18-roll-book-desk",
    open: async (page) => {
      await openRosters(page);
      await go(page, "#/ledgers/roll", "tr[data-person]");
      await page.locator('main .head a[href*="roll-print"]').click();
      await page.locator(".paper").first().waitFor();
    },
  },
];

/** The rooms, in the order of the rail. They need the sample library. */
export const OFFICE_ROOMS: readonly OfficeRoom[] = [
  { name: "04-start", open: (page) => go(page, "#/", "main h1") },
  { name: "03-inbox-empty", open: (page) => go(page, "#/inbox", "main h1") },
  {
    name: "05-library",
    open: async (page) => {
      await go(page, "#/library", "main [role=row]");
      // What was looked for before stays in the box.
      await page.getByRole("main").locator('input[aria-keyshortcuts="/"]').fill("");
      await page.locator("main [role=row]").nth(8).waitFor();
    },
  },
  {
    name: "05-library-search",
    open: async (page) => {
      await go(page, "#/library", "main [role=row]");
      await page.getByRole("main").locator('input[aria-keyshortcuts="/"]').fill("zz");
      await page.locator("main mark").first().waitFor();
    },
  },
  {
    name: "05-library-ticked",
    open: async (page) => {
      await go(page, "#/library", "main [role=row]");
      for (const place of [1, 2, 4]) {
        await page.locator("main [role=row] [role=checkbox]").nth(place).click();
      }
    },
  },
  {
    name: "05-library-filters",
    open: async (page) => {
      // From another room, so that nothing is ticked any more.
      await go(page, "#/", "main h1");
      await go(page, "#/library?kind=video&from=5&to=30", "main [role=row][data-item]");
      const door = page.locator("main .head button[aria-expanded]");
      if ((await door.getAttribute("aria-expanded")) === "false") await door.click();
      await page.locator("main aside legend").first().waitFor();
    },
  },
  {
    name: "05-library-covers",
    open: async (page) => {
      await go(page, "#/library", "main [data-item]");
      const door = page.locator("main .head button[aria-expanded]");
      if ((await door.getAttribute("aria-expanded")) === "true") await door.click();
      await page.locator("main .head button[title]").click();
      await page.locator("main [role=option]").first().waitFor();
      // The look is remembered; the rooms after this one want the table.
      await page.evaluate(() => localStorage.setItem("dianbo-library-look", "table"));
    },
  },
  {
    name: "23-item",
    open: async (page) => {
      await go(page, "#/", "main h1");
      await openItem(page, "1014");
    },
  },
  {
    name: "23-item-history",
    open: async (page) => {
      await go(page, "#/", "main h1");
      await openItem(page, "1014");
      const history = page.locator("details.sheet");
      await history.locator("summary").click();
      await history.locator("time").first().waitFor();
      await history.evaluate((card) => card.scrollIntoView({ block: "end" }));
    },
  },
  {
    name: "06-set-menus",
    open: (page) => go(page, "#/set-menus", 'main a[href*="#/set-menus/"] b'),
  },
  {
    name: "06-set-menu",
    open: (page) => openMenu(page, "银发数字餐"),
  },
  {
    name: "06-set-menu-compose",
    open: async (page) => {
      await openMenu(page, "银发数字餐");
      await page.locator("aside fieldset.choice label").nth(1).click();
      await page.locator("aside ol li").first().waitFor();
    },
  },
  {
    name: "06-set-menu-cover",
    open: async (page) => {
      await openMenu(page, "老年保健餐");
      await page.locator('main .head a[href$="/cover"]').click();
      await page.locator(".paper").waitFor();
    },
  },
  { name: "06-compose", open: (page) => go(page, "#/set-menus/compose", "main ol li") },
  { name: "06-starters", open: (page) => go(page, "#/set-menus/starters", "main ul li") },
  {
    name: "12-programme-list",
    open: async (page) => {
      await go(page, "#/book", "main [role=tab]");
      await page.locator("main [role=tab]").last().click();
    },
  },
  { name: "12-print-desk", open: (page) => go(page, "#/book/print", ".paper") },
  { name: "26-add", open: (page) => go(page, "#/library/add", "main h1") },
  {
    name: "26-add-table",
    pasted: OLD_TABLE,
    open: async (page) => {
      await go(page, "#/", "main h1");
      await go(page, "#/library/add", "main h1");
      await page.locator("main .head fieldset.choice label").nth(1).click();
      await page.locator("main textarea").evaluate((box, pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", pasted);
        box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
      }, OLD_TABLE);
      await page.locator("main th select").first().waitFor();
    },
  },
  { name: "13-wishes", open: (page) => go(page, "#/wishes", "main h1") },
  { name: "19-schedule", open: (page) => go(page, "#/schedule", "main h1") },
  { name: "11-pre-flight-choose", open: (page) => go(page, "#/pre-flight", "main h1") },
  { name: "18-register", open: (page) => go(page, "#/register", "main h1") },
  { name: "20-stick-none", open: (page) => go(page, "#/stick", "main h1") },
  { name: "20-open-stick-none", open: (page) => go(page, "#/open-stick", "main h1") },
  { name: "18-ledgers", open: (page) => go(page, "#/ledgers", "main h2") },
  { name: "18-ledger-book", open: (page) => go(page, "#/ledgers/book/run", "main form input") },
  { name: "18-ledger-print", open: (page) => go(page, "#/ledgers/print/run/2026-11", ".paper") },
  { name: "18-rosters", open: openRosters },
  {
    name: "18-roll-call",
    open: async (page) => {
      await openRosters(page);
      await go(page, "#/ledgers/roll", "tr[data-person]");
    },
  },
  { name: "18-questions", open: openQuestions },
  { name: "18-question-slips", open: (page) => go(page, "#/questions/print", ".paper") },
  { name: "18-names", open: (page) => go(page, "#/ledgers/names", "main h2") },
  { name: "19-reports-none", open: (page) => go(page, "#/reports", "main h2") },
  { name: "19-month-none", open: (page) => go(page, "#/reports/2026-03", ".paper h2") },
  { name: "19-cards-none", open: (page) => go(page, "#/reports/cards", ".paper p") },
  { name: "28-keeping", open: (page) => go(page, "#/keeping", "main h1") },
  { name: "17-settle-empty", open: (page) => go(page, "#/settle", "main h1") },
  { name: "27-share", open: (page) => go(page, "#/share", "main h1") },
  {
    name: "27-share-code",
    open: async (page) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await go(page, "#/share", "main button:has(svg.lucide-qr-code)");
      await page.locator("main button:has(svg.lucide-qr-code)").first().click();
      await page.locator("main canvas").waitFor();
      await page.emulateMedia({ reducedMotion: null });
    },
  },
  { name: "27-share-scan", open: (page) => go(page, "#/share/scan", "main h1") },
  { name: "30-channels-empty", open: (page) => go(page, "#/channels", "main h1") },
  { name: "28-meeting", open: (page) => go(page, "#/meeting", "main h2") },
  { name: "28-backup", open: (page) => go(page, "#/backup", "main h1") },
  { name: "29-portals-hosted", open: (page) => go(page, "#/portals", "main h1") },
  { name: "22-settings", open: (page) => go(page, "#/settings", "main h1") },
  { name: "24-handoff", open: (page) => go(page, "#/handoff", "main h1") },
  { name: "25-nowhere", open: (page) => go(page, "#/no-such-room", "main h1") },
];
