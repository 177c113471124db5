/**
 * Reading pages, beside Readability and Defuddle on the same pages in the same run: how many fields are
 * right, and what a page costs. Parsing stands outside the measured part; every reader gets a document of
 * its own. `DIANBO_PAGES` adds a folder with `truth.jsonl`. It fails where we are not ahead.
 */
import { dateInText, recognise } from "@dianbo/shared/portal";
import { builtInRules, rulesFor } from "@dianbo/shared/portal-rule";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { capturePage } from "../../extension/src/clipping/capture-page.ts";
import { decodePage } from "../../extension/src/clipping/decode-page.ts";
import { textOf } from "../../extension/src/clipping/page-elements.ts";
import { type ReadPage, SCORED, type ScoredField, scoresOf } from "./extract-score.ts";
import { type TruePage, truePages } from "./extract-truth.ts";
import type { BenchLine } from "./measure.ts";

type Reader = (document: Document, url: string) => ReadPage | Promise<ReadPage>;

const textOfHtml = (html: string): string =>
  textOf(parseHTML(`<html><body>${html}</body></html>`).document.body);

const NOTHING: ReadPage = { title: "", publishedAt: "", publisher: "", text: "" };

const rules = builtInRules();

const READERS: Readonly<Record<"dianbo" | "readability" | "defuddle", Reader>> = {
  dianbo: (document, url) => {
    const page = recognise(capturePage(document, { href: url }, rulesFor(url, rules)));
    return {
      title: page.title.value,
      publishedAt: page.publishedAt?.value ?? "",
      publisher: page.publisher?.value ?? "",
      text: page.body?.text ?? "",
    };
  },
  readability: (document) => {
    const read = new Readability(document).parse();
    if (read === null) return NOTHING;
    return {
      title: read.title ?? "",
      publishedAt: dateInText(read.publishedTime ?? "") ?? "",
      publisher: read.siteName ?? "",
      text: read.textContent ?? "",
    };
  },
  defuddle: async (document, url) => {
    // Without this it may ask services of others for the page.
    const read = await Defuddle(document, url, { useAsync: false });
    return {
      title: read.title,
      publishedAt: dateInText(read.published) ?? "",
      publisher: read.site,
      text: textOfHtml(read.content),
    };
  },
};
type Name = keyof typeof READERS;
const NAMES: readonly Name[] = ["dianbo", "readability", "defuddle"];

interface Tally {
  readonly right: Record<ScoredField, number>;
  readonly of: Record<ScoredField, number>;
  millis: number;
}

const RUNS = 3;

const readOnce = async (
  reader: Reader,
  page: TruePage,
): Promise<{ readonly read: ReadPage; readonly millis: number }> => {
  const { document } = parseHTML(decodePage(page.bytes));
  const start = performance.now();
  try {
    const read = await reader(document, page.url);
    return { read, millis: performance.now() - start };
  } catch {
    // A reader that gives up has found nothing.
    return { read: NOTHING, millis: performance.now() - start };
  }
};

const tallyOf = async (reader: Reader, pages: readonly TruePage[]): Promise<Tally> => {
  const none = (): Record<ScoredField, number> => ({ title: 0, date: 0, publisher: 0, body: 0 });
  const tally: Tally = { right: none(), of: none(), millis: 0 };
  for (const page of pages) {
    const times: number[] = [];
    let scores: ReturnType<typeof scoresOf> | undefined;
    for (let run = 0; run < RUNS; run += 1) {
      const { read, millis } = await readOnce(reader, page);
      times.push(millis);
      scores = scoresOf(read, page);
    }
    tally.millis += Math.min(...times);
    for (const field of SCORED) {
      const score = scores?.[field];
      if (score === undefined) continue;
      tally.right[field] += score;
      tally.of[field] += 1;
    }
  }
  return tally;
};

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Rivals announce what they cannot do; the lines of the bench are for machines. */
const quietly = async <T>(work: () => Promise<T>): Promise<T> => {
  const { log, warn, error } = console;
  Object.assign(console, { log: () => undefined, warn: () => undefined, error: () => undefined });
  try {
    return await work();
  } finally {
    Object.assign(console, { log, warn, error });
  }
};

/** `npm run -s bench -- extract`: a line for each accuracy, one for the time of a page. */
export const bench = async (): Promise<readonly BenchLine[]> => {
  const pages = truePages();
  const tallies = await quietly(async () => {
    const found: Partial<Record<Name, Tally>> = {};
    for (const name of NAMES) found[name] = await tallyOf(READERS[name], pages);
    return found;
  });
  const { dianbo, readability, defuddle } = tallies;
  if (dianbo === undefined || readability === undefined || defuddle === undefined)
    throw new Error("nothing read, nothing measured");
  const share = (tally: Tally, field: ScoredField): number =>
    tally.of[field] === 0 ? 0 : tally.right[field] / tally.of[field];
  const accuracy = SCORED.map((field): BenchLine => {
    const value = share(dianbo, field);
    const baseline = {
      readability: rounded(share(readability, field)),
      defuddle: rounded(share(defuddle, field)),
    };
    const best = Math.max(baseline.readability, baseline.defuddle);
    if (value <= best) process.exitCode = 1;
    return {
      name: `extract ${field} of ${dianbo.of[field]} pages`,
      value: rounded(value),
      unit: "share right",
      baseline,
      // A rival that finds none would make this endless: one page is the least it counts for.
      ratio: rounded(value / Math.max(best, 1 / Math.max(1, dianbo.of[field]))),
    };
  });
  const time = (tally: Tally): number => tally.millis / pages.length;
  return [
    ...accuracy,
    {
      name: `extract time of ${pages.length} pages`,
      value: rounded(time(dianbo)),
      unit: "ms a page",
      limit: rounded(time(defuddle)),
      baseline: { readability: rounded(time(readability)), defuddle: rounded(time(defuddle)) },
      ratio: rounded(time(dianbo) / time(defuddle)),
    },
  ];
};
