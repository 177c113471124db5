/**
 * A channel put on the web from the extension, as an administrator does it: into a WebDAV folder (rclone) and
 * into an object store, with the browser's own question, a wrong password, a missing folder, a line that
 * breaks. Another PC subscribes by the folder's address, and its update costs what changed.
 */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { extensionId, newProfile, openBrowser } from "../support/browser.ts";
import { allowHosts } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { type Front, openFront } from "../support/hosts/faulty-front.ts";
import { type ObjectStore, STORE, serveObjectStore } from "../support/hosts/object-store.ts";
import {
  ACCOUNT,
  type DavServer,
  serveFolder,
  serveRclone,
} from "../support/hosts/web-dav-servers.ts";
import { plant } from "../support/keep-item.ts";

const PICTURES = process.env["DIANBO_PICTURES"];
const NAME = "青禾社区站精选";
const DAV = "http://dav.qinghe.gov.cn/channel";
const READ = "http://dj.qinghe.gov.cn/channel/";
const ITEMS = [1014, 3001, 5001] as const;

interface Pc {
  readonly page: Page;
  readonly display: Display;
}

let dav: DavServer;
let web: DavServer;
let store: ObjectStore;
let front: Front;
let publisher: Pc;
let village: Pc;
const closing: (() => Promise<void> | void)[] = [];

