/** Each way in which the book may not open, brought about in a page of its own. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";

/** One trouble, and the page that must then be shown. */
export interface Trouble {
  readonly name: string;
  /** What stands in the heading, in Chinese. */
  readonly title: string;
  /** What the browser must be told before it starts. */
  readonly prepare?: (profile: string) => Promise<void>;
  readonly open: (context: BrowserContext, address: string) => Promise<Page>;
}

/** The browser's own answer when it opens the database, replaced by this error. */
const refusedWith =
  (name: string) =>
  async (context: BrowserContext, address: string): Promise<Page> => {
    const page = await context.newPage();
    await page.addInitScript((errorName) => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("Internal error opening backing store", errorName);
      };
    }, name);
    await page.goto(`${address}/`);
    return page;
  };

/** Real data of a version that this app does not know. */
const newerData = async (context: BrowserContext, address: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${address}/manifest.webmanifest`);
  await page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open("dianbo-library", 9990);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
  });
  await page.goto(`${address}/`);
  return page;
};

/** Another tab holds an older database open and does not let go. */
const blocked = async (context: BrowserContext, address: string): Promise<Page> => {
  const old = await context.newPage();
  await old.goto(`${address}/manifest.webmanifest`);
  await old.evaluate(async () => {
    await new Promise<void>((resolve) => {
      const clearing = indexedDB.deleteDatabase("dianbo-library");
      clearing.onsuccess = () => {
        const opening = indexedDB.open("dianbo-library", 1);
        opening.onsuccess = () => resolve();
      };
    });
  });
  const page = await context.newPage();
  await page.goto(`${address}/`);
  return page;
};

/** The setting "block third-party cookies", which blocks storage as well. */
const blockThirdParties = (profile: string): Promise<void> =>
  writeFile(
    join(profile, "Default", "Preferences"),
    JSON.stringify({
      translate: { enabled: false },
      intl: { accept_languages: "zh-CN" },
      profile: { cookie_controls_mode: 1, block_third_party_cookies: true },
    }),
  );

/** Within another site's page, where the browser gives no storage. */
const embedded = async (context: BrowserContext, address: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${address.replace("localhost", "127.0.0.1")}/manifest.webmanifest`);
  await page.evaluate((book) => {
    const frame = document.createElement("iframe");
    frame.src = book;
    frame.title = "点播本";
    Object.assign(frame.style, { position: "fixed", inset: "0", width: "100%", height: "100%" });
    document.body.append(frame);
  }, `${address}/`);
  return page;
};

/** A room whose script does not arrive. */
const brokenRoom = async (context: BrowserContext, address: string): Promise<Page> => {
  const page = await context.newPage();
  await page.route(/assets\/set-menus-.*\.js/u, (route) => route.abort());
  await page.goto(`${address}/#/set-menus`);
  return page;
};

/** All of them. Each wants a fresh profile: some leave data behind. */
export const TROUBLES: readonly Trouble[] = [
  { name: "broken-room", title: "这一页出了毛病", open: brokenRoom },
  { name: "damaged", title: "浏览器没把本子读出来", open: refusedWith("UnknownError") },
  { name: "disk-full", title: "磁盘满了，本子打不开", open: refusedWith("QuotaExceededError") },
  { name: "refused", title: "浏览器不让存东西", open: refusedWith("SecurityError") },
  {
    name: "embedded",
    title: "点播本要在自己的窗口里打开",
    prepare: blockThirdParties,
    open: embedded,
  },
  { name: "newer-data", title: "这个本子是新版写的", open: newerData },
  { name: "blocked", title: "另一个窗口还开着旧的点播本", open: blocked },
];
