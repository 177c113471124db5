/**
 * From paper slips to a showing: wishes are typed and counted, answered by a menu that is set for a day, voted
 * on; sessions come by rule, clash in words, lose their menu; the start page says what is missing.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");
const SOON = { timeout: 10_000 };

let server: RunningServer;
let profile: string;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  server = await serveApp({ root: APP, port: 0 });
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  await page.goto(`http://127.0.0.1:${server.port}/#/`);
  await page.getByRole("button", { name: "载入样例" }).click();
  await page.getByRole("link", { name: /套餐.*10/u }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const go = async (hash: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
};
const press = (name: string | RegExp): Promise<void> =>
  page.getByRole("main").getByRole("button", { name }).first().click();
const box = () => page.getByRole("combobox", { name: "想看什么" });
const type = async (text: string): Promise<void> => {
  await box().fill(text);
  await box().press("Enter");
  await expect.poll(() => box().inputValue(), SOON).toBe("");
};
/** The rows of the tally: count and wish. */
const tally = (): Promise<string[]> =>
  page
    .getByRole("region", { name: "想看的" })
    .locator("ul > li")
    .evaluateAll((rows) =>
      rows.map((row) => {
        const count = row.querySelector("b")?.textContent ?? "";
        return `${count} ${row.querySelector("[title]")?.textContent ?? ""}`;
      }),
    );
/** A day of the present month or a later one, as the site's clock has it. */
const today = (): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now());
const inDays = (days: number): string =>
  new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10);
