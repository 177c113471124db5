/** Real browsers with the built products: Debian's Chromium with or without the extension. */
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium, type Page, type Worker } from "playwright-core";
import type { Display } from "./display.ts";

/** The built products, beside the sources. */
export const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--lang=zh-CN",
];

/** Debian's Chromium, or another that `CHROMIUM` names. */
export const chromiumPath = (): string => {
  const found = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (found === undefined) throw new Error("no Chromium: run npm run setup");
  return found;
};

/** A fresh profile folder. */
export const newProfile = (): Promise<string> => mkdtemp(join(tmpdir(), "dianbo-profile-"));

/** What a browser is started with. */
export interface BrowserOptions {
  readonly profile: string;
  /** Drawn on this screen; headless without one. */
  readonly display?: Display;
  /** Loads the built extension. */
  readonly extension?: boolean;
  /** The port that the demonstration portal's host names lead to. */
  readonly portal?: number;
  readonly executable?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A running browser. */
export interface TestBrowser {
  readonly context: BrowserContext;
  /** Waits for the extension's background and returns it. */
  background(): Promise<Worker>;
  close(): Promise<void>;
}

/** Starts a browser on a profile folder. */
export const openBrowser = async (options: BrowserOptions): Promise<TestBrowser> => {
  const extension = join(DIST, "extension-chromium");
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: options.executable ?? chromiumPath(),
    headless: false,
    viewport: options.display === undefined ? (options.viewport ?? { width: 1366, height: 768 }) : null,
    ignoreDefaultArgs: ["--disable-extensions"],
    env: {
      ...process.env,
      ...(options.display === undefined ? {} : { DISPLAY: options.display.name }),
      LANGUAGE: "zh_CN",
    },
    args: [
      ...QUIET,
      ...(options.display === undefined ? ["--headless=new"] : ["--start-maximized"]),
      ...(options.extension === true
        ? [
            "--enable-unsafe-extension-debugging",
            `--disable-extensions-except=${extension}`,
            `--load-extension=${extension}`,
          ]
        : []),
      ...(options.portal === undefined
        ? []
        : [
            `--host-resolver-rules=MAP *.12371.cn 127.0.0.1:${options.portal},MAP *.gov.cn 127.0.0.1:${options.portal}`,
          ]),
    ],
  });
  return {
    context,
    background: async () =>
      context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker")),
    close: () => context.close(),
  };
};

/** The id of the loaded extension. */
export const extensionId = async (browser: TestBrowser): Promise<string> =>
  new URL((await browser.background()).url()).host;

/** Clicks the extension's toolbar button for a page, as a person would: `activeTab` is granted for its tab. */
export const clickToolbar = async (browser: TestBrowser, page: Page): Promise<void> => {
  await page.bringToFront();
  const wanted = page.url();
  const owner = browser.context.browser();
  if (owner === null) throw new Error("the context has no browser");
  const session = await owner.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets", {
    filter: [{ type: "tab", exclude: false }],
  });
  const tab = targetInfos.find(({ type, url }) => type === "tab" && url === wanted);
  if (tab === undefined) throw new Error(`no tab shows ${wanted}`);
  const trigger: { send(method: string, params: object): Promise<unknown> } = session;
  await trigger.send("Extensions.triggerAction", {
    id: await extensionId(browser),
    targetId: tab.targetId,
  });
  await session.detach();
};
