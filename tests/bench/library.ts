/**
 * The library's room with 20,000 items, as a person feels it: how long until the first rows stand, until the
 * room answers, a frame while one scrolls through table and covers, a key in the search box until its finds are
 * drawn, a shelf, an item's page, and a write. Beside each, in the same browser: the same room with 300 items.
 * Needs the built app (`npm run build`). Times are taken in the page, from the event to the frame that shows it.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { newSiteId } from "@dianbo/shared/identity";
import type { Page } from "playwright-core";
import { serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser } from "../support/browser.ts";
import { seedOf, storeSeed } from "./library-seed.ts";
import { type BenchLine, benchLine } from "./measure.ts";

const MANY = 20_000;
const FEW = 300;

/** Typed as people do, one query after another; each letter is a keystroke. */
const TYPED = ["gaoxueya", "dangke", "3100"] as const;

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;

/** Milliseconds of each thing that is done in the room. */
interface Felt {
  readonly firstRows: number;
  /** The longest time in which the page answered nothing until all was done. */
  readonly longestPause: number;
  readonly tableFrames: readonly number[];
  readonly gridFrames: readonly number[];
  readonly keys: readonly number[];
  readonly shelf: number;
  readonly openItem: number;
  readonly write: number;
}

/** Notes, from before the page's own scripts, when the first row stood and how long tasks were. */
const watchOpening = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const marks = { firstRows: 0, longest: 0 };
    Object.assign(window, { benchMarks: marks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        marks.longest = Math.max(marks.longest, duration);
      }
    }).observe({ type: "longtask", buffered: true });
    const look = (): void => {
      if (document.querySelector("[data-item]") === null) requestAnimationFrame(look);
      else marks.firstRows = performance.now();
    };
    requestAnimationFrame(look);
  });

/** Until no task has taken longer than 50 ms for a second: the room stands and has nothing left to do. */
const untilQuiet = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const quiet = (): void => {
          watching.disconnect();
          resolve();
        };
        let timer = setTimeout(quiet, 1000);
        const watching = new PerformanceObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(quiet, 1000);
        });
        watching.observe({ type: "longtask" });
      }),
  );

/** What `watchOpening` noted. */
const readMarks = (page: Page): Promise<{ firstRows: number; longest: number }> =>
  page.evaluate(() => {
    const marks: unknown = Reflect.get(window, "benchMarks");
    const of = (name: string): number => {
      const value: unknown =
        typeof marks === "object" && marks !== null ? Reflect.get(marks, name) : undefined;
      if (typeof value !== "number") throw new Error(`no mark ${name}`);
      return value;
    };
    return { firstRows: of("firstRows"), longest: of("longest") };
  });

/** Scrolls the list by two thirds of a screen a frame, as a wheel that is turned fast; milliseconds per frame. */
const scrollFrames = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        let box = document.querySelector("[data-item]")?.parentElement ?? null;
        while (box !== null && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
        if (box === null) {
          reject(new Error("nothing scrolls"));
          return;
        }
        const scroller = box;
        scroller.scrollTop = 0;
        const frames: number[] = [];
        let last = 0;
        let way = 1;
        const step = (now: number): void => {
          if (last > 0) frames.push(now - last);
          last = now;
          if (frames.length === 120) {
            scroller.scrollTop = 0;
            resolve(frames);
            return;
          }
          const before = scroller.scrollTop;
          scroller.scrollTop += way * 400;
          if (scroller.scrollTop === before) way = -way;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );

/** From the event of this kind to the end of the frame in which `done` holds. */
const untilDrawn = async (
  page: Page,
  event: "keydown" | "click",
  done: string,
  act: () => Promise<void>,
): Promise<number> => {
  const taken = page.evaluate(
    ({ name, selector }) =>
      new Promise<number>((resolve) => {
        const listen = ({ timeStamp }: Event): void => {
          const look = (): void => {
            if (document.querySelector(selector) === null) {
              requestAnimationFrame(look);
              return;
            }
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - timeStamp);
            port2.postMessage(null);
          };
          requestAnimationFrame(look);
        };
        addEventListener(name, listen, { capture: true, once: true });
      }),
    { name: event, selector: done },
  );
  // Where the act itself fails, that is what is told.
  taken.catch(() => undefined);
  // The listener stands before anything is pressed.
  await page.evaluate(() => undefined);
  await act();
  return await taken;
};

