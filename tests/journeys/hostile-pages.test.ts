/**
 * A hostile page in real browsers: every known attack goes through clipping, keeping, showing, printing and
 * sharing, and none of it runs, asks the network or is left in what is shown. A page that wants to cost
 * time is read at once or given up as a link.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { escaped, TRIPWIRE, VECTORS, type Vector } from "../hostile/vectors.ts";
import {
  clickToolbar,
  DIST,
  extensionId,
  newProfile,
  openBrowser,
  type TestBrowser,
} from "../support/browser.ts";
import { openPanel } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { callNumber, keypadReady } from "../support/study-room.ts";
import { until } from "../support/until.ts";

const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");
const SITE = "http://www.hostile.gov.cn";
const PROSE =
  "今年以来，县里把实用人才培训放在突出位置，先后举办果树修剪、设施蔬菜等专题班二十六期，参加的人都说好。";
/** The first whole picture of an article: its page shows it, and fetches it for the panel as its cover. */
const COVER = "/alt.png";
/** Attacks of one page. */
const BATCH = 30;
const inBatches = (all: readonly Vector[]): readonly (readonly Vector[])[] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) =>
    all.slice(index * BATCH, (index + 1) * BATCH),
  );
const readable = inBatches(VECTORS.filter(({ kind }) => kind !== "clobber"));
/** The last page takes the document's own names, so that it can only be kept as a link. */
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

const SLOW: Readonly<Record<string, () => string>> = {
  "ten thousand elements in each other and five megabytes of title": () =>
    `<title>${"长".repeat(1_700_000)}</title>${"<div>".repeat(10_000)}<p>${PROSE}</p>`,
  "a hundred thousand links": () => "<a href=/t20261101_1.html>甲乙</a>".repeat(100_000),
};

let server: Server;
let port = 0;
let app: RunningServer;
let display: Display;
let profile: string;
let folder: string;
let browser: TestBrowser;
/** What ran, and what was asked of the host that nothing may ask. */
const fired: string[] = [];
const asked: string[] = [];

const answer = (path: string): string => {
  const page = /^\/p\/(\d+)\.html$/u.exec(path)?.[1];
  if (page !== undefined) return articlePage(Number(page));
  return SLOW[decodeURIComponent(path.slice("/slow/".length))]?.() ?? "<title>nothing</title>";
};

const listen = async (): Promise<void> => {
  server = createServer((request, response) => {
    const host = request.headers.host ?? "";
    const url = request.url ?? "/";
    if (host.startsWith(TRIPWIRE)) asked.push(url);
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      // In its own tab a hostile page may do what it likes: here it does nothing, so that all that is done is ours.
      ...(url.startsWith("/live") ? {} : { "Content-Security-Policy": "default-src 'none'" }),
    });
    response.end(answer(url));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  port = typeof at === "object" && at !== null ? at.port : 0;
};

