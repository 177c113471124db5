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
});
