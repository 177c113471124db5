/**
 * Firefox ESR with the built extension, on a screen that nobody sees: real keys for what the browser
 * itself hears (the shortcut, its question about a portal), WebDriver BiDi for the pages.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST } from "./browser.ts";
import type { Display } from "./display.ts";
import { until } from "./until.ts";
import { type BidiSession, type BidiValue, beginBidiSession } from "./webdriver-bidi.ts";

const GECKO_ID = "dianbo@dianbo.invalid";

/** The browser would draw it by lot; laid down beforehand, the extension's addresses are known. */
const EXTENSION_UUID = "6f1d3a52-0b9e-4c57-9a44-2f7c8e10d1b5";

const EXTENSION_ZIP = join(DIST, "dianbo-extension-firefox.zip");

/** Where a Firefox of that profile saves what it downloads. */
export const downloadsOf = (profile: string): string => join(profile, "downloads");

const preferences = (
  proxyPort: number,
  profile: string,
): Record<string, string | number | boolean> => ({
  "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: EXTENSION_UUID }),
  // Mozilla signs what it distributes; an ESR may be told to take an unsigned build.
  "xpinstall.signatures.required": false,
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": proxyPort,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": proxyPort,
  "dom.security.https_first": false,
  // Into a folder of the test's own, without a question.
  "browser.download.folderList": 2,
  "browser.download.dir": downloadsOf(profile),
  "browser.download.always_ask_before_handling_new_types": false,
  "intl.accept_languages": "zh-CN",
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "media.gmp-manager.updateEnabled": false,
  "termsofuse.bypassNotification": true,
});

/** A fresh profile folder whose every request goes through a proxy on this port. */
export const newFirefoxProfile = async (proxyPort: number): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-firefox-"));
  const lines = Object.entries(preferences(proxyPort, folder)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(folder, "user.js"), lines.join(""));
  return folder;
};

/** A tab. */
export interface FirefoxTab {
  evaluate(expression: string): Promise<BidiValue>;
  /** Waits until an expression is true in the page. */
  waitFor(expression: string, what: string): Promise<void>;
  /** Waits until the page shows this text. */
  waitForText(text: string): Promise<void>;
  /** Presses keys one after another, in WebDriver's spelling; a text is its letters. */
  press(...keys: readonly string[]): Promise<void>;
  show(): Promise<void>;
  close(): Promise<void>;
}

/** A running Firefox. */
export interface Firefox {
  installExtension(): Promise<void>;
  openTab(url: string): Promise<FirefoxTab>;
  /** Opens a page of the extension: `app.html#/library`. */
  openExtensionPage(at: string): Promise<FirefoxTab>;
  /** Waits for a tab that the browser or the extension opened; part of its address is enough. */
  tabAt(address: string): Promise<FirefoxTab>;
  /** Whether the browser asks the person something. */
  asks(): Promise<boolean>;
  /** Whether such a tab is open. */
  hasTab(address: string): Promise<boolean>;
  close(): Promise<void>;
}

const tabOf = (session: BidiSession, context: string): FirefoxTab => {
  const evaluate = (expression: string): Promise<BidiValue> =>
    session.evaluate(context, expression);
  const waitFor = (expression: string, what: string): Promise<void> =>
    until(async () => (await evaluate(`Boolean(${expression})`)) === true, what);
  return {
    evaluate,
    waitFor,
    waitForText: (text) =>
      waitFor(`document.body.innerText.includes(${JSON.stringify(text)})`, `「${text}」`),
    press: (...keys) => session.press(context, keys),
    show: () => session.activate(context),
    close: () => session.closeTab(context),
  };
};

const listening = (firefox: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = "";
    firefox.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /WebDriver BiDi listening on (ws:\S+)/u.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    firefox.once("error", reject);
    firefox.once("exit", () => reject(new Error(`Firefox ended: ${said}`)));
  });

/** Starts Firefox on a profile folder and a screen. */
export const openFirefox = async (profile: string, display: Display): Promise<Firefox> => {
  const program = process.env["FIREFOX"] ?? "firefox-esr";
  const firefox = spawn(
    program,
    // System access is for one look at the browser's own window: whether it asks something.
    [
      "--no-remote",
      "--profile",
      profile,
      "--remote-debugging-port",
      "0",
      "--remote-allow-system-access",
    ],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, DISPLAY: display.name } },
  );
  const ended = new Promise<void>((resolve) => firefox.once("exit", () => resolve()));
  const session = await listening(firefox)
    .then(beginBidiSession)
    .catch((error: unknown) => {
      firefox.kill();
      throw error;
    });
  const find = async (address: string): Promise<string | undefined> =>
    (await session.contexts()).find(({ url }) => url.includes(address))?.context;
  const openTab = async (url: string): Promise<FirefoxTab> => {
    const context = await session.openTab();
    await session.activate(context);
    await session.navigate(context, url);
    return tabOf(session, context);
  };
  return {
    installExtension: () => session.installExtension(EXTENSION_ZIP),
    openTab,
    openExtensionPage: (at) => openTab(`moz-extension://${EXTENSION_UUID}/${at}`),
    tabAt: async (address) => {
      await until(async () => (await find(address)) !== undefined, `a tab at ${address}`);
      return tabOf(session, (await find(address)) ?? "");
    },
    hasTab: async (address) => (await find(address)) !== undefined,
    asks: async () => {
      const [window] = await session.contexts("chrome");
      if (window === undefined) return false;
      const state = "document.getElementById('notification-popup')?.state";
      return (await session.evaluate(window.context, state)) === "open";
    },
    close: async () => {
      await session.closeBrowser();
      await ended;
    },
  };
};

/** Says yes to the browser's question about a portal's hosts, once it stands and takes answers. */
export const allowInFirefox = async (firefox: Firefox, display: Display): Promise<void> => {
  await until(() => firefox.asks(), "the browser's question about the portal's hosts");
  await until(async () => {
    // Firefox is deaf to the first half second, so that nobody answers by accident.
    await display.rests(500);
    await display.press("alt+a");
    return !(await firefox.asks());
  }, "the question to go away");
};
