/**
 * Two sites, two browsers: a list goes from one to the other as a file. The taker keeps its numbers and
 * remembers the giver's, differences are both kept, one step takes everything back; what is broken or
 * hostile is refused in words, with the library as it was to the last bit.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeContainer } from "@dianbo/shared/sharing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { storedRecords } from "../support/stored-records.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");
/** Pictures for comparing with the drawing are kept where this names a folder. */
const PICTURES = process.env["DIANBO_PICTURES"];
const SOON = { timeout: 15_000 };

interface Site {
  readonly server: RunningServer;
  readonly profile: string;
  readonly browser: TestBrowser;
  readonly page: Page;
  readonly at: (hash: string) => string;
  /** Addresses that were asked for outside the site's own server. */
  readonly abroad: string[];
}

let giver: Site;
let taker: Site;
let folder: string;

const openSite = async (port: number): Promise<Site> => {
  const server = await serveApp({ root: APP, port });
  const profile = await newProfile();
  const browser = await openBrowser({ profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const origin = `http://127.0.0.1:${server.port}`;
  const abroad: string[] = [];
  browser.context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data|about|chrome):/u.test(url)) abroad.push(url);
  });
  await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  return { server, profile, browser, page, at: (hash) => `${origin}/${hash}`, abroad };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dianbo-lists-"));
  giver = await openSite(0);
  taker = await openSite(0);
});

