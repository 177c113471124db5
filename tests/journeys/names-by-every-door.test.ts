/**
 * The planted name, at the doors that take longer: the year's report and a card, a code that another site reads, a
 * channel's file and folder, a stick with the USB edition, the year's archive without its tick. With the tick the
 * archive is the one door that holds it. What somebody typed into the site's own books (a talk, a question) leaves by
 * none of the doors to other sites either.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { channelFileSource } from "@dianbo/shared/channel";
import { gunzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { fileOnStick, filesOnStick, plugIn } from "../support/disk-in-browser.ts";
import { holdsWord } from "../support/every-byte.ts";
import { plant } from "../support/keep-item.ts";
import { CONTROL, keptElsewhere, NAME, plantName } from "../support/planted-name.ts";
import { chooseStick, demonstrationFilm, STICK } from "../support/stick-office.ts";

const SOON = { timeout: 30_000 };
/** What somebody typed where the screen asks for no names: the site's own, and nobody else's. */
const TOLD = "东方求胜";

let server: RunningServer;
let folder: string;
let page: Page;
const closing: (() => Promise<void>)[] = [];
const asked: string[] = [];

const openPc = async (): Promise<Page> => {
  const profile = await newProfile();
  const browser: TestBrowser = await openBrowser({ profile });
  closing.push(async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  browser.context.on("request", (request) => {
    asked.push(`${decodeURIComponent(request.url())} ${request.postData() ?? ""}`);
  });
  const fresh = browser.context.pages()[0] ?? (await browser.context.newPage());
  await fresh.addInitScript(() => {
    localStorage.setItem("dianbo-language", "zh-CN");
    window.print = () => window.dispatchEvent(new Event("afterprint"));
  });
  return fresh;
};
const origin = (): string => `http://localhost:${server.port}`;
const go = async (hash: string): Promise<void> => {
  await page.goto(`${origin()}/${hash}`);
  await page.locator("main h1").first().waitFor(SOON);
};
const press = (name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name }).first().click();
const download = async (act: () => Promise<void>): Promise<Uint8Array> => {
  const coming = page.waitForEvent("download", { timeout: 120_000 });
  await act();
  const file = await coming;
  expect(file.suggestedFilename()).not.toContain(NAME);
  const path = join(folder, `${Math.random()}`);
  await file.saveAs(path);
  return await readFile(path);
};
const holdsNeither = (bytes: Uint8Array, what: string): void => {
  expect(holdsWord(bytes, NAME), `${NAME} in ${what}`).toBe(false);
  expect(holdsWord(bytes, TOLD), `${TOLD} in ${what}`).toBe(false);
};