const addSession = async (
  date: string,
  fill: () => Promise<void>,
  place = "活动室",
): Promise<void> => {
  await go(`#/schedule/new?date=${date}`);
  await page.getByRole("heading", { name: "排一场" }).waitFor();
  await page.getByLabel("在哪放").fill(place);
  await fill();
};
const saved = async (): Promise<void> => {
  await page.getByRole("button", { name: "记下", exact: true }).click();
  await page.waitForURL(/#\/schedule$/u);
};

describe("wishes from paper slips", () => {
  it("says the way in where nobody has asked, and that no names belong here", async () => {
    await go("#/wishes");
    await page.getByText("还没有人提想看什么").waitFor();
    await page.getByText("这里不写名字，也不写电话").waitFor();
    await expectAccessible(page);
  });

  it("takes one a line by Enter, the same one again as one more, one like it by ↓ and Enter", async () => {
    for (const text of ["高血压用药怎么减", "𠮷祥㐂事", "《地道战》", "地道战"]) await type(text);
    await box().fill("高血压怎么减药");
    await page.getByRole("option", { name: /高血压用药怎么减/u }).waitFor();
    await expectAccessible(page);
    await box().press("ArrowDown");
    await box().press("Enter");
    await expect
      .poll(tally, SOON)
      .toEqual(expect.arrayContaining(["2 高血压用药怎么减", "2 《地道战》", "1 𠮷祥㐂事"]));
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(tally, SOON).toContain("1 高血压用药怎么减");
  });

  it("gives back what is too long, and keeps it in the box", async () => {
    await box().fill("字".repeat(301));
    await box().press("Enter");
    await page.getByText("这条有 301 个字，最多 300 个").waitFor();
    expect(await box().inputValue()).toHaveLength(301);
    await box().press("Escape");
  });

  it("looks at ten thousand pasted lines first, keeps them in one step, and takes them back in one", async () => {
    await box().evaluate((input) => {
      const lines = Array.from(
        { length: 10_000 },
        (_, at) => `${at + 1}. 想学第 ${at % 4000} 样手艺`,
      );
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", lines.join("\n"));
      input.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText("看到 10000 行，合成 4000 条").waitFor();
    await press("记下 4000 条");
    await page.getByText("等着的 4003").waitFor({ timeout: 30_000 });
    await page.getByText(/还有 \d+ 条/u).waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByText("等着的 3", { exact: true }).waitFor({ timeout: 30_000 });
  });

  it("is matched with an item by the library's search", async () => {
    await press("「《地道战》」还能做什么");
    await page.getByRole("button", { name: "就是《电影《地道战》》" }).click();
    await page.getByText("有了，还没排").waitFor();
    await press("「高血压用药怎么减」还能做什么");
    await page.getByLabel("对上课件").fill("上甘领");
    await page.getByRole("region", { name: "您是不是要找" }).getByText("电影《上甘岭》").waitFor();
    await page.getByLabel("对上课件").fill("5001");
    await page.getByRole("button", { name: "就是《高血压的日常管理》" }).click();
    await page.getByText("在 7 号套餐里，还没排哪天").waitFor();
    await expectAccessible(page);
  });
});

describe("sessions", () => {
  it("an empty month says so, and its days are walked by keys", async () => {
    await go("#/schedule");
    await page.getByText("这个月还没有排").waitFor();
    await expectAccessible(page);
    const day = page.locator("[data-day][tabindex='0']");
    await day.focus();
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("ArrowRight");
    const chosen = await page.evaluate(() => document.activeElement?.getAttribute("data-day"));
    expect(chosen?.slice(0, 7)).not.toBe(today().slice(0, 7));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "排一场" }).waitFor();
    expect(await page.getByLabel("哪天").inputValue()).toBe(chosen);
    await expectAccessible(page);
    await press("不改了");
  });

  it("branches have names and no people; each gets its own week of the month", async () => {
    await page.getByText("支部", { exact: true }).click();
    for (const name of ["第一支部", "第二支部"]) {
      await page.getByLabel("支部名字").fill(name);
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: `拿掉「${name}」` }).waitFor();
    }
    await addSession(inDays(1), async () => {
      await page.getByLabel("多久一次").selectOption("branches");
      await page.getByText("接下来是").waitFor();
    });
    await saved();
    await page.getByText("2 个固定场排好了").waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
  });

  it("「逢六」 goes on without end, and one of its days is called off", async () => {
    // Not today: the start page shows tomorrow's session as the next one, whatever the day.
    await addSession(inDays(2), async () => {
      await page.getByLabel("多久一次").selectOption("ending");
      await page.getByLabel("这一场叫什么").fill("固定学习日");
    });
    await saved();
    await page.getByText("固定场排好了").waitFor();
    await page.getByText("月历", { exact: true }).click();
    for (let month = 0; month < 14; month += 1) await press("下个月");
    await expect
      .poll(() => page.locator("[data-day]").filter({ hasText: "固定学习日" }).count(), SOON)
      .toBe(3);
    await page.locator("[data-day]").filter({ hasText: "固定学习日" }).first().click();
    await page.getByRole("link", { name: /^改：/u }).click();
    await press("这一场不放了");
    await page.getByText("这一场不放了，月历上划着线").waitFor();
    await page.getByText("不放了 · 60 分").waitFor();
  });

  it("two in one place at one time are told in words, and may stand", async () => {
    const tomorrow = inDays(1);
    await addSession(tomorrow, async () => {
      await page.getByText("套餐", { exact: true }).last().click();
      await page.getByLabel("哪份套餐").selectOption({ label: "7　老年保健餐" });
      await page.getByLabel("几点").fill("08:00");
    });
    await saved();
    await addSession(tomorrow, async () => {
      await page.getByText("直播", { exact: true }).click();
      await page.getByLabel("直播叫什么").fill("党课直播");
      await page.getByLabel("几点").fill("08:30");
    });
    await page.getByText(/撞上了：.*7 号套餐「老年保健餐」/u).waitFor();
    await expectAccessible(page);
    await page.getByLabel("几点").fill("10:30");
    await expect.poll(() => page.getByText(/撞上了/u).count(), SOON).toBe(0);
    await saved();
  });

  it("a row of the study plan is changed in its place; Esc leaves it as it was", async () => {
    await go("#/schedule");
    await page.getByText("学习计划", { exact: true }).click();
    const add = page.getByRole("form", { name: "加进计划" });
    await add.getByLabel("主题").fill("防汛");
    await add.getByRole("button", { name: "加进计划" }).click();
    await page.getByRole("button", { name: "改计划「防汛」" }).click();
    const form = page.getByRole("form", { name: "改计划「防汛」" });
    await form.getByLabel("主题").fill("防汛与避险");
    await form.getByLabel("几场").fill("40");
    await form.getByRole("button", { name: "存下" }).click();
    await page.getByText("场数 1 到 31").waitFor();
    await expectAccessible(page);
    await form.getByLabel("几场").fill("3");
    await form.getByRole("button", { name: "存下" }).click();
    await page.getByText("排了 0 场，计划 3 场").waitFor();
    const again = page.getByRole("button", { name: "改计划「防汛与避险」" });
    await expect
      .poll(() => again.evaluate((button) => button === document.activeElement), SOON)
      .toBe(true);
    await again.click();
    await page
      .getByRole("form", { name: /改计划/u })
      .getByLabel("主题")
      .fill("别的");
    await page.keyboard.press("Escape");
    await again.waitFor();
    await page.getByText("月历", { exact: true }).click();
  });

  it("takes 1970 and 2099, and says what is wrong with a day that is none", async () => {
    for (const date of ["1970-01-01", "2099-12-31"]) {
      await addSession(date, async () => undefined, "礼堂");
      await saved();
      await page.getByText(/^(早上|上午|晚上) ?7:00，礼堂$/u).waitFor();
    }
    await addSession(inDays(3), async () => page.getByLabel("哪天").fill(""));
    await page.getByRole("button", { name: "记下", exact: true }).click();
    await page.getByText("日期写得不对").waitFor();
    await press("不改了");
  });
});

