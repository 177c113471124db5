import { existsSync } from "node:fs";
import { join } from "node:path";
import { inPath } from "./workspace.ts";

/** A browser of the Chromium family on this machine. */
export interface FoundBrowser {
  readonly path: string;
  /** Branded Chrome (from 137) and Edge ignore --load-extension: there the person loads the folder by hand. */
  readonly loadsExtensions: boolean;
}

const LINUX: readonly (readonly [string, boolean])[] = [
  ["chromium", true],
  ["chromium-browser", true],
  ["google-chrome", false],
  ["google-chrome-stable", false],
  ["microsoft-edge", false],
];

const MAC: readonly (readonly [string, boolean])[] = [
  ["Chromium.app/Contents/MacOS/Chromium", true],
  ["Google Chrome.app/Contents/MacOS/Google Chrome", false],
  ["Microsoft Edge.app/Contents/MacOS/Microsoft Edge", false],
];

const WINDOWS: readonly (readonly [string, boolean])[] = [
  ["Chromium\\Application\\chrome.exe", true],
  ["Google\\Chrome\\Application\\chrome.exe", false],
  ["Microsoft\\Edge\\Application\\msedge.exe", false],
];

const candidates = (): (readonly [string | undefined, boolean])[] => {
  if (process.platform === "darwin")
    return MAC.map(([app, loads]) => [join("/Applications", app), loads]);
  if (process.platform !== "win32") return LINUX.map(([name, loads]) => [inPath(name), loads]);
  const bases = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].map(
    (name) => process.env[name] ?? "",
  );
  return WINDOWS.flatMap(([app, loads]) => bases.map((base) => [join(base, app), loads] as const));
};

/** The first Chromium, Chrome or Edge found, those first that load an unpacked extension by themselves. */
export function findBrowser(): FoundBrowser | undefined {
  for (const [path, loadsExtensions] of candidates()) {
    if (path !== undefined && existsSync(path)) return { path, loadsExtensions };
  }
  return undefined;
}

/** Whether a window can be shown to somebody. */
export const hasDisplay = (): boolean =>
  process.platform === "darwin" ||
  process.platform === "win32" ||
  Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
