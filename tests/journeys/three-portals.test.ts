/**
 * Twenty-five items from three portals, each with a list of another make: every stroke of mouse and keyboard
 * is counted, and what they take is reckoned by a stated model. Then all of them are there.
 */
import { rm } from "node:fs/promises";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { allowHosts } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { newHands } from "../support/hands.ts";
import { openListPanel, storedBy } from "../support/listed.ts";
import { until } from "../support/until.ts";

/** Seconds of hands that a whole download session may take. */
const LIMIT = 90;

const PORTALS = [
  { name: "微党课", url: "www.12371.cn/zxfb/" },
  { name: "政策解读", url: "www.yunling.gov.cn/zcjd/" },
  { name: "农技课堂", url: "www.qinghe.gov.cn/nyjs/" },
] as const;

/** The rule of the second portal, which keeps its lists as data. */
const RULE = {
  id: "yunling",
  version: 1,
  name: "云岭县",
  hosts: ["www.yunling.gov.cn"],
  pages: [
    { kind: "article", path: "/t\\d{8}_\\d+\\.s?html$" },
    { kind: "list", path: "^/zcjd/" },
  ],
  fields: { title: [".article h1"] },
  listData: [{ path: "^/zcjd/", url: "zcjd_{n}.jsonp", size: 4 }],
};

let portal: Portal;
let display: Display;
let profile: string;
let browser: TestBrowser;
/** The portals' room, which has stood open since the session began. */
let room: Page;

/** The site's own list of portals, as it has stood since long before. */
beforeEach(async () => {
  portal = await servePortal({ port: 0 });
  display = await openDisplay();
  profile = await newProfile();
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port });
  const background = await browser.background();
  await background.evaluate(
    async (rule) =>
      await chrome.storage.local.set({
        "portal-rules": {
          fromOutside: [{ publisher: "县远教办", publisherKey: "0a".repeat(32), takenAt: 1, rule }],
          switchedOff: [],
          signers: [],
        },
      }),
    RULE,
  );
  room = await browser.context.newPage();
  await room.goto(`chrome-extension://${extensionId()}/app.html#/portals`);
  await room.getByRole("heading", { name: "门户", exact: true }).waitFor();
  for (const { name, url } of PORTALS) {
    await room.getByLabel("名字", { exact: true }).fill(name);
    await room.getByLabel("网址", { exact: true }).fill(url);
    await room.keyboard.press("Enter");
    await room.getByRole("link", { name: `打开${name}` }).waitFor();
  }
});
afterEach(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("twenty-five items from three portals", () => {
  let hands = newHands();
  beforeEach(() => {
    hands = newHands();
  });

  /** From the portals' room to the list of a portal in the panel: its link, and the toolbar's button. */
  const openList = async ({ name, url }: (typeof PORTALS)[number]): Promise<Page> => {
    const opening = browser.context.waitForEvent("page", {
      // The queue opens pages too, behind this one, and closes them.
      predicate: async (page) => {
        await page.waitForLoadState().catch(() => undefined);
        return page.url().endsWith(url);
      },
    });
    await hands.click(room.getByRole("link", { name: `打开${name}` }));
    const page = await opening;
    return await hands.clickBy(() => openListPanel(browser, page));
  };
  const backToRoom = (): Promise<void> => hands.clickBy(() => room.bringToFront());
  const rowsOf = (panel: Page) => panel.getByRole("list").getByRole("checkbox");
  const showRows = (panel: Page, count: number): Promise<void> =>
    until(async () => (await rowsOf(panel).count()) === count, `${count} rows`);
  /** With the mouse, where it is in the hand already. */
  const fileAndSave = async (panel: Page, shelf: string, count: number): Promise<void> => {
    await hands.click(panel.getByRole("button", { name: shelf }));
    await hands.click(panel.getByRole("button", { name: `存下 ${count} 条` }));
  };
  const isQueued = (panel: Page): Promise<void> => panel.getByRole("progressbar").waitFor();

  /** Each on the shelf that was said, under a number of its own. */
  const allAreKept = async (): Promise<void> => {
    const beside = await browser.context.newPage();
    await beside.goto(`chrome-extension://${extensionId()}/welcome.html`);
    await until(
      async () => !(await storedBy(beside)).states.includes("waiting"),
      "the lists to be kept",
      180,
    );
    const { kept, states } = await storedBy(beside);
    // A list that is whole leaves the queue when the next comes.
    expect(new Set(states)).toEqual(new Set(["kept"]));
    expect(kept).toHaveLength(25);
    expect(new Set(kept.map(({ number }) => number)).size).toBe(25);
    const shelves = PORTALS.map(({ url }, index) => {
      const own = kept.filter((one) => one.url.includes(url.split("/")[0] ?? ""));
      expect(own.every(({ number }) => String(number).startsWith(String(index + 1)))).toBe(true);
      return own.length;
    });
    expect(shelves).toEqual([5, 11, 9]);
    await beside.close();
  };

  it(`take at most ${LIMIT} seconds of hands: 25 clicks and 4 keys; then all are there`, async () => {
    await room.bringToFront();
    const leave = room.getByRole("button", { name: "把我名单里的网站一次都准了" });
    await allowHosts(display, () => hands.click(leave));
    await hands.pressBy(2, () => room.getByText("名单里的网站都准许过了").waitFor());

    const lessons = await openList(PORTALS[0]);
    await showRows(lessons, 5);
    await hands.press(lessons, "1", "Enter");
    await isQueued(lessons);
    await backToRoom();

    const policies = await openList(PORTALS[1]);
    for (const count of [4, 8]) {
      await showRows(policies, count);
      await hands.click(policies.getByRole("button", { name: "再翻一页" }));
    }
    await showRows(policies, 11);
    await fileAndSave(policies, "2 全部归政策法规", 11);
    await isQueued(policies);
    await backToRoom();

    const farming = await openList(PORTALS[2]);
    // One of its twenty rows leads to a film of the first portal, which is held by now.
    await showRows(farming, 19);
    // All were ticked; nine are picked out of them.
    await hands.click(farming.getByText("没有的都选上"));
    // Whose title says that it was taken down is not picked.
    const wanted = farming.getByRole("list").getByRole("checkbox", { name: /^(?!.*撤下来)/u });
    for (const row of (await wanted.all()).slice(0, 9)) await hands.click(row);
    await fileAndSave(farming, "3 全部归实用技术", 9);
    await isQueued(farming);

    expect(hands.done).toEqual({ clicks: 25, keys: 4, changes: 4 });
    expect(hands.seconds).toBeLessThanOrEqual(LIMIT);
    await allAreKept();
  });
});
