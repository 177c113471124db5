/**
 * A package with films from one site to another: signed, looked through, taken with its films, taken back. A
 * film that was changed is not kept, a list that was changed is refused, another key is said loudly, a key that
 * the old one vouches for is not. What the two sites wrote apart is settled in its own room.
 */

import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSiteKey } from "@dianbo/shared/identity";
import {
  bytesSource,
  openPackage,
  packageOfList,
  signList,
  writeContainer,
} from "@dianbo/shared/sharing";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { plantFiles } from "../support/plant-files.ts";
import { storedRecords } from "../support/stored-records.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");
/** Pictures for comparing with the drawings are kept where this names a folder. */
const PICTURES = process.env["DIANBO_PICTURES"];
const SOON = { timeout: 20_000 };
const LIST = "dianbo/manifest.json";
/** A list as text from before texts were signed. */
const UNSIGNED_TEXT = new URL("../package-versions/v1.txt", import.meta.url);

interface Site {
  readonly server: RunningServer;
  readonly page: Page;
  readonly at: (hash: string) => string;
}

const FILMS = [randomBytes(300_000), randomBytes(200_000)] as const;
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

let profile: string;
let browser: TestBrowser;
let giver: Site;
let taker: Site;
let folder: string;
const abroad: string[] = [];

const openSite = async (): Promise<Site> => {
  const server = await serveApp({ root: APP, port: 0 });
  const page = await browser.context.newPage();
  const origin = `http://127.0.0.1:${server.port}`;
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data|about|chrome):/u.test(url)) abroad.push(url);
  });
  await page.addInitScript(() => {
    localStorage.setItem("dianbo-language", "zh-CN");
    // The window that asks where to save belongs to the desktop; without it the downloads take the file.
    Object.defineProperty(window, "showSaveFilePicker", { value: undefined, writable: true });
  });
  return { server, page, at: (hash) => `${origin}/${hash}` };
};

const nameSite = async ({ page, at }: Site, name: string): Promise<void> => {
  await page.goto(at("#/settings"));
  await page.getByLabel("站点名字").fill(name);
  await page.keyboard.press("Enter");
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dianbo-package-"));
  profile = await newProfile();
  browser = await openBrowser({ profile });
  giver = await openSite();
  taker = await openSite();
  await giver.page.goto(giver.at("#/library"));
  await giver.page.getByRole("button", { name: "载入样例" }).click();
  await giver.page.getByRole("link", { name: /课件.*86/u }).waitFor();
  await plantFiles(giver.page, [
    { number: 5008, whole: FILMS[0], lies: FILMS[0], name: "baduanjin.mp4" },
    { number: 5001, whole: FILMS[1], lies: FILMS[1], name: "first.mp4" },
  ]);
  await giver.page.reload();
  await nameSite(giver, "青禾社区站");
  await nameSite(taker, "石桥村站");
});

afterAll(async () => {
  await browser?.close();
  for (const site of [giver, taker]) await site?.server.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  await rm(folder, { recursive: true, force: true });
});

/** Exports the shelf of health by its button; answers where the file lies. */
const exported = async (as: string, withFilms: boolean): Promise<string> => {
  const { page, at } = giver;
  await page.goto(at("#/share"));
  const films = page.getByRole("checkbox", { name: /^带上影片/u });
  await films.setChecked(withFilms);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出清单：文体卫生" }).click();
  const path = join(folder, as);
  await (await download).saveAs(path);
  return path;
};

const choose = async (path: string): Promise<void> => {
  const { page, at } = taker;
  await page.goto(at("#/settings"));
  await page.getByRole("link", { name: "分享" }).click();
  await page.locator('input[accept=".dianbo"]').setInputFiles(path);
};

const preview = async (path: string): Promise<void> => {
  await choose(path);
  await taker.page.getByRole("heading", { name: "收进来之前看看" }).waitFor();
};

