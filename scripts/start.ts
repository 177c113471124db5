/**
 * `npm start`: builds, serves the app on localhost:4173 and the demonstration portal on localhost:4174, opens
 * a browser with the extension where there is a display, and says what to do where there is none.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { servePortal } from "../demonstration/serve.ts";
import { buildAll } from "./build.ts";
import { findBrowser, hasDisplay } from "./find-browser.ts";
import { serveApp } from "./serve-app.ts";
import { ROOT } from "./workspace.ts";

const APP_PORT = 4173;
const PORTAL_PORT = 4174;
const APP = `http://localhost:${APP_PORT}/`;
const PORTAL = `http://localhost:${PORTAL_PORT}/`;
const EXTENSION = join(ROOT, "dist/extension-chromium");

/** The extension's id as Chromium makes it from the manifest's key: half a digest in the letters a to p. */
const extensionId = (): string => {
  const { key }: { key: string } = JSON.parse(
    readFileSync(join(EXTENSION, "manifest.json"), "utf8"),
  );
  const digest = createHash("sha256").update(Buffer.from(key, "base64")).digest("hex");
  return digest
    .slice(0, 32)
    .replace(/./g, (digit) => "abcdefghijklmnop".charAt(Number.parseInt(digit, 16)));
};

/** A profile of our own, made once: no offer to translate, the extension's button in sight. */
const ensureProfile = (): string => {
  const profile = join(ROOT, ".tools/profile");
  const preferences = join(profile, "Default/Preferences");
  if (!existsSync(preferences)) {
    mkdirSync(dirname(preferences), { recursive: true });
    const wanted = {
      translate: { enabled: false },
      extensions: { pinned_extensions: [extensionId()] },
    };
    writeFileSync(preferences, JSON.stringify(wanted));
  }
  return profile;
};

const openBrowser = (path: string, loadsExtensions: boolean): ChildProcess => {
  const args = [
    `--user-data-dir=${ensureProfile()}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--start-maximized",
  ];
  if (loadsExtensions) args.push(`--load-extension=${EXTENSION}`);
  // Chromium refuses its sandbox to root.
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return spawn(path, [...args, PORTAL, APP], { stdio: "ignore" });
};

const HOW_TO_LOAD = `   1. 打开 chrome://extensions（Edge 是 edge://extensions），右上角打开「开发者模式」。
   2. 点「加载已解压的扩展程序」，选这个文件夹：
      ${EXTENSION}
   3. 打开 ${PORTAL}，点一篇文章或一段视频，按 Alt+Shift+D。

   1. Open chrome://extensions (edge://extensions in Edge) and switch on "Developer mode".
   2. Press "Load unpacked" and choose this folder:
      ${EXTENSION}
   3. Open ${PORTAL}, follow a link to an article or a video, press Alt+Shift+D.`;

const serve = async <T>(port: number, start: () => Promise<T>): Promise<T> => {
  try {
    return await start();
  } catch (error) {
    console.error(
      `端口 ${port} 开不了，是不是已经开着一个点播本？ / Port ${port} cannot be opened: is another one running?`,
    );
    console.error(String(error));
    return process.exit(1);
  }
};

const failed = await buildAll();
if (failed.length > 0) {
  console.error(`没有做成 / not built: ${failed.join(", ")}`);
  process.exit(1);
}
const app = await serve(APP_PORT, () => serveApp({ port: APP_PORT, root: join(ROOT, "dist/pwa") }));
const portal = await serve(PORTAL_PORT, () => servePortal({ port: PORTAL_PORT }));

console.log(`
点播本 / the app            ${APP}
演示门户 / demonstration    ${PORTAL}
扩展 / the extension        ${EXTENSION}
`);

const browser = hasDisplay() ? findBrowser() : undefined;
let window: ChildProcess | undefined;
if (browser?.loadsExtensions) {
  window = openBrowser(browser.path, true);
  console.log(`浏览器已经打开，扩展装好了：在演示门户里点一段视频，按 Alt+Shift+D。
A browser is open with the extension in it: follow a link on the portal, press Alt+Shift+D.`);
} else if (browser !== undefined) {
  window = openBrowser(browser.path, false);
  console.log(`浏览器已经打开。这种浏览器要自己装一次扩展：
A browser is open. This kind of browser wants the extension loaded by hand, once:
${HOW_TO_LOAD}`);
} else {
  console.log(`${hasDisplay() ? "没有找到 Chromium、Chrome 或 Edge。" : "这里没有屏幕。"}在有浏览器的地方这样做：
${hasDisplay() ? "No Chromium, Chrome or Edge was found." : "There is no display here."} Where there is a browser, do this:
${HOW_TO_LOAD}`);
}
console.log("\n按 Ctrl+C 结束。 / Ctrl+C ends it.");

const end = async (): Promise<void> => {
  window?.kill();
  await Promise.all([app.close(), portal.close()]);
  process.exit(0);
};
process.once("SIGINT", end);
process.once("SIGTERM", end);
