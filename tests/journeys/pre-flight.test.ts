/**
 * 今晚能放吗: every planted fault is found and named, with what to do. Half a film, none, zero bytes, a login
 * page called .mp4, an AVI called .mp4, other bytes, HEVC, a wrong length, subtitles that were never taken in, a
 * folder that wants a click; a broken one is replaced by one press and comes back by one, another is brought
 * back out of a folder that has the same bytes; the answer stands on the start page. The browser's own private
 * folder stands in for one on disk.
 */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { giveLeave, lapseLeave, questions, useFolderTwin } from "../support/folder-twin.ts";
import { plantFiles } from "../support/plant-files.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { keypadReady } from "../support/study-room.ts";

const read = (path: string): Promise<Buffer> =>
  readFile(fileURLToPath(new URL(path, import.meta.url)));
const SLOW = { timeout: 45_000 };

let server: RunningServer;
let address: string;
let profile: string;
let browser: TestBrowser;
let page: Page;

/** Opens the pre-flight of a set menu through the menu's own page, and waits for the answer. */
const tryMenu = async (name: string): Promise<void> => {
  await page.goto(`${address}/#/set-menus`);
  await page.locator('main a[href*="#/set-menus/"]').filter({ hasText: name }).first().click();
  await page.getByRole("link", { name: "查查能不能放" }).click();
  await page.getByRole("button", { name: "再查一遍" }).waitFor(SLOW);
};
const part = (number: number) => page.locator(`tr[data-part="${number}"]`);
/** What is said below a row of the report. */
const said = (number: number): Promise<string | null> => part(number).locator("+ tr").textContent();
const verdict = (): Promise<string | null> => page.locator("#pre-flight-verdict").textContent();

