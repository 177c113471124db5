/** The USB edition from file://, on the floor and on today's browser: an evening by the numpad, no network. */
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { readReceipt } from "@dianbo/shared/usb-edition";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";
import { expectReadable } from "../support/readable.ts";
import { makeStickFolder, type StickFolder } from "../support/stick-folder.ts";
import { filmPosition } from "../support/study-room.ts";

const SOON = { timeout: 20_000 };

describe.each([
  ["Chromium 109", true],
  ["today's Chromium", false],
])("the USB edition in %s", (_, old) => {
  let stick: StickFolder;
  let profile: string;
  let browser: TestBrowser;
  let page: Page;
  const asked: string[] = [];
  const broken: string[] = [];

  beforeAll(async () => {
    stick = await makeStickFolder();
    profile = await newProfile();
    browser = await openBrowser({
      profile,
      viewport: { width: 1920, height: 1080 },
      ...(old ? { executable: await oldChromiumPath(), shell: true } : {}),
    });
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    // Headless browsers show no window to choose a file in; one without that function downloads.
    await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    page.on("request", (request) => {
      if (!/^(?:file|data|blob|about|chrome-extension):/u.test(request.url()))
        asked.push(request.url());
    });
    page.on("pageerror", (error) => broken.push(error.message));
    page.on("console", (line) => {
      if (/Content Security Policy/u.test(line.text())) broken.push(line.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    for (const folder of [profile, stick?.root]) {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  const open = async (): Promise<void> => {
    await page.goto(stick.page);
    await page.evaluate(async () => {
      localStorage.setItem("dianbo-language", "zh-CN");
      for (const { name } of await indexedDB.databases()) {
        if (name !== undefined) indexedDB.deleteDatabase(name);
      }
    });
    await page.reload();
    await page.getByText("按号码，就放").waitFor();
  };
  /** Presses keys of the numpad, as they are named on it. */
  const numpad = async (keys: string): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key === "↵" ? "NumpadEnter" : `Numpad${key}`);
  };

  it("shows what the stick holds", async () => {
    await open();
    await page.getByText("8 部里有 8 部").or(page.getByText("8 部都在")).waitFor();
    await page.getByRole("button", { name: /老年保健餐/u }).waitFor();
    expect(await page.locator("header").first().textContent()).toContain("青禾社区 · 第 12 期");
    await expectReadable(page);
    await expectAccessible(page);
  });

  it("plays a number from the numpad, and seeks", async () => {
    await open();
    await numpad("1014");
    await page.getByRole("button", { name: /按 Enter/u }).waitFor();
    await expectReadable(page);
    await expectAccessible(page);
    await numpad("↵");
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(0.3);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(10);
    await page.keyboard.press("Escape");
    await page.getByText("正在放").waitFor();
  });

  it("shows a film's subtitles, and hides them", async () => {
    await open();
    await numpad("1014");
    await page.getByRole("button", { name: /按 Enter/u }).waitFor();
    await numpad("↵");
    const cue = (): Promise<string> =>
      page.evaluate(() => {
        const track = document.querySelector<HTMLVideoElement>("section video")?.textTracks[0];
        const shown = track?.mode === "showing" ? track.activeCues?.[0] : undefined;
        return shown instanceof VTTCue ? shown.text : "";
      });
    await expect.poll(cue, SOON).toBe("同志们好");
    await page.keyboard.press("KeyC");
    await expect.poll(cue, SOON).toBe("");
  });

  it("a name with signs of addresses plays too", async () => {
    await open();
    await numpad("3001↵");
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(0.3);
  });

  it("a wrong number gets the nearest, a film that is gone gets words", async () => {
    await open();
    await numpad("1015");
    await page.getByText("没有 1015 号").waitFor();
    await expectReadable(page);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await numpad("4009");
    await page.getByText("这个 U 盘里没有这一部，或者文件坏了").waitFor();
    await expectReadable(page);
    await expectAccessible(page);
  });

  it("shows an article without its script, a picture, and names the file for WPS", async () => {
    await open();
    await numpad("2007");
    await page.getByRole("button", { name: /按 Enter/u }).waitFor();
    await numpad("↵");
    await page.frameLocator("iframe").getByText("电动自行车不要在楼道里充电").waitFor();
    await expectReadable(page);
    await expectAccessible(page);
    expect(await page.title()).not.toBe("坏");
    await open();
    await numpad("4004");
    await page.getByRole("button", { name: /按 Enter/u }).waitFor();
    await numpad("↵");
    await expect
      .poll(() => page.evaluate(() => document.querySelector("img")?.naturalWidth ?? 0), SOON)
      .toBeGreaterThan(0);
    await open();
    await numpad("2002");
    await page.getByText("「2002 补贴申请表.docx」要用 WPS 打开").waitFor();
  });

  it("plays a menu through, and its receipt carries what was played", async () => {
    await open();
    await numpad("7");
    await page.getByRole("button", { name: /按顺序放/u }).waitFor();
    await numpad("↵");
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(0.3);
    await page.evaluate(() => {
      const film = document.querySelector("video");
      if (film !== null) film.currentTime = film.duration - 0.5;
    });
    await page.getByRole("heading", { name: "讨论" }).waitFor();
    await expectAccessible(page);
    await numpad("↵");
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(0.3);
    await page.keyboard.press("NumpadSubtract");
    await page.getByText("按号码，就放").waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "存回执" }).click();
    const file = await download;
    const receipt = readReceipt(await readFile(await file.path(), "utf8"));
    if (!receipt.ok) throw new Error(receipt.error.type);
    expect(receipt.value.rows.map(({ number }) => number)).toEqual([1014, 5003]);
    expect(receipt.value.rows[0]?.played?.completed).toBe(true);
    await page.getByText(/回执在这台电脑的「下载」里：点播本回执-\d{4}-\d\d-\d\d\.json/u).waitFor();
  });

  it("lets whoever has no book leaf through the shelves, and rests in between", async () => {
    await open();
    await page.keyboard.press("PageDown");
    await page
      .getByRole("main", { name: "翻书架" })
      .getByText(/第 1 个/u)
      .waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("NumpadMultiply");
    await page.getByRole("heading", { name: /歇一会儿/u }).waitFor();
    await expectAccessible(page);
  });

  it("prints the programme list", async () => {
    await open();
    await page.getByRole("button", { name: "全部节目" }).click();
    await page.getByRole("heading", { name: "节目表" }).waitFor();
    await expectAccessible(page);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
    await page.keyboard.press("Escape");
    await page.getByText("按号码，就放").waitFor();
  });

  it("a pulled stick is one sentence, and its return another try", async () => {
    await open();
    await rename(stick.root, `${stick.root}-out`);
    try {
      await numpad("3001");
      await page.getByText("U 盘好像拔了").waitFor();
    } finally {
      await rename(`${stick.root}-out`, stick.root);
    }
    await page.getByText("U 盘好像拔了").waitFor({ state: "detached" });
  });

  it("with nothing on it says so, and whom to ask", async () => {
    const bare = await makeStickFolder(undefined, { bare: true });
    await page.goto(bare.page);
    await page.getByRole("heading", { name: "这个 U 盘里还没有课件" }).waitFor();
    await expectReadable(page);
    await expectAccessible(page);
    await rm(bare.root, { recursive: true, force: true });
  });

  it("speaks English when it is asked to, and Chinese again", async () => {
    await open();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("Type a number, it plays").waitFor();
    await expectReadable(page);
    await expectAccessible(page);
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByText("按号码，就放").waitFor();
  });

  it("without its index says what to do", async () => {
    await open();
    const away = join(stick.root, "dianbo-away");
    await rename(join(stick.root, "dianbo"), away);
    await page.goto(stick.page);
    await page.getByText("dianbo 文件夹找不到").waitFor();
    await expectReadable(page);
    await expectAccessible(page);
    await rename(away, join(stick.root, "dianbo"));
  });

  it("asked nobody and threw nothing", () => {
    expect(asked).toEqual([]);
    expect(broken).toEqual([]);
  });
});