beforeAll(async () => {
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  folder = await mkdtemp(join(tmpdir(), "dianbo-doors-"));
  page = await openPc();
  await plugIn(page, STICK);
  await go("#/settings");
  await press("载入样例");
  await page.getByRole("button", { name: "清掉样例" }).waitFor(SOON);
  await page.getByLabel("站点名字").fill("青禾社区站");
  await page.getByLabel("站点名字").press("Enter");
  // What is given out is the site's own; a stick takes what has its file.
  const film = await demonstrationFilm("cabbage-field.mp4");
  await plant(
    page,
    [
      { number: 5008, fields: { sample: false, note: `${TOLD}家的` } },
      { number: 3001, file: { bytes: film.bytes, mime: "video/mp4", name: "白菜.mp4" } },
    ],
    [{ number: 1, parts: [1014, 3001, 5008] }],
  );
  await page.reload();
  await plantName(page, go);
  // A showing of the control's title, and what was said and asked after it.
  await go("#/register");
  await press("记一场");
  await page.getByLabel("放的什么").fill(CONTROL);
  await page.getByLabel("放了几分钟").fill("15");
  await press("记下");
  await page.getByRole("heading", { name: "记一场" }).waitFor({ state: "detached", ...SOON });
  await press("补记");
  await page.getByLabel(/来了几位群众/u).fill("9");
  await page.getByLabel("大家说了什么").fill(`${TOLD}说好`);
  await page.getByLabel("问了些什么").fill(`${TOLD}问几点开门`);
  await press("记下");
  await page.getByRole("form", { name: "放完了，记一笔" }).waitFor({ state: "detached", ...SOON });
}, 180_000);
afterAll(async () => {
  for (const close of closing.splice(0)) await close();
  await server?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const year = new Date().getFullYear();

it("a report, its files and its card hold counts", async () => {
  await go(`#/reports/${year}`);
  await page.locator(".paper h2").first().waitFor(SOON);
  const paper = await page.content();
  expect(paper).toContain(CONTROL);
  holdsNeither(Buffer.from(paper), "the page");
  const table = await download(() => press("存成表格"));
  expect(holdsWord(table, CONTROL)).toBe(true);
  holdsNeither(table, "the workbook");
  const text = await download(() => press("存成文档"));
  expect(holdsWord(text, CONTROL)).toBe(true);
  holdsNeither(text, "the document");
  holdsNeither(await download(() => press("存成卡，往上报")), "the card");
});

it("what another site reads off a code is the list", async () => {
  await go("#/share");
  await press("做成二维码：主题党日标准餐");
  await page.getByRole("img", { name: "清单的二维码" }).waitFor(SOON);
  const coming = page.waitForEvent("download");
  await press("存成图片");
  const picture = join(folder, "code.png");
  await (await coming).saveAs(picture);
  const other = await openPc();
  await other.goto(`${origin()}/#/share`);
  await other.getByRole("link", { name: "照二维码" }).click();
  const [chooser] = await Promise.all([
    other.waitForEvent("filechooser"),
    other.getByRole("button", { name: "选图片" }).click(),
  ]);
  await chooser.setFiles(picture);
  await other.getByRole("heading", { name: "收进来之前看看" }).waitFor({ timeout: 60_000 });
  await other.getByRole("button", { name: "全部收下" }).click();
  await other.getByText(/收下了 \d+ 部/u).waitFor(SOON);
  const kept = await keptElsewhere(other);
  expect(kept).toContain("主题党日标准餐");
  holdsNeither(Buffer.from(kept), "the other site");
});

it("a channel's file is the list", async () => {
  await go("#/channels");
  await page.getByLabel("频道的名字").fill("青禾精选");
  const file = await download(() => press("存成文件"));
  const source = channelFileSource(file);
  if (!source.ok) throw new Error(source.error.type);
  const index = await source.value.index();
  if (!index.ok) throw new Error(index.error.type);
  const said = new TextDecoder().decode(index.value);
  const texts = [said];
  for (const { hash } of JSON.parse(said).segments) {
    const part = await source.value.segment(hash);
    if (part !== undefined) texts.push(new TextDecoder().decode(gunzipSync(part)));
  }
  expect(texts.join("")).toContain(CONTROL);
  holdsNeither(Buffer.from(texts.join("")), "the channel");
  holdsNeither(file, "the channel's file");
});

it("a stick and its USB edition hold the menu", async () => {
  await chooseStick(page, origin());
  await page.getByRole("button", { name: /^(?:开始装|接着装|再装一遍)$/u }).click();
  await page.getByText(`「${STICK}」可以带走`, { exact: false }).waitFor({ timeout: 60_000 });
  const files = await filesOnStick(page, STICK);
  expect(files.length).toBeGreaterThan(1);
  let seen = false;
  for (const { path } of files) {
    const bytes = await fileOnStick(page, STICK, path);
    seen ||= holdsWord(bytes, "主题党日标准餐");
    holdsNeither(bytes, path);
    expect(path).not.toContain(NAME);
  }
  expect(seen).toBe(true);
});

it("the year's archive holds a name only where somebody ticked it", async () => {
  await go("#/ledgers");
  await page.getByRole("link", { name: /^年度归档/u }).click();
  await page.getByRole("heading", { level: 1, name: "年度归档" }).waitFor(SOON);
  const without = await download(() => press("做成压缩包"));
  expect(holdsWord(without, CONTROL)).toBe(true);
  expect(holdsWord(without, NAME)).toBe(false);
  await page.getByLabel("带上姓名").check();
  const withNames = await download(() => press("做成压缩包"));
  expect(holdsWord(withNames, NAME)).toBe(true);
});

it("nothing of it went over the network or lies outside the personal tables", async () => {
  expect(asked.filter((one) => one.includes(NAME) || one.includes(TOLD))).toEqual([]);
  const kept = await keptElsewhere(page);
  expect(kept).toContain(CONTROL);
  expect(kept).not.toContain(NAME);
});
