/** Arranging without a mouse: a set menu is built by keys alone, and the book lists it. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { isStored } from "../support/is-stored.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");

/** Old PCs are slow, and so is a busy test machine. */
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
  if (profile !== undefined) await rm(profile, { recursive: true, force: true });
});

const titles = (): Promise<string[]> => page.locator("[data-entry]").allTextContents();
const total = (): Promise<string | null> => page.locator("output b").textContent();

const expectAccessible = async (): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

describe("a set menu by keys alone", () => {
  it("opens from the list", async () => {
    await page.goto(`http://127.0.0.1:${server.port}/#/set-menus`);
    await page
      .getByRole("main")
      .getByRole("link", { name: /银发数字餐/u })
      .focus();
    await expectAccessible();
    await page.keyboard.press("Enter");
    await page.getByRole("row").first().waitFor();
    await expectAccessible();
    expect(await total()).toBe("64");
    expect(await page.getByText("超出 4 分").count()).toBe(1);
  });

  it("moves with Alt+↓, takes out with Del, takes back with Ctrl+Z, and says so", async () => {
    const [first, second, third] = await titles();
    await page.getByRole("row").first().focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(titles, SOON).toEqual([second, first, third]);
    await expect
      .poll(() => page.locator("main [role=status]").textContent(), SOON)
      .toBe(`「${first}」挪到第 2 个，共 3 个`);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(first);
    await page.keyboard.press("Delete");
    await expect.poll(titles, SOON).toEqual([second, third]);
    await page.keyboard.press("Control+z");
    await expect.poll(titles, SOON).toEqual([second, first, third]);
  });

  it("moves by drag and drop from the keyboard, for screen readers", async () => {
    const [first, second, third] = await titles();
    await page.getByRole("row").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /插入/u }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(titles, SOON).toEqual([second, first, third]);
  });

  it("adds by number, by initials, and an activity", async () => {
    const before = await titles();
    const add = page.getByRole("combobox", { name: "加节目" });
    await add.fill("5008");
    await add.press("Enter");
    await expect.poll(titles, SOON).toEqual([...before, "八段锦教学"]);
    await add.fill("jtyyaq");
    await page.getByRole("option", { name: /家庭用药安全/u }).waitFor();
    await add.press("Enter");
    await add.fill("讨论 30");
    await add.press("Enter");
    await expect.poll(titles, SOON).toEqual([...before, "八段锦教学", "家庭用药安全", "讨论"]);
    await expect.poll(total, SOON).toBe("130");
  });

  it("asks what may be meant where a word is mistyped, and takes it by Enter", async () => {
    const before = await titles();
    const add = page.getByRole("combobox", { name: "加节目" });
    await add.fill("八断锦教学");
    const meant = page.getByRole("group", { name: "您是不是要找" });
    await meant.getByRole("option", { name: /八段锦教学/u }).waitFor();
    await expectAccessible();
    await add.press("Enter");
    await expect.poll(titles, SOON).toEqual([...before, "八段锦教学"]);
    expect(await add.inputValue()).toBe("");
    await page.getByRole("row").last().focus();
    await page.keyboard.press("Delete");
    await expect.poll(titles, SOON).toEqual(before);
  });

  it("keeps name and notes over a restart of the page", async () => {
    await page.getByLabel("套餐的名字").fill("银发手机餐");
    await page.keyboard.press("Enter");
    await page.getByLabel("事后心得").fill("回家教会一个人");
    await page.keyboard.press("Tab");
    // Leaving the field keeps it; the store has it a moment later.
    await expect.poll(() => isStored(page, "回家教会一个人"), SOON).toBe(true);
    const arranged = await titles();
    await page.reload();
    await expect.poll(titles, SOON).toEqual(arranged);
    expect(await page.getByLabel("套餐的名字").inputValue()).toBe("银发手机餐");
    expect(await page.getByLabel("事后心得").inputValue()).toBe("回家教会一个人");
  });
});