beforeAll(async () => {
  const [film, other, third, hevc] = await Promise.all([
    read("../../demonstration/media/party-flag.mp4"),
    read("../../demonstration/media/cabbage-field.mp4"),
    read("../../demonstration/media/safe-charging.mp4"),
    read("../support/media/hevc.mp4"),
  ]);
  /** The same film under another hash: players pass over what follows the last box. */
  const variant = (bytes: Buffer, mark: string): Buffer =>
    Buffer.concat([bytes, Buffer.from([0, 0, 0, 8 + mark.length]), Buffer.from(`free${mark}`)]);
  const page1 = Buffer.from("<!doctype html><title>请登录</title>");
  const avi = Buffer.concat([Buffer.from("RIFF\0\0\0\0AVI LIST"), Buffer.alloc(2000)]);
  const spoilt = (bytes: Buffer): Buffer => {
    const copy = Buffer.from(bytes);
    copy.fill(7, copy.length - 500, copy.length - 400);
    return copy;
  };
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${server.port}`;
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await useFolderTwin(page, "借来的U盘");
  await openSampleBook(page, address);
  const [a, b, c, d] = [
    variant(film, "a"),
    variant(film, "b"),
    variant(film, "c"),
    variant(film, "d"),
  ];
  await plantFiles(page, [
    { number: 1001, whole: a, name: "a.mp4" },
    { number: 1003, whole: b, lies: b.subarray(0, b.length / 2), name: "b.mp4" },
    { number: 1004, whole: c, lies: Buffer.alloc(0), name: "c.mp4" },
    { number: 1005, whole: page1, lies: page1, name: "e.mp4" },
    { number: 3008, whole: avi, lies: avi, name: "avi.mp4" },
    { number: 3018, whole: d, lies: spoilt(d), name: "d.mp4" },
    { number: 3019, whole: hevc, lies: hevc, name: "hevc.mp4" },
    { number: 4009, whole: other, lies: other, name: "other.mp4" },
    { number: 5001, whole: third, lies: third, name: "third.mp4" },
    {
      number: 5004,
      whole: variant(other, "f"),
      inFolder: "D盘的片子",
      name: "f.mp4",
      beside: { name: "f.chs.srt", text: "1\n00:00:00,000 --> 00:00:20,000\n慢慢站起来\n" },
    },
    { number: 5016, whole: variant(film, "g"), name: "g.mp4" },
    { number: 5007, whole: variant(film, "h"), lies: variant(film, "h"), name: "h.mp4" },
    { number: 5003, whole: variant(film, "i"), lies: spoilt(variant(film, "i")), name: "i.mp4" },
  ]);
  // The same bytes as 3018's lie on somebody's stick, under another name.
  await page.evaluate(async (base64) => {
    const stick = await (await navigator.storage.getDirectory()).getDirectoryHandle("借来的U盘", {
      create: true,
    });
    const file = await stick.getFileHandle("手机课.mp4", { create: true });
    const writing = await file.createWritable();
    await writing.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    await writing.close();
  }, d.toString("base64"));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("will it play tonight", () => {
  it("names a missing film, half of one, an empty one, and a login page that is called .mp4", async () => {
    await tryMenu("新党员入门餐");
    expect(await verdict()).toBe("不能放");
    expect(await said(1001)).toContain("片子不在这台电脑上了");
    expect(await said(1003)).toContain("只有一半");
    expect(await said(1004)).toContain("一个字节也没有");
    expect(await said(1005)).toContain("登录页");
    await expectAccessible(page);
  });

  it("names a film of another kind under the name of one that plays", async () => {
    await tryMenu("春耕备耕餐");
    expect(await said(3008)).toContain("名字对，里面不是：这是 AVI 文件");
  });

  it("names other bytes, a codec that this machine lacks, and a length that is far off", async () => {
    await tryMenu("银发数字餐");
    expect(await said(3018)).toContain("文件坏了");
    expect(await said(3019)).toContain("HEVC");
    expect(await part(4009).textContent()).toContain("都有");
    expect(await said(4009)).toMatch(/本子上写 19 分，片子其实 1 分/u);
    await page.getByRole("button", { name: "改成 1 分" }).click();
    await page.getByRole("button", { name: "再查一遍" }).waitFor(SLOW);
    await expect.poll(() => part(4009).textContent(), SLOW).toMatch(/都有没有1$/u);
  });

  it("brings a broken film back out of a stick that has the same bytes", async () => {
    await tryMenu("银发数字餐");
    await part(3018)
      .locator("+ tr")
      .getByRole("button", { name: /找回来/u })
      .click();
    await expect.poll(() => part(3018).textContent(), SLOW).toContain("没坏");
  });

  it("renews a lapsed folder by one click, copies what lies there, and replaces the rest", async () => {
    await lapseLeave(page);
    await tryMenu("老年保健餐");
    expect(await verdict()).toBe("差一步");
    expect(await said(5004)).toContain("D盘的片子");
    expect(await said(5016)).toContain("片子不在这台电脑上了");
    await expectAccessible(page);
    await page.getByRole("button", { name: "打开「D盘的片子」" }).click();
    await expect.poll(() => part(5004).textContent(), SLOW).toContain("都有");
    // Its subtitles lie beside it and were never taken in.
    await page.getByText("片子旁边有一份字幕「f.chs.srt」").waitFor(SLOW);
    expect(await part(5004).locator("td").nth(4).textContent()).toBe("没有");
    await page.getByRole("button", { name: "再查一遍" }).waitFor(SLOW);
    await page.getByRole("button", { name: "用上这份字幕" }).click();
    await expect.poll(() => part(5004).locator("td").nth(4).textContent(), SLOW).toBe("有");
    await page.getByRole("button", { name: "拷进来" }).click();
    await page.getByText("今晚的都在浏览器里").waitFor(SLOW);
    await page.getByRole("button", { name: "再查一遍" }).waitFor(SLOW);
    // 5003 is nearer in length, and was read through: its bytes are spoilt, so it is not offered.
    expect(await page.getByRole("button", { name: /换成 5\s*003/u }).count()).toBe(0);
    await page.getByRole("button", { name: /换成 5\s*007/u }).click();
    await expect.poll(verdict, SLOW).toBe("能放");
    await part(5007).waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await part(5016).waitFor(SLOW);
  });

  it("a file that was found broken is named on the start page, with the way to mend it", async () => {
    await tryMenu("老年保健餐");
    await page.goto(`${address}/#/`);
    const line = page.locator(".note.bad").filter({ hasText: "《春季传染病预防》的文件坏了" });
    await line.waitFor();
    await expectAccessible(page);
    await page
      .getByRole("button", { name: /找回来/u })
      .first()
      .click();
    // The stick that is chosen has other films, not this one; nothing was touched.
    await page
      .locator(".note.bad")
      .filter({ hasText: "那个文件夹里没有这部片子" })
      .first()
      .waitFor(SLOW);
  });

  it("is asked in the room too, before people come: what is broken is replaced by keys alone", async () => {
    await giveLeave(page);
    await tryMenu("老年保健餐");
    const number = (await page.locator("main .mnum").first().textContent()) ?? "";
    await questions(page);
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await page.keyboard.type(number);
    await page.getByRole("heading", { name: "老年保健餐" }).waitFor(SLOW);
    // The host's side comes a moment after the keypad.
    await page.getByRole("button", { name: "今晚能放吗" }).waitFor(SLOW);
    await page.keyboard.press("t");
    await page.getByRole("heading", { name: "今晚能放吗" }).waitFor(SLOW);
    await page.getByRole("heading", { name: "差一步" }).waitFor(SLOW);
    await page.getByText("片子不在这台电脑上了").waitFor();
    await expectAccessible(page);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await expect
      .poll(async () => {
        await page.keyboard.press("ArrowDown");
        return await focused();
      }, SLOW)
      .toContain("007");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "能放", exact: true }).waitFor(SLOW);
    // A digit puts the report away and begins a number.
    await page.keyboard.press("5");
    await page.getByRole("heading", { name: "今晚能放吗" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "今晚能放吗" }).waitFor();
    expect(await questions(page)).toBe(0);
    await page.goto(`${address}/#/set-menus`);
    await page.getByRole("heading", { level: 1, name: "套餐" }).waitFor();
    await page.keyboard.press("Control+z");
    await page
      .getByText(/撤销了/u)
      .first()
      .waitFor();
  });

  it("the answer stands on the start page, with its hour", async () => {
    const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await giveLeave(page);
    await tryMenu("老年保健餐");
    await page.getByRole("button", { name: /换成 5\s*007/u }).click();
    await expect.poll(verdict, SLOW).toBe("能放");
    const menu = new URL(page.url()).hash.split("/").at(-1) ?? "";
    await page.goto(`${address}/#/schedule/new?date=${soon}&menu=${menu}`);
    await page.getByLabel("在哪放").fill("活动室");
    await page.getByLabel("几点").fill("19:00");
    await page.getByRole("button", { name: "记下", exact: true }).click();
    await page.waitForURL(/#\/schedule$/u);
    await page.goto(`${address}/#/`);
    await page.getByText("3 部都能放").waitFor();
    await page.getByText(/查过/u).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "再查一遍能不能放" }).click();
    await page.getByRole("heading", { level: 1, name: "今晚能放吗" }).waitFor();
  });
});
