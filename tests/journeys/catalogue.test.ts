/**
 * A county gives out its list as a channel, a village subscribes, searches it beside its own, takes what it
 * likes, sees what an update changes, goes back. What is broken, older or another's is refused in words, with
 * everything as it was. The end of it once more in Chromium 109.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { countyItems, countyRelease, type MadeRelease } from "../support/county-channel.ts";
import { plant } from "../support/keep-item.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";
import { storedRecords } from "../support/stored-records.ts";

const SOON = { timeout: 20_000 };
const PICTURES = process.env["DIANBO_PICTURES"];
/** What must never leave the house, planted into a note. */
const PLANTED = "王小妹家的，电话 13800000000";
const NAME = "青禾县课件总目录";

interface Site {
  readonly server: RunningServer;
  readonly profile: string;
  readonly browser: TestBrowser;
  readonly page: Page;
  readonly go: (hash: string) => Promise<void>;
  readonly broken: string[];
}

let folder: string;
let county: Site;
let village: Site;
let first: MadeRelease;
let second: MadeRelease;

const openSite = async (old = false): Promise<Site> => {
  const server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  const profile = await newProfile();
  const browser = await openBrowser({
    profile,
    ...(old ? { executable: await oldChromiumPath(), shell: true } : {}),
  });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.message));
  await page.addInitScript(() => {
    localStorage.setItem("dianbo-language", "zh-CN");
    // The browser's own private folder stands in for one on disk, which no test can choose.
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle("U盘", { create: true }),
    });
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const go = async (hash: string): Promise<void> => {
    await page.goto(`${origin}/${hash}`);
  };
  await go("#/library");
  await page.getByRole("button", { name: "载入样例" }).click();
  await page.getByRole("link", { name: /课件.*86/u }).waitFor();
  return { server, profile, browser, page, go, broken };
};

const fileOf = async (made: MadeRelease | Uint8Array, name: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, made instanceof Uint8Array ? made : made.file);
  return path;
};
const choose = async ({ page, go }: Site, path: string): Promise<void> => {
  await go("#/channels");
  await page.getByRole("button", { name: "打开频道文件", exact: true }).waitFor();
  await page.locator('input[accept=".dianbo"]').setInputFiles(path);
};
const picture = async ({ page }: Site, name: string): Promise<void> => {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};
const channelRows = ({ page }: Site): Locator => page.locator("[data-item]");
/** The items that this site has under a channel's name, by how they are stored. */
const takenHere = async ({ page }: Site): Promise<number> =>
  (await storedRecords(page)).filter((record) => JSON.stringify(record).includes("channelItem"))
    .length;
