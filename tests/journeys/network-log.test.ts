/**
 * The watch that stands over every other journey: what a page or the extension's background asks of a host that
 * no person caused turns the closing of the browser red, at a kill too.
 */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";

let app: RunningServer;
let profile: string;
beforeAll(async () => {
  app = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  profile = await newProfile();
});
afterAll(async () => {
  await app.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Opens the app, whose start page stands. */
const start = async (reaches: readonly string[] = []): Promise<TestBrowser> => {
  const browser = await openBrowser({ profile, extension: true, reaches });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(`http://localhost:${app.port}/`);
  await page.getByRole("button", { name: "载入样例" }).waitFor();
  return browser;
};

/** Asks a host that does not exist. */
const ask = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

const STRANGE = "https://telemetry.invalid/";

describe("the network log of a journey", () => {
  it("knows the app's own host and those that the journey names", async () => {
    const browser = await start(["telemetry.invalid"]);
    await browser.context.pages()[0]?.evaluate(ask, STRANGE);
    await browser.close();
  });

  it("tells of a page that asks anybody else", async () => {
    const browser = await start();
    await browser.context.pages()[0]?.evaluate(ask, `${STRANGE}page`);
    await expect(browser.close()).rejects.toThrow(`${STRANGE}page by http://localhost`);
  });

  it("tells of the extension's background, at a kill too", async () => {
    const browser = await start();
    const background = await browser.background();
    await background.evaluate(ask, `${STRANGE}background`);
    // The log is written in batches: what comes after carries it to the disk.
    await background.evaluate(ask, `${STRANGE}later`);
    const page = await browser.context.newPage();
    await page.goto(`http://localhost:${app.port}/`);
    await page.getByRole("button", { name: "载入样例" }).waitFor();
    await expect(browser.kill()).rejects.toThrow(`${STRANGE}background by chrome-extension://`);
  });
});

describe("every journey", () => {
  it("starts its browsers where they are watched", async () => {
    const folder = new URL("./", import.meta.url);
    for (const name of (await readdir(folder)).filter((file) => file.endsWith(".test.ts"))) {
      const text = await readFile(new URL(name, folder), "utf8");
      expect(text, name).not.toMatch(
        /\bchromium\.(?:launch|connect)|launchPersistentContext\(|isMeasured: \w/u,
      );
    }
  });
});
