/** A hostile site, a browser in which every trap is armed, and what was sprung: for the journeys of hostile pages. */
import { rm } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { TRIPWIRE, type Vector } from "../hostile/vectors.ts";
import { clickToolbar, extensionId, newProfile, openBrowser, type TestBrowser } from "./browser.ts";
import { type Display, openDisplay } from "./display.ts";

/** Where the hostile pages stand. */
export const SITE = "http://www.hostile.gov.cn";
/** Where what springs the trap on purpose asks: a film's request may come long after its page was closed. */
export const OTHER_TRIPWIRE = `other.${TRIPWIRE}`;
/** Enough prose to be read as an article. */
export const PROSE =
  "今年以来，县里把实用人才培训放在突出位置，先后举办果树修剪、设施蔬菜等专题班二十六期，参加的人都说好。";
/** The first whole picture of an article: its page shows it, and fetches it for the panel as its cover. */
const COVER = "/alt.png";

/** The hostile site and the browser. */
export interface HostileSite {
  readonly browser: TestBrowser;
  readonly display: Display;
  /** What ran. */
  readonly fired: string[];
  /** What was asked of the host that nothing may ask. */
  readonly asked: string[];
  /** What was asked of the host that the trap's own proof asks. */
  readonly askedOnPurpose: string[];
  close(): Promise<void>;
}

/** What the site answers to an address, at once or when it pleases. */
type Answer = (path: string, method: string) => string | Buffer | Promise<string | Buffer>;

