/**
 * A whole list: three pages of it ticked in six clicks, kept one by one behind the person's back, cut off
 * by a power cut in the middle, and whole afterwards: nothing lost, nothing twice.
 */
import { rm } from "node:fs/promises";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { allowHosts, openPortalPage } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { openListPanel, storedBy } from "../support/listed.ts";
import { until } from "../support/until.ts";

const LIST = "http://www.qinghe.gov.cn/nyjs/";
/** Rows of the three pages: 52 articles, one link to another site, one page that is gone. */
const ROWS = 54;

let portal: Portal;
let display: Display;
let profile: string;
let browser: TestBrowser;

const start = async (): Promise<void> => {
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port });
};

const openExtensionPage = async (): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${extensionId()}/welcome.html`);
  return page;
};

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  display = await openDisplay();
  profile = await newProfile();
  await start();
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("a list of three pages", () => {
  it("is ticked, turned, filed and queued in six clicks", async () => {
    const page = await openPortalPage(browser, LIST);
    let clicks = 1;
    const panel = await openListPanel(browser, page);
    const boxes = panel.getByRole("list").getByRole("checkbox");
    const click = async (name: string): Promise<void> => {
      clicks += 1;
      await panel.getByRole("button", { name }).click();
    };
    await until(async () => (await boxes.count()) === 20, "the rows of the first page");
    await click("再翻一页");
    await until(async () => (await boxes.count()) === 40, "the rows of the second page");
    await click("再翻一页");
    await until(async () => (await boxes.count()) === ROWS, "the rows of the third page");
    await expectAccessible(panel);
    await click("3 全部归实用技术");
    await allowHosts(display, () => click(`存下 ${ROWS} 条`));
    // The browser's own 「允许」.
    clicks += 1;
    expect(clicks).toBeLessThanOrEqual(6);
    await panel.getByRole("progressbar").waitFor();
    await expectAccessible(panel);
    await panel.close();
  });

  it("goes on without the panel, survives a power cut, and is whole", async () => {
    const before = await openExtensionPage();
    const kept = async (at: Page): Promise<number> =>
      (await storedBy(at)).states.filter((state) => state === "kept").length;
    await until(async () => (await kept(before)) >= 16, "sixteen items to be kept", 90);
    await browser.kill();
    await start();
    const after = await openExtensionPage();
    await until(
      async () => !(await storedBy(after)).states.includes("waiting"),
      "the rest of the list to be kept",
      150,
    );
    const { kept: items, states } = await storedBy(after);
    expect(states.filter((state) => state !== "kept")).toEqual(["page-gone"]);
    expect(items).toHaveLength(ROWS - 1);
    expect(new Set(items.map(({ url }) => url)).size).toBe(ROWS - 1);
    expect(new Set(items.map(({ number }) => number)).size).toBe(ROWS - 1);
    expect(items.every(({ number }) => String(number).startsWith("3"))).toBe(true);
    expect(items.filter(({ kind }) => kind === "article")).toHaveLength(ROWS - 2);
    expect(items.filter(({ kind }) => kind === "link").map(({ url }) => url)).toEqual([
      expect.stringContaining("http://www.12371.cn"),
    ]);
    // The other site's page was never opened: leave was asked for the list's own site alone.
    expect(portal.requests.some(({ host }) => host.includes("12371.cn"))).toBe(false);
    await after.close();
  });

  it("marks what is held, and offers only what failed", async () => {
    const page = await openPortalPage(browser, LIST);
    const panel = await openListPanel(browser, page);
    await until(
      async () => (await panel.locator("li .num").count()) === 19,
      "the numbers of what is held",
    );
    expect(await panel.getByRole("list").getByRole("checkbox").count()).toBe(1);
    await panel.keyboard.press("3");
    await panel.keyboard.press("Enter");
    await panel.getByText("门户上没有这一页了").waitFor();
    await expectAccessible(panel);
    portal.switches.status.set("/nyjs/202611/t20261112_4109999.shtml", 500);
    await panel.getByRole("button", { name: "没存成的再试一次" }).click();
    await panel.getByText("门户没让看").waitFor();
    await panel.getByRole("button", { name: "好了" }).click();
    await panel.getByRole("button", { name: "只存这一页的链接" }).click();
    expect(await panel.locator("#title").inputValue()).toBe("农技课堂");
    // What was filed by the list is what the administrator did before: it speaks for the next page.
    await panel.getByText(/栏目是「农技课堂」，您把同栏目的 5\d 条都归在这里/u).waitFor();
    await panel.close();
  });
});

/** A rule from outside for the list's own host, as it is stored: it names the data of one list. */
const RULE = {
  id: "from-outside",
  version: 1,
  name: "青禾县",
  hosts: ["www.qinghe.gov.cn"],
  pages: [
    { kind: "article", path: "/t\\d{8}_\\d+\\.s?html$" },
    { kind: "list", path: "^/(?:zcjd|col/col1229)/" },
  ],
  fields: { title: [".article h1"] },
  listData: [{ path: "^/zcjd/", url: "zcjd_{n}.jsonp", size: 4 }],
};
const LONG = "http://www.qinghe.gov.cn/bmfw/202610/t20261030_4098100.shtml";
/** Rows of the other lists: ten articles, and the long one. */
const OTHER_ROWS = 11;

/** The markup of the article that was kept from an address. */
const articleFrom = (page: Page, url: string): Promise<string> =>
  page.evaluate(
    (wanted) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("records").objectStore("records").getAll();
          all.onsuccess = () => {
            opening.result.close();
            const row = all.result.find(({ fields }) => fields.source?.[0]?.value?.url === wanted);
            resolve(String(row?.fields.article?.[0]?.value?.html ?? ""));
          };
        };
      }),
    url,
  );

describe("lists of other makes", () => {
  const keepRule = async (): Promise<void> => {
    const background = await browser.background();
    await background.evaluate(
      async (rule) =>
        await chrome.storage.local.set({
          "portal-rules": {
            fromOutside: [
              { publisher: "县远教办", publisherKey: "0a".repeat(32), takenAt: 1, rule },
            ],
            switchedOff: [],
            signers: [],
          },
        }),
      RULE,
    );
  };
  const turnedThrough = async (address: string): Promise<Page> => {
    const page = await openPortalPage(browser, address);
    const panel = await openListPanel(browser, page);
    const rows = panel.getByRole("list").getByRole("listitem");
    for (const count of [4, 8]) {
      await until(async () => (await rows.count()) === count, `${count} rows`);
      await panel.getByRole("button", { name: "再翻一页" }).click();
    }
    await until(async () => (await rows.count()) === OTHER_ROWS, "all rows");
    return panel;
  };

  it("大汉's goes on by its data proxy; an article of two pages is kept whole, its pictures with their words", async () => {
    await keepRule();
    const panel = await turnedThrough("http://www.qinghe.gov.cn/col/col1229/index.html");
    const asked = portal.requests.filter(({ path }) => path.endsWith("dataproxy.jsp"));
    expect(asked.map(({ method }) => method)).toEqual(["POST", "POST"]);
    await panel.getByRole("button", { name: "4 全部归科普知识" }).click();
    await panel.getByRole("button", { name: `存下 ${OTHER_ROWS} 条` }).click();
    await panel.getByRole("progressbar").waitFor();
    const beside = await openExtensionPage();
    await until(
      async () => !(await storedBy(beside)).states.includes("waiting"),
      "the other list to be kept",
      90,
    );
    const article = await articleFrom(beside, LONG);
    const words = [...article.matchAll(/<figcaption>([^<]+)<\/figcaption>/gu)].map(
      ([, text]) => text,
    );
    expect(words).toEqual(["充电车棚的新线槽。县消防救援大队供图", "雨天别碰室外的插座。资料图片"]);
    expect(article.match(/src="media:/gu)).toHaveLength(2);
    expect(article).toContain("先看电表箱");
    expect(article).toContain("最后看插座和插头");
    const id = (await storedBy(beside)).kept.find(({ url }) => url === LONG)?.id;
    await beside.goto(`chrome-extension://${extensionId()}/app.html#/library/${id}`);
    const sheet = beside.frameLocator("iframe[sandbox]");
    await sheet.getByText("先看电表箱").waitFor();
    await sheet.getByText("最后看插座和插头").waitFor();
    expect(await sheet.locator("figure figcaption").allTextContents()).toEqual(words);
    expect(await sheet.locator("table tr").allInnerTexts()).toEqual([
      "家里的电器\t该用的线",
      "电灯、电视\t1.5 平方",
      "空调、热水器\t4 平方",
    ]);
    await until(
      () =>
        sheet
          .locator("figure img")
          .evaluateAll((all) =>
            all.every((one) => one instanceof HTMLImageElement && one.naturalWidth > 0),
          ),
      "the pictures to be seen",
    );
    await expectAccessible(beside);
    await beside.close();
    await panel.close();
  });

  it("how the portal's rule fared on the list's pages is counted", async () => {
    const background = await browser.background();
    const health = await background.evaluate(
      async () => (await chrome.storage.local.get("portal-rule-health"))["portal-rule-health"],
    );
    expect(health).toContainEqual(
      expect.objectContaining({
        rule: RULE.id,
        kinds: { article: { hits: OTHER_ROWS, misses: 0 } },
        runs: {},
      }),
    );
  });

  it("one that is drawn from data in a callback is read from the data, which never runs", async () => {
    const panel = await turnedThrough("http://www.qinghe.gov.cn/zcjd/");
    const asked = portal.requests.filter(({ path }) => path.startsWith("/zcjd/zcjd_"));
    expect(new Set(asked.map(({ path }) => path))).toEqual(
      new Set([1, 2, 3].map((number) => `/zcjd/zcjd_${number}.jsonp`)),
    );
    await until(
      async () => (await panel.locator("li .num").count()) === OTHER_ROWS,
      "the numbers of what is held",
    );
    await panel.close();
  });
});
