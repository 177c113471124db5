/**
 * Tonight onto a stick, and home again: made in one go and read back; a second run that writes nothing; pulled
 * out half way and gone on with; played from file:// on another browser of the floor's age, its receipt
 * entered in the register as one step; as a zip where no page may write into a folder. The stick is a directory
 * of the browser's private storage, put onto a real disk for the other browser, since no test can choose one.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readContainer } from "@dianbo/shared/sharing";
import { readReceipt } from "@dianbo/shared/usb-edition";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { filesOnStick, ontoDisk, putOnStick } from "../support/disk-in-browser.ts";
import {
  chooseStick,
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
} from "../support/stick-office.ts";

const FLAG = "微党课：一面党旗的故事";
const FLAG_PATH = "1 基层党建/1014 微党课：一面党旗的故事.mp4";
const CABBAGE_PATH = "3 实用技术/3001 大白菜种植与田间管理技术.mp4";

let office: StickOffice;
let page: Page;
let address: string;
beforeAll(async () => {
  office = await openStickOffice();
  ({ page, address } = office);
});
afterAll(() => office?.close());

describe("tonight's stick", () => {
  it("is made in one go from the menu's page, says beforehand what is missing, and reads everything back", async () => {
    await emptyStick(page);
    await goTo(page, address, "#/set-menus", "套餐");
    await page.locator('main a[href*="#/set-menus/"]').filter({ hasText: STICK_MENU }).click();
    await page.getByRole("link", { name: "去放映" }).click();
    await page.getByRole("heading", { level: 1, name: "去放映" }).waitFor();
    expect(
      await page.getByRole("checkbox", { name: new RegExp(STICK_MENU, "u") }).isChecked(),
    ).toBe(true);
    await page.getByText("1 项装不上，片子不在这台电脑上：").waitFor();
    await page.getByText("文章 1 篇，图都在里面").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "选 U 盘" }).click();
    await page.getByText("这个 U 盘上还没有点播本。").waitFor();
    await page.getByText(/要拷：2 个/u).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "开始装" }).click();
    await page.getByText("装好了，「U盘」可以带走。都读回来对过。").waitFor(SOON);
    await expectAccessible(page);
    const files = await filesOnStick(page, STICK);
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        FLAG_PATH,
        CABBAGE_PATH,
        "点播本.html",
        "dianbo/list.dianbo",
        "dianbo/manifest.js",
        "dianbo/manifest.json",
      ]),
    );
    expect(paths.filter((path) => path.startsWith("2 政策法规/2011 "))).toHaveLength(1);
  });

  it("a second run writes nothing", async () => {
    await makeWhole(page, address);
    const before = await filesOnStick(page, STICK);
    await page.getByRole("button", { name: "再装一遍" }).click();
    await page.getByText("上面的都是最新的，什么也没动。").waitFor(SOON);
    expect(await filesOnStick(page, STICK)).toEqual(before);
  });

  it("pulled out half way it says so in words, and goes on with the film at which it broke off", async () => {
    await emptyStick(page);
    await chooseStick(page, address);
    const [flag = 0, cabbage = 0] = await Promise.all(
      ["party-flag.mp4", "cabbage-field.mp4"].map(
        async (name) => (await demonstrationFilm(name)).bytes.length,
      ),
    );
    // The smaller one comes first; the stick goes while the other is written.
    await pullAfter(page, Math.min(flag, cabbage) + 1);
    await page.getByRole("button", { name: "开始装" }).click();
    await page.getByText("装好了 1 个，停在这里。").waitFor(SOON);
    await page.getByText("U 盘好像拔了。装好的都算数，插回去接着装").first().waitFor();
    await expectAccessible(page);
    await pullAfter(page);
    await page.getByRole("button", { name: "接着装" }).click();
    await page.getByText("装好了，「U盘」可以带走。都读回来对过。").waitFor(SOON);
    await page.getByText(/拷了 1 个.+另外 1 个早在上面，读一遍对过了。/u).waitFor();
    const files = await filesOnStick(page, STICK);
    expect(files.filter(({ path }) => /crswap|writing/u.test(path))).toEqual([]);
    expect(files.find(({ path }) => path === FLAG_PATH)?.size).toBe(flag);
    expect(files.find(({ path }) => path === CABBAGE_PATH)?.size).toBe(cabbage);
  });

  it("plays from file:// on Chromium 109, and its receipt comes home: one step, undone and done again", async () => {
    await makeWhole(page, address);
    const disk = await ontoDisk(page, STICK);
    office.forget(disk);
    const old = await office.openOn(true);
    await old.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    await old.goto(pathToFileURL(join(disk, "点播本.html")).href);
    await old.getByText("按号码，就放").waitFor();
    await old.keyboard.press("Numpad1");
    await old.keyboard.press("NumpadEnter");
    const position = (): Promise<number> =>
      old.evaluate(() => document.querySelector("video")?.currentTime ?? 0);
    await expect.poll(position, SOON).toBeGreaterThan(0.3);
    await old.evaluate(() => {
      const film = document.querySelector("video");
      if (film !== null) film.currentTime = film.duration - 0.5;
    });
    await old.frameLocator("iframe").getByText("种子要挑饱满的。").waitFor(SOON);
    await expect
      .poll(
        () =>
          old
            .frameLocator("iframe")
            .locator("img")
            .evaluate((picture) =>
              picture instanceof HTMLImageElement ? picture.naturalWidth : 0,
            ),
        SOON,
      )
      .toBeGreaterThan(0);
    await old.keyboard.press("NumpadSubtract");
    await old.getByRole("heading", { name: "讨论" }).waitFor(SOON);
    await old.keyboard.press("NumpadEnter");
    await expect.poll(position, SOON).toBeGreaterThan(0.3);
    await old.keyboard.press("NumpadSubtract");
    await old.getByText("按号码，就放").waitFor(SOON);
    const download = old.waitForEvent("download");
    await old.getByRole("button", { name: "存回执" }).click();
    const bytes = await readFile(await (await download).path());
    const receipt = readReceipt(bytes.toString("utf8"));
    if (!receipt.ok) throw new Error(receipt.error.type);
    const { rows } = receipt.value;
    expect(rows.map(({ number }) => number)).toEqual([1014, 2011, 3001]);

    await putOnStick(page, STICK, "点播本回执-2026-11-24.json", bytes);
    await goTo(page, address, "#/open-stick", "打开 U 盘");
    await page.getByRole("button", { name: /^(?:打开一个|换一个) U 盘$/u }).click();
    await page.getByText(/本站的 U 盘，.+装的/u).waitFor();
    await page.getByText("「点播本.html」和这台电脑上的一样").waitFor();
    await page.getByText(/放过 3 次，还没记进登记簿。/u).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "记进登记簿" }).click();
    await page.getByText("3 次记进登记簿了。", { exact: false }).first().waitFor();
    await page.getByRole("main").getByRole("button", { name: "撤销" }).first().click();
    await page.getByText(/放过 3 次，还没记进登记簿。/u).waitFor();
    await page.getByRole("button", { name: "记进登记簿" }).click();
    await page.getByText("3 次记进登记簿了。", { exact: false }).first().waitFor();
    await goTo(page, address, "#/register", "播放收看登记");
    await page.getByText(FLAG).first().waitFor();
    await goTo(page, address, "#/open-stick", "打开 U 盘");
    await page.getByRole("button", { name: "换一个 U 盘" }).click();
    await page.getByText("登记簿里都有了，没有新的。").waitFor();
  });
});

describe("where no page may write into a folder", () => {
  it("the stick is a zip, with the same in it", async () => {
    const plain = await page.context().newPage();
    try {
      await plain.addInitScript(() => Reflect.deleteProperty(window, "showDirectoryPicker"));
      await goTo(plain, address, "#/stick", "去放映");
      await plain.getByRole("checkbox", { name: new RegExp(STICK_MENU, "u") }).check();
      await plain.getByText("这个浏览器不让网页直接写 U 盘", { exact: false }).waitFor();
      await expectAccessible(plain);
      const download = plain.waitForEvent("download");
      await plain.getByRole("button", { name: "做成 zip 文件" }).click();
      const file = await download;
      await plain.getByText(/做好了：点播本 青禾社区站 \d{4}-\d\d-\d\d\.zip/u).waitFor();
      const limits = { packedBytes: 1e9, unpackedBytes: 1e9, entries: 400 };
      const inside = readContainer(new Uint8Array(await readFile(await file.path())), limits);
      if (!inside.ok) throw new Error(inside.error.type);
      const { bytes: whole } = await demonstrationFilm("cabbage-field.mp4");
      expect(Buffer.from(inside.value.get(CABBAGE_PATH) ?? []).equals(whole)).toBe(true);
      expect(inside.value.has("点播本.html")).toBe(true);
      expect(inside.value.has(FLAG_PATH)).toBe(true);
    } finally {
      await plain.close();
    }
  });
});
