import { afterEach, describe, expect, it, vi } from "vitest";
import { serveUpdate } from "./serve-update.ts";

/** A browser in which an update is at hand; `pages` are those of the extension that are open. */
const browserWith = (pages: string[], rest: () => Promise<boolean>) => {
  let update: () => void = () => undefined;
  let alarm: (fired: { name: string }) => void = () => undefined;
  const alarms: string[] = [];
  const reload = vi.fn();
  vi.stubGlobal("chrome", {
    runtime: {
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      onUpdateAvailable: { addListener: (listener: () => void) => (update = listener) },
      reload,
    },
    tabs: { query: async () => pages.map((url) => ({ url: `chrome-extension://ours/${url}` })) },
    alarms: {
      create: async (name: string) => alarms.push(name),
      clear: async () => alarms.splice(0),
      onAlarm: { addListener: (listener: typeof alarm) => (alarm = listener) },
    },
  });
  serveUpdate(rest);
  return {
    pages,
    reload,
    alarms,
    update: () => update(),
    ring: () => alarm({ name: "dianbo-update" }),
  };
};

afterEach(() => vi.unstubAllGlobals());

describe("an update of the extension", () => {
  it("comes once the downloads are at rest, though the engine's own page is open", async () => {
    let end: (isSafe: boolean) => void = () => undefined;
    const rest = vi.fn(() => new Promise<boolean>((resolve) => (end = resolve)));
    const side = browserWith(["offscreen.html"], rest);
    side.update();
    await vi.waitFor(() => expect(rest).toHaveBeenCalled());
    expect(side.reload).not.toHaveBeenCalled();
    end(true);
    await vi.waitFor(() => expect(side.reload).toHaveBeenCalledOnce());
  });

  it("waits while a fragment is on its way, and is tried again", async () => {
    let isSafe = false;
    const rest = vi.fn(async () => isSafe);
    const side = browserWith([], rest);
    side.update();
    await vi.waitFor(() => expect(rest).toHaveResolvedWith(false));
    expect(side.alarms).toEqual(["dianbo-update"]);
    expect(side.reload).not.toHaveBeenCalled();
    isSafe = true;
    side.ring();
    await vi.waitFor(() => expect(side.reload).toHaveBeenCalledOnce());
    expect(side.alarms).toEqual([]);
  });

  it("does not close a page that somebody has open, and leaves the downloads alone meanwhile", async () => {
    const rest = vi.fn(async () => true);
    const side = browserWith(["room.html"], rest);
    side.update();
    await vi.waitFor(() => expect(side.alarms).toEqual(["dianbo-update"]));
    expect(rest).not.toHaveBeenCalled();
    side.pages.splice(0);
    side.ring();
    await vi.waitFor(() => expect(side.reload).toHaveBeenCalledOnce());
  });
});
