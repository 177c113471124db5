/**
 * Clips arrive in a paired hosted app by themselves: films by reference, or in pieces where Blobs do not
 * pass; a background that is killed in the middle goes on; what comes twice is stored once; forged
 * messages get nothing; and where the book lives in the extension, the app shows the door to it.
 */
import { rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import {
  DIST,
  extensionId,
  newProfile,
  openBrowser,
  type TestBrowser,
} from "../support/browser.ts";
import { allowHosts, openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { countRows, holdsWhole, putFilms } from "../support/inbox-rows.ts";
import { readKeptLibrary } from "../support/kept-library.ts";

const SOON = { timeout: 20_000 };
const MB = 1024 * 1024;

let portal: Portal;
let app: RunningServer;
let stranger: Server;
let address: string;
let display: Display;
let profile: string;
let browser: TestBrowser;
let inbox: Page;
let book: Page;

const open = async (url: string): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(url);
  return page;
};
const numbers = async (): Promise<readonly number[]> => (await readKeptLibrary(book)).numbers;

/** Notes in every page of the app which way files came: as Blobs or in pieces. */
const watchCarrier = (): void => {
  const ways: string[] = [];
  Object.assign(window, { ways });
  const add = MessagePort.prototype.addEventListener;
  const setter = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage")?.set;
  Object.defineProperty(MessagePort.prototype, "onmessage", {
    set(this: MessagePort, listener: (event: MessageEvent) => void) {
      add.call(this, "message", (event) => {
        const body = event instanceof MessageEvent ? event.data?.body : undefined;
        if (body?.type === "parted") Object.assign(window, { parted: true });
        if (body?.type === "chunk") ways.push("piece");
        if (body?.message?.type === "file" && body.message.blob instanceof Blob) ways.push("blob");
      });
      setter?.call(this, listener);
    },
  });
};
const waysOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...new Set(Reflect.get(window, "ways") as string[])]);

