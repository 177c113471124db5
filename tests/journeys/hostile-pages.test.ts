/**
 * A hostile page in real browsers: every known attack goes through clipping, keeping, showing, printing and
 * sharing, and none of it runs, asks the network or is left in what is shown.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { escaped, TRIPWIRE, VECTORS, type Vector } from "../hostile/vectors.ts";
import { DIST, extensionId } from "../support/browser.ts";
import { openPanel } from "../support/clipping.ts";
import {
  dangerIn,
  expectNothing,
  type HostileSite,
  kept,
  OTHER_TRIPWIRE,
  openExtension,
  openHostile,
  openHostileSite,
  PROSE,
  SITE,
} from "../support/hostile-site.ts";
import { callNumber, keypadReady } from "../support/study-room.ts";
import { until } from "../support/until.ts";

const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");
/** Attacks of one page. */
const BATCH = 30;
const inBatches = (all: readonly Vector[]): readonly (readonly Vector[])[] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) =>
    all.slice(index * BATCH, (index + 1) * BATCH),
  );
const readable = inBatches(VECTORS.filter(({ kind }) => kind !== "clobber"));
/** The last page takes the document's own names, and is read all the same. */
const batches = [...readable, VECTORS.filter(({ kind }) => kind === "clobber")];

/** The page of a batch; its first attacks stand in its fields, the rest are put into its body. */
const articlePage = (index: number): string => {
  const batch = batches[index] ?? [];
  const said = (place: number): string => escaped((batch[place] ?? batch[0])?.text ?? "");
  const files = batch.map(({ text }, at) => `<a href="/files/${at}.pdf">${escaped(text)}</a>`);
  return `<!DOCTYPE html><meta charset="utf-8"><title>${said(0)}</title>
<meta name="ArticleTitle" content="${said(0)} 第 ${index} 页"><meta name="ContentSource" content="${said(1)}">
<meta name="ColumnName" content="${said(2)}"><meta name="Author" content="${said(3)}">
<meta name="PubDate" content="2026-11-0${(index % 9) + 1}"><meta property="og:image" content="javascript:alert(1)">
<h1>${said(0)}</h1><div id="zoom"><p>${PROSE}</p><p>${PROSE}</p></div>${index === 0 ? files.slice(0, 12).join("\n") : ""}`;
};

let site: HostileSite;
let app: RunningServer;
let folder: string;

