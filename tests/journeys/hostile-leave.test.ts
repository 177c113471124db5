/**
 * Hostile pages that want more than to run: pages that cost time are read at once or given up as a link, and
 * where a person gave leave for a site's pictures, what hangs on a picture that loads, or does not, never runs.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VECTORS, type Vector } from "../hostile/vectors.ts";
import { clickToolbar } from "../support/browser.ts";
import { allowHosts, openPanel } from "../support/clipping.ts";
import {
  dangerIn,
  expectNothing,
  type HostileSite,
  type Kept,
  kept,
  openExtension,
  openHostile,
  openHostileSite,
  PROSE,
  SITE,
} from "../support/hostile-site.ts";
import { callNumber, keypadReady } from "../support/study-room.ts";
import { until } from "../support/until.ts";

const SLOW: Readonly<Record<string, () => string>> = {
  "ten thousand elements in each other and five megabytes of title": () =>
    `<title>${"长".repeat(1_700_000)}</title>${"<div>".repeat(10_000)}<p>${PROSE}</p>`,
  "a hundred thousand links": () => "<a href=/t20261101_1.html>甲乙</a>".repeat(100_000),
};

/** A page that never ends its own work, from shortly after it stands there. */
const ENDLESS = "/live/endless";
/** A picture of this site, of sixteen points a side, and how many of the attacks carry it. */
const PICTURE = "/whole.png";
const pictureFile = readFileSync(join(import.meta.dirname, "../../extension/public/icon/16.png"));
const WITH_PICTURES: readonly Vector[] = VECTORS.filter(
  ({ kind, text }) =>
    (kind === "handler" || kind === "picture" || kind === "mutation") &&
    /<img/iu.test(text) &&
    !/TRIP|tripwire/u.test(text),
).flatMap((vector) => [
  // What loads runs onload, what does not runs onerror: each attack once so and once so.
  {
    ...vector,
    text: vector.text.replace(/src=["']?[\w:]+["']?/iu, `src="${PICTURE}" onload="alert(1)"`),
  },
  vector,
]);

const answer = (path: string): string | Buffer => {
  if (path === PICTURE) return pictureFile;
  if (path === ENDLESS)
    return `<title>没完没了</title><script>addEventListener("load", () => setTimeout(() => { for (;;); }, 500));</script><p>${PROSE}</p>`;
  if (path === "/pictures.html")
    return `<!DOCTYPE html><title>图片里的陷阱</title><meta name="ArticleTitle" content="图片里的陷阱"><meta name="PubDate" content="2026-11-01"><h1>图片里的陷阱</h1><div id="zoom"><p>${PROSE}</p><p>${PROSE}</p></div>`;
  return SLOW[decodeURIComponent(path.slice("/slow/".length))]?.() ?? "<title>nothing</title>";
};

let site: HostileSite;
beforeAll(async () => {
  site = await openHostileSite(answer);
});
afterAll(() => site?.close());

describe("a page that wants to cost time", () => {
  it.each(Object.keys(SLOW))("%s: the panel shows it all the same", async (name) => {
    const page = await site.browser.context.newPage();
    await page.goto(`${SITE}/slow/${encodeURIComponent(name)}`, { timeout: 60_000 });
    await clickToolbar(site.browser, page);
    const background = await site.browser.background();
    const tab = await background.evaluate(
      async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
    );
    const started = performance.now();
    const panel = await openExtension(site, `panel.html?tab=${tab}`);
    await panel
      .getByText(/库里没有同一部|从这页挑|已有/u)
      .first()
      .waitFor({ timeout: 30_000 });
    const took = performance.now() - started;
    expect(took).toBeLessThan(8000);
    await panel.close();
    await page.close();
  });

  it("one that never ends its own work is a link within the time that reading may take", async () => {
    const page = await site.browser.context.newPage();
    await page.goto(`${SITE}${ENDLESS}`);
    await clickToolbar(site.browser, page);
    const background = await site.browser.background();
    const tab = await background.evaluate(
      async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
    );
    const started = performance.now();
    const panel = await openExtension(site, `panel.html?tab=${tab}`);
    await panel.locator("#title").waitFor();
    // Two seconds for the page, and what the panel takes to open on a busy machine.
    expect(performance.now() - started).toBeLessThan(5000);
    expect(await panel.locator("#title").inputValue()).toBe("没完没了");
    await panel.getByText("链接", { exact: true }).first().waitFor();
    await panel.close();
    await page.close();
  });
});

describe("where the person gave leave for the site's pictures", () => {
  it("they are kept, and what hangs on them runs neither from the store nor where a row holds it raw", async () => {
    const page = await openHostile(site, "/pictures.html", WITH_PICTURES);
    const panel = await openPanel(site.browser, page);
    await panel.evaluate(() => Reflect.set(globalThis, "__saysYes", true));
    await allowHosts(site.display, () => panel.keyboard.press("4"));
    await panel.getByText("存下了，归在科普知识。").waitFor();
    const beside = await openExtension(site, "welcome.html");
    const own = async (): Promise<Kept | undefined> =>
      (await kept(beside)).find(({ url }) => url.endsWith("/pictures.html"));
    await until(
      async () => ((await own())?.html?.match(/src="media:/gu) ?? []).length >= 5,
      "the pictures to be kept",
    );
    await panel.close();
    await page.close();
    const item = await own();
    if (item?.html === undefined) throw new Error("no article was kept");
    const seen = async (): Promise<void> => {
      const office = await openExtension(site, `app.html#/library/${item.id}`);
      const sheet = await (await office.waitForSelector("iframe[sandbox]")).contentFrame();
      if (sheet === null) throw new Error("no article is shown");
      await until(
        () =>
          sheet.evaluate(
            () => [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).length >= 5,
          ),
        "the pictures to be seen",
      );
      expect(await dangerIn(sheet)).toEqual([]);
      await office.close();
      const room = await openExtension(site, "room.html");
      await keypadReady(room);
      await callNumber(room, item.number);
      await room.getByRole("button", { name: /按 Enter/u }).waitFor();
      await room.keyboard.press("Enter");
      const stage = await (await room.waitForSelector("iframe[sandbox]")).contentFrame();
      await stage?.waitForSelector("#pages img");
      await room.close();
      expectNothing(site);
    };
    await seen();
    await beside.evaluate(
      (id) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("dianbo-library");
          opening.onsuccess = () => {
            const writing = opening.result.transaction("records", "readwrite");
            const records = writing.objectStore("records");
            const all = records.getAll();
            all.onsuccess = () => {
              const row = all.result.find((one) => one.id === id);
              const [article] = row.fields.article;
              article.value.html = article.value.html.replaceAll(
                "<img ",
                '<img src=x onerror="alert(1)"><img onload="alert(1)" onerror="alert(1)" ',
              );
              records.put(row);
            };
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            writing.onerror = () => reject(writing.error);
          };
        }),
      item.id,
    );
    await beside.close();
    await seen();
  });
});
