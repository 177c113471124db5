/**
 * The study room shows each kind of thing in its own way, and passes over what cannot be shown: half a film,
 * no bytes at all, a wrong name, a picture nobody decodes, a file that is gone or goes while it plays. What
 * the audience reads is large enough to be read.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import {
  chromiumPath,
  DIST,
  newProfile,
  openBrowser,
  type TestBrowser,
} from "../support/browser.ts";
import { BROKEN, KINDS, openEveningBook } from "../support/evening-book.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";
import { expectReadable, LEAST } from "../support/readable.ts";
import { filmPosition, keypadReady } from "../support/study-room.ts";

const SOON = { timeout: 20_000 };
const SCREEN = { width: 1920, height: 1080 } as const;
/** Everything that is broken, one after the other, and a picture that is not. */
const TROUBLE = { number: 9, parts: [...Object.values(BROKEN), KINDS.picture] };
/** A film whose file goes while it plays. */
const PULLED = { number: 7, parts: [KINDS.spare, KINDS.picture] };

describe.each([
  ["today's Chromium", async () => chromiumPath(), false],
  ["the old floor, Chromium 109", oldChromiumPath, true],
])("kinds of courseware in %s", (_name, executablePath, shell) => {
  let server: RunningServer;
  let profile: string;
  let browser: TestBrowser;
  let page: Page;
  const thrown: string[] = [];
  const asked: string[] = [];

  const call = async (number: number): Promise<void> => {
    await page.keyboard.type(String(number));
    await page.getByRole("button", { name: /按 Enter/u }).waitFor(SOON);
    await page.keyboard.press("Enter");
  };
  const back = async (): Promise<void> => {
    await page.keyboard.press("Escape");
    await keypadReady(page);
  };
  const shownCue = (): Promise<string> =>
    page.evaluate(() => {
      const track = document.querySelector("video")?.textTracks[0];
      const cue = track?.mode === "showing" ? track.activeCues?.[0] : undefined;
      return cue instanceof VTTCue ? cue.text : "";
    });
  /** From the last bench, and by whoever has a screen reader. */
  const expectGood = async (): Promise<void> => {
    await expectReadable(page);
    await expectAccessible(page);
  };
  const framed = () => page.frameLocator("iframe");

  beforeAll(async () => {
    server = await serveApp({ root: process.env["DIANBO_PWA"] ?? join(DIST, "pwa"), port: 0 });
    const address = `http://localhost:${server.port}`;
    profile = await newProfile();
    browser = await openBrowser({
      profile,
      executable: await executablePath(),
      shell,
      viewport: SCREEN,
    });
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    page.on("pageerror", (error) => thrown.push(error.message));
    page.on("request", (request) => {
      if (!/^(blob|data):/u.test(request.url()) && !request.url().startsWith(address)) {
        asked.push(request.url());
      }
    });
    await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await openEveningBook(page, address, [TROUBLE, PULLED]);
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
  });
  // Each act begins at the keypad, whatever a failed try left open.
  beforeEach(async () => {
    const isThere = await page.getByRole("button", { name: "播放" }).isVisible();
    if (isThere) return;
    await page.goto(`http://localhost:${server.port}/room.html`);
    await keypadReady(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it("takes subtitles that were saved as GBK, on the film's own page", async () => {
    const room = page.url();
    await page.goto(room.replace("room.html", "#/library"));
    await page.getByRole("main").locator('input[aria-keyshortcuts="/"]').fill(String(KINDS.spare));
    await page
      .getByRole("link", { name: /老年人权益保障法要点/u })
      .first()
      .click();
    const times = "1\r\n00:00:00,000 --> 00:01:00,000\r\n";
    // 「党旗」 as old Chinese tools write it.
    const gbk = Buffer.concat([Buffer.from(times), Buffer.from([0xb5, 0xb3, 0xc6, 0xec])]);
    await page
      .getByLabel("挑字幕文件")
      .last()
      .setInputFiles({ name: "要点.srt", mimeType: "text/plain", buffer: gbk });
    await page.getByText("要点.srt").first().waitFor(SOON);
    await page.goto(room);
    await keypadReady(page);
    await call(KINDS.spare);
    await expect.poll(shownCue, SOON).toBe("党旗");
    await back();
  });

  it("keypad, previews, wrong number, intermission and shelf are read from the last bench and by a reader", async () => {
    await expectGood();
    await page.keyboard.type("5019");
    await page.getByText("没有 5019 号").waitFor(SOON);
    await expectGood();
    await page.keyboard.press("Escape");
    await page.keyboard.type(String(KINDS.film));
    await page.getByRole("button", { name: /按 Enter/u }).waitFor(SOON);
    await expectGood();
    await page.keyboard.press("Escape");
    await page.keyboard.type(String(TROUBLE.number));
    await page.getByRole("button", { name: /按 Enter/u }).waitFor(SOON);
    await expectGood();
    await page.keyboard.press("Escape");
    await page.keyboard.press("NumpadMultiply");
    await page.getByRole("heading", { name: /歇一会儿/u }).waitFor(SOON);
    await expectGood();
    await page.keyboard.press("Escape");
    await page.keyboard.press("PageDown");
    await page
      .getByRole("main", { name: "翻书架" })
      .getByText(/第 1 个/u)
      .waitFor(SOON);
    await expectGood();
    await page.keyboard.press("Escape");
  });

  it("a film: subtitles, speed, louder than it was recorded", async () => {
    await call(KINDS.film);
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(0.5);
    await expect.poll(shownCue, SOON).toBe("同志们好");
    await expectGood();
    await page.keyboard.press("KeyC");
    await page.getByText("字幕关了").waitFor(SOON);
    expect(await shownCue()).toBe("");
    await page.keyboard.press("BracketRight");
    await page.getByText("快慢 1.25 倍").waitFor(SOON);
    expect(await page.evaluate(() => document.querySelector("video")?.playbackRate)).toBe(1.25);
    for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowUp");
    await page.getByText("音量 140").waitFor(SOON);
    const at = await filmPosition(page);
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(at + 0.5);
    await page.keyboard.press("BracketLeft");
    await back();
  });

  it("no context menu and no tooltip before the audience", async () => {
    const prevented = await page.evaluate(() => {
      const event = new MouseEvent("contextmenu", { bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(prevented).toBe(true);
    expect(await page.locator("#root [title]:not(iframe)").count()).toBe(0);
  });

  it("an article in 32 points, larger and smaller, page by page", async () => {
    await call(KINDS.article);
    await page.getByText(/^1 \/ \d+$/u).waitFor(SOON);
    const size = (): Promise<string> =>
      framed()
        .locator("p:not(.source)")
        .first()
        .evaluate((line) => getComputedStyle(line).fontSize);
    // 32 points of 96 to the inch, on a picture of 1920.
    expect(await size()).toBe("42.67px");
    await expectGood();
    await page.keyboard.press("BracketRight");
    await page.getByText("字号 36").waitFor(SOON);
    await expect.poll(size, SOON).toBe("48px");
    await page.keyboard.press("BracketLeft");
    await expect.poll(size, SOON).toBe("42.67px");
    await page.keyboard.press("PageDown");
    await page.getByText(/^2 \/ \d+$/u).waitFor(SOON);
    await back();
  });

  it("is read aloud by a voice of this PC alone, and stops when it is asked to", async () => {
    const reader = await browser.context.newPage();
    await reader.addInitScript(() => {
      localStorage.setItem("dianbo-language", "zh-CN");
      const spoken: string[] = [];
      const none = (): void => undefined;
      const voices = [
        { name: "far away", lang: "zh-CN", localService: false },
        { name: "of this PC", lang: "zh-CN", localService: true },
      ];
      class Utterance {
        voice: unknown;
        onend: (() => void) | null = null;
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      }
      Reflect.set(window, "spoken", spoken);
      Reflect.set(window, "SpeechSynthesisUtterance", Utterance);
      Object.defineProperty(window, "speechSynthesis", {
        value: {
          getVoices: () => voices,
          speak: (utterance: Utterance) => {
            spoken.push(`${Reflect.get(Object(utterance.voice), "name")}: ${utterance.text}`);
            setTimeout(() => utterance.onend?.(), 5);
          },
          cancel: none,
          addEventListener: none,
          removeEventListener: none,
        },
      });
    });
    await reader.goto(page.url());
    await keypadReady(reader);
    await reader.keyboard.type(String(KINDS.article));
    await reader.getByRole("button", { name: /按 Enter/u }).waitFor(SOON);
    await reader.keyboard.press("Enter");
    await reader.getByRole("button", { name: "念给大家听" }).click();
    await expect
      .poll(() => reader.evaluate(() => [...Reflect.get(window, "spoken")]), SOON)
      .toEqual(["of this PC: 城乡居民养老保险待遇领取。", "of this PC: 春节前后是用电的高峰。"]);
    await reader.getByRole("button", { name: "念给大家听" }).waitFor(SOON);
    await reader.close();
    // The browser of the test has no voice: there is no button, and the key says why.
    await call(KINDS.article);
    await page.getByText(/^1 \/ \d+$/u).waitFor(SOON);
    expect(await page.getByRole("button", { name: "念给大家听" }).count()).toBe(0);
    await page.keyboard.press("KeyC");
    await page.getByText("这台电脑里没有会念中文的声音").waitFor(SOON);
    await back();
  });

  it("a PDF by itself, screen by screen, without a viewer", async () => {
    await call(KINDS.pdf);
    await page.getByText("1 / 1").waitFor(SOON);
    const inked = (): Promise<boolean> =>
      page.evaluate(() => {
        const canvas = document.querySelector("canvas");
        const pen = canvas?.getContext("2d");
        if (canvas == null || pen == null || canvas.width < 1000) return false;
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value, at) => at % 4 === 0 && value < 60);
      });
    await expect.poll(inked, SOON).toBe(true);
    // There is ink before the whole page stands there; only then is there something to step down.
    await page.locator("[aria-busy=false] > canvas").waitFor(SOON);
    expect(await page.locator("iframe, embed, object").count()).toBe(0);
    await page.keyboard.press("PageDown");
    await expect
      .poll(() => page.locator("canvas").evaluate((canvas) => canvas.style.transform), SOON)
      .toMatch(/translateY\(-\d/u);
    await expectGood();
    await back();
  });

  it("a Word file and a table in the room's print", async () => {
    await call(KINDS.word);
    await framed().getByText("农机购置与应用补贴申请表").waitFor(SOON);
    // Nothing in it is smaller than the room allows, whatever it was typed in.
    const smallest = await framed()
      .locator("#text")
      .evaluate((text) => {
        const factor = Number(text.style.getPropertyValue("zoom"));
        const sizes = [...text.querySelectorAll("span, td, th")]
          .filter(({ textContent }) => textContent?.trim() !== "")
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * factor);
        return Math.min(...sizes);
      });
    expect(smallest).toBeGreaterThanOrEqual(LEAST * SCREEN.height - 0.5);
    expect(await framed().locator("script, a, form, iframe").count()).toBe(0);
    await back();
    await call(KINDS.table);
    await framed().getByText("月份").waitFor(SOON);
    expect(await framed().locator("tr").count()).toBe(25);
    await expectGood();
    await back();
  });

  it("slides: their words, tables and pictures in the room's print, a slide a page", async () => {
    await call(KINDS.slides);
    await page.getByText("1 / 3").waitFor(SOON);
    await framed().getByText("停在车棚，不进楼道").waitFor(SOON);
    await page.getByText("只有字和图，没有动画").waitFor(SOON);
    const smallest = await framed()
      .locator("#text")
      .evaluate((text) =>
        Math.min(
          ...[...text.querySelectorAll("p, h2, td, th")].map((element) =>
            Number.parseFloat(getComputedStyle(element).fontSize),
          ),
        ),
      );
    expect(smallest).toBeGreaterThanOrEqual(LEAST * SCREEN.height);
    await expectGood();
    await page.keyboard.press("PageDown");
    await page.getByText("2 / 3").waitFor(SOON);
    await expect
      .poll(
        () =>
          framed()
            .locator("img")
            .evaluate((img) => Reflect.get(img, "naturalWidth")),
        SOON,
      )
      .toBeGreaterThan(100);
    await page.keyboard.press("PageDown");
    await page.getByText("3 / 3").waitFor(SOON);
    expect(await framed().locator("td").allTextContents()).toEqual(["断电", "打 119"]);
    expect(await framed().locator("script, a, form, iframe").count()).toBe(0);
    await back();
  });

  it("a picture, a recording, and what Office wrote before 2007, which is named for WPS", async () => {
    await call(KINDS.picture);
    await page.getByRole("img", { name: "一图读懂中央一号文件" }).waitFor(SOON);
    await back();
    await call(KINDS.recording);
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(0.3);
    await expectGood();
    await back();
    for (const [number, name] of [
      [KINDS.oldSlides, "微党课.ppt"],
      [KINDS.oldWord, "通知.doc"],
    ] as const) {
      await page.keyboard.type(String(number));
      await page.getByText(`「${name}」要用 WPS 打开`).waitFor(SOON);
      await expectReadable(page);
      await page.keyboard.press("Escape");
    }
    // What calls itself a table may be one of any age: it is opened before it is told.
    await call(KINDS.oldTable);
    await page.getByText("「学习情况.xls」要用 WPS 打开").waitFor(SOON);
    await expectReadable(page);
    await back();
  });

  it("goes past everything that is broken, and says nothing of it to the audience", async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      Reflect.set(window, "heard", heard);
      new MutationObserver(() => {
        const text = document.body.textContent ?? "";
        if (/放不了|没有存|坏了/u.test(text)) heard.push(text);
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    await page.keyboard.type(String(TROUBLE.number));
    await page.getByRole("button", { name: /按 Enter/u }).waitFor(SOON);
    await page.keyboard.press("Enter");
    await page.getByRole("img", { name: "一图读懂中央一号文件" }).waitFor({ timeout: 60_000 });
    expect(await page.evaluate(() => Reflect.get(window, "heard"))).toEqual([]);
    await page.keyboard.press("Escape");
    await page
      .getByText(`${BROKEN["a torn Word file"]} 放不了，接着放 ${KINDS.picture}`)
      .waitFor(SOON);
  });

  it("goes on when the file goes while it plays", async () => {
    await page.keyboard.type(String(PULLED.number));
    await page.getByRole("button", { name: /按 Enter/u }).waitFor(SOON);
    await page.keyboard.press("Enter");
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(0.3);
    // A short film is read to its end at once, so the loss is told to it as the browser would tell it.
    await page.evaluate(() => {
      const film = document.querySelector("video");
      URL.revokeObjectURL(film?.src ?? "");
      film?.load();
    });
    await page.getByRole("img", { name: "一图读懂中央一号文件" }).waitFor({ timeout: 40_000 });
    await page.keyboard.press("Escape");
    await page.getByText(`${KINDS.spare} 放不了，接着放 ${KINDS.picture}`).waitFor(SOON);
  });

  it("threw nothing, and asked the network for nothing", () => {
    expect(thrown).toEqual([]);
    expect(asked).toEqual([]);
  });
});
