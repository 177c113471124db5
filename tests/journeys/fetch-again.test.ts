/**
 * A film that the pre-flight finds spoilt is fetched anew from where it is: its page is opened behind the
 * others, the file goes through the queue of downloads into the item's place, and the menu plays again. A
 * portal that is gone is said in words.
 */
import { rm } from "node:fs/promises";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { allowHosts, openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";

const SLOW = { timeout: 45_000 };

let portal: Portal;
let display: Display;
let profile: string;
let browser: TestBrowser;
let app: Page;

/** Writes other bytes over the middle of every film that is kept: as long as before, and not the same. */
const spoil = (): Promise<void> =>
  app.evaluate(async () => {
    const media = await (await navigator.storage.getDirectory()).getDirectoryHandle("media");
    for await (const handle of media.values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const { size } = await handle.getFile();
      const writing = await handle.createWritable({ keepExistingData: true });
      await writing.write({ type: "write", position: size - 500, data: new Uint8Array(100) });
      await writing.close();
    }
  });
/** The films that lie in the store, whole or spoilt. */
const kept = (): Promise<readonly string[]> =>
  app.evaluate(async () => {
    const media = await (await navigator.storage.getDirectory()).getDirectoryHandle("media");
    const found: string[] = [];
    for await (const handle of media.values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const { size } = await handle.getFile();
      if (size > 100_000) found.push(`${handle.name} ${size}`);
    }
    return found;
  });
const verdict = (): Promise<string | null> => app.locator("#pre-flight-verdict").textContent();
const lookAgain = async (): Promise<void> => {
  await app.getByRole("button", { name: "再查一遍" }).click(SLOW);
  await app.getByRole("button", { name: "再查一遍" }).waitFor(SLOW);
};

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  display = await openDisplay();
  profile = await newProfile();
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port });
  const page = await openPortalPage(browser, PORTAL_PAGES.film);
  const panel = await openPanel(browser, page);
  // A busy machine reads the page a while; a key before that keeps the words alone.
  await panel.getByText("连视频一起下载").waitFor(SLOW);
  await allowHosts(display, () => panel.keyboard.press("1"));
  await panel.getByText("也下好了，断网能放。").waitFor(SLOW);
  await panel.close();
  await page.close();
  app = await browser.context.newPage();
  await app.goto(`chrome-extension://${extensionId()}/app.html#/set-menus`);
  await app.getByRole("button", { name: "新套餐" }).first().click();
  const add = app.getByRole("combobox", { name: /加节目/u });
  await add.fill("1001");
  await add.press("Enter");
  await app.getByRole("link", { name: "查查能不能放" }).click();
  await app.locator("#pre-flight-verdict").getByText("能放", { exact: true }).waitFor(SLOW);
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("a spoilt film", () => {
  it("is fetched anew by one press, and the menu plays again", async () => {
    await spoil();
    await lookAgain();
    await expect.poll(verdict, SLOW).toBe("不能放");
    await app.getByText("文件坏了，和存下时不一样").waitFor();
    await expectAccessible(app);
    await app.getByRole("button", { name: "重下一遍" }).click();
    await expect.poll(verdict, SLOW).toBe("能放");
    // Its number, title and minutes are what they were.
    const row = app.locator('tr[data-part="1001"]');
    expect(await row.textContent()).toContain("微党课：一面党旗的故事");
  });

  it("stays while the line is cut again and again, and gives way only to the whole one", async () => {
    await spoil();
    await lookAgain();
    await expect.poll(verdict, SLOW).toBe("不能放");
    const before = await kept();
    expect(before).toHaveLength(1);
    // Every answer breaks off in the middle, and the next try begins anew.
    portal.switches.noRange = true;
    portal.switches.cutAfter = 50_000;
    const asked = portal.requests.length;
    const tries = () =>
      portal.requests.slice(asked).filter(({ path }) => path.endsWith(".mp4")).length;
    await app.getByRole("button", { name: "重下一遍" }).click();
    await expect.poll(tries, SLOW).toBeGreaterThan(1);
    expect(await kept()).toEqual(before);
    portal.switches.reset();
    await expect.poll(verdict, SLOW).toBe("能放");
    expect(await kept()).toEqual(before);
  });

  it("of a portal that does not answer is told so, and nothing is taken away", async () => {
    await spoil();
    await lookAgain();
    await expect.poll(verdict, SLOW).toBe("不能放");
    const before = await kept();
    await portal.close();
    await app.getByRole("button", { name: "重下一遍" }).click();
    await app.getByText("门户没有回应，等会儿再试").waitFor(SLOW);
    expect(await kept()).toEqual(before);
    await expectAccessible(app);
  });
});