const mediaOf = ({ page }: Site): Promise<string[]> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const media = await root.getDirectoryHandle("media", { create: true });
    const names: string[] = [];
    for await (const [name] of media.entries()) names.push(name);
    return names;
  });

const forgetFilms = ({ page }: Site): Promise<void> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry("media", { recursive: true });
  });

const picture = async ({ page }: Site, name: string): Promise<void> => {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};

const recordSaying = async ({ page }: Site, text: string): Promise<string> => {
  const found = (await storedRecords(page)).find((one) =>
    JSON.stringify(one).includes(`"${text}"`),
  );
  if (found === undefined) throw new Error(`no record says ${text}`);
  return found.id;
};

const rename = async (site: Site, from: string, to: string): Promise<void> => {
  await site.page.goto(site.at(`#/library/${await recordSaying(site, from)}`));
  const title = site.page.getByLabel("片名", { exact: true });
  await expect.poll(() => title.inputValue(), SOON).toBe(from);
  await title.fill(to);
  await title.press("Enter");
  await expect
    .poll(async () => JSON.stringify(await storedRecords(site.page)).includes(`"${to}"`), SOON)
    .toBe(true);
};

const sha512 = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(createHash("sha512").update(bytes).digest());

describe("a package with films", () => {
  let withFilms = "";

  it("is saved with the films that this PC has, under names that a person finds", async () => {
    withFilms = await exported("films.dianbo", true);
    await giver.page.getByText(/带着 2 个影片/u).waitFor();
    await expectAccessible(giver.page);
    await picture(giver, "package-given");
    const names = Object.keys(unzipSync(new Uint8Array(await readFile(withFilms))));
    expect(names[0]).toBe(LIST);
    expect(names.filter((name) => /^5 文体卫生\/50\d\d .+\.mp4$/u.test(name))).toHaveLength(2);
  });

  it("is the same bytes for the same state", async () => {
    const read = async (path: string) => {
      const files = unzipSync(new Uint8Array(await readFile(path)));
      const list: unknown = JSON.parse(Buffer.from(files[LIST] ?? []).toString("utf8"));
      const { madeAt: _when, signature: _over, ...rest } = JSON.parse(JSON.stringify(list));
      return JSON.stringify(rest);
    };
    expect(await read(await exported("again.dianbo", true))).toBe(await read(withFilms));
  });

  it("says who signed it and what comes along, and brings its films", async () => {
    await preview(withFilms);
    await taker.page.getByText("头一回收这个站的").waitFor();
    await taker.page.getByText(/问签名是不是「\S{2} \S{2} \S{2} \S{2}」/u).waitFor();
    await taker.page.getByText(/带着 2 个影片/u).waitFor();
    expect(await taker.page.getByText("带影片", { exact: true }).count()).toBe(2);
    await expectAccessible(taker.page);
    await picture(taker, "package-preview");
    await taker.page.getByRole("button", { name: "全部收下" }).click();
    await taker.page.getByText("影片收好了 2 个。").waitFor(SOON);
    expect((await mediaOf(taker)).sort()).toEqual(FILMS.map(hashOf).sort());
    await taker.page.getByRole("button", { name: "收了哪些，怎么合的" }).click();
    await taker.page.getByText(/新的 \d+ 条，用了本站的号/u).waitFor();
    await taker.page.getByText(/有 \d+ 个课件还没有影片/u).waitFor();
    await expectAccessible(taker.page);
    await picture(taker, "package-taken");
  });

  it("is taken back to before it in one step, long after; and taken again", async () => {
    await rename(taker, "八段锦教学", "八段锦教学（方言版）");
    await taker.page.goto(taker.at("#/share"));
    await taker.page.getByRole("button", { name: /退回到 .+ 收《文体卫生》之前/u }).click();
    await taker.page.getByText("撤销了，回到上一步。").waitFor();
    // What was renamed since is not trampled.
    await taker.page.getByRole("link", { name: /课件.*1$/u }).waitFor();
    await preview(withFilms);
    await taker.page.getByRole("button", { name: "全部收下" }).click();
    await taker.page.getByText(/收下了 \d+ 部/u).waitFor();
  });

  it("that lies there already brings what is missing: a film that was changed is not kept", async () => {
    await forgetFilms(taker);
    const bytes = await readFile(withFilms);
    const at = bytes.indexOf(FILMS[0].subarray(1000, 1032));
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const path = join(folder, "changed-film.dianbo");
    await writeFile(path, bytes);
    await preview(path);
    await taker.page.getByText(/^签名对得上「/u).waitFor();
    await taker.page.getByRole("button", { name: "收影片 2 个" }).click();
    await taker.page.getByText("影片收好了 1 个；1 个和清单说的不一样，没要。").waitFor(SOON);
    expect(await mediaOf(taker)).toEqual([hashOf(FILMS[1])]);
    await preview(withFilms);
    await taker.page.getByRole("button", { name: "收影片 1 个" }).click();
    await taker.page.getByText("影片收好了 1 个。").waitFor(SOON);
    expect(await mediaOf(taker)).toHaveLength(2);
  });
});