describe("a set menu from nothing, by keys alone", () => {
  it("is named, filled, marked must-play and given a spare", async () => {
    await page.goto(`http://127.0.0.1:${server.port}/#/set-menus`);
    await page.getByRole("button", { name: "新套餐" }).focus();
    await page.keyboard.press("Enter");
    const name = page.getByLabel("套餐的名字");
    await name.waitFor();
    // The new menu waits for its name: it is selected, so typing is enough.
    await page.keyboard.type("雨天餐");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "加节目" }).focus();
    for (const typed of ["4002", "4004", "讨论 10"]) {
      await page.keyboard.type(typed);
      await page.keyboard.press("Enter");
    }
    await expect.poll(titles, SOON).toEqual(["夏季防汛避险知识", "雷电天气怎样避险", "讨论"]);
    await page.getByRole("combobox", { name: "选备片" }).focus();
    await page.keyboard.type("4016");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "不要备片「台风预警信号图解」" }).waitFor();
    await page.getByRole("button", { name: "选播：「夏季防汛避险知识」" }).focus();
    await page.keyboard.press("Space");
    await page.getByText("必播 16 分", { exact: true }).waitFor();
    await page.getByRole("img", { name: "共 34 分，其中必播 16 分，一场 60 分" }).waitFor();
    await expectAccessible();
  });

  it("has a cover sheet that is one A4 page", async () => {
    await page.getByRole("link", { name: "封面" }).focus();
    await page.keyboard.press("Enter");
    const cover = page.locator(".paper");
    await cover.waitFor();
    const text = (await cover.textContent()) ?? "";
    for (const word of ["11", "雨天餐", "34", "夏季防汛避险知识", "必播", "讨论", "备片 4016"]) {
      expect(text).toContain(word);
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/u.exec(pdf) ?? [];
    expect(Number(width)).toBeCloseTo(842, 0);
    expect(Number(height)).toBeCloseTo(595, 0);
    await page.getByRole("link", { name: "返回这份套餐" }).click();
    await page.getByRole("row").first().waitFor();
  });

  it("is dragged into another order with the mouse", async () => {
    const [first, second, third] = await titles();
    await page
      .getByRole("row")
      .nth(2)
      .dragTo(page.getByRole("row").first(), { targetPosition: { x: 200, y: 4 } });
    await expect.poll(titles, SOON).toEqual([third, first, second]);
  });
});

describe("配餐", () => {
  const slots = (): Promise<string[]> =>
    page.locator("aside ol li span[class*=title]").allTextContents();

  it("proposes beside a menu, keeps what is locked, draws one place again, is taken and undone", async () => {
    const before = await titles();
    await page.getByText("配餐", { exact: true }).click();
    await page.getByRole("button", { name: "用这一份" }).waitFor();
    await expectAccessible();
    // The discussion of ten minutes is kept free; what must be played stands in the draft and cannot be swapped.
    const drawn = await slots();
    expect(drawn).toContain("夏季防汛避险知识");
    expect(await page.getByRole("button", { name: "换掉「夏季防汛避险知识」" }).count()).toBe(0);
    expect(await page.getByText("活动占 10 分").count()).toBe(1);
    const [locked, swapped] = drawn.filter((title) => title !== "夏季防汛避险知识");
    const swap = swapped ?? locked ?? "";
    if (swapped !== undefined) {
      await page.getByRole("button", { name: `锁住「${locked}」` }).click();
    }
    await page.getByRole("button", { name: `换掉「${swap}」` }).click();
    await page.getByText(`「${swap}」换成了`).waitFor();
    const redrawn = await slots();
    expect(redrawn).toHaveLength(drawn.length);
    for (const [place, title] of drawn.entries()) {
      if (title === swap) expect(redrawn[place]).not.toBe(swap);
      else expect(redrawn[place]).toBe(title);
    }
    await page.getByRole("button", { name: "换一份" }).click();
    if (swapped !== undefined) expect(await slots()).toContain(locked);
    const chosen = await slots();
    await page.getByRole("button", { name: "用这一份" }).click();
    await expect.poll(titles, SOON).toEqual(["讨论", ...chosen]);
    expect(
      Number(await page.locator("section output b").first().textContent()),
    ).toBeLessThanOrEqual(60);
    await page.getByRole("button", { name: "撤销" }).first().click();
    await expect.poll(titles, SOON).toEqual(before);
  });

  it("makes a menu from nothing in one step, and takes it back in one", async () => {
    await page.goto(`http://127.0.0.1:${server.port}/#/set-menus/compose`);
    await page.getByRole("button", { name: "老年人", exact: true }).click();
    await page.getByRole("button", { name: "5 文体卫生" }).click();
    await page.locator("main ol li").first().waitFor();
    await page.getByRole("button", { name: "用这一份" }).click();
    await page.getByRole("row").first().waitFor();
    expect(await page.getByLabel("套餐的名字").inputValue()).toBe("老年人60分餐");
    await page.getByRole("button", { name: "撤销" }).first().click();
    await page.getByText("这份套餐不在了").waitFor();
  });

  it("starts from one of ten patterns", async () => {
    await page.goto(`http://127.0.0.1:${server.port}/#/set-menus/starters`);
    await page.getByRole("button", { name: "配好一份：主题党日标准餐" }).waitFor();
    await page.getByRole("button", { name: "配好一份：主题党日标准餐" }).click();
    await page.getByRole("row").first().waitFor();
    expect((await titles()).at(-1)).toBe("讨论");
    expect(Number(await total())).toBeLessThanOrEqual(60);
    expect(await page.getByLabel("事前讲解").inputValue()).not.toBe("");
    await page.getByRole("button", { name: "撤销" }).first().click();
    await page.getByText("这份套餐不在了").waitFor();
  });
});

