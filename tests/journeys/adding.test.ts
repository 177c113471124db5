/**
 * What a site already has comes in by hand: files of the PC, looked through and saved with their numbers
 * in one act, and a disc as one typed row; called by number in the study room.
 */
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { storedMemo } from "../support/stored-records.ts";
import { callNumber, keypadReady, playFilm } from "../support/study-room.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");
const MEDIA = fileURLToPath(new URL("../../demonstration/media/", import.meta.url));

/** Old PCs are slow, and so is a busy test machine. */
const SOON = { timeout: 15_000 };

const FLAG = "微党课：一面党旗的故事";
const GIB = 1024 ** 3;

let server: RunningServer;
let profile: string;
let folder: string;
let browser: TestBrowser;
let page: Page;

const at = (place: string): string => `http://127.0.0.1:${server.port}/${place}`;
/** A file as a person would choose it. By its bytes: the browser under test reads no Chinese names on disk. */
interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
const copyOf = async (medium: string, name: string): Promise<Chosen> => ({
  name,
  mimeType: "",
  buffer: await readFile(join(MEDIA, medium)),
});
const fileOf = (bytes: string, name: string): Chosen => ({
  name,
  mimeType: "",
  buffer: Buffer.from(bytes, "latin1"),
});
const bring = (files: Chosen[] | string): Promise<void> =>
  page.locator("input[type=file]:not([webkitdirectory])").setInputFiles(files);
const row = (text: string): Locator => page.getByRole("row").filter({ hasText: text });
const numberOf = (text: string): Locator => row(text).locator(".num");

beforeAll(async () => {
  server = await serveApp({ root: APP, port: 0 });
  profile = await newProfile();
  folder = await mkdtemp(join(tmpdir(), "dianbo-adding-"));
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  await page.goto(at("#/library"));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  for (const gone of [profile, folder]) {
    if (gone !== undefined) await rm(gone, { recursive: true, force: true, maxRetries: 5 });
  }
});

describe("files of this PC", () => {
  it("opens from the library's head and says what is to do", async () => {
    await page.getByRole("link", { name: "加课件" }).click();
    await page.getByRole("button", { name: "选文件" }).waitFor();
    await expectAccessible(page);
  });

  it("shows each file as a row: title, kind, minutes, a category with its reason", async () => {
    await bring([
      await copyOf("party-flag.mp4", `1014 ${FLAG}.mp4`),
      await copyOf("cabbage-field.mp4", "03-大白菜_田间管理技术.mp4"),
      await copyOf("practice-music.mp3", "八段锦配乐.mp3"),
      await copyOf("charging-leaflet.pdf", "充电安全明白纸.pdf"),
      await copyOf("blood-pressure.jpg", "高血压宣传画.jpg"),
    ]);
    await row("充电安全明白纸").getByText("片名里有「充电安全」").waitFor();
    await row("大白菜").getByLabel("片名，文件 03-大白菜_田间管理技术.mp4").waitFor();
    await expect
      .poll(() => row("大白菜").getByLabel(/^片名/u).inputValue(), SOON)
      .toBe("大白菜 田间管理技术");
    await expect
      .poll(
        () =>
          row(FLAG)
            .getByLabel(/多少分钟/u)
            .inputValue(),
        SOON,
      )
      .toMatch(/^[1-9]\d*$/u);
    await row("八段锦配乐").getByText("录音").waitFor();
    await row("高血压宣传画").getByText("图片").waitFor();
    await expectAccessible(page);
  });

  it("says in words why an odd file does not come in, and which needs another player", async () => {
    const large = join(folder, "five.mp4");
    await writeFile(large, "\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41", "latin1");
    await truncate(large, 5 * GIB);
    await bring([
      fileOf("", "空的.mp4"),
      fileOf("<!DOCTYPE html><title>请登录</title>", "通知.pdf"),
      fileOf("MZ\x90\0", "setup.exe"),
      await copyOf("safe-charging.mp4", "后缀错了.pdf"),
      fileOf(".RMF\0\0\0\x12\0\x01", "5011_上甘岭.rmvb"),
    ]);
    await bring(large);
    await row("空的").getByText("这个文件是空的").waitFor();
    await row("通知").getByText("这是一张网页").waitFor();
    await row("setup").getByText("认不出这是什么文件").waitFor();
    await row("后缀错了").getByText("文件名的后缀写错了").waitFor();
    await row("上甘岭")
      .getByText(/RMVB 浏览器放不了.*别的播放器/u)
      .waitFor();
    await row("five").getByText("5.0 GB").waitFor();
    await row("five")
      .getByText(/文件很大|放不下|放不了/u)
      .first()
      .waitFor();
    await expectAccessible(page);
    for (const name of ["five", "空的", "通知", "setup"]) {
      await row(name).getByRole("button", { name: /^不要/u }).click();
    }
  });

  it("takes an old number over when asked, and says when one is no number or stands twice", async () => {
    await row(FLAG)
      .getByRole("button", { name: /用旧号 1014$/u })
      .click();
    const number = row("八段锦配乐").getByLabel(/本子上已写的号/u);
    await number.fill("8");
    await row("八段锦配乐").getByText("节目号是 4 到 5 位数").waitFor();
    await number.fill("1014");
    await row("八段锦配乐").getByText("1014 写了两遍").waitFor();
    await number.fill("");
  });

  it("files the focused row by one digit, by keys alone", async () => {
    await row("后缀错了").focus();
    await page.keyboard.press("4");
    await row("上甘岭").focus();
    await page.keyboard.press("5");
    await row("上甘岭").getByRole("button", { name: /归 5 /, pressed: true }).waitFor();
  });

  it("saves all of them in one act, each with its number at once", async () => {
    await page.getByRole("button", { name: "存下 7 部" }).click();
    await expect.poll(() => numberOf(FLAG).textContent(), SOON).toBe("1014");
    await expect.poll(() => numberOf("大白菜").textContent(), SOON).toBe("3001");
    const others = ["充电安全", "后缀错了", "八段锦", "高血压", "上甘岭"];
    const given = await Promise.all(others.map((name) => numberOf(name).textContent()));
    expect(given).toEqual([
      "4001",
      "4002",
      expect.any(String),
      expect.any(String),
      expect.any(String),
    ]);
    expect(given.slice(2).sort()).toEqual(["5001", "5002", "5003"]);
    await expectAccessible(page);
  });

  it("is one step of undo", async () => {
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => page.getByText("撤销了", { exact: true }).count(), SOON).toBe(7);
    await page.locator("h1").click();
    await page.keyboard.press("Control+y");
    await expect.poll(() => numberOf(FLAG).textContent(), SOON).toBe("1014");
  });

  it("says what is here already, whatever its name is now", async () => {
    await bring([await copyOf("party-flag.mp4", "又一份党旗.mp4")]);
    await row("又一份党旗").getByText("已有").waitFor();
    expect(await numberOf("又一份党旗").textContent()).toBe("1014");
    await page.getByRole("button", { name: /^存下/u }).waitFor({ state: "hidden" });
  });

  it("takes files that are dropped on the library", async () => {
    await page.goto(at("#/library"));
    await row(FLAG).waitFor();
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["%PDF-1.4 x"], "拖进来的通知.pdf"));
      return data;
    });
    await page.locator("main").dispatchEvent("drop", { dataTransfer: transfer });
    await row("拖进来的通知").getByLabel(/^片名/u).waitFor();
  });
});

