/**
 * A film that lies in a folder of the PC alone stands in the backup's index, and comes along where films are
 * wished; a folder that may not be read keeps nobody from making one. A twin stands in for a folder on disk.
 */
import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readContainer } from "@dianbo/shared/sharing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { giveLeave, lapseLeave, questions, useFolderTwin } from "../support/folder-twin.ts";
import { plantFiles } from "../support/plant-files.ts";
import { openSampleBook } from "../support/sample-book.ts";

const SOON = { timeout: 30_000 };
const LIMITS = { packedBytes: 1e8, unpackedBytes: 1e8, entries: 10_000 };

let server: RunningServer;
let address: string;
let profile: string;
let browser: TestBrowser;
let page: Page;
let film: Buffer;
let hash: string;

/** Makes a backup as a person does and unpacks it. */
const backUp = async (withFilms: boolean): Promise<ReadonlyMap<string, Uint8Array>> => {
  await page.goto(`${address}/#/`);
  await page.goto(`${address}/#/backup`);
  await page.getByRole("heading", { name: "从备份恢复" }).waitFor();
  await page.getByRole("checkbox", { name: /连视频和文件/u }).setChecked(withFilms);
  const coming = page.waitForEvent("download", SOON);
  await page.getByRole("button", { name: "现在备份" }).click();
  const bytes = await readFile(await (await coming).path());
  const read = readContainer(new Uint8Array(bytes), LIMITS);
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};
/** The line of the folder's film in a backup's index. */
const lineOf = (parts: ReadonlyMap<string, Uint8Array>): unknown => {
  const text = new TextDecoder().decode(parts.get("dianbo/manifest.json"));
  const { media }: { media: readonly { hash: string }[] } = JSON.parse(text);
  return media.find((line) => line.hash === hash);
};

beforeAll(async () => {
  film = Buffer.concat([
    await readFile(
      fileURLToPath(new URL("../../demonstration/media/cabbage-field.mp4", import.meta.url)),
    ),
    Buffer.from([0, 0, 0, 12]),
    Buffer.from("freedisk"),
  ]);
  hash = createHash("sha256").update(film).digest("hex");
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${server.port}`;
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  // Without the browser's window for a place to save in, files are downloaded.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await useFolderTwin(page, "disk-d");
  await openSampleBook(page, address);
  await plantFiles(page, [{ number: 3001, whole: film, inFolder: "disk-d", name: "field.mp4" }]);
  await questions(page);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("a film that lies in a folder alone", () => {
  it("stands in the index of a backup without films, and asks nobody", async () => {
    await giveLeave(page);
    expect(lineOf(await backUp(false))).toMatchObject({
      name: "field.mp4",
      size: film.length,
      held: true,
    });
    expect(await questions(page)).toBe(0);
  });

  it("comes along where films are wished", async () => {
    await giveLeave(page);
    const parts = await backUp(true);
    expect(lineOf(parts)).toMatchObject({ held: true });
    const bytes = parts.get(`media/${hash}`) ?? new Uint8Array();
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
  });

  it("is named as not here where its folder may not be read, and the rest is whole", async () => {
    await lapseLeave(page);
    const parts = await backUp(true);
    expect(lineOf(parts)).toMatchObject({ name: "field.mp4", held: false });
    expect(parts.has(`media/${hash}`)).toBe(false);
    expect(await questions(page)).toBe(0);
    await giveLeave(page);
  });
});
