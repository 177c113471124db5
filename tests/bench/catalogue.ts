/**
 * A county's catalogue of 100,000 items. In Node: a key in its search beside plain `String.includes`, what the
 * layout weighs. In the browser, with the built app: from the file to the preview, from the click to the first
 * find, the channel's page at the second start, a key in the library's own search with the catalogue beside it;
 * each beside the same with 1,000 items, or without a channel.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askCatalogue, type Catalogue, catalogueOf, type Release } from "@dianbo/shared/channel";
import { foldText } from "@dianbo/shared/search";
import type { Page } from "playwright-core";
import { serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { countyItems, countyRelease, type MadeRelease } from "../support/county-channel.ts";
import { type BenchLine, benchLine } from "./measure.ts";
import { QUERIES } from "./search-library.ts";

const MANY = 100_000;
const FEW = 1_000;
/** One frame: issue 7. */
const LIMIT_MS = 16;
/** Typed in the library's box, letter by letter. */
const TYPED = "shuidao";

const sorted = (times: readonly number[]): readonly number[] => [...times].sort((a, b) => a - b);
const quantile = (times: readonly number[], part: number): number =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;

const KEYSTROKES = QUERIES.flatMap((query) =>
  [...query].map((_, at) => [...query].slice(0, at + 1).join("")),
);

/** Each keystroke's median of three. */
const typing = (search: (query: string) => unknown): readonly number[] => {
  for (const key of KEYSTROKES.slice(0, 20)) search(key);
  return KEYSTROKES.map((key) =>
    quantile(
      [1, 2, 3].map(() => {
        const start = performance.now();
        search(key);
        return performance.now() - start;
      }),
      0.5,
    ),
  );
};

const bytesNow = (): number => {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const inNode = ({ contents, segments }: Release): readonly BenchLine[] => {
  const before = bytesNow();
  const start = performance.now();
  const catalogue: Catalogue = catalogueOf({ contents, segments }, (text) => text);
  catalogue.index();
  const layout = performance.now() - start;
  const keys = typing((query) => askCatalogue(catalogue, { query, sort: "title" }));
  const weight = (bytesNow() - before) / 2 ** 20;
  const texts = [...contents.values()].map((item) =>
    foldText([item.title, item.publisher, item.author, ...(item.tags ?? [])].join(" ")),
  );
  const plain = typing((query) => {
    const words = foldText(query).split(" ");
    return texts.filter((text) => words.every((word) => text.includes(word)));
  });
  const joining = performance.now();
  JSON.stringify([...contents.values()]);
  const written = performance.now() - joining;
  const megabytes = texts.reduce((sum, text) => sum + text.length * 2, 0) / 2 ** 20;
  return [
    benchLine(
      { name: `catalogue ${MANY} keystroke median`, unit: "ms", limit: LIMIT_MS },
      quantile(keys, 0.5),
      "String.includes",
      quantile(plain, 0.5),
    ),
    benchLine(
      { name: `catalogue ${MANY} keystroke p95`, unit: "ms", limit: LIMIT_MS },
      quantile(keys, 0.95),
      "String.includes",
      quantile(plain, 0.95),
    ),
    benchLine(
      { name: `catalogue ${MANY} laid out`, unit: "ms" },
      layout,
      "JSON.stringify of the items",
      written,
    ),
    benchLine(
      { name: `catalogue ${MANY} memory`, unit: "MB" },
      weight,
      "the texts joined",
      megabytes,
    ),
  ];
};

/** Milliseconds of each thing that is done in the browser. */
interface Felt {
  /** From choosing the file to the preview. */
  readonly look: number;
  /** From the click to the channel's first rows. */
  readonly take: number;
  /** A key in the library's own box until its finds are drawn. */
  readonly ownKeys: readonly number[];
  /** At the next start of the browser, from the address to the channel's rows. */
  readonly again: number;
}

const keysInLibrary = async (page: Page, address: string): Promise<readonly number[]> => {
  await page.goto(`${address}/#/library`);
  const box = page.getByRole("main").locator('input[aria-keyshortcuts="/"]');
  await box.waitFor();
  await box.fill("gao");
  await page.locator("[data-item] mark").first().waitFor();
  await box.fill("");
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await box.focus();
    for (const letter of TYPED) {
      times.push(
        await page.evaluate(async (typed) => {
          const input = document.activeElement;
          if (!(input instanceof HTMLInputElement)) throw new Error("the box lost the focus");
          const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
          const start = performance.now();
          write?.call(input, `${input.value}${typed}`);
          input.dispatchEvent(new Event("input", { bubbles: true }));
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          return performance.now() - start;
        }, letter),
      );
    }
    await box.fill("");
  }
  return times;
};

