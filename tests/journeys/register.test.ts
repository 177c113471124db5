/**
 * The playback register: playing writes a line, a disc is entered in four fields, a wrong line is struck out
 * and stays readable, the card after a showing waits on the start page until it is answered, and what is
 * asked for goes to the wishes.
 */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { keypadReady, playFilm } from "../support/study-room.ts";

const TITLE = "微党课：一面党旗的故事";

let server: RunningServer;
let address: string;
let profile: string;
let browser: TestBrowser;
let page: Page;

const open = async (): Promise<void> => {
  await page.goto(`${address}/#/register`);
  await page.getByRole("heading", { level: 1, name: "播放收看登记" }).waitFor();
};
const row = (title: string) => page.getByRole("row").filter({ hasText: title }).first();
/** Enters a showing by disc, as one fills the form. */
const enter = async (what: string, minutes: string): Promise<void> => {
  await page.getByRole("button", { name: "记一场" }).click();
  await page.getByLabel("放的什么").fill(what);
  await page.getByLabel("放了几分钟").fill(minutes);
  await page.getByLabel("在哪放的").fill("活动室");
  await page.getByRole("button", { name: "记下", exact: true }).click();
  await page.getByRole("heading", { name: "记一场" }).waitFor({ state: "detached" });
};

beforeAll(async () => {
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${server.port}`;
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => {
    window.print = () => window.dispatchEvent(new Event("afterprint"));
  });
  await openSampleBook(page, address);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("the playback register", () => {
  it("says what writes it, while nothing was shown", async () => {
    await open();
    await page.getByText(/学习室一放就自己记下/u).waitFor();
    await expectAccessible(page);
  });

  it("is written by playing", async () => {
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await playFilm(page, 1014, TITLE);
    await open();
    await row(TITLE).getByText("学习室").waitFor();
    await expectAccessible(page);
  });

  it("takes a disc in four fields; a number of the book is known, what is not right is said", async () => {
    await open();
    await page.getByRole("button", { name: "记一场" }).click();
    await page.getByRole("button", { name: "记下", exact: true }).click();
    await page.getByText("写上放的什么").waitFor();
    await page.getByLabel("放的什么").fill("5013");
    await page.getByText("就是 5013《电影《地道战》》").waitFor();
    expect(await page.getByLabel("放了几分钟").inputValue()).toBe("96");
    await expectAccessible(page);
    await page.getByRole("button", { name: "记下", exact: true }).click();
    await row("电影《地道战》").getByText("光盘").waitFor();
    await enter("村里老照片", "20");
    await row("村里老照片").getByText("20 分").waitFor();
    await page.getByText(/实放 1\d\d 分/u).waitFor();
  });

  it("strikes out what was wrong, with the reason, and counts what is right", async () => {
    await open();
    await enter("写错了的片子", "30");
    await page.getByRole("button", { name: "更正「写错了的片子」" }).click();
    await page.getByRole("button", { name: "划掉旧的，记下新的" }).click();
    await page.getByText("写一句为什么改").waitFor();
    await page.getByLabel("为什么改").fill("放的是下集");
    await page.getByLabel("放的什么").fill("老照片下集");
    await expectAccessible(page);
    await page.getByRole("button", { name: "划掉旧的，记下新的" }).click();
    await page.getByText("划掉了：放的是下集").waitFor();
    await row("老照片下集").getByText("30 分").waitFor();
    expect(await page.getByRole("button", { name: "更正「写错了的片子」" }).count()).toBe(0);
  });

  it("the card waits on the start page until it is answered; wishes go to the wishes", async () => {
    await open();
    await enter("放给大家看的", "15");
    await page.goto(`${address}/#/`);
    await page.getByText("场放过，没填人数").waitFor();
    await page.getByRole("link", { name: "补记" }).click();
    const card = page.getByRole("form", { name: "放完了，记一笔" });
    await card.getByLabel("来了几位党员").fill("九");
    await card.getByRole("button", { name: "记下" }).click();
    await card.getByText("人数写 0 到 9999 的数字").waitFor();
    await card.getByLabel("来了几位党员").fill("9");
    await card.getByLabel("来了几位群众").fill("21");
    await card.getByLabel("大家说了什么").fill("都说好");
    await card.getByLabel("还想看什么").fill("腌菜安全不安全");
    await expectAccessible(page);
    await card.getByRole("button", { name: "记下" }).click();
    await page.getByText("党员 9 人，群众 21 人").waitFor();
    await page.getByText("都说好").waitFor();
    await page.goto(`${address}/#/`);
    await page.getByRole("heading", { name: "手头的事" }).waitFor();
    await expect.poll(() => page.getByText("场放过，没填人数").count()).toBe(0);
    await page.goto(`${address}/#/wishes`);
    await page.getByText("腌菜安全不安全").first().waitFor();
  });

  it("is printed on A4 as the paper form has it, and saved as a table", async () => {
    await open();
    await enter("要印的片子", "10");
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "存成表格" }).click();
    const saved = await readFile(await (await saving).path());
    expect(saved.subarray(0, 2).toString()).toBe("PK");
    await page.getByRole("link", { name: "印这个月" }).click();
    await page.getByRole("heading", { name: /学习收看登记簿/u }).waitFor();
    await page.getByRole("columnheader", { name: "讨论情况" }).waitFor();
    await expectAccessible(page);
  });

  it("a month that was printed is locked: what is added or put right says why, and is on the next print", async () => {
    const title = `锁上以前的 ${Math.random()}`;
    await open();
    await enter(title, "10");
    await page
      .getByRole("button", { name: /补记|改人数/u })
      .last()
      .click();
    const card = page.getByRole("form", { name: "放完了，记一笔" });
    await card.getByLabel("来了几位党员").fill("9");
    const why = card.getByLabel("这个月印过了，写一句为什么改");
    // A second try finds the month printed already.
    if ((await why.count()) > 0) await why.fill("又数了一遍");
    await card.getByRole("button", { name: "记下" }).click();
    await card.waitFor({ state: "detached" });
    await page.getByRole("link", { name: "印这个月" }).click();
    await page.getByText("印出去以后，这个月就锁上").waitFor();
    await page.getByRole("button", { name: "印这个月" }).click();
    await open();
    await page.getByText("这个月锁上了").waitFor();
    expect(await page.getByText("要再印一份").count()).toBe(0);
    // Added late: a reason is asked for.
    const late = `漏记的 ${Math.random()}`;
    await page.getByRole("button", { name: "记一场" }).click();
    await page.getByLabel("放的什么").fill(late);
    await page.getByLabel("放了几分钟").fill("20");
    await page.getByRole("button", { name: "记下", exact: true }).click();
    await page.getByText("写一句为什么改，以后看得明白").waitFor();
    await page.getByLabel("这个月印过了，写一句为什么补").fill("那天停电");
    await expectAccessible(page);
    await page.getByRole("button", { name: "记下", exact: true }).click();
    await page.getByText("印过以后补的：那天停电").first().waitFor();
    await page.getByText("要再印一份").waitFor();
    // Put right: both stand there.
    await page.getByRole("button", { name: `更正「${title}」` }).click();
    await page.getByLabel("为什么改").fill("放的是下集");
    await page.getByLabel("放的什么").fill(`${title}下集`);
    await page.getByRole("button", { name: "划掉旧的，记下新的" }).click();
    await page.getByText("更正：放的是下集").first().waitFor();
    // A head count that was printed is not lost.
    await page
      .getByRole("button", { name: /改人数/u })
      .last()
      .click();
    await card.getByLabel("来了几位党员").fill("12");
    await card.getByRole("button", { name: "记下" }).click();
    await card.getByText("写一句为什么改，以后看得明白").waitFor();
    await card.getByLabel("这个月印过了，写一句为什么改").fill("数错了三位");
    await expectAccessible(page);
    await card.getByRole("button", { name: "记下" }).click();
    await page
      .getByText(/印的时候是党员 9.*数错了三位/u)
      .first()
      .waitFor();
    // The next print shows all of it, and is the latest then.
    await page.getByRole("link", { name: "印这个月" }).click();
    const paper = page.locator("section table");
    await paper.getByText("印过以后补的：那天停电").waitFor();
    await paper.getByText("更正：放的是下集").first().waitFor();
    await paper.getByText(/印的时候是党员 9/u).waitFor();
    await page.getByRole("button", { name: "印这个月" }).click();
    await open();
    await page.getByText("这个月锁上了").waitFor();
    await expect.poll(() => page.getByText("要再印一份").count()).toBe(0);
  });
});