/** A table as WPS puts it on the clipboard: a title over it, a heading between, a sum below. */
const OLD_TABLE = [
  "红旗村课件一览表\t\t\t\t",
  "序号\t编号\t课件名称\t时长\t存放位置",
  "一、基层党建\t\t\t\t",
  "1\t1088\t支部怎样过组织生活\t12分\t",
  "2\t\t老支书讲村史\t0:25:00\t光盘7号",
  "三、实用技术\t\t\t\t",
  "3\tA-7\t大棚里的草莓\t\t",
  "合计\t3部\t\t\t",
].join("\n");

const paste = (text: string): Promise<void> =>
  page.getByRole("textbox", { name: "粘贴在这里" }).evaluate((box, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, text);

describe("what the site has already", () => {
  it("is understood from a pasted table, whose columns can be changed by hand", async () => {
    await page.goto(at("#/library/add"));
    // What was dropped before is not meant.
    await page.reload();
    await page.getByText("表格", { exact: true }).click();
    await paste(OLD_TABLE);
    await page.getByText("看懂了 3 行").waitFor();
    await page.getByText("1 行的编号不是节目号").waitFor();
    await expectAccessible(page);
    await page.getByLabel("第 5 列是什么").selectOption("不要这一列");
    await page.getByLabel("第 5 列是什么").selectOption("放在哪里");
    await page.getByRole("button", { name: "把这 3 行放进清单" }).click();
    await row("老支书讲村史").getByText("光盘 7号").waitFor();
    await row("大棚里的草莓").getByText("表里写的「A-7」不是节目号").waitFor();
    expect(
      await row("老支书讲村史")
        .getByLabel(/多少分钟/u)
        .inputValue(),
    ).toBe("25");
  });

  it("meets its films in a folder that is opened, and leaves them there", async () => {
    await page.evaluate(
      async (bytes) => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle("远教片库", { create: true });
        const below = await folder.getDirectoryHandle("实用技术", { create: true });
        for (const [where, name] of [
          [folder, "1088_支部怎样过组织生活.mp4"],
          [below, "大棚里的草莓.mp4"],
        ] as const) {
          const entry = await where.getFileHandle(name, { create: true });
          const writing = await entry.createWritable();
          // Two films: bytes behind the last box change the hash and not the picture.
          await writing.write(new Uint8Array([...bytes, name.length]));
          await writing.close();
        }
        Object.assign(window, { showDirectoryPicker: async () => folder });
      },
      [...(await readFile(join(MEDIA, "safe-charging.mp4")))],
    );
    await page.getByRole("button", { name: "打开一个文件夹" }).click();
    await row("支部怎样过组织生活").getByText("远教片库/1088_支部怎样过组织生活.mp4").waitFor();
    await row("大棚里的草莓").getByText("远教片库/实用技术/大棚里的草莓.mp4").waitFor();
    await expect
      .poll(
        () =>
          row("大棚里的草莓")
            .getByLabel(/多少分钟/u)
            .inputValue(),
        SOON,
      )
      .toMatch(/^[1-9]\d*$/u);
    expect(await page.getByRole("checkbox", { name: "片子留在原处，不搬进来" }).isChecked()).toBe(
      true,
    );
    const before = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await page.getByRole("button", { name: "存下 3 部" }).click();
    await expect.poll(() => numberOf("支部怎样过组织生活").textContent(), SOON).toBe("1088");
    await expect.poll(() => numberOf("大棚里的草莓").textContent(), SOON).toBe("3002");
    const after = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    expect(after - before).toBeLessThan(500_000);
    await expectAccessible(page);
  });

  it("is taken back in one step, and known when the same table comes again", async () => {
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => page.getByText("撤销了", { exact: true }).count(), SOON).toBe(3);
    await page.locator("h1").click();
    await page.keyboard.press("Control+y");
    await expect.poll(() => numberOf("支部怎样过组织生活").textContent(), SOON).toBe("1088");
    await page.getByText("表格", { exact: true }).click();
    await paste(OLD_TABLE);
    await page.getByRole("button", { name: "把这 3 行放进清单" }).click();
    await expect.poll(() => row("已有").count(), SOON).toBe(3);
  });

  it("says in words why something pasted or opened is no table", async () => {
    await page.getByText("表格", { exact: true }).click();
    await page
      .getByLabel("打开表格文件")
      .last()
      .setInputFiles([
        { name: "旧.xls", mimeType: "", buffer: Buffer.from("d0cf11e0a1b11ae1", "hex") },
      ]);
    await page.getByText("这是老格式的表格").waitFor();
  });
});