beforeAll(async () => {
  await listen();
  app = await serveApp({ root: APP, port: 0 });
  display = await openDisplay();
  profile = await newProfile();
  folder = await mkdtemp(join(tmpdir(), "dianbo-hostile-"));
  browser = await openBrowser({ profile, display, extension: true, portal: port });
  const { context } = browser;
  await context.exposeBinding("__fired", ({ frame }) => fired.push(frame.url()));
  await context.addInitScript(() => {
    const tell = (): unknown => Reflect.get(globalThis, "__fired")?.();
    for (const name of ["alert", "confirm", "prompt", "msgbox"])
      Reflect.set(globalThis, name, tell);
    // The person says no to every question of the browser.
    const permissions = Reflect.get(Reflect.get(globalThis, "chrome") ?? {}, "permissions");
    if (permissions !== undefined) Reflect.set(permissions, "request", async () => false);
  });
  context.on("dialog", (dialog) => {
    fired.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  // What is asked of the tripwire out of a page of ours; the server hears the rest.
  context.on("request", (request) => {
    if (new URL(request.url()).hostname !== TRIPWIRE) return;
    const isOurs =
      request.serviceWorker() !== null || !request.frame().page().url().startsWith(SITE);
    if (isOurs) asked.push(request.url());
  });
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await app?.close();
  server?.close();
  server?.closeAllConnections();
  for (const path of [profile, folder])
    if (path !== undefined) await rm(path, { recursive: true, force: true, maxRetries: 5 });
});

const expectNothing = (): void => {
  expect(fired).toEqual([]);
  expect(asked.filter((url) => url !== COVER)).toEqual([]);
};

const openExtension = async (at: string): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${extensionId()}/${at}`);
  return page;
};

/** A hostile page in a tab, its attacks each parsed by itself: some would swallow the rest. */
const openHostile = async (path: string, vectors: readonly Vector[]): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`${SITE}${path}`);
  await page.evaluate(
    (all) => {
      for (const text of all) {
        // Attacks that came before may have taken the document's own names.
        const place = Document.prototype.createElement.call(document, "div");
        // A refresh would leave the page before it was read.
        place.innerHTML = text.replace('content="0;', 'content="9999;');
        Document.prototype.querySelector.call(document, "#zoom")?.append(place);
      }
    },
    vectors.map(({ text }) => text),
  );
  return page;
};

/** What of a shown document could run or ask: empty in every document of ours that shows a page's markup. */
const dangerIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const found: string[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      const name = element.localName;
      if (/^(?:script|iframe|object|embed|link|meta|base|form|svg|math|a|style)$/u.test(name))
        found.push(name);
      for (const attribute of element.getAttributeNames()) {
        const value = element.getAttribute(attribute) ?? "";
        if (/^on|^style$|^srcdoc$|^ping$|action$/iu.test(attribute))
          found.push(`${name} ${attribute}`);
        if (/^\s*(?:javascript|data|vbscript|https?|\/\/)/iu.test(value))
          if (attribute !== "alt" && attribute !== "title")
            found.push(`${name} ${attribute}=${value}`);
      }
    }
    return found;
  });

interface Kept {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly html: string | undefined;
}

/** The courseware as it is stored. */
const kept = (page: Page): Promise<readonly Kept[]> =>
  page.evaluate(
    () =>
      new Promise<Kept[]>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("records").objectStore("records").getAll();
          all.onsuccess = () => {
            opening.result.close();
            const rows = all.result.filter(({ kind }: { kind: string }) => kind === "courseware");
            resolve(
              rows.map(({ id, fields }) => ({
                id,
                number: fields.number?.[0]?.value,
                title: fields.title?.[0]?.value,
                url: fields.source?.[0]?.value?.url ?? "",
                html: fields.article?.[0]?.value?.html,
              })),
            );
          };
        };
      }),
  );

describe("the trap itself", () => {
  it("springs where nobody is careful, so that its silence below proves something", async () => {
    const page = await browser.context.newPage();
    await page.goto(`${SITE}/live`);
    await page.evaluate(
      (all) => {
        for (const text of all) document.body.insertAdjacentHTML("beforeend", text);
      },
      VECTORS.filter(({ kind }) => kind === "handler" || kind === "picture").map(
        ({ text }) => text,
      ),
    );
    await until(async () => fired.length >= 10 && asked.length >= 5, "the trap to spring");
    await page.close();
    fired.length = 0;
    asked.length = 0;
  });
});

describe("every known attack", () => {
  it("is clipped: from body, title, publisher, column and labels", async () => {
    for (const [index, batch] of batches.entries()) {
      const page = await openHostile(`/p/${index}.html`, batch);
      const panel = await openPanel(browser, page);
      if (index === 0)
        for (const tick of await panel.locator("fieldset").getByRole("checkbox").all())
          await tick.check();
      await panel.keyboard.press("4");
      await panel.getByText("存下了，归在科普知识。").waitFor();
      await panel.close();
      await page.close();
    }
    expectNothing();
  });

  it("stands in the store as plain words and clean markup", async () => {
    const page = await openExtension("welcome.html");
    const items = await kept(page);
    expect(items.length).toBeGreaterThan(batches.length - 1);
    const articles = items.filter(({ html }) => html !== undefined);
    // Some pages count as films or as files, and those have no article.
    expect(articles.length).toBeGreaterThan(batches.length / 2);
    const clobbering = items.find(({ url }) => url.endsWith(`/p/${readable.length}.html`));
    expect(clobbering).toMatchObject({ html: undefined, url: `${SITE}/p/${readable.length}.html` });
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
    const page = await openExtension("welcome.html");
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
    const office = await openExtension("app.html#/library");
    await office.getByRole("row").first().waitFor();
    const room = await openExtension("room.html");
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
    expectNothing();
  });

  it("is printed", async () => {
    const office = await openExtension("app.html#/book/print");
    await office.getByText("script", { exact: false }).first().waitFor();
    await office.emulateMedia({ media: "print" });
    await office.waitForFunction(() => document.images !== undefined);
    expect(await office.locator("main script, main iframe, main [onerror]").count()).toBe(0);
    await office.close();
    expectNothing();
  });

  it("is shared, looked through and taken elsewhere", async () => {
    const office = await openExtension("app.html#/share");
    const download = office.waitForEvent("download");
    await office.getByRole("button", { name: "导出清单：全部课件" }).click();
    const path = join(folder, "hostile.dianbo");
    await (await download).saveAs(path);
    await office.close();
    const taker = await browser.context.newPage();
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
    expectNothing();
  });
});

describe("a page that wants to cost time", () => {
  it.each(Object.keys(SLOW))("%s: the panel shows it all the same", async (name) => {
    const page = await browser.context.newPage();
    await page.goto(`${SITE}/slow/${encodeURIComponent(name)}`, { timeout: 60_000 });
    await clickToolbar(browser, page);
    const background = await browser.background();
    const tab = await background.evaluate(
      async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
    );
    const started = performance.now();
    const panel = await openExtension(`panel.html?tab=${tab}`);
    await panel
      .getByText(/库里没有同一部|从这页挑|已有/u)
      .first()
      .waitFor({ timeout: 30_000 });
    const took = performance.now() - started;
    expect(took).toBeLessThan(10_000);
    await panel.close();
    await page.close();
  });
});
