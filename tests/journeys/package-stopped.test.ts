/**
 * A package with a film of a gigabyte, stopped in the middle of it: while it is taken, and while it is written.
 * Nothing half is left, and nothing for a while.
 */
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { instantSchema } from "@dianbo/shared/clock";
import { mediaHashSchema } from "@dianbo/shared/courseware";
import { siteIdSchema } from "@dianbo/shared/identity";
import { LIST_NAME, type ListFile, listBytes, listFileOf } from "@dianbo/shared/sharing";
import type { Page } from "playwright-core";
import * as v from "valibot";
import { afterAll, beforeAll, expect, it } from "vitest";
import { idOf, libraryOf, siteOf, write } from "../../packages/shared/testing/sharing-site.ts";
import { sparseZip } from "../../packages/shared/testing/sparse-zip.ts";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");
const SOON = { timeout: 30_000 };
const GIGABYTE = 1024 * 1024 * 1024;
/** SHA-256 of a gigabyte of zeros. */
const HASH = v.parse(
  mediaHashSchema,
  "49bc20df15e412a64472421e13fe86ff1c5165e18b2afccf160d4dc19fe68a14",
);

let server: RunningServer;
let profile: string;
let browser: TestBrowser;
let page: Page;
let folder: string;
let origin: string;

const listWithFilm = (): ListFile => {
  const pc = siteOf("village");
  write(pc, "courseware", "long", {
    title: "一部很长的片子",
    kind: "video",
    category: 1,
    media: { hash: HASH, size: GIGABYTE, mime: "video/mp4", name: "long.mp4" },
  });
  const made = {
    site: v.parse(siteIdSchema, pc.site),
    siteName: "青禾社区站",
    name: "长片",
    at: v.parse(instantSchema, 1_790_000_000_000),
  };
  const list = listFileOf(libraryOf(pc), { items: [idOf("long")], menus: [] }, made);
  const path = "1 基层党建/1001 一部很长的片子.mp4";
  return { ...list, files: [{ hash: HASH, size: GIGABYTE, path }] };
};

/** A file of a gigabyte that takes no room: its zeros are holes. */
const writePackage = async (path: string): Promise<void> => {
  const list = listWithFilm();
  const zip = sparseZip([
    { name: LIST_NAME, bytes: listBytes(list) },
    ...(list.files ?? []).map((file) => ({ name: file.path, zeros: file.size })),
  ]);
  const file = await open(path, "w");
  await file.truncate(zip.size);
  for (const { at, bytes } of zip.parts) await file.write(bytes, 0, bytes.length, at);
  await file.close();
};

/** What lies in a folder of the browser's own storage; the top one where none is named. */
const namesIn = (name?: string): Promise<readonly string[]> =>
  page.evaluate(async (wanted) => {
    const root = await navigator.storage.getDirectory();
    const at =
      wanted === undefined ? root : await root.getDirectoryHandle(wanted, { create: true });
    const names: string[] = [];
    for await (const [entry, handle] of at.entries()) {
      if (handle.kind === "file") names.push(entry);
    }
    return names;
  }, name);

/** Waits until some of it has been worked on, so that what is pressed then is pressed in the middle. */
const hasBegun = (progress: string): Promise<unknown> =>
  page.getByRole("progressbar", { name: progress }).evaluate(
    (bar) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (bar instanceof HTMLProgressElement && bar.value > 0) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dianbo-stopped-"));
  await writePackage(join(folder, "long.dianbo"));
  server = await serveApp({ root: APP, port: 0 });
  origin = `http://127.0.0.1:${server.port}`;
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => {
    localStorage.setItem("dianbo-language", "zh-CN");
    // The desktop's window; a file of the browser's own storage has the same handle.
    Object.defineProperty(window, "showSaveFilePicker", {
      value: async () =>
        await (await navigator.storage.getDirectory()).getFileHandle("given.dianbo", {
          create: true,
        }),
    });
  });
  await page.goto(`${origin}/#/settings`);
  await page.getByLabel("站点名字").fill("石桥村站");
  await page.keyboard.press("Enter");
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

it("is stopped while its film is taken: the list stays, no half film does", async () => {
  await page.getByRole("link", { name: "分享" }).click();
  await page.locator('input[accept=".dianbo"]').setInputFiles(join(folder, "long.dianbo"));
  await page.getByRole("button", { name: "全部收下" }).click();
  await hasBegun("收影片");
  expect(await namesIn("incoming")).toHaveLength(1);
  await page.getByRole("button", { name: "停下" }).click();
  await page.getByText("还有 1 个没收，停下了。").waitFor(SOON);
  expect([await namesIn("incoming"), await namesIn("media")]).toEqual([[], []]);
  await expectAccessible(page);
  await page.getByRole("button", { name: "接着收" }).waitFor();
});

it("is stopped while it is written: no file is left where it was to be", async () => {
  await page.evaluate(
    async ({ hash, size }) => {
      const root = await navigator.storage.getDirectory();
      const media = await root.getDirectoryHandle("media", { create: true });
      const film = await (await media.getFileHandle(hash, { create: true })).createWritable();
      await film.truncate(size);
      await film.close();
    },
    { hash: HASH, size: GIGABYTE },
  );
  await page.goto(`${origin}/#/settings`);
  await page.getByRole("link", { name: "分享" }).click();
  await page.getByRole("checkbox", { name: /^带上影片/u }).setChecked(true);
  await page.getByRole("button", { name: "导出清单：全部课件" }).click();
  await hasBegun("正在装影片");
  expect(await namesIn()).toContain("given.dianbo");
  await page.getByRole("button", { name: "不装了" }).click();
  await page.getByText("没存，停下了。").waitFor(SOON);
  await expect.poll(() => namesIn(), SOON).toEqual([]);
});
