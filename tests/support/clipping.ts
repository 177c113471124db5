/** Clipping as an administrator does it: toolbar, panel, one key, the browser's own question. */
import type { Page } from "playwright-core";
import { clickToolbar, extensionId, type TestBrowser } from "./browser.ts";
import type { Display } from "./display.ts";
import { until } from "./until.ts";

/** Where the demonstration portal's pages stand under real host names. */
export const PORTAL_PAGES = {
  film: "http://www.12371.cn/2026/11/23/VIDE1795393800000014.shtml",
  sound: "http://www.12371.cn/2026/11/05/AUDI1793833200000009.shtml",
  article: "http://www.qinghe.gov.cn/bmfw/202611/t20261120_4101023.shtml",
  attachments: "http://www.qinghe.gov.cn/bmfw/202611/t20261110_4099541.shtml",
  frames: "http://www.qinghe.gov.cn/wsbs/",
} as const;

/** Opens a portal page in a tab of its own. */
export const openPortalPage = async (browser: TestBrowser, url: string): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(url);
  return page;
};

/**
 * Presses the toolbar's button on a page, then shows the panel in a tab of its own, where it can be
 * driven; the button has granted `activeTab` for the page, as it does for the side panel.
 */
export const openPanel = async (browser: TestBrowser, page: Page): Promise<Page> => {
  await clickToolbar(browser, page);
  const background = await browser.background();
  const tab = await background.evaluate(
    async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
  );
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${extensionId()}/panel.html?tab=${tab}`);
  await panel.locator("#title").waitFor();
  return panel;
};

/**
 * Whether the panel beside the page has read it and holds the keyboard: a key that comes before is lost.
 * Playwright does not list side panels among its pages, so it is asked over the browser's own session.
 */
export const panelTakesKeys = async (browser: TestBrowser): Promise<boolean> => {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  if (session === undefined) return false;
  try {
    const { targetInfos } = await session.send("Target.getTargets");
    const panel = targetInfos.find(({ url }) => url.includes("panel.html?tab="));
    if (panel === undefined) return false;
    const { sessionId } = await session.send("Target.attachToTarget", { targetId: panel.targetId });
    const answer = new Promise<string>((resolve) => {
      session.on("Target.receivedMessageFromTarget", ({ message }) => resolve(message));
    });
    const expression = "document.hasFocus() && document.querySelector('#title') !== null";
    await session.send("Target.sendMessageToTarget", {
      sessionId,
      message: JSON.stringify({ id: 1, method: "Runtime.evaluate", params: { expression } }),
    });
    return (await answer).includes('"value":true');
  } finally {
    await session.detach();
  }
};

/** Does what makes the browser ask about a portal's hosts, waits for the question, and says yes to it. */
export const allowHosts = async (display: Display, act: () => Promise<void>): Promise<void> => {
  const before = await display.brightness();
  await act();
  const asked = async (): Promise<boolean> => (await display.brightness()) < before * 0.8;
  await until(asked, "the browser's question about the portal's hosts");
  await until(() => display.rests(700), "the question to stand still and take answers");
  await display.press("Tab", "Return");
  await until(async () => !(await asked()), "the question to go away");
};
