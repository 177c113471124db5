/**
 * The portals' room: the site's own list as start pages, leave in one click, and rules that travel. A
 * portal changes its pages, the room says since when, a signed file mends it.
 */
import { readFile, rm } from "node:fs/promises";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import { builtInRules, type PortalRule, parseRuleFile } from "@dianbo/shared/portal-rule";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { allowHosts, openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { walk } from "../support/keyboard-walk.ts";
import { sha512, signedRules, villageRule } from "../support/rule-files.ts";

const COUNTY = "青川县远教办";
const OLD = villageRule(1, ".the-former-title");
const MENDED = villageRule(2, "h1");

const fileOf = (seed: number, ...rules: PortalRule[]): Promise<string> =>
  signedRules(seed, COUNTY, ...rules);

/** Today as the site says it: 11月24日. */
const today = (): string =>
  new Intl.DateTimeFormat("zh-CN", {
    timeZone: "Asia/Shanghai",
    month: "numeric",
    day: "numeric",
  })
    .format(new Date())
    .replace(/^(\d+)\D+(\d+)\D*$/u, "$1月$2日");

let portal: Portal;
let display: Display;
let profile: string;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  display = await openDisplay();
  profile = await newProfile();
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port });
  page = await browser.context.newPage();
  await page.goto(`chrome-extension://${extensionId()}/app.html#/portals`);
  await page.getByRole("heading", { name: "门户", exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const names = (): Promise<string[]> =>
  page.locator("main section ul > li > div:first-child > a").allTextContents();
const choose = (text: string): Promise<void> =>
  page.locator("input[type=file]").setInputFiles({
    name: "县里.dianbo-rules.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
const press = (name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name }).first().click();

/** Reads a page as the person does, by the toolbar's button; answers where the title came from. */
const titleSourceOf = async (url: string, source: RegExp): Promise<void> => {
  const shown = await openPortalPage(browser, url);
  const panel = await openPanel(browser, shown);
  await panel.getByRole("button", { name: source }).waitFor();
  await panel.close();
  await shown.close();
  await page.bringToFront();
};

describe("the list of portals", () => {
  it("says the way in where it is empty", async () => {
    await page.getByText("名单里还没有门户").waitFor();
    await page.getByRole("button", { name: "把人民网加进名单" }).waitFor();
    await expectAccessible(page);
  });

  it("takes a ready one in one click, and an address with its name", async () => {
    await press("把人民网加进名单");
    await page.getByRole("link", { name: "打开人民网" }).waitFor();
    await page.getByLabel("网址", { exact: true }).fill("javascript:alert(1)");
    await page.getByLabel("名字", { exact: true }).fill("坏的");
    await page.keyboard.press("Enter");
    await page.getByText("这不像网址").waitFor();
    await page.getByLabel("网址", { exact: true }).fill("www.qinghe.gov.cn");
    await page.getByLabel("名字", { exact: true }).fill("青禾县");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "打开青禾县" }).waitFor();
    expect(await names()).toEqual(["人民网", "青禾县"]);
  });

  it("is changed by keys alone, and every step can be taken back", async () => {
    await page.getByRole("button", { name: "改青禾县" }).press("Enter");
    await page.getByLabel("青禾县的名字").fill("青禾县政府");
    await page.keyboard.press("Enter");
    // The new name is stored after the key; the focus must not be taken away by it, then or later.
    await page.getByLabel("青禾县政府的名字").waitFor();
    expect(
      await page
        .getByLabel("青禾县政府的名字")
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await page.getByLabel("栏目网址").fill("www.qinghe.gov.cn/bmfw/");
    await page.getByLabel("栏目名字").fill("便民服务");
    await page.keyboard.press("Enter");
    await page.getByLabel("便民服务的网址").waitFor();
    await page.getByRole("button", { name: "青禾县政府往上挪" }).press("Enter");
    await expectAccessible(page);
    await page.getByRole("button", { name: "改好了" }).press("Enter");
    await expect.poll(names).toEqual(["青禾县政府", "人民网"]);
    await press("撤销");
    await expect.poll(names).toEqual(["人民网", "青禾县政府"]);
    await page.getByRole("button", { name: "改人民网" }).click();
    await press("拿掉这个门户");
    await expect.poll(names).toEqual(["青禾县政府"]);
    await press("撤销");
    await expect.poll(names).toEqual(["人民网", "青禾县政府"]);
    expect(await walk(page)).toEqual([]);
  });

  it("one click opens a column in a tab of its own, which cannot reach back", async () => {
    const [column] = await Promise.all([
      browser.context.waitForEvent("page"),
      page.getByRole("link", { name: "打开便民服务" }).click(),
    ]);
    await column.waitForURL("http://www.qinghe.gov.cn/bmfw/");
    expect(await column.evaluate(() => window.opener)).toBeNull();
    await column.close();
  });

  it("stays when the page is opened again", async () => {
    await page.reload();
    await expect.poll(names).toEqual(["人民网", "青禾县政府"]);
  });
});

describe("rules that travel", () => {
  it("a broken file is refused in words, and nothing is kept", async () => {
    await choose("{}");
    await page.getByText("这不是规则文件").waitFor();
    const changed = (await fileOf(7, OLD)).replace("青禾县政府", "青禾县政务");
    await choose(changed);
    await page.getByText("签名对不上").waitFor();
    expect(await page.evaluate(() => chrome.storage.local.get("portal-rules"))).toEqual({});
  });

  it("a file of somebody new is shown before it is taken", async () => {
    await choose(await fileOf(7, OLD));
    await page.getByText(`签名写的是「${COUNTY}」，这里头一回见`).waitFor();
    await expectAccessible(page);
    await press("收下 1 条");
    await page.getByText("收下了 1 条规则").waitFor();
    await page.getByText(`${COUNTY}给的 · 第 1 版`).waitFor();
  });

  it("a rule that no longer fits says since when", async () => {
    await titleSourceOf(PORTAL_PAGES.article, /^标题，来自(?!门户规则)/u);
    await page.reload();
    await page.getByText(`${COUNTY}给的 · 第 1 版`).waitFor();
    expect(await page.getByText("起认不出").count()).toBe(0);
    await titleSourceOf(PORTAL_PAGES.attachments, /^标题，来自(?!门户规则)/u);
    await page.getByText(`从${today()}起认不出标题`).waitFor();
    await expectAccessible(page);
  });

  it("a newer file of the same signer mends it, and can be taken back", async () => {
    await choose(await fileOf(7, MENDED));
    await page.getByText(`是「${COUNTY}」签的名，和以前收的一样`).waitFor();
    await page.getByText("换掉第 1 版，用第 2 版").waitFor();
    await press("收下 1 条");
    await page.getByText(`${COUNTY}给的 · 第 2 版`).waitFor();
    expect(await page.getByText("起认不出标题").count()).toBe(0);
    await titleSourceOf(PORTAL_PAGES.article, /^标题，来自门户规则/u);
    await page
      .getByRole("region", { name: "认网页的规则" })
      .getByRole("button", { name: "撤销" })
      .click();
    await page.getByText(`${COUNTY}给的 · 第 1 版`).waitFor();
    await choose(await fileOf(7, MENDED));
    await press("收下 1 条");
    await page.getByText(`${COUNTY}给的 · 第 2 版`).waitFor();
  });

  it("another key under a known name is loud, and taken only when somebody has asked", async () => {
    await choose(await fileOf(8, villageRule(3, "h2")));
    await page.getByRole("alert").getByText(`「${COUNTY}」的签名换了`).waitFor();
    await page.getByRole("button", { name: "问过了，收下 1 条" }).waitFor();
    expect(await page.getByRole("button", { name: /^收下/u }).count()).toBe(0);
    await expectAccessible(page);
    await press("不要");
    await page.getByText(`${COUNTY}给的 · 第 2 版`).waitFor();
  });

  it("a rule is switched off and on, and removed", async () => {
    await press("停用青禾县政府的规则");
    await page.getByText("停用了 · ").waitFor();
    await titleSourceOf(PORTAL_PAGES.article, /^标题，来自(?!门户规则)/u);
    await press("再用上青禾县政府的规则");
    await titleSourceOf(PORTAL_PAGES.article, /^标题，来自门户规则/u);
    await page.getByText(/^自带 \d+ 条/u).click();
    await press("停用人民网的规则");
    await page.getByText("停用 1 条").waitFor();
    await press("再用上人民网的规则");
  });

  it("goes out as a signed file that another site can read", async () => {
    const download = page.waitForEvent("download");
    await press("导出规则");
    const file = await download;
    await page
      .getByText(/^「本站 规则 \d{4}-\d\d-\d\d\.dianbo-rules\.json」在下载文件夹里/u)
      .waitFor();
    const read = await parseRuleFile(await readFile(await file.path(), "utf8"), sha512);
    if (!read.ok) throw new Error(read.error.type);
    expect(read.value.rules).toContainEqual(MENDED);
    expect(read.value.rules).toHaveLength(builtInRules().length + 1);
    await press("拿掉青禾县政府的规则");
    await expect.poll(() => page.getByText(`${COUNTY}给的`).count()).toBe(0);
  });
});

describe("leave and yield", () => {
  it("asks for the whole list at once, and takes back one portal", async () => {
    await expect.poll(() => page.getByText("还没准许").count()).toBe(2);
    await page.bringToFront();
    await allowHosts(display, () => press("把我名单里的网站一次都准了"));
    await page.getByText("名单里的网站都准许过了").waitFor();
    await press("收回人民网的准许");
    await page.getByText("还没准许").waitFor();
    expect(await page.getByText("准许过了", { exact: true }).count()).toBe(1);
  });

  it("says what the last session brought", async () => {
    expect(await page.getByText("还没存过").count()).toBe(2);
    const shown = await openPortalPage(browser, PORTAL_PAGES.article);
    const panel = await openPanel(browser, shown);
    await panel.keyboard.press("4");
    await panel.getByText("存下了，归在科普知识。").waitFor();
    await page.bringToFront();
    await page.getByText(`上次 ${today()}，存了 1 条`).waitFor();
    expect(await page.getByText("还没存过").count()).toBe(1);
  });
});
