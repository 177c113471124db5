/**
 * Films that no page names: a player that fetches by script, a player in a frame of another host. The panel
 * asks for the hosts by name, the page opens again, what the player fetches becomes one item under the
 * lesson's own title, and is kept as a file.
 */
import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { allowHosts, openPanel, openPortalPage } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import {
  FRAME_PAGE,
  MUTE_PAGE,
  SHY_PAGE,
  SHY_TITLE,
  type ShySite,
  serveShyPlayers,
} from "../support/lessons/shy-player.ts";

const SOON = { timeout: 20_000 };

let site: ShySite;
let display: Display;
let profile: string;
let browser: TestBrowser;

beforeAll(async () => {
  site = await serveShyPlayers();
  display = await openDisplay();
  profile = await newProfile();
  browser = await openBrowser({ profile, display, extension: true, portal: site.port });
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await site?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const look = async (url: string): Promise<readonly [Page, Page]> => {
  const page = await openPortalPage(browser, url);
  return [await openPanel(browser, page), page];
};

const withFile = (panel: Page) => panel.getByText("连视频一起下载");

it("finds what the page's own script has fetched, the lesson and not the advertisement", async () => {
  const page = await openPortalPage(browser, SHY_PAGE);
  await page.waitForFunction(() => (document.querySelector("video")?.readyState ?? 0) > 0);
  const panel = await openPanel(browser, page);
  await withFile(panel).waitFor(SOON);
  expect(await panel.locator("#title").inputValue()).toBe(SHY_TITLE);
  await panel.getByText("要从 www.shy.gov.cn、vod.shy.gov.cn 取文件").waitFor();
  await panel.close();
  await page.close();
});

it("asks for the page's host, opens it again, and finds a film that is not named like one", async () => {
  const [panel, page] = await look(MUTE_PAGE);
  await panel.getByText("页上有播放器，片子的地址它没写出来").waitFor();
  await panel.getByText("要看 www.shy.gov.cn 在取什么片子").waitFor();
  await expectAccessible(panel);
  await allowHosts(display, () => panel.getByRole("button", { name: "找出这部片子" }).click());
  await withFile(panel).waitFor(SOON);
  expect(await panel.locator("#title").inputValue()).toBe(SHY_TITLE);
  await panel.close();
  await page.close();
});

it("asks for a frame's host by name, and finds the film in it", async () => {
  const [panel, page] = await look(FRAME_PAGE);
  await panel.getByText("要看 www.shy.gov.cn、player.shy.gov.cn 在取什么片子").waitFor();
  await allowHosts(display, () => panel.getByRole("button", { name: "找出这部片子" }).click());
  await withFile(panel).waitFor(SOON);
  expect(await panel.locator("#title").inputValue()).toBe(SHY_TITLE);
  await expectAccessible(panel);
  await panel.close();
  await page.close();
});
