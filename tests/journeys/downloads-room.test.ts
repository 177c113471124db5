/**
 * The queue of downloads as a person sees it: two at a time from one portal, all paused with one press,
 * paused still after a power cut, and going on from where each file stopped; the session's list has all
 * that came.
 */
import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { openDisplay } from "../support/display.ts";
import { holdsWhole } from "../support/inbox-rows.ts";
import { type LessonServer, openLessonServer } from "../support/lessons/lesson-server.ts";
import {
  fileOf,
  grantHosts,
  openInboxPage,
  paperFilm,
  sha256,
  type WaitingFile,
  waitFor,
} from "../support/lessons/waiting-files.ts";
import { type StoredRecord, storedRecords } from "../support/stored-records.ts";

/** A stored line of the download log. */
type StoredLine = StoredRecord & {
  readonly fields?: Readonly<Record<string, readonly { readonly value: unknown }[]>>;
};

const MB = 1024 * 1024;
const NAMES = ["first", "second", "third", "fourth"] as const;
const SIZE = 12 * MB;
const SOON = { timeout: 20_000, interval: 100 };

let server: LessonServer;
let profile: string;
let browser: TestBrowser;

const pathOf = (name: string): string => `/${name}.mp4`;
const films = new Map(NAMES.map((name, index) => [name, paperFilm(SIZE, index + 1)] as const));
const sentInAll = (): number => server.requests.reduce((sum, { sent }) => sum + sent, 0);
const asked = (): ReadonlySet<string> => new Set(server.requests.map(({ path }) => path));

/** Puts one more small film into the queue, filed by whoever clipped it. */
const addFilm = async (
  page: Page,
  name: string,
  facts: Partial<WaitingFile> = {},
): Promise<void> => {
  server.files.set(pathOf(name), { type: "video/mp4", bytes: paperFilm(200_000, name.length) });
  await waitFor(page, [{ name, url: `http://media.12371.cn${pathOf(name)}`, ...facts }]);
};

/** The hour of the day where sites keep their days. */
const hourNow = (): number =>
  Number(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: "Asia/Shanghai",
      hour: "numeric",
      hourCycle: "h23",
    }).format(Date.now()),
  );

const setNight = async (room: Page, from: number, to: number): Promise<void> => {
  await room.getByLabel("夜里从").selectOption(String((from % 24) * 60));
  await room.getByLabel(/^到/u).selectOption(String((to % 24) * 60));
};

/** The site's wishes as they are stored, past the page: a reserve that no disk has, nor any file's length. */
const reserveMoreThanThereIs = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open("dianbo-inbox");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const writing = opening.result.transaction("queueState", "readwrite");
        const store = writing.objectStore("queueState");
        const reading = store.get("settings");
        reading.onsuccess = () =>
          store.put({ ...reading.result, id: "settings", reserve: 10 ** 15 });
        writing.oncomplete = () => {
          opening.result.close();
          resolve();
        };
        writing.onerror = () => reject(writing.error);
      };
    });
  });

const openRoom = async (): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${extensionId()}/app.html#/downloads`);
  await page.getByRole("heading", { level: 1, name: "今天的下载" }).waitFor();
  return page;
};
const statesOf = (page: Page): Promise<readonly (string | undefined)[]> =>
  Promise.all(NAMES.map(async (name) => (await fileOf(page, name))?.state));

