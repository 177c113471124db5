/** The study room writes into the ring of events: that it was opened, what did not play and why, and no title. */
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { keepFilm } from "../support/keep-film.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { keypadReady } from "../support/study-room.ts";

const NO_FILM = join(tmpdir(), `dianbo-no-film-${process.pid}.mp4`);

let server: RunningServer;
let address: string;
let profile: string;
let browser: TestBrowser;
let page: Page;

/** The ring as text, the newest event last. */
const ring = (): Promise<string> =>
  page.evaluate(() => localStorage.getItem("dianbo-events") ?? "");

beforeAll(async () => {
  server = await serveApp({ root: process.env["DIANBO_PWA"] ?? join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${server.port}`;
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await openSampleBook(page, address);
  await writeFile(NO_FILM, "this is no film".repeat(100));
  await keepFilm(page, { number: 5004, file: NO_FILM });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(NO_FILM, { force: true });
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("the ring in the study room", () => {
  it("notes the opening and a film that does not play, by listed words only", async () => {
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await expect.poll(ring).toMatch(/"act":"open-room","count":\d+/u);
    await page.keyboard.type("5004");
    await page.getByRole("button", { name: /按 Enter/u }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await expect.poll(ring).toContain('"failure":"film-not-supported"');
    const text = await ring();
    expect(text).toContain('"room":"study-room"');
    for (const secret of ["防跌倒", "5004", "青禾"]) expect(text).not.toContain(secret);
  });

  it("notes a database that does not open", async () => {
    const other = await browser.context.newPage();
    await other.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("planted", "UnknownError");
      };
    });
    await other.goto(`${address}/room.html`);
    await expect.poll(ring).toContain('"failure":"damaged"');
  });
});