/** Ends the background as the browser does when it is idle. */
const killBackground = async (): Promise<void> => {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error("no browser");
  const { targetInfos } = await session.send("Target.getTargets");
  const worker = targetInfos.find(
    ({ type, url }) => type === "service_worker" && url.includes(extensionId()),
  );
  if (worker === undefined) throw new Error("the background does not run");
  await session.send("Target.closeTarget", { targetId: worker.targetId });
  await session.detach();
};

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  app = await serveApp({ root: process.env["DIANBO_PWA"] ?? join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${app.port}`;
  stranger = createServer((_, response) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end("<title>stranger</title>"),
  );
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  display = await openDisplay();
  profile = await newProfile();
  // A stranger's page shows the app in a frame.
  const reaches = [`localhost:${app.port}`];
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port, reaches });
  await browser.context.addInitScript(watchCarrier);
  inbox = await open(`chrome-extension://${extensionId()}/app.html#/inbox`);
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  stranger?.close();
  await portal?.close();
  await app?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("pairing", () => {
  it("is asked for in the click, and the app's open page has its relay at once", async () => {
    book = await open(`${address}/#/`);
    await inbox.bringToFront();
    await inbox.getByText("本子放在扩展里").click();
    await inbox.getByLabel("点播本的网址").fill(address);
    await inbox.getByRole("button", { name: "本子在那边" }).click();
    await inbox.getByText(`本子放在 ${address}`).waitFor();
    await expectAccessible(inbox);
    await allowHosts(display, () => inbox.getByRole("button", { name: "以后自动收" }).click());
    await inbox.getByText(`${address} 开着，剪藏就自己过去。`).waitFor();
    await expectAccessible(inbox);
  });
});

describe("with the app open", () => {
  it("a film of some megabytes comes by itself, by reference and whole", async () => {
    const [hash = ""] = await putFilms(inbox, [{ title: "防汛知识", seed: 1, bytes: 5 * MB }]);
    await expect.poll(() => countRows(inbox), SOON).toBe(0);
    await book.bringToFront();
    await book.getByText("收到 1 个").waitFor();
    await expectAccessible(book);
    expect(await numbers()).toEqual([1001]);
    expect(await holdsWhole(book, hash)).toBe(true);
    expect(await waysOf(book)).toEqual(["blob"]);
    // The row goes first, then its file.
    await expect.poll(() => holdsWhole(inbox, hash), SOON).toBe(false);
  });

  it("is taken back like any act", async () => {
    await book.getByRole("button", { name: "撤销" }).click();
    await expect.poll(async () => (await readKeptLibrary(book)).kinds["courseware"], SOON).toBe(1);
    await book.getByText("撤销了").waitFor();
    await book.getByRole("button", { name: "再做一遍" }).click();
  });

  it("what is delivered twice is stored once, and two open tabs take it once", async () => {
    const second = await open(`${address}/#/`);
    await putFilms(inbox, [
      { title: "防汛知识", seed: 1, bytes: 5 * MB },
      { title: "合作医疗怎么报", seed: 2, bytes: MB },
    ]);
    await expect.poll(() => countRows(inbox), SOON).toBe(0);
    expect(await numbers()).toEqual([1001, 1002]);
    await second.close();
  });

  it("a clip from a portal comes once the panel can no longer take it back", async () => {
    const page = await openPortalPage(browser, PORTAL_PAGES.article);
    const panel = await openPanel(browser, page);
    await allowHosts(display, () => panel.keyboard.press("4"));
    await panel.getByText("存下了，记着归科普知识。").waitFor();
    expect(await countRows(inbox)).toBe(1);
    await panel.close();
    await page.close();
    await expect.poll(() => countRows(inbox), { timeout: 40_000 }).toBe(0);
    expect(await numbers()).toEqual([1001, 1002, 4001]);
  });
});

describe("where Blobs do not pass", () => {
  it("films come in pieces, and a background that is killed in the middle goes on", async () => {
    await book.close();
    book = await browser.context.newPage();
    await book.addInitScript(() => {
      // The app's own test of Blobs fails; pieces stop after the third until the test lets them go on.
      Blob.prototype.text = () => Promise.reject(new Error("no blobs here"));
      const held: (() => void)[] = [];
      const post = MessagePort.prototype.postMessage;
      Object.assign(window, {
        held,
        release: () => {
          MessagePort.prototype.postMessage = post;
          for (const one of held.splice(0)) one();
        },
      });
      MessagePort.prototype.postMessage = function (this: MessagePort, ...said: unknown[]) {
        // React's own ports say null.
        const { body } = (said[0] ?? {}) as { body?: { type: string; index: number } };
        const say = (): void => Reflect.apply(post, this, said);
        if (body?.type === "chunk-ack" && body.index > 2) held.push(say);
        else say();
      };
    });
    await book.goto(`${address}/#/`);
    const [, hash = ""] = await putFilms(inbox, [
      { title: "小的先到", seed: 3, bytes: 1000 },
      { title: "大棚种菜", seed: 4, bytes: 4 * MB + 17 },
    ]);
    await book.waitForFunction(() => (Reflect.get(window, "held") as unknown[]).length > 0);
    await expect.poll(() => countRows(inbox), SOON).toBe(1);
    await killBackground();
    await book.evaluate(() => (Reflect.get(window, "release") as () => void)());
    await expect.poll(() => countRows(inbox), { timeout: 60_000 }).toBe(0);
    expect(await holdsWhole(book, hash)).toBe(true);
    expect(await waysOf(book)).toEqual(["piece"]);
    expect(await numbers()).toEqual([1001, 1002, 1003, 1004, 4001]);
  });

  it("what is too large waits for the button, and the app says so", async () => {
    await putFilms(inbox, [{ title: "长片", seed: 5, bytes: 65 * MB }]);
    await book.bringToFront();
    await book.getByText("还有 1 个太大，自己过不来").waitFor();
    await expectAccessible(book);
    const opened = browser.context.waitForEvent("page");
    await book.getByRole("button", { name: "去扩展里交" }).click();
    const there = await opened;
    await there.waitForURL(`chrome-extension://${extensionId()}/app.html#/inbox`);
    await there.close();
    expect(await countRows(inbox)).toBe(1);
  });
});

describe("forged messages", () => {
  it("of a script in the app's page get no film and let no row go", async () => {
    const heard = await book.evaluate(async () => {
      const got: unknown[] = [];
      window.addEventListener("message", (event) => got.push(event.data?.type));
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => got.push(event.data);
      const protocol = "dianbo-link-1";
      const session = "forged-session-00000000";
      window.postMessage({ protocol, type: "relay-there" }, location.origin);
      window.postMessage({ protocol, type: "open", session }, location.origin, [port2]);
      const ack = { protocol: "dianbo-handoff-1", type: "ack", clip: "film-5".padEnd(24, "0") };
      for (const body of [{ type: "link" }, { type: "gather" }, { type: "say", message: ack }]) {
        port1.postMessage({ protocol, session, body });
        window.postMessage({ protocol, session, body }, location.origin);
      }
      // Behind these on the same way: when it is back, all were heard.
      const end = new Promise((resolve) => {
        window.addEventListener("message", (event) => event.data === "end" && resolve(null));
      });
      window.postMessage("end", location.origin);
      await end;
      return got;
    });
    expect(heard.filter((one) => typeof one === "object")).toEqual([]);
    expect(heard).not.toContain("open");
    // The app's own link is as it was.
    await putFilms(inbox, [{ title: "照样来", seed: 7, bytes: 1000 }]);
    await expect.poll(numbers, SOON).toContain(1005);
    await expect.poll(() => countRows(inbox), SOON).toBe(1);
  });

  it("of a page on another origin get nothing, though it frames or opens the app", async () => {
    const { port } = stranger.address() as { port: number };
    const foreign = await open(`http://127.0.0.1:${port}/`);
    const opening = browser.context.waitForEvent("page");
    await foreign.evaluate(async (target) => {
      const frame = document.createElement("iframe");
      frame.src = target;
      const loaded = new Promise((resolve) => {
        frame.onload = resolve;
      });
      document.body.append(frame);
      await loaded;
      Object.assign(window, { opened: window.open(target), framed: frame.contentWindow });
    }, `${address}/`);
    const opened = await opening;
    await opened.getByRole("heading").first().waitFor();
    const heard = await foreign.evaluate(async () => {
      const got: unknown[] = [];
      window.addEventListener("message", (event) => got.push(event.data));
      const protocol = "dianbo-link-1";
      const session = "forged-session-00000000";
      for (const name of ["opened", "framed"]) {
        const other = Reflect.get(window, name) as Window;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (event) => got.push(event.data);
        other.postMessage({ protocol, type: "relay-there" }, "*");
        other.postMessage({ protocol, type: "relay-here" }, "*");
        other.postMessage({ protocol, type: "open", session }, "*", [port2]);
        for (const type of ["link", "gather"])
          port1.postMessage({ protocol, session, body: { type } });
      }
      return got;
    });
    // What would have answered has had its turn when the app itself has answered something later.
    await opened.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(heard).toEqual([]);
    const hasRuntime = () => typeof Reflect.get(globalThis, "chrome")?.runtime?.connect;
    expect(await foreign.evaluate(hasRuntime)).not.toBe("function");
    expect(await countRows(inbox)).toBe(1);
    await opened.close();
    await foreign.close();
  });
});

describe("the end of the pairing", () => {
  it("takes relay and leave away, and clips stay in the inbox", async () => {
    await book.evaluate(() => Object.assign(window, { parted: false }));
    await inbox.bringToFront();
    await inbox.getByRole("button", { name: "不再自动收" }).click();
    await inbox.getByRole("button", { name: "以后自动收" }).waitFor();
    await book.waitForFunction(() => Reflect.get(window, "parted") === true);
    const left = await inbox.evaluate(async () => ({
      scripts: (await chrome.scripting.getRegisteredContentScripts()).length,
      leave: await chrome.permissions.contains({ origins: ["http://localhost/*"] }),
    }));
    expect(left).toEqual({ scripts: 0, leave: false });
    await putFilms(inbox, [{ title: "留着的", seed: 6, bytes: 1000 }]);
    await inbox.getByText("留着的").waitFor();
    // The page that was linked until now, and the same page opened anew.
    expect(await countRows(inbox)).toBe(2);
    await book.reload();
    await book.getByRole("heading").first().waitFor();
    await expect.poll(() => countRows(inbox), SOON).toBe(2);
  });
});

describe("a paired app where the book is in the extension", () => {
  it("shows the door to it and gives no numbers", async () => {
    // Another host of the same PC: an app that nobody has moved a book to.
    const blank = `http://127.0.0.1:${app.port}`;
    await inbox.getByText(`本子放在 ${address}`).click();
    await inbox.getByLabel("点播本的网址").fill(blank);
    await inbox.getByRole("button", { name: "本子在那边" }).click();
    await allowHosts(display, () => inbox.getByRole("button", { name: "以后自动收" }).click());
    await inbox.getByRole("button", { name: "不再自动收" }).waitFor();
    await inbox.getByText(`本子放在 ${blank}`).click();
    await inbox.getByRole("button", { name: "改放在扩展里" }).click();
    await inbox.getByText("本子放在扩展里").waitFor();
    const door = await open(`${blank}/#/library`);
    await door.close();
    await inbox.goto(`chrome-extension://${extensionId()}/app.html#/set-menus`);
    await inbox.getByRole("button", { name: "新套餐" }).first().click();
    await expect.poll(async () => (await readKeptLibrary(inbox)).kinds["set-menu"], SOON).toBe(1);
    book = await open(`${blank}/#/`);
    await book.getByRole("heading", { name: "您的本子在扩展里" }).waitFor();
    await expectAccessible(book);
    const opened = browser.context.waitForEvent("page");
    await book.getByRole("button", { name: "打开本子" }).click();
    await (await opened).waitForURL(`chrome-extension://${extensionId()}/app.html#/`);
    expect(await numbers()).toEqual([]);
  });

  it("opens its own book again as soon as the extension says that the library is there", async () => {
    await inbox.goto(`chrome-extension://${extensionId()}/app.html#/inbox`);
    await inbox.getByText("本子放在扩展里").click();
    await inbox.getByLabel("点播本的网址").fill(`http://127.0.0.1:${app.port}`);
    await inbox.getByRole("button", { name: "本子在那边" }).click();
    await book.getByText("收到 2 个").waitFor();
    await expect.poll(() => countRows(inbox), SOON).toBe(0);
    expect(await numbers()).toEqual([1001, 1002]);
  });
});