/** How many channels the browser keeps, and which release of each. */
const kept = ({ page }: Site): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-channels");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const all = db.transaction("channels").objectStore("channels").getAll();
          all.onsuccess = () => {
            db.close();
            resolve(JSON.stringify(all.result));
          };
          all.onerror = () => reject(all.error);
        };
      }),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dianbo-catalogue-"));
  const items = countyItems(3000);
  first = await countyRelease({ items, name: NAME });
  const changed = items.map((item, at) => (at === 0 ? { ...item, title: "改过的头一部" } : item));
  second = await countyRelease({ items: changed.slice(0, -1), before: first.release, name: NAME });
  county = await openSite();
  village = await openSite();
});
afterAll(async () => {
  for (const site of [county, village]) {
    await site?.browser.close();
    await site?.server.close();
    if (site !== undefined) {
      await rm(site.profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  await rm(folder, { recursive: true, force: true });
});

describe("a county", () => {
  let given = "";

  it("gives out its list: what leaves is named, and no note goes along", async () => {
    const { page, go } = county;
    await plant(
      page,
      [1014, 3001, 5001].map((number) => ({ number, fields: { sample: false, note: PLANTED } })),
    );
    await go("#/settings");
    await page.getByLabel("站点名字").fill("青禾县远教办");
    await page.keyboard.press("Enter");
    await go("#/channels");
    await page.reload();
    await page.getByRole("heading", { name: "出一个频道" }).waitFor();
    await page.getByText("一共 3 部。").waitFor();
    await page.getByRole("button", { name: "存成文件" }).click();
    await page.getByText("先给频道起个名字。").waitFor();
    await page.getByLabel("频道的名字").fill("青禾县精选");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "存成文件" }).click();
    given = join(folder, "given.dianbo");
    await (await download).saveAs(given);
    await page.getByText(/「青禾县精选 第1版.dianbo」存到下载里了，第 1 版，3 部。/u).waitFor();
    await page.getByRole("button", { name: "《青禾县精选》出下一版" }).waitFor();
    await expectAccessible(page);
    await picture(county, "channels-given");
    const { channelFileSource } = await import("@dianbo/shared/channel");
    const source = channelFileSource(new Uint8Array(await readFile(given)));
    if (!source.ok) throw new Error(source.error.type);
    const index = await source.value.index();
    if (!index.ok) throw new Error(index.error.type);
    const said = new TextDecoder().decode(index.value);
    const texts = [said];
    for (const { hash } of JSON.parse(said).segments) {
      const part = await source.value.segment(hash);
      if (part !== undefined) texts.push(new TextDecoder().decode(gunzipSync(part)));
    }
    expect(texts.join("")).toContain("青禾县远教办");
    expect(texts.join("")).not.toMatch(/王小妹|13800000000/u);
  });

  it("writes the next release into a folder, which another site opens", async () => {
    const { page, go } = county;
    await go("#/channels");
    await page.getByRole("button", { name: "《青禾县精选》出下一版" }).click();
    await page.getByRole("heading", { name: "《青禾县精选》出下一版" }).waitFor();
    await page.getByRole("button", { name: "存成文件", exact: true }).first().click();
    await page.getByText(/跟上次出的一样，没有新的/u).waitFor();
    await page.getByLabel("放哪些").selectOption({ label: "书架「实用技术」" });
    await page.getByText("一共 1 部。").waitFor();
    await page.getByRole("button", { name: "写进文件夹", exact: true }).first().click();
    await page.getByText(/写进「U盘」了，第 2 版，1 部/u).waitFor();
    // Its own channel is not subscribed to; the folder was read through to find that out.
    await page.getByRole("button", { name: "打开频道文件夹" }).click();
    await page.getByText("这是本站自己出的频道，不用订。").waitFor();
  });

  it("is subscribed to by a village, after it was looked through", async () => {
    const { page } = village;
    await choose(village, given);
    await page.getByRole("heading", { name: "订之前看看" }).waitFor();
    await page.getByText("有签名，头一回见").waitFor();
    await page.getByText(/^钥匙「\S+ \S+ \S+ \S+」$/u).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "先不订" }).click();
    await page.getByText(/还没订频道/u).waitFor();
    expect(await kept(village)).toBe("[]");
    await choose(village, given);
    await page.getByRole("button", { name: "订下来" }).click();
    await page.getByText("订好了《青禾县精选》，3 部。").waitFor();
    await page.getByRole("link", { name: /^青禾县精选/u }).waitFor();
  });
});

