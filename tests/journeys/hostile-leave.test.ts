/**
 * Hostile pages that want more than to run: pages that cost time are read at once or given up as a link, and
 * where a person gave leave for a site's pictures, what hangs on a picture that loads, or does not, never runs.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VECTORS, type Vector } from "../hostile/vectors.ts";
import { allowHosts, openPanel } from "../support/clipping.ts";
import {
  dangerIn,
  expectNothing,
  type HostileSite,
  type Kept,
  kept,
  openExtension,
  openHeldPanel,
  openHostile,
  openHostileSite,
  PROSE,
  SITE,
  waitsForTime,
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
/** A page that is busy, from shortly after it stands there, until the test lets it go on. */
const BUSY = "/live/busy";
let letGo = (): void => undefined;
const isLetGo = new Promise<void>((resolve) => {
  letGo = resolve;
});
/** The article that takes the document's own names for its elements. */
const NAMES = "/names.html";
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
  // What reads as an address: `https:` is a label of a script, too.
  {
    ...vector,
    text: `<img src="${PICTURE}" onload="https:alert(1)" onerror="https:alert(1)">${vector.text}`,
  },
]);
/** A script that reads as the name of a kept picture; it can do nothing, but has no business there. */
const NAMED = `media:${"a".repeat(64)}`;

/** A film whose size the host says when the test lets it. */
const FILM = "/live/film";
let saySize = (): void => undefined;
const sizeIsSaid = new Promise<void>((resolve) => {
  saySize = resolve;
});

const answer = async (path: string, method: string): Promise<string | Buffer> => {
  if (path === PICTURE) return pictureFile;
  if (path === `${FILM}.mp4`) {
    if (method === "HEAD") await sizeIsSaid;
    return Buffer.alloc(3 * 1024 * 1024);
  }
  if (path === `${FILM}.html`)
    return `<title>慢吞吞的片子</title><h1>慢吞吞的片子</h1><video src="${FILM}.mp4" preload="none"></video>`;
  if (path === ENDLESS)
    return `<title>没完没了</title><script>addEventListener("load", () => setTimeout(() => { for (;;); }, 500));</script><p>${PROSE}</p>`;
  if (path === `${BUSY}/done`) {
    await isLetGo;
    return "";
  }
  if (path === BUSY)
    return `<title>忙不过来</title><h1>忙不过来</h1><div id="zoom"><p>${PROSE}</p><p>${PROSE}</p></div><script>addEventListener("load", () => setTimeout(() => {
      const asking = new XMLHttpRequest();
      asking.open("GET", "${BUSY}/done", false);
      asking.send();
    }, 500));</script>`;
  if (path === NAMES)
    return `<!DOCTYPE html><title>名字都占了</title><h1>名字都占了</h1><div id="zoom"><p>${PROSE}</p><p>${PROSE}</p></div>`;
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
    const { panel, timeIsOver } = await openHeldPanel(site, page);
    const shown = panel.getByText(/库里没有同一部|从这页挑|已有/u).first();
    await until(
      async () => (await waitsForTime(panel)) || (await shown.isVisible()),
      "the page to be read or waited for",
    );
    await timeIsOver();
    await shown.waitFor();
    await panel.close();
    await page.close();
  });

  it("one that never ends its own work is a link when the two seconds are over, and not before", async () => {
    const page = await site.browser.context.newPage();
    await page.goto(`${SITE}${ENDLESS}`);
    const { panel, timeIsOver } = await openHeldPanel(site, page);
    await until(() => waitsForTime(panel), "the page to be waited for");
    await panel.getByText("正在看这一页").waitFor();
    expect(await panel.locator("#title").count()).toBe(0);
    await timeIsOver();
    await panel.locator("#title").waitFor();
    expect(await panel.locator("#title").inputValue()).toBe("没完没了");
    await panel.getByText("链接", { exact: true }).first().waitFor();
    await panel.close();
    await page.close();
  });

  it("one that is busy for long is a link, and an article once it has time for us", async () => {
    const page = await site.browser.context.newPage();
    await page.goto(`${SITE}${BUSY}`);
    const { panel, timeIsOver } = await openHeldPanel(site, page);
    await until(() => waitsForTime(panel), "the page to be waited for");
    await timeIsOver();
    await panel.getByText("链接", { exact: true }).first().waitFor();
    letGo();
    await panel.getByRole("button", { name: /^文章，来自/u }).waitFor();
    expect(await panel.locator("#title").inputValue()).toBe("忙不过来");
    await panel.close();
    await page.close();
  });

  it("a film whose host does not say how large it is is shown without, and its size when it comes", async () => {
    const page = await site.browser.context.newPage();
    await page.goto(`${SITE}${FILM}.html`);
    const { panel } = await openHeldPanel(site, page);
    await panel.getByText("库里没有同一部").waitFor();
    expect(await panel.locator("#title").inputValue()).toBe("慢吞吞的片子");
    expect(await panel.getByText("3 MB").count()).toBe(0);
    saySize();
    await panel.getByText("3 MB").first().waitFor();
    await panel.close();
    await page.close();
  });
});

describe("a page that takes the document's own names", () => {
  it("is read as an article all the same, and pointed at", async () => {
    const names = VECTORS.filter(({ kind }) => kind === "clobber");
    const page = await openHostile(site, NAMES, names);
    expect(await page.evaluate(() => String(document.querySelectorAll))).toContain("HTMLImage");
    const panel = await openPanel(site.browser, page);
    await panel.getByRole("button", { name: /^文章，来自/u }).waitFor();
    expect(await panel.locator("#title").inputValue()).toBe("名字都占了");
    await panel.getByRole("button", { name: /^标题，来自/u }).click();
    await panel.getByText("到网页上点一下标题").waitFor();
    await until(
      () =>
        page.evaluate(() => {
          const root: unknown = Reflect.get(Document.prototype, "documentElement", document);
          return root instanceof Element && root.lastElementChild?.localName === "div";
        }),
      "the picker to stand in the page",
    );
    await page.bringToFront();
    await page.locator("#zoom p").first().click();
    await panel.getByRole("button", { name: /^标题，来自您改的/u }).waitFor();
    expect(await panel.locator("#title").inputValue()).toContain("实用人才培训");
    await panel.close();
    await page.close();
    expectNothing(site);
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
      ([id, named]) =>
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
                `<img src=x onerror="alert(1)"><img onload="alert(1)" onerror="${named}" `,
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
      [item.id, NAMED] as const,
    );
    await beside.close();
    await seen();
  });
});