beforeAll(async () => {
  site = await openHostileSite((path) => {
    const page = /^\/p\/(\d+)\.html$/u.exec(path)?.[1];
    return page === undefined ? "<title>nothing</title>" : articlePage(Number(page));
  });
  app = await serveApp({ root: APP, port: 0 });
  folder = await mkdtemp(join(tmpdir(), "dianbo-hostile-"));
});
afterAll(async () => {
  await site?.close();
  await app?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe("the trap itself", () => {
  it("springs where nobody is careful, so that its silence below proves something", async () => {
    const page = await site.browser.context.newPage();
    await page.goto(`${SITE}/live`);
    await page.evaluate(
      (all) => {
        for (const text of all) document.body.insertAdjacentHTML("beforeend", text);
      },
      VECTORS.filter(({ kind }) => kind === "handler" || kind === "picture").map(({ text }) =>
        text.replaceAll(TRIPWIRE, OTHER_TRIPWIRE),
      ),
    );
    await until(
      async () => site.fired.length >= 10 && site.askedOnPurpose.length >= 5,
      "the trap to spring",
    );
    await page.close();
    site.fired.length = 0;
  });
});

describe("every known attack", () => {
  it("is clipped: from body, title, publisher, column and labels", async () => {
    for (const [index, batch] of batches.entries()) {
      const page = await openHostile(site, `/p/${index}.html`, batch);
      const panel = await openPanel(site.browser, page);
      if (index === 0)
        for (const tick of await panel.locator("fieldset").getByRole("checkbox").all())
          await tick.check();
      await panel.keyboard.press("4");
      await panel.getByText("存下了，归在科普知识。").waitFor();
      await panel.close();
      await page.close();
    }
    expectNothing(site);
  });

  it("stands in the store as plain words and clean markup", async () => {
    const page = await openExtension(site, "welcome.html");
    const items = await kept(page);
    expect(items.length).toBeGreaterThan(batches.length - 1);
    const articles = items.filter(({ html }) => html !== undefined);
    // Some pages count as films or as files, and those have no article.
    expect(articles.length).toBeGreaterThan(batches.length / 2);
    const clobbering = items.find(({ url }) => url.endsWith(`/p/${readable.length}.html`));
    expect(clobbering?.html).toContain(PROSE);
    for (const { html } of articles) {
      expect(html).not.toMatch(
        /<(?:script|iframe|object|embed|link|meta|base|form|svg|math|style|input)\b/iu,
      );
      expect(html).not.toMatch(/<[a-z][^<>]*\s(?:on\w+|style|srcdoc|ping|formaction)\s*=/iu);
      expect(html).not.toMatch(/\b(?:href|src)="(?!https?:|media:)/iu);
    }
    for (const { title } of items)
      expect(title).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069\u200b]/u);
    await page.close();
  });

  it("is shown without harm even where a stored row holds it raw", async () => {
    const page = await openExtension(site, "welcome.html");
    const raw = batches.map((batch) => batch.map(({ text }) => `<div>${text}</div>`).join("\n"));
    await page.evaluate(
      (markup) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("dianbo-library");
          opening.onsuccess = () => {
            const writing = opening.result.transaction("records", "readwrite");
            const records = writing.objectStore("records");
            const all = records.getAll();
            all.onsuccess = () => {
              let at = 0;
              for (const row of all.result) {
                const [article] = row.fields.article ?? [];
                if (article?.value == null) continue;
                article.value.html = markup[at] ?? "";
                row.fields.source[0].value.url = "javascript:alert(1)";
                row.fields.publisher[0].value = "<img src=x onerror=alert(1)>";
                at += 1;
                records.put(row);
              }
            };
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            writing.onerror = () => reject(writing.error);
          };
        }),
      raw,
    );
    const articles = (await kept(page)).filter(({ html }) => html !== undefined);
    await page.close();
    const office = await openExtension(site, "app.html#/library");
    await office.getByRole("row").first().waitFor();
    const room = await openExtension(site, "room.html");
    await keypadReady(room);
    for (const { id, number } of articles) {
      await office.goto(`chrome-extension://${extensionId()}/app.html#/library/${id}`);
      const sheet = await (await office.waitForSelector("iframe[sandbox]")).contentFrame();
      if (sheet === null) throw new Error("no article is shown");
      await sheet.waitForLoadState();
      expect(await dangerIn(sheet)).toEqual([]);
      expect(await office.locator('a[href^="javascript"]').count()).toBe(0);
      await room.bringToFront();
      await callNumber(room, number);
      await room.getByRole("button", { name: /按 Enter/u }).waitFor();
      await room.keyboard.press("Enter");
      const stage = await (await room.waitForSelector("iframe[sandbox]")).contentFrame();
      if (stage === null) throw new Error("no article is played");
      await stage.waitForSelector("#pages");
      expect((await dangerIn(stage)).filter((one) => !one.startsWith("div style"))).toEqual([]);
      await room.reload();
      await keypadReady(room);
    }
    await room.close();
    await office.close();
    expectNothing(site);
  });

  it("is printed", async () => {
    const office = await openExtension(site, "app.html#/book/print");
    await office.getByText("script", { exact: false }).first().waitFor();
    await office.emulateMedia({ media: "print" });
    await office.waitForFunction(() => document.images !== undefined);
    expect(await office.locator("main script, main iframe, main [onerror]").count()).toBe(0);
    await office.close();
    expectNothing(site);
  });

  it("is shared, looked through and taken elsewhere", async () => {
    const office = await openExtension(site, "app.html#/share");
    const download = office.waitForEvent("download");
    await office.getByRole("button", { name: "导出清单：全部课件" }).click();
    const path = join(folder, "hostile.dianbo");
    await (await download).saveAs(path);
    await office.close();
    const taker = await site.browser.context.newPage();
    await taker.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await taker.goto(`http://127.0.0.1:${app.port}/#/settings`);
    await taker.getByRole("link", { name: "分享" }).click();
    await taker.locator('input[accept=".dianbo"]').setInputFiles(path);
    await taker.getByRole("heading", { name: "收进来之前看看" }).waitFor();
    await taker.getByRole("button", { name: "全部收下" }).click();
    await taker.getByText(/^收下了 \d+ 部/u).waitFor();
    await taker.goto(`http://127.0.0.1:${app.port}/#/library`);
    await taker.getByRole("row").first().waitFor();
    expect((await kept(taker)).length).toBeGreaterThan(batches.length - 1);
    await taker.close();
    expectNothing(site);
  });
});
