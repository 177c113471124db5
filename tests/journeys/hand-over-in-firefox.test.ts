/**
 * In Firefox ESR too clips arrive in a paired hosted app by themselves, and end there when the pairing
 * ends.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { DIST } from "../support/browser.ts";
import { type Display, openDisplay } from "../support/display.ts";
import {
  allowInFirefox,
  type Firefox,
  type FirefoxTab,
  newFirefoxProfile,
  openFirefox,
} from "../support/firefox.ts";
import { puttingFilms } from "../support/inbox-rows.ts";
import { openPortalProxy, type PortalProxy } from "../support/portal-proxy.ts";

const ENTER = "\uE007";
const MB = 1024 * 1024;

let portal: Portal;
let proxy: PortalProxy;
let app: RunningServer;
let address: string;
let display: Display;
let profile: string;
let firefox: Firefox;
let inbox: FirefoxTab;
let book: FirefoxTab;

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  proxy = await openPortalProxy(portal);
  app = await serveApp({ root: process.env["DIANBO_PWA"] ?? join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${app.port}`;
  display = await openDisplay();
  profile = await newFirefoxProfile(proxy.port);
  firefox = await openFirefox(profile, display);
  await firefox.installExtension();
  await (await firefox.tabAt("welcome.html")).close();
});
afterAll(async () => {
  await firefox?.close();
  display?.close();
  await proxy?.close();
  await portal?.close();
  await app?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const button = (name: string): string =>
  `[...document.querySelectorAll('button')].find((one) => one.innerText === '${name}')`;

/** Presses a button with the keyboard, as the browser's question wants it. */
const pressButton = async (tab: FirefoxTab, name: string): Promise<void> => {
  await tab.waitFor(button(name), `the button 「${name}」`);
  await tab.evaluate(`${button(name)}.focus()`);
  await tab.press(ENTER);
};

const isWhole = (hash: string): string => `(async () => {
  const root = await navigator.storage.getDirectory();
  const file = await (await (await root.getDirectoryHandle("media")).getFileHandle("${hash}")).getFile();
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("") === "${hash}";
})()`;

it("pairs in the click, and a film too large for pieces comes by itself, by reference", async () => {
  book = await firefox.openTab(`${address}/#/`);
  inbox = await firefox.openExtensionPage("app.html#/inbox");
  await inbox.waitForText("本子放在扩展里");
  const home = { home: "hosted", address };
  await inbox.evaluate(`chrome.storage.local.set(${JSON.stringify({ "library-home": home })})`);
  await inbox.waitForText(`本子放在 ${address}`);
  await inbox.show();
  await pressButton(inbox, "以后自动收");
  await allowInFirefox(firefox, display);
  await inbox.waitForText("剪藏就自己过去。");
  const hash = await inbox.evaluate(
    puttingFilms([{ title: "防汛知识", seed: 1, bytes: 65 * MB + 5 }]),
  );
  await book.show();
  await book.waitForText("收到 1 个");
  expect(await book.evaluate(isWhole(String(hash)))).toBe(true);
  await inbox.waitForText("收件是空的");
});

it("no longer comes by itself once the pairing has ended", async () => {
  await inbox.show();
  await pressButton(inbox, "不再自动收");
  await inbox.waitFor(button("以后自动收"), "the offer to pair again");
  await inbox.evaluate(puttingFilms([{ title: "留着的", seed: 2, bytes: 1000 }]));
  await inbox.waitForText("留着的");
  const left = "chrome.scripting.getRegisteredContentScripts().then((all) => all.length)";
  expect(await inbox.evaluate(left)).toBe(0);
});
