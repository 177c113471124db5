/**
 * A rule from outside in a real browser: it reads the page before all other layers, the page never sees it,
 * a protected film is told in words, and switched off it is as if it had never been.
 */
import { rm } from "node:fs/promises";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";

let portal: Portal;
let display: Display;
let profile: string;
let browser: TestBrowser;

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  display = await openDisplay();
  profile = await newProfile();
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port });
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const RULE = {
  id: "from-outside",
  version: 1,
  name: "清河县",
  hosts: ["www.qinghe.gov.cn"],
  pages: [{ kind: "article", path: "/t\\d{8}_\\d+\\.shtml$" }],
  fields: { title: ["title"] },
};

const keep = async (rule: object, switchedOff: readonly string[]): Promise<void> => {
  const background = await browser.background();
  await background.evaluate(
    async (stored) => await chrome.storage.local.set({ "portal-rules": stored }),
    {
      fromOutside: [{ publisher: "县远教办", publisherKey: "0a".repeat(32), takenAt: 1, rule }],
      switchedOff,
      signers: [],
    },
  );
};

/** The panel on a freshly opened page, and the page. */
const look = async (): Promise<readonly [Page, Page]> => {
  const page = await openPortalPage(browser, PORTAL_PAGES.article);
  return [await openPanel(browser, page), page];
};

const titleFrom = (panel: Page, source: string) =>
  panel.getByRole("button", { name: new RegExp(`^标题，来自${source} · `, "u") }).waitFor();

it("reads the page by the rule, of which the page sees nothing", async () => {
  await keep(RULE, []);
  const [panel, page] = await look();
  await titleFrom(panel, "门户规则");
  expect(await panel.locator("#title").inputValue()).toBe(await page.title());
  expect(await page.evaluate(() => Reflect.has(globalThis, "dianboPortalRules"))).toBe(false);
  await panel.close();
  await page.close();
});

it("reads the page as before once the rule is switched off, or when it is none", async () => {
  for (const [rule, off] of [
    [RULE, [RULE.id]],
    [{ ...RULE, fields: { title: [{ selector: "title", pattern: "(a+)+b" }] } }, []],
  ] as const) {
    await keep(rule, off);
    const [panel, page] = await look();
    await titleFrom(panel, "页面标签");
    await panel.close();
    await page.close();
  }
});

it("says in words why a protected film is kept as a link", async () => {
  await keep({ ...RULE, protected: [{ because: "live", page: "/bmfw/" }] }, []);
  const [panel, page] = await look();
  await panel.getByText("这是直播，没有能存的文件，先存链接。").waitFor();
  await expectAccessible(panel);
  await panel.close();
  await page.close();
});