describe("who made a list", () => {
  it("is told wherever somebody changed it after it was signed: refused, and nothing has changed", async () => {
    const path = await exported("to-change.dianbo", false);
    const files = unzipSync(new Uint8Array(await readFile(path)));
    const text = Buffer.from(files[LIST] ?? []).toString("utf8");
    const changed = text.replace("八段锦教学", "八段锦骗局");
    expect(changed).not.toBe(text);
    await writeFile(path, writeContainer(new Map([[LIST, Buffer.from(changed)]])));
    const before = JSON.stringify(await storedRecords(taker.page));
    await choose(path);
    await taker.page
      .getByRole("alert")
      .getByText(/签名对不上/u)
      .waitFor();
    expect(JSON.stringify(await storedRecords(taker.page))).toBe(before);
  });

  it("is asked for where the key is another: loud, and nothing is taken before somebody has called", async () => {
    const path = await exported("other-key.dianbo", false);
    const bytes = new Uint8Array(await readFile(path));
    const opened = await openPackage(bytesSource(bytes), sha512);
    if (!opened.ok) throw new Error(opened.error.type);
    const text = Buffer.from(unzipSync(bytes)[LIST] ?? []).toString("utf8");
    const { publisherKey: _key, signature: _over, ...list } = JSON.parse(text);
    const key = await makeSiteKey(new Uint8Array(randomBytes(32)), sha512);
    const forged = packageOfList(await signList(list, { key, keyChanges: [], sha512 }));
    await writeFile(path, forged);
    await preview(path);
    await taker.page
      .getByRole("alert")
      .getByText(/签名变了.*先打电话问清楚/u)
      .waitFor();
    const take = taker.page.getByRole("button", { name: /收下/u });
    expect(await take.isDisabled()).toBe(true);
    await expectAccessible(taker.page);
    await picture(taker, "package-other-key");
    await taker.page.getByRole("button", { name: "先不收", exact: true }).click();
    await preview(await exported("unsigned-again.dianbo", false));
    await taker.page.getByText(/^签名对得上「/u).waitFor();
  });

  it("is known of a text, too, and a text that nobody signed is not loud", async () => {
    await giver.page.goto(giver.at("#/share"));
    await giver.page.getByRole("button", { name: "写成文字发微信：文体卫生" }).click();
    const texts = giver.page.locator("ol pre");
    await texts.first().waitFor();
    const all = (await texts.allTextContents()).join("\n");
    await taker.page.goto(taker.at("#/settings"));
    await taker.page.getByRole("link", { name: "分享" }).click();
    await taker.page.getByLabel(/粘贴微信里的文字/u).fill(all);
    await taker.page.getByText(/^签名对得上「/u).waitFor();
    await taker.page.getByRole("button", { name: "先不收", exact: true }).click();
    await taker.page.getByLabel(/粘贴微信里的文字/u).fill(await readFile(UNSIGNED_TEXT, "utf8"));
    await taker.page.getByText("这份清单没有签名，不知道是谁编的。").waitFor();
    expect(await taker.page.getByText(/打电话问过了/u).count()).toBe(0);
    await taker.page.getByRole("button", { name: "先不收", exact: true }).click();
  });

  it("is known by a new key that the old one vouches for", async () => {
    await giver.page.goto(giver.at("#/settings"));
    const words = giver.page.getByText(/^\S{2} \S{2} \S{2} \S{2}$/u);
    const before = await words.textContent();
    await giver.page.getByText("二维码，换签名").click();
    await giver.page.getByRole("button", { name: "换一个签名" }).click();
    await expectAccessible(giver.page);
    await picture(giver, "signature-setting");
    await giver.page.getByRole("button", { name: "换", exact: true }).click();
    await giver.page.getByText("换好了，请重印一张钥匙单。").waitFor();
    await expect.poll(() => words.textContent(), SOON).not.toBe(before);
    await rename(giver, "八段锦教学", "八段锦教学（新编）");
    await preview(await exported("new-key.dianbo", false));
    await taker.page.getByText("签名对得上，换过").waitFor();
    await taker.page.getByText(new RegExp(`旧的「${before ?? "-"}」给新的`, "u")).waitFor();
  });
});