describe("a catalogue of thousands", () => {
  it("comes in by a drop anywhere, and says what it is first", async () => {
    const { page, go } = village;
    await go("#/book");
    await page.getByRole("tab").first().waitFor();
    await page.evaluate((given) => {
      const bytes = Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0));
      const carried = new DataTransfer();
      carried.items.add(new File([bytes], "县里的.dianbo"));
      for (const type of ["dragover", "drop"]) {
        const init = { dataTransfer: carried, bubbles: true, cancelable: true };
        (document.querySelector("main") ?? document.body).dispatchEvent(new DragEvent(type, init));
      }
    }, Buffer.from(first.file).toString("base64"));
    await page.getByRole("heading", { name: "订之前看看" }).waitFor();
    await page.getByText("3000", { exact: true }).first().waitFor();
    await picture(village, "channel-preview");
    await page.getByRole("button", { name: "订下来" }).click();
    await page.getByText(`订好了《${NAME}》，3000 部。`).waitFor();
    await picture(village, "channels-subscribed");
  });

  it("is found beside the library's own, and one is taken from there", async () => {
    const { page, go } = village;
    await go("#/library");
    await page.getByRole("main").locator('input[aria-keyshortcuts="/"]').fill("shuidao");
    const finds = page.getByRole("region", { name: new RegExp(`《${NAME}》里还有 \\d+ 部`, "u") });
    await finds.waitFor();
    await expectAccessible(page);
    await picture(village, "library-finds");
    const take = finds.getByRole("button", { name: /收进本子$/u }).first();
    const title = (await take.getAttribute("aria-label"))?.replace(/^《|》收进本子$/gu, "") ?? "";
    await take.click();
    await page.getByText(/收进本子了，号码是 \d{4}/u).waitFor();
    await finds.getByRole("link", { name: /已有/u }).first().waitFor();
    expect(await takenHere(village)).toBe(1);
    expect(JSON.stringify(await storedRecords(page))).toContain(title);
  });

  it("is narrowed on its own page, three are ticked by keys and taken, one step takes them back", async () => {
    const { page, go } = village;
    await go("#/channels");
    await page.getByRole("link", { name: new RegExp(`^${NAME}`, "u") }).click();
    await channelRows(village).first().waitFor();
    await page.getByText("找到 3000 部").waitFor();
    await picture(village, "channel-page");
    await page
      .getByRole("navigation")
      .getByRole("button", { name: /实用技术/u })
      .click();
    await page.getByText("找到 600 部").waitFor();
    await page.getByLabel("种类", { exact: true }).selectOption({ label: "录音" });
    await expect.poll(() => page.url(), SOON).toMatch(/category=3.*kind=audio/u);
    const search = page.getByRole("main").locator('input[aria-keyshortcuts="/"]');
    await search.fill("nc");
    await expect
      .poll(async () => (await page.getByRole("search").textContent()) ?? "", SOON)
      .toMatch(/找到 \d{1,2} 部/u);
    await search.press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex")), SOON)
      .toBe("2");
    for (const count of [1, 2, 3]) {
      await page.keyboard.press("Space");
      await page.getByRole("button", { name: `勾的 ${count} 部收进本子` }).waitFor();
      await page.keyboard.press("ArrowDown");
    }
    await expectAccessible(page);
    await picture(village, "channel-ticked");
    const before = await takenHere(village);
    await page.getByRole("button", { name: "勾的 3 部收进本子" }).click();
    await page.getByText("收进本子 3 部。").waitFor();
    await expect.poll(() => page.getByRole("link", { name: /已有/u }).count(), SOON).toBe(3);
    expect(await takenHere(village)).toBe(before + 3);
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => page.getByRole("link", { name: /已有/u }).count(), SOON).toBe(0);
    await page.keyboard.press("Control+y");
    await expect.poll(() => page.getByRole("link", { name: /已有/u }).count(), SOON).toBe(3);
  });

  it("is walked to its last row by one key", async () => {
    const { page } = village;
    await page.goto(page.url().replace(/\?.*$/u, ""));
    await page.reload();
    await channelRows(village).first().waitFor();
    await channelRows(village).first().focus();
    await page.keyboard.press("End");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex")), SOON)
      .toBe("3001");
  });
});