beforeAll(async () => {
  server = await openLessonServer();
  profile = await newProfile();
  const display = await openDisplay();
  browser = await openBrowser({ profile, display, extension: true, portal: server.port });
  await grantHosts(await openInboxPage(browser), display, ["media.12371.cn"]);
  await browser.close();
  display.close();
  browser = await openBrowser({ profile, extension: true, portal: server.port });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("the downloads' room", () => {
  it("runs two at a time, and pauses all", async () => {
    for (const [name, bytes] of films) {
      server.files.set(pathOf(name), { type: "video/mp4", bytes });
    }
    server.limit(MB);
    const inbox = await openInboxPage(browser);
    await waitFor(
      inbox,
      NAMES.map((name) => ({ name, url: `http://media.12371.cn${pathOf(name)}` })),
    );
    const room = await openRoom();
    await room.getByText("在下 2").waitFor();
    await room.getByText("排队 2").waitFor();
    await expect.poll(sentInAll, SOON).toBeGreaterThan(2 * MB);
    expect(asked()).toEqual(new Set(["/first.mp4", "/second.mp4"]));
    // From here on they crawl: none may end while the page is looked through, however busy the machine.
    server.limit(16 * 1024);
    await expectAccessible(room);
    await room.getByRole("button", { name: "全部暂停" }).click();
    await room.getByText("停着 4").waitFor();
    await room.getByText("全部停着").first().waitFor();
    await expect.poll(async () => (await statesOf(room)).includes("downloading"), SOON).toBe(false);
    await room.getByText("都停着").waitFor();
    // What is on its way when all is paused still runs into the sockets; then nothing more does.
    const sentMeanwhile = async (): Promise<number> => {
      const before = sentInAll();
      await room.reload();
      await room.getByText("停着 4").waitFor();
      return sentInAll() - before;
    };
    await expect.poll(sentMeanwhile, SOON).toBe(0);
  });

  it("is paused still after a power cut, and then goes on where it stopped", async () => {
    await browser.kill();
    const before = server.requests.length;
    browser = await openBrowser({ profile, extension: true, portal: server.port });
    const room = await openRoom();
    await room.getByText("停着 4").waitFor();
    expect(server.requests.length).toBe(before);
    server.limit(null);
    await room.getByRole("button", { name: "接着下", exact: true }).first().click();
    for (const [name, bytes] of films) {
      const hash = sha256(bytes);
      await expect.poll(async () => (await fileOf(room, name))?.file?.hash, SOON).toBe(hash);
      expect(await holdsWhole(room, hash)).toBe(true);
    }
    const again = server.requests.slice(before).filter(({ path }) => path === "/first.mp4");
    expect(again.map(({ range }) => range)).toEqual([expect.stringMatching(/^bytes=[1-9]\d*-$/u)]);
  });

  it("shows what the session brought", async () => {
    const room = await openRoom();
    await room.getByText("好了 4").waitFor();
    await expectAccessible(room);
    await room.getByRole("link", { name: "印清单" }).click();
    await expect.poll(() => room.locator("tbody tr").count(), SOON).toBe(NAMES.length);
  });

  it("waits for the night where that was asked, and comes with it", async () => {
    const room = await openRoom();
    await room.getByText("怎么下").click();
    await setNight(room, hourNow() + 3, hourNow() + 4);
    await room.getByRole("button", { name: /夜里再下/u }).click();
    await room.getByText(/等到夜里/u).waitFor();
    await addFilm(room, "night");
    await room.getByText("排队 1").waitFor();
    await room.getByText(/:00 开始下/u).waitFor();
    expect(asked().has(pathOf("night"))).toBe(false);
    await room.getByText("怎么下").click();
    await setNight(room, hourNow(), hourNow() + 2);
    await expect.poll(async () => (await fileOf(room, "night"))?.state, SOON).toBe("held");
    // All that waited has come: the wish was for one night, and is over by itself.
    await room.getByRole("button", { name: /夜里再下/u }).waitFor();
  });

  it("stands still before the disk is full, says how to make room, and goes on", async () => {
    const room = await openRoom();
    await reserveMoreThanThereIs(room);
    await addFilm(room, "large");
    await room.getByText(/磁盘快满了/u).waitFor();
    await room.getByText("等磁盘腾出地方").waitFor();
    expect(await room.getByRole("link", { name: "腾地方" }).getAttribute("href")).toBe("#/keeping");
    expect(asked().has(pathOf("large"))).toBe(false);
    await expectAccessible(room);
    await room.getByText("怎么下").click();
    await room.getByLabel("磁盘至少留").selectOption(String(1));
    await expect
      .poll(async () => await fileOf(room, "large"), SOON)
      .toMatchObject({ state: "held" });
    await room.getByText(/磁盘快满了/u).waitFor({ state: "detached" });
  });

  it("writes a line of the download log for what is filed; names what did not come, and why", async () => {
    const room = await openRoom();
    const title = "大棚番茄的冬季管理";
    await addFilm(room, "filed", { title, publisher: "县农业农村局", minutes: 12 });
    await expect
      .poll(async () => await fileOf(room, "filed"), SOON)
      .toMatchObject({ state: "held" });
    await room.goto(`chrome-extension://${extensionId()}/app.html#/inbox`);
    await room.getByRole("button", { name: `3 实用技术：归「${title}」` }).click();
    const logged = async (): Promise<readonly StoredLine[]> =>
      (await storedRecords(room)).filter((record) => record.kind === "download");
    const shelves = async (): Promise<readonly unknown[]> =>
      (await logged()).map(({ fields }) => fields?.["category"]?.[0]?.value);
    await expect.poll(shelves, SOON).toEqual([3]);
    await room.goto(`chrome-extension://${extensionId()}/app.html#/downloads`);
    server.trouble(pathOf("gone"), { status: 404 });
    await addFilm(room, "gone");
    server.trouble(pathOf("page"), { html: "<h1>登录</h1>" });
    await addFilm(room, "page");
    const [line] = await logged();
    const shown = Object.fromEntries(
      ["title", "publisher", "category", "keptIn", "portal"].map((field) => [
        field,
        line?.fields?.[field]?.[0]?.value,
      ]),
    );
    expect(shown).toEqual({
      title,
      publisher: "县农业农村局",
      category: 3,
      keptIn: "browser",
      portal: "www.12371.cn",
    });
    await room.getByRole("heading", { name: "没下成 2 部" }).waitFor();
    const summary = room.getByRole("region", { name: "没下成 2 部" });
    await summary.getByText("门户没给").waitFor();
    await summary.getByText("不是文件").waitFor();
    await expectAccessible(room);
    for (const name of ["gone", "page"]) server.trouble(pathOf(name), undefined);
    await summary.getByRole("button", { name: "没下成的 2 条全部重试" }).click();
    for (const name of ["gone", "page"])
      await expect.poll(async () => (await fileOf(room, name))?.state, SOON).toBe("held");
    await summary.waitFor({ state: "detached" });
  });

  it("measures the week by what the site has set itself, here and in the settings", async () => {
    const room = await openRoom();
    await room.getByText("怎么下").click();
    await room.getByLabel("一周上线几天").selectOption("3");
    await room.getByText("天，本站目标 3 天").waitFor();
    await room.goto(`chrome-extension://${extensionId()}/app.html#/settings`);
    await room
      .getByRole("group", { name: "一周上线几天" })
      .getByLabel("3", { exact: true })
      .waitFor();
    expect(
      await room
        .getByRole("group", { name: "一周上线几天" })
        .getByLabel("3", { exact: true })
        .isChecked(),
    ).toBe(true);
    await room.goto(`chrome-extension://${extensionId()}/app.html#/`);
    await room.getByRole("link", { name: "今天的下载" }).last().click();
    await room.getByText("天，本站目标 3 天").waitFor();
  });
});
