/** The two windows of the study room at 1920×1080, and the end of a session, in both languages. */
import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { newProfile, openBrowser } from "../support/browser.ts";
import { KINDS, openEveningBook } from "../support/evening-book.ts";
import { speak } from "../support/manner.ts";
import { addSecondScreen, openProjector, plugSecondScreen } from "../support/second-screen.ts";
import { take } from "./picture.ts";

const MENU = {
  number: 7,
  parts: [KINDS.spare, KINDS.film, KINDS.article, { name: "讨论", minutes: 20 }, KINDS.picture],
  fields: {
    noteBefore: "上次说的应急灯，谁家已经装了？",
    noteDuring: "放到充电那一段停一下，问问谁家楼道里还在充。",
    noteAfter: "家里哪个地方最容易着火？\n夜里闻到焦味，先做什么？",
  },
};

const filmRuns = (page: Page, from: number): Promise<unknown> =>
  page.waitForFunction(
    (second) => (document.querySelector("video")?.currentTime ?? 0) > second,
    from,
  );

/** All of the two windows, in a browser of their own. */
export const takeTwoScreens = async (address: string): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, viewport: { width: 1920, height: 1080 } });
  await addSecondScreen(browser.context);
  const host = browser.context.pages()[0] ?? (await browser.context.newPage());
  await openEveningBook(host, address, [MENU]);
  for (const manner of ["zh", "en"] as const) {
    await host.goto(`${address}/room.html`);
    await plugSecondScreen(host, true);
    await speak(host, manner);
    await host.locator("button").first().waitFor();
    await host.locator("header button", { hasText: /投影|Projector/u }).waitFor();
    await take(host, "07d-keypad-doors", manner);
    await host.keyboard.type("7");
    await host.keyboard.press("Enter");
    await filmRuns(host, 1);
    // The first one runs to its end, so that something has been shown.
    await host.keyboard.press("ArrowRight");
    const projector = await openProjector(host);
    await projector.setViewportSize({ width: 1920, height: 1080 });
    await host.bringToFront();
    await filmRuns(projector, 12);
    await host.keyboard.press("ArrowRight");
    await projector.waitForFunction(
      () => (document.querySelector("video")?.currentTime ?? 99) < 10,
    );
    await filmRuns(projector, 6);
    await host.keyboard.type(String(KINDS.recording));
    await host.locator("kbd", { hasText: /^\+$/u }).waitFor();
    await host.keyboard.press("NumpadAdd");
    await take(host, "09c-host", manner);
    await take(projector, "09d-projector", manner);
    await host.keyboard.press("End");
    await take(host, "09e-host-over", manner);
    await take(projector, "09f-projector-over", manner);
    await host.locator("button", { has: host.locator("kbd", { hasText: /^P$/u }) }).click();
    await take(host, "09g-session-over", manner);
    await projector.close();
  }
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
};