describe("what the two wrote apart", () => {
  it("waits in a room of its own, and one key settles it", async () => {
    await taker.page.getByRole("button", { name: "全部收下" }).click();
    await taker.page.getByText(/1 处两边不一样，都留着/u).waitFor();
    await taker.page.goto(taker.at("#/settle"));
    const card = taker.page.getByRole("region", { name: /八段锦教学/u });
    await card.waitFor();
    await card.getByText("八段锦教学（方言版）").first().waitFor();
    await card.getByText(/青禾社区站/u).waitFor();
    await expectAccessible(taker.page);
    await picture(taker, "settle");
    await card.getByRole("button").first().focus();
    await taker.page.keyboard.press("ArrowRight");
    await taker.page.getByText("没有等着定的。").waitFor();
    expect(JSON.stringify(await storedRecords(taker.page))).toContain("八段锦教学（新编）");
    await expectAccessible(taker.page);
    await picture(taker, "settle-nothing");
  });

  it("and a list that another program shares with the installed app is opened as any other", async () => {
    const { page, at } = taker;
    const manifest: { readonly share_target?: object } = JSON.parse(
      await readFile(join(APP, "manifest.webmanifest"), "utf8"),
    );
    expect(JSON.stringify(manifest.share_target)).toContain("./shared-list");
    const path = await exported("shared.dianbo", false);
    await page.goto(at("#/book"));
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), SOON)
      .toBe(true);
    // As the desktop does it: a form from nowhere, sent to the address that the manifest names.
    await page.goto("about:blank");
    await page.evaluate(
      ({ bytes, action }) => {
        const form = document.createElement("form");
        form.method = "post";
        form.enctype = "multipart/form-data";
        form.action = action;
        const input = document.createElement("input");
        input.type = "file";
        input.name = "list";
        const carried = new DataTransfer();
        carried.items.add(new File([Uint8Array.from(bytes)], "别人的清单.dianbo"));
        input.files = carried.files;
        form.append(input);
        document.body.append(form);
        form.submit();
      },
      { bytes: [...(await readFile(path))], action: at("shared-list") },
    );
    await page.getByRole("heading", { name: "收进来之前看看" }).waitFor(SOON);
    await page.getByText(/^签名对得上「/u).waitFor();
  });

  it("nobody was asked for anything on the way", () => {
    expect(abroad).toEqual([]);
  });
});
