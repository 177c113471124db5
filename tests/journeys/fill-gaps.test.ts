/**
 * A list without films, taken by the app inside the extension: 「补齐」 opens the pages that the items come from,
 * behind the others, and their films go through the queue of downloads into the items, under the numbers that
 * they have here.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import { writeContainer } from "@dianbo/shared/sharing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { allowHosts, PORTAL_PAGES } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { storedRecords } from "../support/stored-records.ts";

const SLOW = { timeout: 45_000 };
const PICTURES = process.env["DIANBO_PICTURES"];

let portal: Portal;
let display: Display;
let profile: string;
let folder: string;
let browser: TestBrowser;
let app: Page;

const writer = `${"d".repeat(24)}~${"r".repeat(24)}`;

/** A record of a neighbour's list. */
const item = (id: string, fields: Readonly<Record<string, unknown>>) => ({
  id: id.padEnd(24, "i"),
  kind: "courseware",
  seen: { [writer]: Object.keys(fields).length },
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value], at) => [
      name,
      [
        {
          dot: { writer, counter: at + 1 },
          stamp: { millis: 1_790_000_000_000, tick: at },
          site: "s".repeat(24),
          value,
        },
      ],
    ]),
  ),
});

const list = (): Uint8Array => {
  const url = PORTAL_PAGES.film;
  const source = {
    url,
    canonical: url.replace(/^https?:\/\//u, ""),
    portal: new URL(url).hostname,
  };
  const manifest = {
    format: "dianbo-list",
    version: 1,
    madeAt: 1_790_000_000_000,
    site: { id: "s".repeat(24), name: "邻村" },
    name: "邻村的片",
    records: [
      item("film", { title: "一面党旗", kind: "video", category: 1, number: 1044, source }),
      item("bare", { title: "没有出处的一部", kind: "video", category: 2 }),
    ],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  return writeContainer(new Map([["dianbo/manifest.json", bytes]]));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dianbo-gaps-"));
  portal = await servePortal({ port: 0 });
  display = await openDisplay();
  profile = await newProfile();
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port });
  app = await browser.context.newPage();
  await app.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  await app.goto(`chrome-extension://${extensionId()}/app.html#/share`);
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  for (const path of [profile, folder]) {
    if (path !== undefined) await rm(path, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** The item as the library holds it, and whether its film lies in the browser's storage. */
const film = async () => {
  const record = (await storedRecords(app)).find(({ id }) => id.startsWith("film"));
  const text = JSON.stringify(record ?? {});
  const hash = /"hash":"([0-9a-f]{64})"/u.exec(text)?.[1];
  const lies = await app.evaluate(async (name) => {
    if (name === undefined) return false;
    const root = await navigator.storage.getDirectory();
    const media = await root.getDirectoryHandle("media", { create: true });
    return await media.getFileHandle(name).then(
      () => true,
      () => false,
    );
  }, hash);
  return { lies, number: text.includes('"value":1001') };
};

describe("a list without films", () => {
  it("is taken, and says what can be fetched from where it comes from", async () => {
    const path = join(folder, "list.dianbo");
    await writeFile(path, list());
    await app.locator('input[accept=".dianbo"]').setInputFiles(path);
    await app.getByText("收完问您要不要补齐 2 个").waitFor();
    await app.getByRole("button", { name: "全部收下" }).click();
    await app.getByText(/有 1 个课件还没有影片，可以照出处补齐；另有 1 个没写出处/u).waitFor();
    await expectAccessible(app);
    if (PICTURES !== undefined) await app.screenshot({ path: join(PICTURES, "fill-gaps.png") });
  });

  it("has its film fetched by one press, into the item, under its number here", async () => {
    const button = app.getByRole("button", { name: "补齐 1 个课件" });
    await allowHosts(display, () => button.click());
    await app.getByText("1 个排进下载了", { exact: false }).waitFor(SLOW);
    await expectAccessible(app);
    await expect.poll(film, SLOW).toEqual({ lies: true, number: true });
  });
});
