/**
 * A channel on a plain web host: subscribed to by its address or its QR code, looked at again for news at the
 * price of one 304, by a person or by itself once a day, updated at the price of what changed; hosts that are
 * broken or mean harm are refused in words with everything as it was. Once from a page of the same host, once from
 * the extension, which asks for leave.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import {
  type BrowserOptions,
  DIST,
  extensionId,
  newProfile,
  openBrowser,
} from "../support/browser.ts";
import { type ChannelHost, serveChannels } from "../support/channel-host.ts";
import { allowHosts } from "../support/clipping.ts";
import { countyItems, countyRelease, type MadeRelease } from "../support/county-channel.ts";
import { openDisplay } from "../support/display.ts";

const PICTURES = process.env["DIANBO_PICTURES"];
const NAME = "青禾县课件总目录";

let host: ChannelHost;
let first: MadeRelease;
let second: MadeRelease;
const closing: (() => Promise<void> | void)[] = [];

/** `clock`: the page's clock can be set forward. */
const startPc = async ({
  clock = false,
  ...options
}: Omit<BrowserOptions, "profile"> & { readonly clock?: boolean } = {}): Promise<Page> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, reaches: [`localhost:${host.port}`], ...options });
  closing.push(async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const home =
    options.extension === true
      ? `chrome-extension://${extensionId()}/app.html`
      : `http://localhost:${host.port}/`;
  if (clock) await page.clock.install();
  await page.goto(`${home}#/channels`);
  await page.getByRole("heading", { name: "频道", exact: true }).waitFor();
  return page;
};

const type = async (page: Page, address: string): Promise<void> => {
  await page.getByLabel("网上的频道").fill(address);
};
const lookAt = async (page: Page, address: string): Promise<void> => {
  await type(page, address);
  await page.getByRole("button", { name: "看看", exact: true }).click();
};
const subscribe = async (page: Page): Promise<void> => {
  await page.getByRole("heading", { name: "订之前看看" }).waitFor();
  await page.getByRole("button", { name: "订下来" }).click();
  await page.getByText(`订好了《${NAME}》`).waitFor();
};

