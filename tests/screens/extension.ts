/** Pictures of what stands in the extension: the clip panel, 400 wide, and the inbox with rows. */
import { rm } from "node:fs/promises";
import {
  clickToolbar,
  extensionId,
  newProfile,
  openBrowser,
  type TestBrowser,
} from "../support/browser.ts";
import { openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { take } from "./picture.ts";

const LIST = "http://www.qinghe.gov.cn/nyjs/";

/** The list to pick from; the heading stands where an article has its title. */
const takeList = async (browser: TestBrowser): Promise<void> => {
  const page = await openPortalPage(browser, LIST);
  await clickToolbar(browser, page);
  const background = await browser.background();
  const tab = await background.evaluate(
    async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
  );
  const panel = await browser.context.newPage();
  await panel.setViewportSize({ width: 400, height: 768 });
  await panel.goto(`chrome-extension://${extensionId()}/panel.html?tab=${tab}`);
  for (const manner of MANNERS) {
    await speak(panel, manner);
    await panel.getByRole("list").getByRole("checkbox").first().waitFor();
    await take(panel, "02-clip-panel-list", manner);
  }
  await speak(panel, "zh");
  await panel.close();
};

/** The reprint of the article that `01-clip-panel-article` shows, on another portal. */
const REPRINT = "http://www.12371.cn/2026/11/22/ARTI1795305900000131.shtml";

/** The panel on a page that is held already, on one whose text is held, and what a page without text gives. */
const takeDuplicates = async (browser: TestBrowser): Promise<void> => {
  const page = await openPortalPage(browser, PORTAL_PAGES.article);
  const first = await openPanel(browser, page);
  // Without leave for the portal's pictures the text is saved all the same.
  await first.evaluate(() => Reflect.set(chrome.permissions, "request", async () => false));
  await first.getByText("库里没有同一部").waitFor();
  await first.keyboard.press("4");
  await first.getByText("存下了").first().waitFor();
  await first.close();
  for (const [url, name] of [
    [PORTAL_PAGES.article, "01-clip-panel-held"],
    [REPRINT, "01-clip-panel-duplicate"],
  ] as const) {
    const panel = await openPanel(browser, await openPortalPage(browser, url));
    await panel.setViewportSize({ width: 400, height: 768 });
    for (const manner of MANNERS) {
      await speak(panel, manner);
      await panel.locator("#title").waitFor();
      await take(panel, name, manner);
    }
    await speak(panel, "zh");
    await panel.close();
  }
};

/** All of the extension. `portal` is the port of the demonstration portal. */
export const takeExtension = async (portal: number): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, extension: true, portal });
  try {
    for (const [url, name] of [
      [PORTAL_PAGES.film, "01-clip-panel"],
      [PORTAL_PAGES.article, "01-clip-panel-article"],
      [PORTAL_PAGES.frames, "01-clip-panel-link"],
    ] as const) {
      const panel = await openPanel(browser, await openPortalPage(browser, url));
      await panel.setViewportSize({ width: 400, height: 768 });
      for (const manner of MANNERS) {
        await speak(panel, manner);
        await panel.locator("#title").waitFor();
        await take(panel, name, manner);
      }
      await speak(panel, "zh");
      if (name === "01-clip-panel-link") {
        await panel.getByRole("button", { name: /不归类/u }).click();
        await panel.getByText("存进收件箱了").waitFor();
        await take(panel, "01-clip-panel-saved");
      }
      await panel.close();
    }
    await takeList(browser);
    await takeDuplicates(browser);
    const app = await browser.context.newPage();
    await app.setViewportSize({ width: 1366, height: 768 });
    await app.goto(`chrome-extension://${extensionId()}/app.html#/inbox`);
    for (const manner of MANNERS) {
      await speak(app, manner);
      await app.locator("main h1").waitFor();
      await take(app, "03-inbox", manner);
    }
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};
