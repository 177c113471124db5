import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchByPage } from "./fetch-by-page.ts";
import { fetchInTab } from "./fetch-in-tab.ts";
import { openPageRelay } from "./relay-by-page.ts";
import { serveByPage } from "./serve-by-page.ts";

type Listener = (...args: unknown[]) => unknown;

/** Listeners of one event, as the browser keeps them. */
const event = () => {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => listeners.push(listener),
    removeListener: (listener: Listener) => listeners.splice(listeners.indexOf(listener), 1),
    fire: (...args: unknown[]) => listeners.map((listener) => listener(...args)),
  };
};

/** Two ends of a port; messages are passed as JSON, a little later. */
const portPair = (name: string) => {
  const ends = [0, 1].map(() => ({ onMessage: event(), onDisconnect: event(), isOpen: true }));
  const portOf = (own: number) => {
    const [here, there] = [ends[own], ends[1 - own]];
    return {
      name,
      sender: { id: "ours" },
      onMessage: here?.onMessage,
      onDisconnect: here?.onDisconnect,
      postMessage: (message: unknown) => {
        const text = JSON.stringify(message);
        setTimeout(() => there?.isOpen === true && there.onMessage.fire(JSON.parse(text)), 0);
      },
      disconnect: () => {
        setTimeout(() => there?.onDisconnect.fire(), 0);
        for (const end of ends) end.isOpen = false;
      },
    };
  };
  return [portOf(0), portOf(1)] as const;
};

const PAGE = "https://portal.cn/lesson.html";
const FILM = "https://portal.cn/film.mp4";

/** A browser with tabs, grants and a portal; the worker's `fetch` over all of it. */
const browserWith = (world: {
  readonly tabs: readonly string[];
  readonly granted: readonly string[];
  readonly portal: (url: string, init: RequestInit) => Promise<Response>;
}) => {
  const onMessage = event();
  const onConnect = event();
  const scripts: string[] = [];
  const tabPorts: { disconnect(): void }[] = [];
  vi.stubGlobal("location", { origin: new URL(PAGE).origin });
  vi.stubGlobal("fetch", world.portal);
  vi.stubGlobal("chrome", {
    runtime: {
      id: "ours",
      onMessage,
      onConnect,
      connect: ({ name }: { name: string }) => {
        const [tab, extension] = portPair(name);
        tabPorts.push(tab);
        setTimeout(() => onConnect.fire(extension), 0);
        return tab;
      },
      sendMessage: (message: unknown) =>
        new Promise((resolve) => onMessage.fire(message, { id: "ours" }, resolve)),
    },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) => world.granted.includes(origin)),
    },
    tabs: {
      query: async () => world.tabs.map((url, index) => ({ id: index, url, status: "complete" })),
    },
    scripting: {
      executeScript: async (script: { args: [string, string, Record<string, string>] }) => {
        scripts.push(script.args[1]);
        fetchInTab(...script.args);
      },
    },
  });
  serveByPage();
  const worker = new EventTarget();
  let key = 0;
  const newId = (): string => {
    key += 1;
    return `key-${key}`;
  };
  openPageRelay({ newId, pageOf: async () => PAGE }).serve(worker);
  const ask = fetchByPage("clip", (data, port) => {
    worker.dispatchEvent(new MessageEvent("message", { data, ports: [port] }));
  });
  return { ask, scripts, tabPorts };
};

const GRANTED = ["https://portal.cn/*"];
const film = Uint8Array.from({ length: 700_000 }, (_, at) => (at * 31) % 256);

afterEach(() => vi.unstubAllGlobals());

describe("asking through an open page", () => {
  it("brings head and bytes as the page got them, with its cookies", async () => {
    let sent: RequestInit = {};
    const side = browserWith({
      tabs: [PAGE],
      granted: GRANTED,
      portal: async (_, init) => {
        sent = init;
        return new Response(film, { status: 206, headers: { etag: '"v1"' } });
      },
    });
    const answer = await side.ask(FILM, { headers: { range: "bytes=5-", "if-range": '"v1"' } });
    expect(answer.status).toBe(206);
    expect(answer.headers.get("etag")).toBe('"v1"');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(film);
    expect(sent).toMatchObject({
      credentials: "include",
      headers: { range: "bytes=5-", "if-range": '"v1"' },
    });
  });

  it("asks again without cookies where a host welcomes everybody, and needs no question beforehand", async () => {
    const asked: (readonly [unknown, unknown])[] = [];
    const side = browserWith({
      tabs: [PAGE],
      granted: [...GRANTED, "https://cdn.cn/*"],
      portal: async (_, { credentials, headers }) => {
        asked.push([credentials, headers]);
        if (credentials === "include") throw new TypeError("CORS");
        return new Response("film");
      },
    });
    const headers = { range: "bytes=5-", "if-range": '"v1"' };
    const answer = await side.ask("https://cdn.cn/film.mp4", { headers });
    expect(await answer.text()).toBe("film");
    const sent = { range: "bytes=5-" };
    expect(asked).toEqual([
      ["include", sent],
      ["same-origin", sent],
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ["no tab of that host is open", ["https://elsewhere.cn/"], GRANTED],
    ["the host was not granted", [PAGE], []],
  ])("is refused where %s, and no script runs", async (_, tabs, granted) => {
    const side = browserWith({ tabs, granted, portal: async () => new Response("film") });
    expect((await side.ask(FILM, {})).status).toBe(403);
    expect(side.scripts).toEqual([]);
  });

  it("is refused where the page may not read it either", async () => {
    const portal = async (): Promise<Response> => {
      throw new TypeError("CORS");
    };
    const side = browserWith({ tabs: [PAGE], granted: GRANTED, portal });
    expect((await side.ask(FILM, {})).status).toBe(403);
  });

  it("stops the page when the download is stopped", async () => {
    let signal: AbortSignal | null | undefined;
    const side = browserWith({
      tabs: [PAGE],
      granted: GRANTED,
      portal: async (_, init) => {
        signal = init.signal;
        return new Response(film);
      },
    });
    const stop = new AbortController();
    const answer = await side.ask(FILM, { signal: stop.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    stop.abort();
    await expect(reader?.read()).rejects.toThrow();
    await vi.waitFor(() => expect(signal?.aborted).toBe(true));
  });

  it("breaks off when the tab is closed midway", async () => {
    const side = browserWith({
      tabs: [PAGE],
      granted: GRANTED,
      portal: async () => new Response(film),
    });
    const answer = await side.ask(FILM, {});
    const reader = answer.body?.getReader();
    await reader?.read();
    side.tabPorts[0]?.disconnect();
    await expect(
      (async () => {
        for (;;) if ((await reader?.read())?.done !== false) return;
      })(),
    ).rejects.toThrow();
  });
});