const openSite = async (profile: string, address: string): Promise<[TestBrowser, Page]> => {
  const browser = await openBrowser({ profile, isMeasured: true });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  await page.goto(`${address}/#/library`);
  return [browser, page];
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const inBrowser = async (
  address: string,
  file: string,
  channel: string,
): Promise<Felt & { readonly without: readonly number[] }> => {
  const profile = await newProfile();
  try {
    const [browser, page] = await openSite(profile, address);
    await page.getByRole("button", { name: "载入样例" }).click();
    await page.getByRole("link", { name: /课件.*86/u }).waitFor();
    const without = await keysInLibrary(page, address);
    await page.goto(`${address}/#/channels`);
    const input = page.locator('input[accept=".dianbo"]');
    await input.waitFor({ state: "attached" });
    const look = await timed(async () => {
      await input.setInputFiles(file);
      await page.getByRole("heading", { name: "订之前看看" }).waitFor({ timeout: 120_000 });
    });
    const rows = page.locator("[data-item]").first();
    const take = await timed(async () => {
      await page.getByRole("button", { name: "订下来" }).click();
      await page.getByRole("link", { name: /^青禾县课件总目录/u }).click({ timeout: 120_000 });
      await rows.waitFor({ timeout: 120_000 });
    });
    const ownKeys = await keysInLibrary(page, address);
    await browser.close();
    const [later, next] = await openSite(profile, address);
    await next.locator("[data-item]").first().waitFor();
    const again = await timed(async () => {
      await next.goto(`${address}/#/channels/${channel}`);
      await next.locator("[data-item] button").first().waitFor({ timeout: 120_000 });
    });
    await later.close();
    return { look, take, ownKeys, again, without };
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** `npm run -s bench -- catalogue`. */
export const bench = async (): Promise<readonly BenchLine[]> => {
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  const { runInNewContext } = process.getBuiltinModule("node:vm");
  setFlagsFromString("--expose-gc");
  globalThis.gc ??= runInNewContext("gc");
  const folder = await mkdtemp(join(tmpdir(), "dianbo-catalogue-"));
  const app = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  const address = `http://127.0.0.1:${app.port}`;
  const feel = async ({ file, release }: MadeRelease) => {
    const path = join(folder, `${release.index.items}.dianbo`);
    await writeFile(path, file);
    return await inBrowser(address, path, release.index.channel);
  };
  try {
    const many = await countyRelease({ items: countyItems(MANY) });
    const lines = inNode(many.release);
    const large = await feel(many);
    const small = await feel(await countyRelease({ items: countyItems(FEW) }));
    const beside = (name: string, of: "look" | "take" | "again") =>
      benchLine({ name: `catalogue ${MANY} ${name}`, unit: "ms" }, large[of], `${FEW}`, small[of]);
    return [
      ...lines,
      benchLine(
        { name: `catalogue ${MANY} file`, unit: "MB" },
        many.file.length / 2 ** 20,
        "its items as JSON",
        JSON.stringify([...many.release.contents.values()]).length / 2 ** 20,
      ),
      beside("file to preview", "look"),
      beside("click to first rows", "take"),
      beside("second start to first rows", "again"),
      benchLine(
        { name: `catalogue ${MANY} own search, key to frame, median`, unit: "ms" },
        quantile(large.ownKeys, 0.5),
        "without a channel",
        quantile(large.without, 0.5),
      ),
      benchLine(
        { name: `catalogue ${MANY} own search, key to frame, p95`, unit: "ms" },
        quantile(large.ownKeys, 0.95),
        "without a channel",
        quantile(large.without, 0.95),
      ),
    ];
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
};