const feel = async (page: Page, address: string, count: number): Promise<Felt> => {
  await page.goto(address);
  await page.locator("main").first().waitFor();
  const site = await page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction("meta").objectStore("meta").get("identity");
          reading.onsuccess = () => {
            db.close();
            resolve(reading.result.value.site);
          };
          reading.onerror = () => reject(reading.error);
        };
      }),
  );
  await storeSeed(
    page,
    seedOf(
      count,
      newSiteId(() => site),
    ),
  );
  const opening: { firstRows: number; longest: number }[] = [];
  for (let run = 0; run < 3; run += 1) {
    await page.goto("about:blank");
    await page.goto(`${address}#/library`);
    await page.locator("[data-item]").first().waitFor({ timeout: 60_000 });
    await untilQuiet(page);
    opening.push(await readMarks(page));
  }
  const tableFrames = await scrollFrames(page);
  const box = page.getByRole("search").locator("input");
  const keys: number[] = [];
  for (const query of TYPED) {
    await box.click();
    for (const letter of query) {
      keys.push(await untilDrawn(page, "keydown", "body", () => page.keyboard.press(letter)));
    }
    await box.fill("");
  }
  const shelf = await untilDrawn(page, "click", "nav button.c2[aria-current=true]", () =>
    page.locator("nav button.c2").click(),
  );
  const openItem = await untilDrawn(page, "click", "main section.sheet select", () =>
    page.locator("[data-item]").nth(3).click(),
  );
  const write = await untilDrawn(page, "click", "main .head button[aria-pressed=true]", () =>
    page.locator("main .head button[aria-pressed=false]").first().click(),
  );
  await page.goto(`${address}#/library`);
  await page.locator("[data-item]").first().waitFor();
  await page.locator("main .head button:has(svg.lucide-layout-grid)").click();
  await page.locator("[role=option][data-item]").first().waitFor();
  const gridFrames = await scrollFrames(page);
  return {
    firstRows: median(opening.map(({ firstRows }) => firstRows)),
    longestPause: median(opening.map(({ longest }) => longest)),
    tableFrames,
    gridFrames,
    keys,
    shelf,
    openItem,
    write,
  };
};

const withItems = async (count: number): Promise<Felt> => {
  const server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  const profile = await newProfile();
  const browser = await openBrowser({ profile, isMeasured: true });
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await watchOpening(page);
    return await feel(page, `http://127.0.0.1:${server.port}/`, count);
  } finally {
    await browser.close();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** `npm run -s bench -- library`. */
export const bench = async (): Promise<readonly BenchLine[]> => {
  const few = await withItems(FEW);
  const many = await withItems(MANY);
  const line = (what: string, of: (felt: Felt) => number): BenchLine =>
    benchLine({ name: `library ${MANY} ${what}`, unit: "ms" }, of(many), `${FEW} items`, of(few));
  return [
    line("first rows", ({ firstRows }) => firstRows),
    // Pauses under 50 ms are none: where there was no longer one, that stands for it.
    line("longest pause while opening", ({ longestPause }) => Math.max(50, longestPause)),
    line("table, frame while scrolling, median", ({ tableFrames }) => median(tableFrames)),
    line("table, frame while scrolling, p95", ({ tableFrames }) => p95(tableFrames)),
    line("covers, frame while scrolling, median", ({ gridFrames }) => median(gridFrames)),
    line("covers, frame while scrolling, p95", ({ gridFrames }) => p95(gridFrames)),
    line("key in the search box, median", ({ keys }) => median(keys)),
    line("key in the search box, p95", ({ keys }) => p95(keys)),
    line("another shelf", ({ shelf }) => shelf),
    line("an item's page", ({ openItem }) => openItem),
    line("a write", ({ write }) => write),
  ];
};
