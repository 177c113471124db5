/**
 * A twin of the browser's folder chooser: a headless browser shows none, so a folder of the private file system,
 * whose handles are of the same kind, stands in for one on disk. Whether the page has leave to read it is a
 * switch, and every question that a person would have seen is counted.
 */
import type { Page } from "playwright-core";

/** In the page's own store, so that a browser that was killed still knows it. */
const LEAVE = "twin-leave";
const ASKED = "twin-asked";

/** Puts the twin into every page that is opened from now on; the chooser gives the folder of this name. */
export const useFolderTwin = async (page: Page, folder: string): Promise<void> => {
  await page.addInitScript(
    ([name, leaveKey, askedKey]) => {
      const count = (): void =>
        localStorage.setItem(askedKey, String(Number(localStorage.getItem(askedKey) ?? "0") + 1));
      Object.assign(window, {
        showDirectoryPicker: async () => {
          count();
          return (await navigator.storage.getDirectory()).getDirectoryHandle(name, {
            create: true,
          });
        },
      });
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: async () =>
          localStorage.getItem(leaveKey) === "lapsed" ? "prompt" : "granted",
        requestPermission: async () => {
          count();
          localStorage.removeItem(leaveKey);
          return "granted";
        },
      });
    },
    [folder, LEAVE, ASKED] as const,
  );
};

/** Lets the leave lapse, as it does when the browser is started again. */
export const lapseLeave = (page: Page): Promise<void> =>
  page.evaluate((key) => localStorage.setItem(key, "lapsed"), LEAVE);

/** Gives the leave without a question. */
export const giveLeave = (page: Page): Promise<void> =>
  page.evaluate((key) => localStorage.removeItem(key), LEAVE);

/** How often a person was asked since the last call. */
export const questions = (page: Page): Promise<number> =>
  page.evaluate((key) => {
    const asked = Number(localStorage.getItem(key) ?? "0");
    localStorage.removeItem(key);
    return asked;
  }, ASKED);
