/** Pictures of channels on the web: news that came by themselves, a channel's QR code. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { channelLink } from "@dianbo/shared/channel";
import type { Page } from "playwright-core";
import { DIST, newProfile, openBrowser } from "../support/browser.ts";
import { type ChannelHost, serveChannels } from "../support/channel-host.ts";
import { countyItems, countyRelease } from "../support/county-channel.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { take } from "./picture.ts";

const subscribe = async (page: Page, link: string): Promise<void> => {
  await page.locator("main form input[inputmode=url]").fill(link);
  await page.locator("main form button[type=submit]").click();
  await page.locator("main aside select").waitFor();
};

const giveUp = async (page: Page): Promise<void> => {
  await page.locator("main li button[aria-expanded]").first().click();
  await page.locator("[role=alertdialog] button").first().click();
  await page.locator("main li select").waitFor({ state: "detached" });
};

/** Takes one item into the book: samples are given out to nobody. */
const takeOne = async (page: Page, address: string, link: string): Promise<void> => {
  await page.goto(`${address}/#/channels`);
  await subscribe(page, link);
  await page.locator("main aside button").first().click();
  await page.locator('main li a[href^="#/channels/"]').first().click();
  await page.locator("[data-item] button").last().click();
  await page.locator('[data-item] a[href^="#/library/"]').first().waitFor();
  await page.goto(`${address}/#/channels`);
  await giveUp(page);
};

/** Gives a channel out once, so that it has a code. */
const publish = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/#/channels`);
  await page.getByLabel("频道的名字").fill("石桥村的课件");
  await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "存成文件", exact: true }).click(),
  ]);
  await page.getByRole("link", { name: "《石桥村的课件》的二维码" }).click();
  await page.getByLabel("这个频道放在哪个网址").fill("https://shiqiao.example/channel");
  await page.getByRole("button", { name: "记下" }).click();
  await page.locator("main svg[role=img]").waitFor();
};

const takeAll = async (page: Page, host: ChannelHost): Promise<void> => {
  const address = `http://localhost:${host.port}`;
  const items = countyItems(2_400);
  const first = await countyRelease({ items: items.slice(0, 2_388) });
  const second = await countyRelease({ items, before: first.release });
  const link = channelLink({
    address: `${address}/channel/`,
    key: first.release.index.publisherKey,
  });
  await page.clock.install();
  await openSampleBook(page, address);
  host.publish(first);
  await takeOne(page, address, link);
  await publish(page, address);
  const code = page.url();
  for (const manner of MANNERS) {
    await page.goto(code);
    await speak(page, manner);
    await page.locator("main svg[role=img]").waitFor();
    await take(page, "30-channel-code", manner);
    await page.goto(code.replace(/\/code$/u, "/host"));
    await page.locator("main form input").first().waitFor();
    await take(page, "30-channel-host-empty", manner);
    host.publish(first);
    await page.goto(`${address}/#/channels`);
    // The room of the host, left just now, has such a field too.
    await page.locator('main [id$="-read-at"]').waitFor({ state: "detached" });
    await subscribe(page, link);
    await page.locator("main aside button").first().click();
    await page.locator("main .note.ok").waitFor();
    host.publish(second);
    await page.clock.fastForward("26:00:00");
    await page.locator("main li .note.ok").waitFor();
    await take(page, "30-channel-news", manner);
    // Given up, so that the next manner begins with nothing.
    await giveUp(page);
  }
  await speak(page, "zh");
};

/** All of them, in every manner. */
export const takeChannelsOnTheWeb = async (): Promise<void> => {
  const host = await serveChannels(join(DIST, "pwa"));
  const profile = await newProfile();
  const browser = await openBrowser({ profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  try {
    await takeAll(page, host);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    await host.close();
  }
};
