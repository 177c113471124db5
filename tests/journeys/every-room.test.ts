/**
 * Every room in Chinese, in English and in 大字: drawn, whole for readers (axe), in one language, no error on the page,
 * and not one request beyond the app's own host. Then every page that is shown when something is wrong.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible, expectAccessibleFrame } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { walk } from "../support/keyboard-walk.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { DESK_ROOMS, OFFICE_ROOMS } from "../support/office-rooms.ts";
import { wordsOfOther } from "../support/other-language.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { TROUBLES } from "../support/troubles.ts";

const ROOMS =
  process.env["DIANBO_DEEP"] === undefined ? OFFICE_ROOMS : [...OFFICE_ROOMS, ...DESK_ROOMS];

/** A title that occurs nowhere else, to be looked for where no title may be. */
const PLANTED = "独一无二的标题-7391";

let app: RunningServer;
let address: string;
beforeAll(async () => {
  app = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${app.port}`;
});
afterAll(async () => {
  await app.close();
});

describe("every room", () => {
  let profile: string;
  let browser: TestBrowser;
  let page: Page;
  const errors: string[] = [];
  const strangers: string[] = [];

  beforeAll(async () => {
    profile = await newProfile();
    browser = await openBrowser({ profile });
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    page.on("pageerror", (error) => {
      if (!error.message.includes(PLANTED)) errors.push(error.stack ?? error.message);
    });
    browser.context.on("request", (request) => {
      const { host, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && host !== `localhost:${app.port}`) {
        strangers.push(request.url());
      }
    });
    await openSampleBook(page, address);
  });
  afterAll(async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  for (const manner of MANNERS) {
    describe(`in ${manner}`, () => {
      beforeAll(async () => {
        await page.goto(`${address}/#/`);
        await speak(page, manner);
      });
      for (const room of ROOMS) {
        it(`${room.name} is whole`, async () => {
          await room.open(page);
          const language = manner === "en" ? "en" : "zh-CN";
          expect(await page.locator("html").getAttribute("lang")).toBe(language);
          const others = await wordsOfOther(page, language);
          expect(others.filter((word) => room.pasted?.includes(word) !== true)).toEqual([]);
          await expectAccessible(page);
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(wide).toBeLessThanOrEqual(0);
        });
      }
    });
  }

  for (const manner of ["zh", "en"] as const) {
    it(`the study room is whole in ${manner}`, async () => {
      await page.goto(`${address}/room.html`);
      await speak(page, manner);
      await page.locator("button").first().waitFor();
      await expectAccessible(page);
      await page.keyboard.type("1014");
      await expectAccessible(page);
    });
  }

  it("the keyboard reaches every stop of every room and sees where it is", async () => {
    await page.goto(`${address}/#/`);
    await speak(page, "zh");
    for (const [at, room] of OFFICE_ROOMS.entries()) {
      await room.open(page);
      const unseen = await walk(page, at === 0 ? "page" : "room");
      expect(unseen, room.name).toEqual([]);
    }
  });

  it("what should rest rests: no motion where the person asked for none", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const times = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return [style.getPropertyValue("--quick"), style.getPropertyValue("--move")];
    });
    expect(times.map((time) => Number.parseFloat(time))).toEqual([0, 0]);
    await page.emulateMedia({ reducedMotion: null });
  });

  it("what may be copied for a helper names nothing", async () => {
    await page.goto(`${address}/#/set-menus`);
    await page.getByRole("button", { name: "新套餐" }).first().click();
    await page.getByLabel("套餐的名字").fill(PLANTED);
    await page.getByLabel("套餐的名字").press("Enter");
    // The act is kept, and noted in the ring, before the page is left.
    await page.waitForFunction(() =>
      Object.values(localStorage).some((kept) => String(kept).includes("edit-set-menu")),
    );
    await page.evaluate((title) => {
      void Promise.reject(new TypeError(`${title} https://secret.example/${title}`));
    }, PLANTED);
    await page.goto(`${address}/#/settings`);
    await page.reload();
    await page.locator("summary", { hasText: "给帮忙的人看" }).click();
    const text = (await page.locator("pre").textContent()) ?? "";
    expect(text).toContain("edit-set-menu");
    expect(text).toContain("fault TypeError");
    for (const secret of [PLANTED, "secret.example", "青禾", "一面党旗", "localhost"]) {
      expect(text).not.toContain(secret);
    }
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "复制给帮忙的人" }).click();
    await page.getByText("复制好了").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  });

  it("nothing broke and nobody else was asked", () => {
    expect(errors).toEqual([]);
    expect(strangers).toEqual([]);
  });
});

describe("when something is wrong", () => {
  for (const trouble of TROUBLES) {
    it(`${trouble.name}: says what was kept and leads out`, async () => {
      const profile = await newProfile();
      await trouble.prepare?.(profile);
      // One of them is the app in another site's frame.
      const reaches = [`localhost:${app.port}`];
      const browser = await openBrowser({ profile, reaches });
      try {
        const page = await trouble.open(browser.context, address);
        const shown = trouble.name === "embedded" ? page.frameLocator("iframe") : page;
        await shown.getByRole("heading", { name: trouble.title }).waitFor();
        await shown.locator("main .btn.go, main button").first().waitFor();
        await shown.getByText("给帮忙的人看").click();
        await shown.getByRole("button", { name: "复制给帮忙的人" }).waitFor();
        const [, within] = page.frames();
        if (within === undefined) await expectAccessible(page);
        else await expectAccessibleFrame(within);
      } finally {
        await browser.close();
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    });
  }
});