describe("the two together", () => {
  it("the menu's day answers the wish, and the start page says what the session lacks", async () => {
    await go("#/wishes");
    await page.getByText("有着落的 1").click();
    await page.getByText(/放，7 号套餐/u).waitFor();
    await go("#/");
    const next = page.getByRole("region", { name: /活动室/u });
    await next.getByText("《高血压的日常管理》等 3 部还没有片子").waitFor();
    await page.getByRole("region", { name: "居民想看" }).getByText("《地道战》").waitFor();
    await expectAccessible(page);
  });

  it("a menu that is deleted leaves its session standing, in words", async () => {
    await go("#/set-menus");
    await page.getByRole("button", { name: "删掉：老年保健餐" }).click();
    const sure = page.getByRole("button", { name: /删掉/u }).filter({ hasNotText: "：" });
    if (await page.getByText("删了「老年保健餐」").isHidden()) await sure.last().click();
    await go("#/");
    await page.getByText("套餐删掉了，换一份").waitFor();
    await page.getByRole("link", { name: "挑套餐" }).click();
    await page.getByRole("option", { name: "套餐删掉了" }).waitFor({ state: "attached" });
  });
});

describe("the vote", () => {
  it("prints five at most with boxes on one A4 page, and takes the ticks", async () => {
    await go("#/wishes");
    for (const text of ["手机怎么挂号", "腌菜安全不安全", "广场舞新步子", "孙子不听话", "种葡萄"])
      await type(text);
    await press("印勾选单");
    await page.locator(".paper").waitFor();
    expect(await page.locator(".paper ol > li").count()).toBe(5);
    await expectAccessible(page);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
    await page.getByRole("link", { name: "回想看" }).click();
    const ticks = page.getByRole("spinbutton");
    await ticks.first().fill("12");
    await ticks.first().press("Enter");
    await page.getByText("最多，12 个勾").waitFor();
    await page.reload();
    await page.getByText("最多，12 个勾").waitFor();
  });
});

describe("a row that cannot be read", () => {
  it("is counted on the start page and shown in the library, though it is a wish", async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("dianbo-library");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const db = opening.result;
            const writing = db.transaction("records", "readwrite");
            const store = writing.objectStore("records");
            const reading = store.getAll();
            reading.onsuccess = () => {
              const row = reading.result.find(({ kind }) => kind === "wish");
              for (const write of row.fields.text) write.value = 7;
              store.put(row);
            };
            writing.oncomplete = () => {
              db.close();
              resolve();
            };
            writing.onerror = () => reject(writing.error);
          };
        }),
    );
    await go("#/");
    await page.reload();
    const task = page.getByRole("listitem").filter({ hasText: "行读不出来" });
    await task.getByText("1", { exact: true }).waitFor();
    await task.getByRole("link", { name: "看看" }).click();
    await page.getByText("有 1 行读不出来").click();
    await page.getByText("一条想看的").waitFor();
    await expectAccessible(page);
  });
});
