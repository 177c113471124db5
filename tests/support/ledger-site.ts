/** A site open at its ledgers, for their journeys: a browser of its own, the built app, a folder for what is saved. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser } from "./browser.ts";
import { showingDays } from "./ledger-month.ts";

/** A loaded machine takes its time. */
export const SOON = { timeout: 20_000 };
/** The site's own day. */
export const TODAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(
  Date.now(),
);
/** The nine showings of the month before. */
export const DAYS = showingDays(TODAY);
/** That month. */
export const MONTH = DAYS[0]?.slice(0, 7) ?? "";

/** The site and what a journey does at it. */
export interface LedgerSite {
  readonly page: Page;
  /** Opens an address within the office and waits for its room. */
  go(hash: string): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  /** Pastes a table as WPS does. */
  paste(box: Locator, html: string): Promise<void>;
  /** Presses a button that saves a file; answers where the file lies. */
  save(button: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens it, in Chinese, under its name. */
export const openLedgerSite = async (): Promise<LedgerSite> => {
  const server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  const profile = await newProfile();
  const folder = await mkdtemp(join(tmpdir(), "dianbo-ledgers-"));
  const browser = await openBrowser({ profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => {
    localStorage.setItem("dianbo-language", "zh-CN");
    window.print = () => window.dispatchEvent(new Event("afterprint"));
  });
  const go = async (hash: string): Promise<void> => {
    await page.goto(`http://localhost:${server.port}/${hash}`);
    await page.locator("main h1").first().waitFor(SOON);
  };
  const press = (name: string | RegExp): Promise<void> =>
    page.getByRole("button", { name }).first().click();
  let saved = 0;
  await go("#/settings");
  await page.getByLabel("站点名字").fill("青禾社区站");
  await page.getByLabel("站点名字").press("Enter");
  return {
    page,
    go,
    press,
    paste: (box, html) =>
      box.evaluate((at, markup) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", markup);
        clipboardData.setData("text/plain", "x");
        at.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
        );
      }, html),
    save: async (button) => {
      const download = page.waitForEvent("download");
      await press(button);
      saved += 1;
      const path = join(folder, `${saved}.xlsx`);
      await (await download).saveAs(path);
      return path;
    },
    close: async () => {
      await browser.close();
      await server.close();
      for (const one of [profile, folder]) {
        await rm(one, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
};
