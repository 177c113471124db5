import { afterEach, describe, expect, it, vi } from "vitest";
import { openVersionDoor } from "./version-door.ts";

/** An extension that runs 0.1.0, and what lies in its folder now. */
const extensionWith = (folder: Readonly<Record<string, string>>) => {
  const pc = { folder: { ...folder }, roomOpen: false, rests: true };
  const reload = vi.fn();
  const kept = vi.fn(async () => undefined);
  vi.stubGlobal("chrome", {
    runtime: {
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      getManifest: () => ({ version: "0.1.0" }),
      reload,
    },
    storage: { local: { set: kept } },
  });
  vi.stubGlobal("fetch", async (address: string) => {
    const text = pc.folder[address.replace("chrome-extension://ours/", "")];
    // A file that is not there is no answer at all.
    if (text === undefined) throw new TypeError("Failed to fetch");
    return new Response(text);
  });
  vi.stubGlobal("navigator", {
    locks: { query: async () => ({ held: pc.roomOpen ? [{ name: "dianbo-room" }] : [] }) },
  });
  return { pc, reload, kept, door: openVersionDoor(async () => pc.rests) };
};

const list = (version: string): string =>
  JSON.stringify({ version, files: { "app.html": 5, "assets/app.js": 3 } });
const WHOLE = { "files.json": list("0.2.0"), "app.html": "<p>..", "assets/app.js": "abc" };

afterEach(() => vi.unstubAllGlobals());

describe("the extension's folder", () => {
  it("is of another version once every file lies there at its length", async () => {
    expect(await extensionWith(WHOLE).door.look()).toEqual({ type: "other", version: "0.2.0" });
    expect(await extensionWith({ "files.json": list("0.1.0") }).door.look()).toEqual({
      type: "same",
    });
  });

  it.each([
    ["a file is missing", { ...WHOLE, "assets/app.js": undefined }],
    ["a file is cut off", { ...WHOLE, "app.html": "<p" }],
    ["the list is cut off", { ...WHOLE, "files.json": '{"version":"0.2' }],
    ["the list says something else", { ...WHOLE, "files.json": "[]" }],
    ["there is no list", { "app.html": "<p>.." }],
  ])("is unfinished where %s", async (_, folder) => {
    const lies = Object.fromEntries(
      Object.entries(folder).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
    );
    const { door, reload } = extensionWith(lies);
    expect(await door.look()).toEqual({ type: "unfinished" });
    expect(await door.takeUp()).toBe("unfinished");
    expect(reload).not.toHaveBeenCalled();
  });

  it("waits for the study room, and for what is being downloaded", async () => {
    const { pc, door, reload, kept } = extensionWith(WHOLE);
    pc.roomOpen = true;
    expect(await door.takeUp()).toBe("room-open");
    pc.roomOpen = false;
    pc.rests = false;
    expect(await door.takeUp()).toBe("downloads-run");
    expect(reload).not.toHaveBeenCalled();
    pc.rests = true;
    void door.takeUp();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(kept).toHaveBeenCalledWith({ reopen: true });
  });
});