afterAll(async () => {
  for (const site of [giver, taker]) {
    await site?.browser.close();
    await site?.server.close();
    if (site !== undefined) await rm(site.profile, { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
});

const nameSite = async ({ page, at }: Site, name: string): Promise<void> => {
  await page.goto(at("#/settings"));
  await page.getByLabel("站点名字").fill(name);
  await page.keyboard.press("Enter");
};

const idOf = async ({ page }: Site, title: string): Promise<string> => {
  const records = await storedRecords(page);
  const found = records.find((record) => JSON.stringify(record).includes(`"${title}"`));
  if (found === undefined) throw new Error(`no record says ${title}`);
  return found.id;
};

const rename = async (site: Site, from: string, to: string): Promise<void> => {
  const { page, at } = site;
  await page.goto(at(`#/library/${await idOf(site, from)}`));
  const title = page.getByLabel("片名", { exact: true });
  await expect.poll(() => title.inputValue(), SOON).toBe(from);
  await title.fill(to);
  await title.press("Enter");
  await expect
    .poll(async () => JSON.stringify(await storedRecords(page)).includes(`"${to}"`), SOON)
    .toBe(true);
};

/** Exports by a button of the share room; answers where the file lies. */
const exported = async ({ page, at }: Site, button: string, as: string): Promise<string> => {
  await page.goto(at("#/share"));
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const path = join(folder, as);
  await (await download).saveAs(path);
  return path;
};

const choose = async ({ page, at }: Site, path: string): Promise<void> => {
  await page.goto(at("#/settings"));
  await page.getByRole("link", { name: "分享" }).click();
  await page.locator('input[accept=".dianbo"]').setInputFiles(path);
};

/** Drops a file on the page as the desktop does, wherever the page is. */
const drop = async ({ page }: Site, path: string): Promise<void> => {
  const bytes = [...(await readFile(path))];
  await page.evaluate((given) => {
    const carried = new DataTransfer();
    carried.items.add(new File([Uint8Array.from(given)], "别人的清单.dianbo"));
    for (const type of ["dragover", "drop"]) {
      const event = new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true });
      (document.querySelector("main") ?? document.body).dispatchEvent(event);
    }
  }, bytes);
};

const counts = ({ page }: Site): Promise<string[]> =>
  page.locator("main section ul").first().locator("li").allTextContents();

const picture = async ({ page }: Site, name: string): Promise<void> => {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};

describe("a list from one site to another", () => {
  let shelf = "";
  let whole = "";

  it("is exported at the first site under its name and date", async () => {
    await giver.page.goto(giver.at("#/library"));
    await giver.page.getByRole("button", { name: "载入样例" }).click();
    await giver.page.getByRole("link", { name: /课件.*86/u }).waitFor();
    await nameSite(giver, "青禾社区站");
    shelf = await exported(giver, "导出清单：文体卫生", "shelf.dianbo");
    // What the browser makes of the name depends on the test machine's locale; what the app says does not.
    await giver.page
      .getByText(/「青禾社区站 文体卫生 \d{4}-\d\d-\d\d\.dianbo」存到下载里了，\d+ 部/u)
      .waitFor();
    await expectAccessible(giver.page);
    await picture(giver, "share-room");
  });

  it("goes through a chat as text: mangled, in any order, and says which part is missing", async () => {
    await giver.page.goto(giver.at("#/share"));
    await giver.page.getByRole("button", { name: "写成文字发微信：全部课件" }).click();
    await giver.page.getByRole("heading", { name: "发到微信：全部课件" }).waitFor();
    await expectAccessible(giver.page);
    await picture(giver, "text-for-wechat");
    const texts = await giver.page.locator("ol pre").allTextContents();
    expect(texts.length).toBeGreaterThan(2);
    const [first = "", second = "", ...rest] = texts.map((text) =>
      text.replace(/(.{37})/gsu, "$1\n").replaceAll("--", "—"),
    );
    await giver.page.getByRole("button", { name: "回去另选一份" }).click();
    await giver.page.getByRole("button", { name: "导出清单：全部课件" }).waitFor();

    await taker.page.goto(taker.at("#/share"));
    const box = taker.page.getByLabel(/粘贴微信里的文字/u);
    await box.fill("明天放什么？");
    await taker.page.getByText("这里面没有点播本的清单").waitFor();
    await box.fill([...rest, "老王 10:23", first, first].join("\n"));
    await taker.page.getByText(`一共 ${texts.length} 段，第 2 段缺了`).waitFor();
    await expectAccessible(taker.page);
    await picture(taker, "text-part-missing");
    // The last part is pasted anywhere in the office.
    await taker.page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, second);
    await taker.page.getByRole("heading", { name: "收进来之前看看" }).waitFor();
    await expect
      .poll(() => counts(taker))
      .toEqual(["86新的", "0改过的", "0两边不一样", "0一样，不动"]);
    await taker.page.getByRole("button", { name: "先不收", exact: true }).click();
  });

  it("is looked through at the second, and only the ticked one is taken", async () => {
    await nameSite(taker, "石桥村站");
    await choose(taker, shelf);
    await taker.page.getByRole("heading", { name: "收进来之前看看" }).waitFor();
    await taker.page.getByText("头一回收这个站的").waitFor();
    await taker.page.getByText(/青禾社区站，\d{4}-\d\d-\d\d/u).waitFor();
    await expectAccessible(taker.page);
    const ticks = taker.page.getByRole("checkbox", { name: /^收《/u });
    for (const tick of await ticks.all()) await tick.uncheck();
    await taker.page.getByRole("checkbox", { name: "收《八段锦教学》" }).check();
    await taker.page.getByRole("button", { name: "收下勾的 1 条" }).click();
    await taker.page.getByText("收下了 1 部。").waitFor();
    const id = await idOf(taker, "八段锦教学");
    const record = JSON.stringify((await storedRecords(taker.page)).find((one) => one.id === id));
    expect(record).toContain('"value":5001');
    expect(record).toContain('"number":5008');
  });

  it("is dropped anywhere; numbers here stay, what differs is shown side by side", async () => {
    await rename(taker, "八段锦教学", "八段锦教学（方言版）");
    await rename(giver, "八段锦教学", "八段锦教学（2026 版）");
    whole = await exported(giver, "导出清单：全部课件", "whole.dianbo");
    await taker.page.goto(taker.at("#/library"));
    await taker.page.getByRole("row").first().waitFor();
    await drop(taker, whole);
    await taker.page.getByRole("heading", { name: "收进来之前看看" }).waitFor();
    expect(await counts(taker)).toEqual(["85新的", "0改过的", "1两边不一样", "0一样，不动"]);
    await taker.page.getByRole("radio", { name: /先用本站的/u }).waitFor();
    await taker.page.getByText("原编号 1014").waitFor();
    await expectAccessible(taker.page);
    await picture(taker, "import-preview");
  });

  it("is taken as one step, with both values kept, and taken back as one step", async () => {
    const before = await storedRecords(taker.page);
    await taker.page.getByRole("button", { name: "全部收下" }).click();
    await taker.page.getByText("收下了 85 部，1 处两边不一样，都留着。").waitFor();
    await taker.page.getByRole("link", { name: /课件.*86/u }).waitFor();
    await picture(taker, "taken");
    await taker.page.getByRole("button", { name: "撤销" }).first().click();
    await taker.page.getByRole("link", { name: /课件.*1$/u }).waitFor();
    const kept = (await storedRecords(taker.page)).find(({ id }) => id === before[0]?.id);
    expect(kept?.id).toBe(before[0]?.id);
    expect(JSON.stringify(await storedRecords(taker.page))).toContain("方言版");
  });

  it("can be taken again after that, and once more says that all is here", async () => {
    await rename(giver, "八段锦教学（2026 版）", "八段锦教学（新编）");
    whole = await exported(giver, "导出清单：全部课件", "whole.dianbo");
    await choose(taker, whole);
    await taker.page.getByRole("radio", { name: /用清单的/u }).check();
    await taker.page.getByRole("button", { name: "全部收下" }).click();
    await taker.page.getByText("收下了 85 部，1 处跟着改了。").waitFor();
    expect(JSON.stringify(await storedRecords(taker.page))).toContain("八段锦教学（新编）");
    await choose(taker, whole);
    await taker.page.getByText("清单里的，本站都有了，不用收。").waitFor();
    expect(await taker.page.getByRole("button", { name: /收下/u }).isDisabled()).toBe(true);
  });

  it("brings a set menu with its items, from the menu's own page", async () => {
    await giver.page.goto(giver.at("#/set-menus"));
    await giver.page
      .getByRole("main")
      .getByRole("link", { name: /银发数字餐/u })
      .click();
    await giver.page.getByRole("row").first().waitFor();
    const download = giver.page.waitForEvent("download");
    await giver.page.getByRole("button", { name: "导出清单" }).click();
    const path = join(folder, "menu.dianbo");
    await (await download).saveAs(path);
    await choose(taker, path);
    await taker.page.getByRole("button", { name: "全部收下" }).click();
    await taker.page.getByText("收下了 1 个套餐。").waitFor();
    await taker.page.goto(taker.at("#/set-menus"));
    await taker.page
      .getByRole("main")
      .getByRole("link", { name: /银发数字餐/u })
      .waitFor();
  });

  it("opens by double click where the app is installed, and by paste", async () => {
    const manifest: { readonly file_handlers?: readonly object[] } = JSON.parse(
      await readFile(join(APP, "manifest.webmanifest"), "utf8"),
    );
    expect(JSON.stringify(manifest.file_handlers)).toContain(".dianbo");
    const bytes = [...(await readFile(shelf))];
    await taker.page.goto(taker.at("#/book"));
    await taker.page.getByRole("tab").first().waitFor();
    await taker.page.evaluate((given) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([Uint8Array.from(given)], "清单.dianbo"));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, bytes);
    await taker.page.getByRole("heading", { name: "收进来之前看看" }).waitFor();

    // The queue of an installed app, which the browser fills after a double click.
    const installed = await taker.browser.context.newPage();
    await installed.addInitScript(() => {
      const setConsumer = (consumer: unknown) => Reflect.set(window, "openWith", consumer);
      Object.defineProperty(window, "launchQueue", { value: { setConsumer } });
    });
    await installed.goto(taker.at("#/book"));
    await installed.getByRole("tab").first().waitFor();
    await installed.evaluate((given) => {
      const getFile = async () => new File([Uint8Array.from(given)], "清单.dianbo");
      Reflect.get(window, "openWith")({ files: [{ getFile }] });
    }, bytes);
    await installed.getByRole("heading", { name: "收进来之前看看" }).waitFor();
    await installed.close();
  });
});