const listen = async (
  answer: Answer,
  asked: string[],
  askedOnPurpose: string[],
): Promise<{ readonly server: Server; readonly port: number }> => {
  const send = async (url: string, method: string, response: ServerResponse): Promise<void> => {
    const body = await answer(url, method);
    response.writeHead(200, {
      "Content-Length": Buffer.byteLength(body),
      "Content-Type": typeof body === "string" ? "text/html; charset=utf-8" : "image/png",
      // In its own tab a hostile page may do what it likes: here it does nothing, so that all that is done is ours.
      ...(url.startsWith("/live") ? {} : { "Content-Security-Policy": "default-src 'none'" }),
    });
    response.end(body);
  };
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    const host = request.headers.host ?? "";
    if (host.startsWith(TRIPWIRE)) asked.push(url);
    if (host.startsWith(OTHER_TRIPWIRE)) askedOnPurpose.push(url);
    void send(url, request.method ?? "GET", response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  return { server, port: typeof at === "object" && at !== null ? at.port : 0 };
};

/**
 * Starts the site and the browser. The person says no to every question of the browser, except in a page
 * that holds `__saysYes`.
 */
export const openHostileSite = async (answer: Answer): Promise<HostileSite> => {
  const fired: string[] = [];
  const asked: string[] = [];
  const askedOnPurpose: string[] = [];
  const { server, port } = await listen(answer, asked, askedOnPurpose);
  const display = await openDisplay();
  const profile = await newProfile();
  const browser = await openBrowser({ profile, display, extension: true, portal: port });
  const { context } = browser;
  await context.exposeBinding("__fired", ({ frame }) => fired.push(frame.url()));
  await context.addInitScript(() => {
    const tell = (): unknown => Reflect.get(globalThis, "__fired")?.();
    for (const name of ["alert", "confirm", "prompt", "msgbox"])
      Reflect.set(globalThis, name, tell);
    const permissions = Reflect.get(Reflect.get(globalThis, "chrome") ?? {}, "permissions");
    if (permissions === undefined) return;
    const request: unknown = Reflect.get(permissions, "request");
    Reflect.set(permissions, "request", async (...asked: unknown[]) =>
      Reflect.get(globalThis, "__saysYes") === true && typeof request === "function"
        ? Reflect.apply(request, permissions, asked)
        : false,
    );
  });
  context.on("dialog", (dialog) => {
    fired.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  // What is asked of the tripwire out of a page of ours; the server hears the rest.
  context.on("request", (request) => {
    if (new URL(request.url()).hostname !== TRIPWIRE) return;
    const isOurs =
      request.serviceWorker() !== null || !request.frame().page().url().startsWith(SITE);
    if (isOurs) asked.push(request.url());
  });
  return {
    browser,
    display,
    fired,
    asked,
    askedOnPurpose,
    close: async () => {
      await browser.close();
      display.close();
      server.close();
      server.closeAllConnections();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** Nothing ran, and nothing was asked of the host that nothing may ask. */
export const expectNothing = ({ fired, asked }: HostileSite): void => {
  expect(fired).toEqual([]);
  expect(asked.filter((url) => url !== COVER)).toEqual([]);
};

/** A page of the extension. */
export const openExtension = async ({ browser }: HostileSite, at: string): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${extensionId()}/${at}`);
  return page;
};

/**
 * The panel on a page, its clock in the test's hand: what would end after 200 ms to 2 s ends when the test
 * says that the time is over, and not before, however slow the machine is.
 */
export const openHeldPanel = async (
  { browser }: HostileSite,
  page: Page,
): Promise<{ readonly panel: Page; readonly timeIsOver: () => Promise<void> }> => {
  await clickToolbar(browser, page);
  const background = await browser.background();
  const tab = await background.evaluate(
    async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
  );
  const panel = await browser.context.newPage();
  await panel.addInitScript(() => {
    const held = new Map<number, () => void>();
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    let isOver = false;
    let last = 1_000_000_000;
    const hold = (act: () => void, delay = 0): unknown => {
      if (delay < 200 || delay > 2000) return set(act, delay);
      if (isOver) return set(act, 0);
      last += 1;
      held.set(last, act);
      return last;
    };
    Reflect.set(globalThis, "setTimeout", hold);
    Reflect.set(globalThis, "clearTimeout", (id: number) => {
      if (!held.delete(id)) clear(id);
    });
    Reflect.set(globalThis, "__held", () => held.size);
    Reflect.set(globalThis, "__timeIsOver", () => {
      isOver = true;
      for (const act of held.values()) act();
      held.clear();
    });
  });
  await panel.goto(`chrome-extension://${extensionId()}/panel.html?tab=${tab}`);
  const timeIsOver = async (): Promise<void> => {
    await panel.evaluate(() => Reflect.get(globalThis, "__timeIsOver")());
  };
  return { panel, timeIsOver };
};

/** Whether the panel waits for something that ends within two seconds. */
export const waitsForTime = (panel: Page): Promise<boolean> =>
  panel.evaluate(() => Number(Reflect.get(globalThis, "__held")()) > 0);

/** A hostile page in a tab, its attacks each parsed by itself: some would swallow the rest. */
export const openHostile = async (
  { browser }: HostileSite,
  path: string,
  vectors: readonly Vector[],
): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`${SITE}${path}`);
  await page.evaluate(
    (all) => {
      for (const text of all) {
        // Attacks that came before may have taken the document's own names.
        const place = Document.prototype.createElement.call(document, "div");
        // A refresh would leave the page before it was read.
        place.innerHTML = text.replace('content="0;', 'content="9999;');
        Document.prototype.querySelector.call(document, "#zoom")?.append(place);
      }
    },
    vectors.map(({ text }) => text),
  );
  return page;
};

/** What of a shown document could run or ask: empty in every document of ours that shows a page's markup. */
export const dangerIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const found: string[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      const name = element.localName;
      if (/^(?:script|iframe|object|embed|link|meta|base|form|svg|math|a|style)$/u.test(name))
        found.push(name);
      for (const attribute of element.getAttributeNames()) {
        const value = element.getAttribute(attribute) ?? "";
        if (/^on|^style$|^srcdoc$|^ping$|action$/iu.test(attribute))
          found.push(`${name} ${attribute}`);
        if (/^\s*(?:javascript|data|vbscript|https?|\/\/)/iu.test(value))
          if (attribute !== "alt" && attribute !== "title")
            found.push(`${name} ${attribute}=${value}`);
      }
    }
    return found;
  });

/** A piece of courseware as it is stored. */
export interface Kept {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly html: string | undefined;
}

/** The courseware as it is stored. */
export const kept = (page: Page): Promise<readonly Kept[]> =>
  page.evaluate(
    () =>
      new Promise<Kept[]>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("records").objectStore("records").getAll();
          all.onsuccess = () => {
            opening.result.close();
            const rows = all.result.filter(({ kind }: { kind: string }) => kind === "courseware");
            resolve(
              rows.map(({ id, fields }) => ({
                id,
                number: fields.number?.[0]?.value,
                title: fields.title?.[0]?.value,
                url: fields.source?.[0]?.value?.url ?? "",
                html: fields.article?.[0]?.value?.html,
              })),
            );
          };
        };
      }),
  );
