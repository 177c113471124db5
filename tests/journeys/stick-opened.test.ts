/**
 * A stick opened: a film that went bad is mended from it, others play in place or are copied; one that lies is
 * not believed, one that is older says so; another site's list is looked through first, then its films come.
 */
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { fileOnStick, filesOnStick, plugIn, putOnStick } from "../support/disk-in-browser.ts";
import { plant } from "../support/keep-item.ts";
import {
  demonstrationFilm,
  emptyStick,
  goTo,
  makeWhole,
  openStickOffice,
  pullAfter,
  SOON,
  STICK,
  STICK_MENU,
  type StickOffice,
  setMedia,
} from "../support/stick-office.ts";
import { keypadReady, playFilm } from "../support/study-room.ts";

const FLAG = "微党课：一面党旗的故事";
const CABBAGE = "大白菜种植与田间管理技术";
const CABBAGE_PATH = "3 实用技术/3001 大白菜种植与田间管理技术.mp4";

/** What lies half written in the browser's own storage. */
const halfFiles = (on: Page): Promise<readonly string[]> =>
  on.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const incoming = await root.getDirectoryHandle("incoming", { create: true });
    const names: string[] = [];
    for await (const name of incoming.keys()) names.push(name);
    return names;
  });

let office: StickOffice;
let page: Page;
let address: string;
beforeAll(async () => {
  office = await openStickOffice();
  ({ page, address } = office);
});
afterAll(() => office?.close());

describe("a stick opened", () => {
  const openStick = async (to: Page): Promise<void> => {
    await goTo(to, address, "#/open-stick", "打开 U 盘");
    await to.getByRole("button", { name: /^(?:打开一个|换一个) U 盘$/u }).click();
    await to.getByRole("heading", { name: "上面有什么" }).waitFor();
  };

  it("gives back the film that went bad here, which the pre-flight had found", async () => {
    await makeWhole(page, address);
    const { hash, bytes } = await demonstrationFilm("party-flag.mp4");
    const bad = Buffer.from(bytes);
    bad.fill(0, 1000, 2000);
    await setMedia(page, hash, bad);
    await goTo(page, address, "#/set-menus", "套餐");
    await page.locator('main a[href*="#/set-menus/"]').filter({ hasText: STICK_MENU }).click();
    await page.getByRole("link", { name: /能不能放/u }).click();
    await page.getByText("文件坏了，和存下时不一样。").waitFor(SOON);
    await page.getByRole("link", { name: "打开 U 盘" }).click();
    await page.getByRole("button", { name: /^(?:打开一个|换一个) U 盘$/u }).click();
    await page.getByText("这台电脑上坏了的 1 部，U 盘上有一样的。").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "换回 1 部好的" }).click();
    await page.getByText("换回来 1 部，都对过，能放了。").waitFor(SOON);
    await goTo(page, address, "#/library", "课件");
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await playFilm(page, 1014, FLAG);
  });

  it("plays in place without copying, and copies what is lacking", async () => {
    await makeWhole(page, address);
    await setMedia(page, (await demonstrationFilm("cabbage-field.mp4")).hash);
    await openStick(page);
    await page.getByText(/本子里有、这台电脑上没有的：1 部/u).waitFor();
    await page.getByRole("button", { name: "不拷，从 U 盘放" }).click();
    await page.getByText("记住了，1 部从 U 盘放。").waitFor();
    await expectAccessible(page);
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await playFilm(page, 3001, CABBAGE);
    await openStick(page);
    await page.getByRole("button", { name: "拷 1 部进来" }).click();
    await page.getByText(/拷进来 1 部，.+，都对过。/u).waitFor(SOON);
    await page.getByText("U 盘上有的，这台电脑上都有了。").waitFor();
  });

  it("that lies is not believed, and one that is older says so", async () => {
    await makeWhole(page, address);
    const { hash, bytes: whole } = await demonstrationFilm("cabbage-field.mp4");
    await setMedia(page, hash);
    await putOnStick(page, STICK, CABBAGE_PATH, Buffer.alloc(whole.length, 7));
    const index: { book: { madeAt: number } } = JSON.parse(
      (await fileOnStick(page, STICK, "dianbo/manifest.json")).toString("utf8"),
    );
    index.book.madeAt -= 3 * 86_400_000;
    await putOnStick(page, STICK, "dianbo/manifest.json", Buffer.from(JSON.stringify(index)));
    await openStick(page);
    await page.getByText(/又装过新的，这一个旧了/u).waitFor();
    await page.getByRole("button", { name: "拷 1 部进来" }).click();
    await page.getByText("和 U 盘上写的不是同一部").waitFor(SOON);
    await setMedia(page, hash, whole);
    await emptyStick(page);
  });

  it("of another site: their list is looked through, then their films come along", async () => {
    await makeWhole(page, address);
    const other = await office.openOn();
    await plugIn(other, STICK);
    await other.goto(`${address}/#/settings`);
    await other.getByLabel("站点名字").fill("红旗村站");
    await other.getByLabel("站点名字").press("Enter");
    for (const { path } of await filesOnStick(page, STICK)) {
      await putOnStick(other, STICK, path, await fileOnStick(page, STICK, path));
    }
    await openStick(other);
    await other.getByText(/青禾社区站的 U 盘，.+装的/u).waitFor();
    await expectAccessible(other);
    await other.getByRole("button", { name: "看看他们的节目表" }).click();
    await other.getByRole("button", { name: "全部收下" }).click();
    await other
      .getByText(/收下了/u)
      .first()
      .waitFor();
    await goTo(other, address, "#/open-stick", "打开 U 盘");
    await other.getByRole("button", { name: "拷 2 部进来" }).click();
    await other.getByText(/拷进来 2 部/u).waitFor(SOON);
  });

  it("pulled out in the middle of a film that is copied in, it says so, and that film begins anew", async () => {
    await pullAfter(page);
    // Players pass over what follows the last box: the film is long enough to be read in three pieces.
    const padding = Buffer.alloc(9 * 1024 * 1024);
    padding.writeUInt32BE(padding.length);
    padding.write("free", 4);
    const { bytes } = await demonstrationFilm("cabbage-field.mp4");
    const long = Buffer.concat([bytes, padding]);
    const file = { bytes: long, mime: "video/mp4", name: "白菜.mp4" };
    await plant(page, [{ number: 3001, file }]);
    await page.reload();
    await makeWhole(page, address);
    await setMedia(page, createHash("sha256").update(long).digest("hex"));
    await openStick(page);
    await pullAfter(page, 5 * 1024 * 1024, "pull-reading");
    await page.getByRole("button", { name: "拷 1 部进来" }).click();
    await page
      .getByText(/U 盘好像拔了/u)
      .first()
      .waitFor(SOON);
    expect(await halfFiles(page)).toEqual([]);
    await expectAccessible(page);
    await pullAfter(page);
    await page.getByRole("button", { name: "拷 1 部进来" }).click();
    await page.getByText(/拷进来 1 部，.+，都对过。/u).waitFor(SOON);
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await playFilm(page, 3001, CABBAGE);
  });
});