describe("the season's end", () => {
  it("archives a menu out of the lists, keeps its number, and brings it back", async () => {
    await page.goto(`http://127.0.0.1:${server.port}/#/set-menus`);
    await page.getByRole("button", { name: "收起：雨天餐" }).click();
    await page.getByText("收起了「雨天餐」，号码还是它的").waitFor();
    await page.getByText("收起来的，1 份").click();
    await page.getByRole("button", { name: "放回来：雨天餐" }).waitFor();
    await expectAccessible();
    await page.goto(`http://127.0.0.1:${server.port}/#/book`);
    await page.getByText("银发手机餐").waitFor();
    expect(await page.getByText("雨天餐").count()).toBe(0);
    await page.goto(`http://127.0.0.1:${server.port}/#/set-menus`);
    await page.getByText("收起来的，1 份").click();
    await page.getByRole("button", { name: "放回来：雨天餐" }).click();
    await page.getByText("放回来 1 份，号码没变").waitFor();
    await page
      .getByRole("main")
      .getByRole("link", { name: /^11.*雨天餐/u })
      .waitFor();
  });

  it("archives several at once, and takes that back in one step", async () => {
    await page.goto(`http://127.0.0.1:${server.port}/#/set-menus`);
    await page.getByRole("button", { name: "收起几份" }).click();
    const bar = page.getByRole("toolbar", { name: "收起几份" });
    await expect
      .poll(() => bar.getByRole("button", { name: "收起", exact: true }).isDisabled())
      .toBe(true);
    await page.getByRole("checkbox", { name: "勾上「雨天餐」" }).check();
    await page.getByRole("checkbox", { name: "勾上「老年保健餐」" }).check();
    await expectAccessible();
    await bar.getByRole("button", { name: "收起这 2 份" }).click();
    await page.getByText("收起了 2 份，号码还是它们的").waitFor();
    await page.getByText("收起来的，2 份").waitFor();
    await page.getByRole("button", { name: "撤销" }).first().click();
    await page.getByText("收起来的，2 份").waitFor({ state: "detached" });
    await page
      .getByRole("main")
      .getByRole("link", { name: /老年保健餐/u })
      .waitFor();
  });
});

describe("the on-demand book", () => {
  it("lists set menus and shelves from the library, walked by arrow keys", async () => {
    await page.goto(`http://127.0.0.1:${server.port}/#/book`);
    await page.getByText("银发手机餐").waitFor();
    await page.getByRole("tab").first().focus();
    await page.keyboard.press("ArrowUp");
    await page.getByRole("tab", { selected: true, name: /文体卫生/u }).waitFor();
    await page.getByText("电影《上甘岭》").waitFor();
    await expectAccessible();
  });
});
