/**
 * The drill: a book with numbers, menus and a film is backed up, the browser's profile is deleted, and
 * a new profile goes on from the file, as a device of its own. A backup that was half written, broken
 * or made by a newer app is refused in words and changes nothing.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { keepFilm } from "../support/keep-film.ts";
import { keypadReady, playFilm } from "../support/study-room.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");
const FILM = fileURLToPath(new URL("../../demonstration/media/safe-charging.mp4", import.meta.url));
const SOON = { timeout: 20_000 };

let server: RunningServer;
let address: string;
let stick: string;
let profile: string;
let browser: TestBrowser;
let page: Page;
/** Every request that left the app's own origin. */
const abroad: string[] = [];

const start = async (): Promise<void> => {
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  page.on("request", (request) => {
    const url = request.url();
    if (/^https?:/u.test(url) && !url.startsWith(address)) abroad.push(url);
  });
  await page.addInitScript(() => {
    localStorage.setItem("dianbo-language", "zh-CN");
    // The window that asks where to save belongs to the desktop; without it the downloads take the file.
    Object.defineProperty(window, "showSaveFilePicker", { value: undefined, writable: true });
  });
  await page.goto(`${address}/#/`);
};

const deleteProfile = async (): Promise<void> => {
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
};

/** Everything the database holds under a table, as text. */
const stored = (table: string): Promise<string> =>
  page.evaluate(
    (name) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const all = db.transaction(name).objectStore(name).getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            db.close();
            resolve(JSON.stringify(all.result));
          };
        };
      }),
    table,
  );

const deviceId = async (): Promise<string> => {
  const rows: { key: string; value: { device?: string } }[] = JSON.parse(await stored("meta"));
  return rows.find(({ key }) => key === "identity")?.value.device ?? "";
};

const room = async (): Promise<void> => {
  await page.goto(`${address}/#/backup`);
  await page.getByRole("heading", { name: "从备份恢复" }).waitFor();
};

const backUpTo = async (name: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "现在备份" }).click(),
  ]);
  const path = join(stick, name);
  await download.saveAs(path);
  // What the browser makes of the name depends on the test machine's locale; what the app says does not.
  await page
    .getByText(/存好了：点播本备份 青禾社区站 \d{4}-\d\d-\d\d(?: 连视频)?\.dianbo-backup/u)
    .waitFor(SOON);
  return path;
};

const choose = async (path: string): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: /选备份文件|选别的文件/u }).click(),
  ]);
  await chooser.setFiles(path);
};

let withFilm: string;
let device: string;

beforeAll(async () => {
  server = await serveApp({ root: APP, port: 0 });
  address = `http://localhost:${server.port}`;
  stick = await mkdtemp(join(tmpdir(), "dianbo-stick-"));
  await start();
});
afterAll(async () => {
  if (browser !== undefined) await deleteProfile();
  await server?.close();
  if (stick !== undefined) await rm(stick, { recursive: true, force: true });
});