const startPc = async (): Promise<Pc> => {
  const display = await openDisplay();
  closing.push(() => display.close());
  const profile = await newProfile();
  // Its hosts are servers of this machine, whose addresses the person types.
  const browser = await openBrowser({
    profile,
    display,
    extension: true,
    portal: front.port,
    reaches: ["localhost", "127.0.0.1"],
  });
  closing.push(async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  await browser.background();
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  // A release is a dozen requests through three servers of this machine.
  page.setDefaultTimeout(60_000);
  return { page, display };
};
const go = async (page: Page, hash: string): Promise<void> => {
  await page.goto(`chrome-extension://${extensionId()}/app.html${hash}`);
  await page.reload();
};
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();
const picture = async ({ page }: Pc, name: string): Promise<void> => {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};
/** Names of the segments that were sent since the last time, and how they were answered. */
const sentSegments = (): readonly (number | undefined)[] =>
  front.passed
    .splice(0)
    .filter(({ method, path }) => method === "PUT" && path.includes("/segments/"))
    .map(({ status }) => status);
/** The room in which one's own channel is put on a host. */
const openHost = async (page: Page): Promise<void> => {
  await go(page, "#/channels");
  await page.getByRole("link", { name: `《${NAME}》发布到网上` }).click();
  await page.getByRole("heading", { name: `《${NAME}》发布到网上` }).waitFor();
};

/** Makes the first release of a channel and goes to the room in which it is put on a host. */
const publishNew = async (page: Page, name: string): Promise<void> => {
  await go(page, "#/channels");
  await page.getByText("一共 3 部。").waitFor();
  await page.getByLabel("频道的名字").fill(name);
  await press(page, "发布到网上");
  await page.getByRole("heading", { name: `《${name}》发布到网上` }).waitFor();
};

/** Two browsers, two windows, four servers and a break that is tried three times. Milliseconds. */
const LONG = 600_000;

// Everything anew for each: a second try finds nothing of the first.
beforeEach(async () => {
  dav = await serveRclone();
  closing.push(dav.close);
  web = await serveFolder(dav.folder);
  closing.push(web.close);
  store = await serveObjectStore();
  closing.push(store.close);
  const ports: Readonly<Record<string, number>> = {
    "dav.qinghe.gov.cn": dav.port,
    "dj.qinghe.gov.cn": web.port,
    "s3.qinghe.gov.cn": store.port,
  };
  front = await openFront((host) => ports[host]);
  closing.push(front.close);
  publisher = await startPc();
  const { page } = publisher;
  await go(page, "#/settings");
  await press(page, "载入样例");
  await page.getByRole("button", { name: "清掉样例" }).waitFor();
  await page.getByLabel("站点名字").fill("青禾社区站");
  await page.getByLabel("站点名字").press("Enter");
  await plant(
    page,
    ITEMS.map((number) => ({ number, fields: { sample: false } })),
  );
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it(
  "puts a channel into a WebDAV folder, goes on after a break, and another PC gets what changed",
  async () => {
    const { page, display } = publisher;
    await publishNew(page, NAME);
    await expectAccessible(page);
    await picture(publisher, "publish-empty");
    await press(page, "试一下");
    await page.getByText("网址不对。").waitFor();

    await page.getByLabel("文件夹的网址").fill(DAV);
    await page.getByLabel("账号", { exact: true }).fill(ACCOUNT.user);
    await page.getByLabel("密码", { exact: true }).fill("falsch");
    await allowHosts(display, () => press(page, "试一下"));
    await page.getByText("账号或者密码不对。").waitFor();
    await page.getByLabel("密码", { exact: true }).fill(ACCOUNT.password);
    await press(page, "试一下");
    await page.getByText("那边没有这个文件夹。").waitFor();
    await expectAccessible(page);
    await press(page, "建这个文件夹");
    await page.getByText("文件夹建好了").waitFor();
    await press(page, "试一下");
    await page.getByText("能用。").waitFor();
    expect(await readdir(join(dav.folder, "channel"))).toEqual([]);

    // A release, and another PC that subscribes by the address that is told.
    await page.getByLabel("别人订的网址").fill(READ);
    await press(page, "发布");
    await page.getByText("第 1 版放好了。").waitFor();
    await page.getByText(READ).waitFor();
    await expectAccessible(page);
    await picture(publisher, "publish-done");
    expect(sentSegments()).toEqual([201]);
    expect(await readdir(join(dav.folder, "channel"))).toContain("index.html");

    village = await startPc();
    await go(village.page, "#/channels");
    await village.page.getByLabel("网上的频道").fill(READ);
    await allowHosts(village.display, () => press(village.page, "看看"));
    await village.page.getByRole("heading", { name: "订之前看看" }).waitFor();
    await press(village.page, "订下来");
    await village.page.getByText(`订好了《${NAME}》，3 部。`).waitFor();

    // The line breaks: the release before stands, and what is missing follows.
    await plant(page, [
      { number: 1014, fields: { sample: false, title: "改过名字的头一部" } },
      { number: 3001, fields: { sample: false, title: "改过名字的第二部" } },
    ]);
    await go(page, "#/channels");
    await press(page, `《${NAME}》出下一版`);
    await page.getByRole("heading", { name: `《${NAME}》出下一版` }).waitFor();
    await press(page, "发布到网上");
    await page.getByText("第 2 版，3 部").waitFor();
    // Remembered on this PC: where, who, and the password.
    expect(await page.getByLabel("文件夹的网址").inputValue()).toBe(DAV);
    expect(await page.getByLabel("密码", { exact: true }).inputValue()).toBe(ACCOUNT.password);

    sentSegments();
    front.fault = ({ method, path }) =>
      method === "PUT" && path.includes("channel.json") ? { type: "cut", after: 100 } : undefined;
    await press(page, "发布");
    await page.getByText("没有放好，别人看到的还是原来的。").waitFor();
    await page.getByText(/传到一半，那边没有声音了。.*已经传了 \d+ 个/su).waitFor();
    await expectAccessible(page);
    await picture(publisher, "publish-failed");
    expect(sentSegments()).toEqual([201]);
    await press(village.page, `看看有没有新的：《${NAME}》`);
    await village.page.getByText(`《${NAME}》没有新的，还是第 1 版`).waitFor();

    front.fault = ({ method, path }) =>
      method === "PUT" && path.includes("feed.json") ? { type: "hold" } : undefined;
    await press(page, "接着传");
    await page.getByText(/^传了 0 个，一共 \d+ 个/u).waitFor();
    await picture(publisher, "publish-sending");
    await press(page, "停下");
    await page.getByText("停下了。").waitFor();

    front.fault = () => undefined;
    front.release();
    await press(page, "发布");
    await page.getByText("第 2 版放好了。").waitFor();
    expect(sentSegments()).toEqual([]);
    await press(village.page, `看看有没有新的：《${NAME}》`);
    await village.page.getByRole("heading", { name: "更新之前看看" }).waitFor();
    await village.page.getByText("改过名字的第二部").waitFor();
    await press(village.page, "更新");
    await village.page.getByText(`《${NAME}》现在是第 2 版`).waitFor();

    // Another channel does not take its place.
    await publishNew(page, "另一个频道");
    await page.getByLabel("文件夹的网址").fill(DAV);
    await page.getByLabel("账号", { exact: true }).fill(ACCOUNT.user);
    await page.getByLabel("密码", { exact: true }).fill(ACCOUNT.password);
    await press(page, "发布");
    await page.getByText(`那里已经有另一个频道《${NAME}》，没有动它。`).waitFor();
  },
  LONG,
);

it(
  "puts a channel into an object store, remembers it on this PC alone, and forgets it",
  async () => {
    const { page, display } = publisher;
    await publishNew(page, NAME);
    await page.getByText("对象存储（S3）").click();
    await page.getByLabel("接入点").fill("http://s3.qinghe.gov.cn");
    await page.getByLabel("桶的名字").fill(STORE.bucket);
    await page.getByLabel("桶里的文件夹").fill("点播本/channel");
    await page.getByLabel("AccessKey ID").fill(STORE.keyId);
    await page.getByLabel("AccessKey Secret").fill("falsch");
    await allowHosts(display, () => press(page, "试一下"));
    await page.getByText("账号或者密码不对。").waitFor();
    await page.getByLabel("AccessKey Secret").fill(STORE.secret);
    await expectAccessible(page);
    await picture(publisher, "publish-store");
    await press(page, "发布");
    await page.getByText("第 1 版放好了。").waitFor();
    const address = `http://127.0.0.1:${store.port}/${STORE.bucket}/${encodeURIComponent("点播本")}/channel/`;
    const index = await (await fetch(`${address}channel.json`)).text();
    const { segments }: { readonly segments: readonly { readonly hash: string }[] } =
      JSON.parse(index);
    for (const { hash } of segments) {
      expect((await fetch(`${address}segments/${hash}.json.gz`)).status).toBe(200);
    }
    // A bucket is read where it is written to: the address is known without being typed.
    const read = `http://s3.qinghe.gov.cn/${STORE.bucket}/${encodeURIComponent("点播本")}/channel/`;
    await page.getByText(read).waitFor();
    expect(await (await fetch(`${address}feed.json`)).text()).toContain(`${read}feed.json`);

    await openHost(page);
    expect(await page.getByLabel("AccessKey Secret").inputValue()).toBe(STORE.secret);
    await press(page, "忘掉这里");
    await page.getByText("忘掉了。").waitFor();
    await openHost(page);
    expect(await page.getByLabel("文件夹的网址").inputValue()).toBe("");
  },
  LONG,
);
