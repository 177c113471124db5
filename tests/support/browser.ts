/** Real browsers with the built products: Debian's Chromium with or without the extension. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type BrowserContext, chromium, type Page, type Worker } from "playwright-core";
import type { Display } from "./display.ts";
import { openNetworkLog } from "./network-log.ts";

/** The built products, beside the sources; `DIANBO_PRODUCTS` names another folder of them. */
export const DIST =
  process.env["DIANBO_PRODUCTS"] ?? fileURLToPath(new URL("../../dist/", import.meta.url));

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--lang=zh-CN",
  "--accept-lang=zh-CN",
];

/** Debian's Chromium, or another that `CHROMIUM` names. */
export const chromiumPath = (): string => {
  const found = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (found === undefined) throw new Error("no Chromium: run npm run setup");
  return found;
};

/**
 * A fresh profile folder, in which the browser offers no translation, for its bubble takes the focus; the
 * switch 「开发者模式」 of the extensions page is on.
 */
export const newProfile = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-profile-"));
  await mkdir(join(folder, "Default"));
  await writeFile(
    join(folder, "Default", "Preferences"),
    JSON.stringify({
      translate: { enabled: false },
      intl: { accept_languages: "zh-CN" },
      // Only with it does the browser load an unpacked folder again at its next start.
      extensions: { ui: { developer_mode: true } },
    }),
  );
  return folder;
};

/** What a browser is started with. */
export interface BrowserOptions {
  readonly profile: string;
  /** Drawn on this screen; headless without one. */
  readonly display?: Display;
  /**
   * true loads the built extension from the command line; its greeting is closed, for who greets steals
   * the focus. "by-hand" loads none, but lets `loadUnpacked` do it as the extensions page does.
   */
  readonly extension?: boolean | "by-hand";
  /** The port that the demonstration portal's host names lead to. */
  readonly portal?: number;
  readonly executable?: string;
  /** The executable is a headless shell, which knows only the old headless mode. */
  readonly shell?: boolean;
  /** Further switches, such as a camera that is none. */
  readonly switches?: readonly string[];
  readonly viewport?: { readonly width: number; readonly height: number };
  /**
   * The hosts that the journey's person has the product ask, beside the portal's: "a.example", or
   * "127.0.0.1:4174" for one server. Closing the browser throws where any other was asked.
   */
  readonly reaches?: readonly string[];
  /** Seconds are taken: no network log is written, for writing it takes time too. */
  readonly isMeasured?: boolean;
}

/** A running browser. */
export interface TestBrowser {
  readonly context: BrowserContext;
  /** Waits for the extension's background and returns it. */
  background(): Promise<Worker>;
  close(): Promise<void>;
  /** Kills the browser as a power cut does: nothing is written any more. */
  kill(): Promise<void>;
}

/** How long, in milliseconds, a page may take for what it should do at once; test machines are slow. */
const PATIENCE = 30_000;

const modeOf = (options: BrowserOptions): readonly string[] => {
  if (options.display !== undefined) return ["--start-maximized"];
  return [options.shell === true ? "--headless" : "--headless=new"];
};

/**
 * Whether the extension has kept anything in this profile; the first thing it keeps is that it greeted.
 * A build from before there was a greeting is told from its files.
 */
const wasGreeted = (profile: string): boolean =>
  !existsSync(join(DIST, "extension-chromium", "welcome.html")) ||
  existsSync(join(profile, "Default", "Local Extension Settings", extensionId()));

/** Waits for the greeting's tab of an extension that was just put in, until it has kept that it greeted, and closes it. */
export const closeGreeting = async (context: BrowserContext): Promise<void> => {
  const isGreeting = (page: Page): boolean => page.url().endsWith("/welcome.html");
  const greeting =
    context.pages().find(isGreeting) ??
    (await context.waitForEvent("page", {
      predicate: async (page) => {
        await page.waitForLoadState();
        return isGreeting(page);
      },
    }));
  await greeting.waitForFunction(
    async () => (await chrome.storage.local.get("greeted"))["greeted"] === true,
  );
  await greeting.close();
};

/** The hosts of the demonstration portal, which `portal` leads to a server of the test. */
const PORTAL_HOSTS = ["12371.cn", "gov.cn"] as const;

/**
 * Starts a browser on a profile folder. Every request of its whole run is looked at when it ends: one that
 * the journey's person did not cause makes `close` and `kill` throw, so that no journey can forget to ask.
 */
export const openBrowser = async (options: BrowserOptions): Promise<TestBrowser> => {
  const extension = join(DIST, "extension-chromium");
  const network = options.isMeasured === true ? undefined : await openNetworkLog();
  const named = [...(options.reaches ?? []), ...(options.portal === undefined ? [] : PORTAL_HOSTS)];
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: options.executable ?? chromiumPath(),
    headless: false,
    viewport:
      options.display === undefined ? (options.viewport ?? { width: 1366, height: 768 }) : null,
    ignoreDefaultArgs: ["--disable-extensions"],
    env: {
      ...process.env,
      ...(options.display === undefined ? {} : { DISPLAY: options.display.name }),
      LANG: "zh_CN.UTF-8",
      LANGUAGE: "zh_CN",
    },
    args: [
      ...QUIET,
      ...modeOf(options),
      ...(options.switches ?? []),
      ...(network?.switches ?? []),
      ...(options.extension === undefined || options.extension === false
        ? []
        : ["--enable-unsafe-extension-debugging"]),
      ...(options.extension === true
        ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
        : []),
      ...(options.portal === undefined
        ? []
        : [
            `--host-resolver-rules=${PORTAL_HOSTS.map((host) => `MAP *.${host} 127.0.0.1:${options.portal}`).join(",")}`,
          ]),
    ],
  });
  context.setDefaultTimeout(PATIENCE);
  if (options.extension === true && !wasGreeted(options.profile)) await closeGreeting(context);
  let isJudged = false;
  // Closing what is closed already asks nothing a second time.
  const judge = async (): Promise<void> => {
    if (isJudged) return;
    isJudged = true;
    await network?.judge(named);
  };
  return {
    context,
    background: async () =>
      context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker")),
    close: async () => {
      await context.close();
      await judge();
    },
    kill: async () => {
      const closed = context.waitForEvent("close");
      // The profile folder is on the browser's own command line, and on nobody else's.
      await promisify(execFile)("pkill", ["-9", "-f", options.profile]);
      await closed;
      await judge();
    },
  };
};

/**
 * The id of the built extension, from the `key` in its manifest: the first 16 bytes of the key's SHA-256,
 * each half byte as a letter from a to p (Chromium's rule).
 */
export const extensionId = (): string => {
  const manifest: { readonly key: string } = JSON.parse(
    readFileSync(join(DIST, "extension-chromium", "manifest.json"), "utf8"),
  );
  const digest = createHash("sha256").update(Buffer.from(manifest.key, "base64")).digest("hex");
  return [...digest.slice(0, 32)]
    .map((half) => String.fromCharCode(97 + Number.parseInt(half, 16)))
    .join("");
};

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
    id: extensionId(),
    targetId: tab.targetId,
  });
  await session.detach();
};