describe("a broken or hostile list", () => {
  const manifest = (changes: Readonly<Record<string, unknown>>, title = "一部片"): Uint8Array => {
    const writer = `${"d".repeat(24)}~${"r".repeat(24)}`;
    const write = (value: unknown, counter: number) => [
      {
        dot: { writer, counter },
        stamp: { millis: 1_790_000_000_000, tick: counter },
        site: "s".repeat(24),
        value,
      },
    ];
    const record = {
      id: "i".repeat(24),
      kind: "courseware",
      seen: { [writer]: 2 },
      fields: { title: write(title, 1), kind: write("video", 2) },
    };
    return new TextEncoder().encode(
      JSON.stringify({
        format: "dianbo-list",
        version: 1,
        madeAt: 1_790_000_000_000,
        site: { id: "s".repeat(24), name: "邻村" },
        name: "清单",
        records: [record],
        ...changes,
      }),
    );
  };
  const zipped = (bytes: Uint8Array): Uint8Array =>
    writeContainer(new Map([["dianbo/manifest.json", bytes]]));
  /** The same zip with every byte of a name replaced: as somebody makes it who wants to get out. */
  const renamed = (to: string): Uint8Array => {
    const from = "dianbo/manifest.json";
    const bytes = Buffer.from(zipped(manifest({})));
    for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1)) {
      bytes.write(to.padEnd(from.length, "x").slice(0, from.length), at);
    }
    return bytes;
  };
  /** A zip of so many zeros whose table of contents says another size. */
  const bomb = (size: number, said: number): Uint8Array => {
    const bytes = Buffer.from(zipped(new Uint8Array(size)));
    bytes.writeUInt32LE(said, bytes.lastIndexOf("PK\u0001\u0002") + 24);
    return bytes;
  };

  const CASES: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
    ["no zip at all", () => Buffer.from("<html>not a list</html>"), /不是点播本的清单/u],
    ["a zip cut short", () => zipped(manifest({})).subarray(0, 200), /不是点播本的清单|文件坏了/u],
    ["a path that leads out", () => renamed("../../../evil.json"), /来路不明的名字/u],
    ["a bomb that says so", () => bomb(1_000, 80_000_000), /太大/u],
    ["a bomb that lies", () => bomb(20_000_000, 100), /文件坏了/u],
    ["another schema", () => zipped(manifest({ records: 7 })), /读不懂的地方/u],
    ["a newer version", () => zipped(manifest({ version: 9 })), /新版点播本/u],
    ["a script in a title", () => zipped(manifest({}, "<script>x()</script>")), /不该有的东西/u],
    ["text that reads backwards", () => zipped(manifest({}, "片\u202egpj")), /不该有的东西/u],
    ["no list inside", () => writeContainer(new Map([["a.txt", Buffer.from("hi")]])), /没有清单/u],
  ];

  it("is taken where it is sound, so that the refusals below prove something", async () => {
    const path = join(folder, "sound.dianbo");
    await writeFile(path, zipped(manifest({})));
    await choose(taker, path);
    await taker.page.getByRole("heading", { name: "收进来之前看看" }).waitFor();
  });

  it.each(CASES)("%s is refused in words, and nothing has changed", async (_, make, words) => {
    const path = join(folder, "hostile.dianbo");
    await writeFile(path, make());
    await taker.page.goto(taker.at("#/library"));
    const before = JSON.stringify(await storedRecords(taker.page));
    await choose(taker, path);
    const alert = taker.page.getByRole("alert");
    await alert.getByText("本子一点没动").waitFor();
    expect(await alert.textContent()).toMatch(words);
    expect(JSON.stringify(await storedRecords(taker.page))).toBe(before);
  });

  it("of another kind of file is told apart by its name", async () => {
    const path = join(folder, "photo.jpg");
    await writeFile(path, "x");
    await choose(taker, path);
    await taker.page.getByText("点播本的清单以 .dianbo 结尾").waitFor();
    await picture(taker, "refused");
  });

  it("asked nobody for anything", () => {
    expect([...giver.abroad, ...taker.abroad]).toEqual([]);
  });
});