describe("the backup drill", () => {
  it("backs up numbers, menus and a film into one file", async () => {
    await page.getByLabel("站点叫什么").fill("青禾社区站");
    await page.getByRole("button", { name: "开始用" }).click();
    await page.getByRole("button", { name: "载入样例" }).click();
    await page.getByRole("link", { name: /套餐.*10/u }).waitFor(SOON);
    await keepFilm(page, { number: 5004, file: FILM });
    await room();
    device = await deviceId();
    await page.getByRole("checkbox", { name: /连视频和文件/u }).check();
    withFilm = await backUpTo("with-film.dianbo-backup");
    await expectAccessible(page);
    await page.goto(`${address}/#/`);
    await page.getByText(/上次备份：.*连视频/u).waitFor();
  });

  it("writes into the place that is chosen, and nothing where the person thinks better of it", async () => {
    await room();
    await page.evaluate(() => {
      const folder = navigator.storage.getDirectory();
      Object.assign(window, {
        showSaveFilePicker: async () => (await folder).getFileHandle("picked", { create: true }),
      });
    });
    await page.getByRole("button", { name: "现在备份" }).click();
    await page.getByText(/存好了：/u).waitFor(SOON);
    const [size, head] = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle("picked")).getFile();
      return [file.size, await file.slice(0, 2).text()] as const;
    });
    expect(size).toBeGreaterThan(1000);
    expect(head).toBe("PK");
    await room();
    await page.reload();
    await page.evaluate(() => {
      Object.assign(window, {
        showSaveFilePicker: () => Promise.reject(new DOMException("no", "AbortError")),
      });
    });
    await page.getByRole("button", { name: "现在备份" }).click();
    await page.getByRole("button", { name: "现在备份" }).waitFor();
    expect(await page.getByText(/存好了|没写成/u).count()).toBe(0);
  });

  it("refuses what is half written, broken or newer, and changes nothing", async () => {
    const bytes = await readFile(withFilm);
    const halfway = join(stick, "half.dianbo-backup");
    await writeFile(halfway, bytes.subarray(0, bytes.length / 2));
    const broken = join(stick, "broken.dianbo-backup");
    const spoilt = Buffer.from(bytes);
    const at = spoilt.indexOf("老年人防跌倒操");
    expect(at).toBeGreaterThan(0);
    spoilt[at] = (spoilt[at] ?? 0) ^ 1;
    await writeFile(broken, spoilt);
    const picture = join(stick, "picture.dianbo-backup");
    await writeFile(picture, await readFile(FILM));
    await room();
    const before = [await stored("records"), await stored("meta"), await stored("undo")];
    for (const [path, said] of [
      [halfway, /没写完/u],
      [broken, /这份备份坏了/u],
      [picture, /不是点播本的备份/u],
    ] as const) {
      await choose(path);
      await page.getByText(said).waitFor(SOON);
    }
    await expectAccessible(page);
    expect([await stored("records"), await stored("meta"), await stored("undo")]).toEqual(before);
  });

  it("goes on from the file in a new profile, numbers, menus and film", async () => {
    await deleteProfile();
    await start();
    await page.getByRole("link", { name: "选备份文件" }).click();
    await page.getByRole("heading", { name: "从备份恢复" }).waitFor();
    await choose(withFilm);
    await page.getByRole("heading", { name: /^青禾社区站，.*备份的$/u }).waitFor(SOON);
    await expectAccessible(page);
    await page.getByRole("button", { name: "接着用这份备份" }).click();
    await page.getByText("恢复好了：86 部课件，10 份套餐，号码都在。").waitFor(SOON);
    await page.getByText("视频和文件拷了 1 个。").waitFor();
    const restored = await deviceId();
    expect(restored).not.toBe("");
    expect(restored).not.toBe(device);
    await page.getByRole("link", { name: /套餐.*10/u }).waitFor();
    await page.getByText("青禾社区站").first().waitFor();
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await playFilm(page, 5004, "老年人防跌倒操");
  });

  it("merges an older backup without undoing what came later, replaces only when told twice, and takes it back", async () => {
    await page.goto(`${address}/#/settings`);
    await page.getByRole("button", { name: "清掉样例" }).click();
    await page.getByRole("link", { name: /课件.*86/u }).waitFor({ state: "detached" });
    await room();
    await choose(withFilm);
    // A showing stands in the register here, so nothing goes without words.
    await page.getByRole("button", { name: "换成备份里的" }).click();
    const question = page.getByRole("group", { name: "换成备份里的" });
    await question.getByText(/这里后来的 \d+ 样改动会换掉/u).waitFor();
    await expectAccessible(page);
    await question.getByRole("button", { name: "不换了" }).click();
    await page.getByRole("button", { name: "合并" }).click();
    await page.getByText("合好了：现在有 0 部课件，0 份套餐。").waitFor(SOON);
    await choose(withFilm);
    await page.getByRole("button", { name: "换成备份里的" }).click();
    await question.getByRole("button", { name: "换成备份里的" }).click();
    await page.getByText(/恢复好了：86 部课件/u).waitFor(SOON);
    await page.getByRole("button", { name: "回到恢复前" }).click();
    await page.getByRole("button", { name: "回到恢复前" }).click();
    await page.getByText("回到恢复前的样子了。").waitFor(SOON);
    await page.getByRole("link", { name: /课件.*86/u }).waitFor({ state: "detached" });
  });

  it("sends nothing anywhere", () => {
    expect(abroad).toEqual([]);
  });
});