beforeAll(async () => {
  host = await serveChannels(join(DIST, "pwa"));
  const items = countyItems(2_400);
  first = await countyRelease({ items: items.slice(0, 2_300) });
  second = await countyRelease({ items, before: first.release });
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(async () => {
  await host?.close();
});

describe("a channel's address", () => {
  it("is subscribed to; news cost one 304, an update what changed", async () => {
    host.publish(first);
    host.asked();
    const page = await startPc();
    await expectAccessible(page);
    await lookAt(page, `http://localhost:${host.port}/channel/`);
    await subscribe(page);
    const before = host.asked();
    expect(before.map(({ status }) => status)).toEqual(before.map(() => 200));
    expect(before.length).toBe(1 + first.release.index.segments.length);

    await page.getByRole("button", { name: `看看有没有新的：《${NAME}》` }).click();
    await page.getByText(`《${NAME}》没有新的，还是第 1 版`).waitFor();
    await expectAccessible(page);
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, "channel-web.png") });
    expect(host.asked()).toEqual([{ path: "/channel/channel.json", status: 304 }]);

    host.publish(second);
    await page.getByRole("button", { name: `看看有没有新的：《${NAME}》` }).click();
    await page.getByRole("heading", { name: "更新之前看看" }).waitFor();
    await page.getByRole("button", { name: "更新", exact: true }).click();
    await page.getByText(`《${NAME}》现在是第 2 版`).waitFor();
    const news = second.release.index.segments.filter(
      ({ hash }) => !first.release.bytes.has(hash),
    ).length;
    expect(host.asked().map(({ status }) => status)).toEqual(Array(1 + news).fill(200));

    // The host has gone back; nobody goes back with it.
    host.publish(first);
    await page.getByRole("button", { name: `看看有没有新的：《${NAME}》` }).click();
    await page.getByText("这一版比手里的旧").waitFor();
  });

  it("is looked at by itself once a day, as its subscriber chose; what is new waits for a person", async () => {
    host.publish(first);
    const page = await startPc({ clock: true });
    await lookAt(page, `http://localhost:${host.port}/channel/`);
    await page.getByRole("heading", { name: "订之前看看" }).waitFor();
    expect(await page.getByLabel("自己去看有没有新的").inputValue()).toBe("daily");
    await subscribe(page);
    // The book has something in it, so that the start page says what is at hand.
    await page.getByRole("link", { name: new RegExp(`^${NAME}`, "u") }).click();
    await page
      .getByRole("button", { name: /收进本子$/u })
      .first()
      .click();
    await page.getByRole("link", { name: /^已有/u }).first().waitFor();
    host.publish(second);
    host.asked();

    await page.goto(`http://localhost:${host.port}/#/`);
    await page.getByRole("heading", { name: "手头的事" }).waitFor();
    await page.clock.fastForward("26:00:00");
    const news = page.getByRole("listitem").filter({ hasText: "个频道有新的" });
    await news.getByText(`《${NAME}》100 部`).waitFor();
    expect(host.asked()).toEqual([{ path: "/channel/channel.json", status: 200 }]);
    await expectAccessible(page);

    await news.getByRole("link", { name: "看看" }).click();
    await page.getByText("有新的：第 2 版，新的和改过的 100 部").waitFor();
    await page.getByText("第 1 版", { exact: false }).first().waitFor();
    await expectAccessible(page);
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, "channel-news.png") });
    await page.getByRole("button", { name: `看看新的：《${NAME}》` }).click();
    await page.getByRole("heading", { name: "更新之前看看" }).waitFor();
    await page.getByRole("button", { name: "更新", exact: true }).click();
    await page.getByText(`《${NAME}》现在是第 2 版`).waitFor();
    await page.getByText("有新的：第 2 版").waitFor({ state: "detached" });
    await page.getByLabel(`自己去看有没有新的：《${NAME}》`).selectOption("不自动看");
    await page.getByText(`《${NAME}》不自己去看了`).waitFor();
  });

  it("travels as a QR code with its publisher's key, and in a list of channels", async () => {
    host.publish(first);
    const folder = await mkdtemp(join(tmpdir(), "dianbo-channel-"));
    closing.push(() => rm(folder, { recursive: true, force: true }));
    const page = await startPc();
    await lookAt(page, `http://localhost:${host.port}/channel/`);
    await subscribe(page);
    await page.getByRole("link", { name: `《${NAME}》的二维码` }).click();
    await page.getByRole("heading", { name: `《${NAME}》的二维码` }).waitFor();
    await page
      .getByText(/钥匙念作「.+」/u)
      .first()
      .waitFor();
    await expectAccessible(page);
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, "channel-code.png") });
    const saved = async (name: string, as: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name }).click(),
      ]);
      const path = join(folder, as);
      await download.saveAs(path);
      return path;
    };
    const picture = await saved("存成图片", "code.png");
    await page.getByRole("link", { name: "回频道" }).click();
    const list = await saved("存频道单", "list.opml");

    const other = await startPc();
    await other.getByRole("link", { name: "照频道的二维码" }).click();
    await other.getByRole("button", { name: "选图片" }).waitFor();
    await other.locator('input[type="file"][accept="image/*"]').setInputFiles(picture);
    await other.getByRole("heading", { name: "订之前看看" }).waitFor();
    await other.getByText("签名跟二维码上写的一样").waitFor();
    await subscribe(other);

    // Given up, and found again in the list.
    await other.getByRole("button", { name: `不订了：《${NAME}》` }).click();
    await other.getByRole("button", { name: `不要《${NAME}》了` }).click();
    await other.getByText("还没订频道").waitFor();
    await other.locator('input[accept=".opml,.xml"]').setInputFiles(list);
    await other.getByText("单子里写着钥匙").waitFor();
    await expectAccessible(other);
    if (PICTURES !== undefined)
      await other.screenshot({ path: join(PICTURES, "channel-list.png") });
    await other.getByRole("button", { name: "订勾上的 1 个" }).click();
    await other.getByText("订好了，2300 部").waitFor();
    await other.getByRole("button", { name: "回频道" }).last().click();
    await other.getByRole("link", { name: new RegExp(`^${NAME}`, "u") }).waitFor();
  });

  it("of a host that is broken or means harm is refused in words", async () => {
    const page = await startPc();
    const own = `http://localhost:${host.port}`;
    for (const [address, said] of [
      ["", "这不像网址"],
      ["file:///C:/Windows/win.ini", "这不像网址"],
      ["http://192.168.1.1/", "这是屋里的地址"],
      ["http://127.1:631/", "这是屋里的地址"],
      [`${own}/moved`, "那个频道搬了家"],
      [`${own}/loop/`, "那个频道搬了家"],
      [`${own}/nothing/`, "那个网址上没有频道"],
      [`${own}/page/`, "里面没有频道"],
      [`${own}/busy/`, "那边太忙"],
      [`${own}/endless/`, "文件太大"],
      [`${own}/forbidden/`, "那边不让取"],
      [`${own}/gbk/`, "里面没有频道"],
      [`${own}/cut/`, "没有取到"],
    ] as const) {
      await lookAt(page, address);
      await page.getByRole("alert").getByText(said).waitFor();
    }
    await expectAccessible(page);
    expect(host.strange.filter((path) => path.startsWith("/loop")).length).toBe(1);
    await page.getByText("还没订频道").waitFor();
  });

  it("is asked by the extension, once the browser has been told that it may", async () => {
    host.publish(first);
    const display = await openDisplay();
    closing.push(() => display.close());
    const page = await startPc({ extension: true, portal: host.port, display });
    const address = "http://dj.qinghe.gov.cn/channel";
    await type(page, address);
    await allowHosts(display, () =>
      page.getByRole("button", { name: "看看", exact: true }).click(),
    );
    await subscribe(page);
  });
});
