/**
 * Pictures of the downloads' room with a real queue behind it: many at once with one cut off and one refused,
 * waiting for the night, all paused, a disk that is nearly full, the session's summary; and of the room where
 * films are kept.
 */
import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { extensionId, newProfile, openBrowser } from "../support/browser.ts";
import { openDisplay } from "../support/display.ts";
import { openLessonServer } from "../support/lessons/lesson-server.ts";
import {
  fileOf,
  grantHosts,
  openInboxPage,
  paperFilm,
  type WaitingFile,
  waitFor,
} from "../support/lessons/waiting-files.ts";
import { MANNERS, type Manner, speak } from "../support/manner.ts";
import { take } from "./picture.ts";

const HOST = "media.12371.cn";
const MB = 1024 * 1024;

/** Title, category, publisher, minutes, megabytes. */
type Film = readonly [string, 1 | 2 | 3 | 4 | 5, string, number, number];
const HELD: readonly Film[] = [
  ["微党课：一面党旗的故事", 1, "县融媒体中心", 10, 8],
  ["怎样开好支部党员大会", 1, "共产党员网", 12, 6],
  ["一图读懂高龄津贴", 2, "市民政局", 4, 2],
  ["大棚番茄病虫害绿色防控", 3, "县农业农村局", 26, 7],
  ["果树冬季修剪", 3, "县农业农村局", 35, 9],
  ["小麦一喷三防要点", 3, "县农业农村局", 12, 5],
  ["燃气安全十问", 4, "省应急科普", 10, 3],
  ["春季传染病预防", 5, "市融媒体中心", 18, 6],
];
const COMING: readonly Film[] = [
  ["冬季大棚保温六法", 3, "县农业农村局", 22, 40],
  ["设施草莓冬季管理要点", 3, "县农业农村局", 24, 66],
  ["农村家庭取暖防一氧化碳", 4, "省应急科普", 15, 30],
  ["冬季心脑血管保健", 5, "市融媒体中心", 27, 20],
  ["冬小麦浇越冬水的时机", 3, "县农业农村局", 14, 66],
  ["土壤墒情怎么看", 3, "县农业农村局", 9, 24],
];

const fileOfFilm = ([title, category, publisher, minutes]: Film, name: string): WaitingFile => ({
  name,
  url: `http://${HOST}/${name}.mp4`,
  title,
  category,
  publisher,
  minutes,
});

/** The reserve as it is stored, past the page; back to the usual 2 GB with `undefined`. */
const reserve = (page: Page, more: number | undefined): Promise<void> =>
  page.evaluate(async (above) => {
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open("dianbo-inbox");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const writing = opening.result.transaction("queueState", "readwrite");
        const store = writing.objectStore("queueState");
        const reading = store.get("settings");
        reading.onsuccess = () =>
          store.put({
            ...reading.result,
            id: "settings",
            reserve: above === undefined ? 2 * 1024 ** 3 : quota - usage + above,
          });
        writing.oncomplete = () => {
          opening.result.close();
          resolve();
        };
        writing.onerror = () => reject(writing.error);
      };
    });
  }, more);

const until = async (page: Page, name: string, state: string): Promise<void> => {
  for (;;) {
    if ((await fileOf(page, name))?.state === state) return;
    await page.waitForTimeout(200);
  }
};

const takeAll = async (page: Page, name: string): Promise<void> => {
  for (const manner of MANNERS) {
    await speak(page, manner);
    await page.locator("main h2").first().waitFor();
    await take(page, name, manner);
  }
  await speak(page, "zh" satisfies Manner);
};

/** All of the downloads. */
export const takeDownloads = async (): Promise<void> => {
  const server = await openLessonServer();
  const profile = await newProfile();
  const display = await openDisplay();
  let browser = await openBrowser({ profile, display, extension: true, portal: server.port });
  await grantHosts(await openInboxPage(browser), display, [HOST]);
  await browser.close();
  display.close();
  browser = await openBrowser({ profile, extension: true, portal: server.port });
  try {
    const page = await openInboxPage(browser);
    await page.setViewportSize({ width: 1366, height: 768 });
    const add = async (films: readonly Film[], mark: string): Promise<void> => {
      const files = films.map((film, index) => fileOfFilm(film, `${mark}${index}`));
      for (const [index, [, , , , size]] of films.entries()) {
        const bytes = paperFilm(size * MB, index + size);
        server.files.set(`/${mark}${index}.mp4`, { type: "video/mp4", bytes });
      }
      await waitFor(page, files);
    };
    await add(HELD, "held");
    for (const index of HELD.keys()) await until(page, `held${index}`, "held");
    // One is cut off again and again, one is a page that asks to log in; two come slowly.
    server.trouble("/coming2.mp4", { status: 503, retryAfterSeconds: 300 });
    server.trouble("/coming3.mp4", { html: "<h1>登录</h1>" });
    server.limit(2 * MB);
    await add(COMING, "coming");
    await page.goto(`chrome-extension://${extensionId()}/app.html#/downloads`);
    await page.locator("main h1").waitFor();
    await until(page, "coming2", "failed");
    await until(page, "coming3", "failed");
    await page.waitForTimeout(4_000);
    server.limit(MB / 4);
    await takeAll(page, "03-downloads");
    await page.getByRole("button", { name: "全部暂停" }).click();
    await page.getByText("全部停着").first().waitFor();
    await takeAll(page, "03-downloads-paused");
    await page.getByRole("button", { name: "接着下", exact: true }).first().click();
    await page.getByText("怎么下").click();
    const hour = new Date(Date.now() + 8 * 3_600_000).getUTCHours();
    const later = (by: number): string => String(((hour + by) % 24) * 60);
    await page.getByLabel("夜里从").selectOption(later(3));
    await page.getByLabel(/^到/u).selectOption(later(11));
    await page.getByRole("button", { name: /夜里再下/u }).click();
    await page.getByText(/等到夜里/u).waitFor();
    await page.getByText("怎么下").click();
    await takeAll(page, "03-downloads-night");
    await reserve(page, 4 * 1024 ** 3);
    await page.getByRole("button", { name: /现在就下/u }).click();
    await page.getByText(/磁盘快满了/u).waitFor();
    await takeAll(page, "03-downloads-disk");
    await reserve(page, undefined);
    server.limit(null);
    server.trouble("/coming2.mp4", { status: 404 });
    await page.reload();
    for (const index of [0, 1, 4, 5]) await until(page, `coming${index}`, "held");
    await page.getByRole("button", { name: "收工" }).click();
    await page.getByText(/收工了/u).waitFor();
    await takeAll(page, "03-downloads-summary");
  } finally {
    await browser.close();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};