describe("an update", () => {
  it("says what it changes, changes no row of the site, and is gone back from", async () => {
    const { page } = village;
    const before = JSON.stringify(await storedRecords(page));
    await choose(village, await fileOf(second, "second.dianbo"));
    await page.getByRole("heading", { name: "更新之前看看" }).waitFor();
    const counts = page.locator("main section ul").first().locator("li");
    expect(await counts.allTextContents()).toEqual(["2999部", "0新的", "1改过的", "1拿掉的"]);
    await page.getByText("改过的头一部").waitFor();
    await page.getByText("签名对得上，还是原来那把钥匙").waitFor();
    await picture(village, "channel-update");
    await page.getByRole("button", { name: "更新", exact: true }).click();
    await page.getByText(`《${NAME}》现在是第 2 版。`).waitFor();
    expect(JSON.stringify(await storedRecords(page))).toBe(before);
    await page.getByRole("button", { name: "退回上一版" }).click();
    await page.getByText(`《${NAME}》退回上一版了。`).waitFor();
    await choose(village, await fileOf(second, "second.dianbo"));
    await page.getByRole("button", { name: "更新", exact: true }).click();
    await page.getByText(`《${NAME}》现在是第 2 版。`).waitFor();
  });

  const renamed = (text: string, to: string) => {
    const bytes = Buffer.from(second.file);
    const at = bytes.indexOf(text);
    if (at < 0) throw new Error(`no ${text} in the file`);
    bytes.write(to, at);
    return new Uint8Array(bytes);
  };
  const CASES: readonly (readonly [string, () => Promise<Uint8Array>, RegExp])[] = [
    ["older", async () => first.file, /比手里的旧/u],
    ["cut short", async () => second.file.slice(0, 5000), /没有传完整|坏了/u],
    ["damaged in the middle", async () => renamed("segments/", "segmentz/"), /缺了一块|坏/u],
    [
      "signed by somebody else",
      async () => (await countyRelease({ items: countyItems(50), seed: 9, name: NAME })).file,
      /签名换了人/u,
    ],
    ["no channel at all", async () => Buffer.from("<html></html>"), /不是频道文件/u],
    ["larger than any channel", async () => new Uint8Array(65 * 1024 * 1024), /太大/u],
  ];
  it.each(CASES)(
    "that is %s is refused in words, and nothing has changed",
    async (_, make, words) => {
      const { page } = village;
      const before = `${await kept(village)}${JSON.stringify(await storedRecords(page))}`;
      await choose(village, await fileOf(await make(), "refused.dianbo"));
      const alert = page.getByRole("alert").filter({ hasText: "没有收，原来的一点没动" });
      await alert.waitFor();
      expect(await alert.textContent()).toMatch(words);
      expect(`${await kept(village)}${JSON.stringify(await storedRecords(page))}`).toBe(before);
    },
  );

  it("is not waited for any more once the channel is given up; what was taken stays", async () => {
    const { page, go } = village;
    await picture(village, "channel-refused");
    await go("#/channels");
    await page.getByRole("button", { name: `不订了：《${NAME}》` }).click();
    await page
      .getByRole("alertdialog")
      .getByText(/从这里收下的课件都还在/u)
      .waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByRole("alertdialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: `不订了：《${NAME}》` }).click();
    await page.getByRole("button", { name: `不要《${NAME}》了` }).click();
    await page.getByText(`《${NAME}》不要了，收下的课件都在。`).waitFor();
    expect(await takenHere(village)).toBe(4);
  });

  it("threw nothing on the way", () => {
    expect([...county.broken, ...village.broken]).toEqual([]);
  });
});

describe("Chromium 109", () => {
  let old: Site;
  beforeAll(async () => {
    old = await openSite(true);
  });
  afterAll(async () => {
    await old?.browser.close();
    await old?.server.close();
    if (old !== undefined) await rm(old.profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it("subscribes, finds beside its own, and takes", async () => {
    const { page, go, broken } = old;
    await choose(old, await fileOf(first, "first.dianbo"));
    await page.getByRole("button", { name: "订下来" }).click();
    await page.getByText(`订好了《${NAME}》，3000 部。`).waitFor();
    await go("#/library");
    await page.getByRole("main").locator('input[aria-keyshortcuts="/"]').fill("水稻");
    const finds = page.getByRole("region", { name: new RegExp(`《${NAME}》里还有 \\d+ 部`, "u") });
    await finds
      .getByRole("button", { name: /收进本子$/u })
      .first()
      .click();
    await page.getByText(/收进本子了，号码是 \d{4}/u).waitFor();
    await finds.getByRole("link", { name: "到频道里看全部" }).click();
    await channelRows(old).first().waitFor();
    await page.getByRole("link", { name: /已有/u }).first().waitFor();
    expect(broken).toEqual([]);
  });
});