describe("one row typed", () => {
  const hand = async (): Promise<void> => {
    await page.goto(at("#/library/add"));
    await page.getByText("手写一行").click();
  };

  it("keeps what was typed when the tab is closed", async () => {
    await hand();
    await page.getByLabel("片名").fill("电影《地道战》");
    await page.locator("form").getByText("文体卫生").click();
    await page.getByLabel("哪一个").fill("3");
    await expectAccessible(page);
    await expect.poll(() => storedMemo(page, "adding-typed-row"), SOON).toMatch(/地道战.*"3"/u);
    const next = await browser.context.newPage();
    await page.close();
    page = next;
    await hand();
    await expect.poll(() => page.getByLabel("片名").inputValue(), SOON).toBe("电影《地道战》");
  });

  it("refuses a number that is another's, in words, and takes one the paper has", async () => {
    const number = page.getByLabel("本子上已写了");
    await number.fill("1014");
    await page.getByText(`1014 是《${FLAG}》的号`).waitFor();
    await number.fill("2077");
    await page.getByLabel("分钟").fill("96");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("form .num").textContent(), SOON).toBe("2077");
    expect(await page.getByLabel("片名").inputValue()).toBe("");
  });

  it("says on its page where it lies, and is printed like any other", async () => {
    await page.locator("form .num").click();
    await page.getByText("在光盘 3 号上").waitFor();
    await expectAccessible(page);
    await page.goto(at("#/book/print"));
    await page.locator(".paper").getByText("电影《地道战》").first().waitFor();
  });
});

describe("the study room", () => {
  let room: Page;
  beforeAll(async () => {
    room = await browser.context.newPage();
    await room.goto(at("room.html"));
    await keypadReady(room);
  });

  it("plays what was added, by its old number", async () => {
    await playFilm(room, 1014, FLAG);
    await room.keyboard.press("Escape");
  });

  it("plays a film from the folder in which it stayed", async () => {
    await playFilm(room, 1088, "支部怎样过组织生活");
    await room.keyboard.press("Escape");
  });

  it("says where the disc is", async () => {
    await callNumber(room, 2077);
    await room.getByText("在光盘 3 号上").waitFor();
    await room.keyboard.press("Escape");
  });

  it("shows a picture as large as the room", async () => {
    const library = await browser.context.newPage();
    await library.goto(at("#/library"));
    const picture = await library
      .getByRole("row")
      .filter({ hasText: "高血压宣传画" })
      .locator(".num")
      .textContent();
    await library.close();
    await callNumber(room, Number(picture));
    await room.keyboard.press("Enter");
    await room.getByRole("img", { name: "高血压宣传画" }).waitFor();
    await expect
      .poll(
        () =>
          room
            .getByRole("img", { name: "高血压宣传画" })
            .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0),
        SOON,
      )
      .toBe(true);
  });
});
