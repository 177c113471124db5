/** Whether a screen in one language shows words of the other: what stands in only one of the two catalogues. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { filesUnder, ROOT } from "../../scripts/workspace.ts";
import { storedRecords } from "./stored-records.ts";

const HAN = /\p{Script=Han}/u;

/** Every whole string of a catalogue: sentences that are put together from parts are left out. */
const stringsOf = (language: "zh-CN" | "en"): ReadonlySet<string> =>
  new Set(
    filesUnder(ROOT, `pwa/src/locales/${language}`, [".ts"]).flatMap((path) =>
      [...readFileSync(join(ROOT, path), "utf8").matchAll(/"((?:[^"\\\n]|\\.)+)"/gu)].flatMap(
        ([, text]) => (text === undefined ? [] : text.replaceAll('\\"', '"')),
      ),
    ),
  );

const CHINESE = stringsOf("zh-CN");
const ENGLISH = stringsOf("en");

/** What is said on the screen, piece by piece: texts, names, hints and titles. Finds are marked parts of titles. */
const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pieces = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      if (walker.currentNode.parentElement?.closest("script, style, mark, [lang]:not(html)"))
        continue;
      pieces.add(walker.currentNode.textContent?.trim() ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
      for (const name of ["aria-label", "placeholder", "title"]) {
        pieces.add(element.getAttribute(name)?.trim() ?? "");
      }
    }
    return [...pieces];
  });

/** Every string that stands in a record of the library: data, in whatever language it was written. */
const written = async (page: Page): Promise<ReadonlySet<string>> =>
  new Set(
    JSON.stringify(await storedRecords(page))
      .match(/"(?:[^"\\]|\\.)*"/gu)
      ?.map((text): string => JSON.parse(text)),
  );

/**
 * Words of the other language on a page. Data is none: titles, names of shelves and what people wrote. In Chinese
 * a single English word may be a name (`WPS`), so only phrases count there.
 */
export const wordsOfOther = async (page: Page, language: "zh-CN" | "en"): Promise<string[]> => {
  const others = (await said(page)).filter((piece) =>
    language === "en"
      ? HAN.test(piece) && CHINESE.has(piece) && !ENGLISH.has(piece)
      : / \w/u.test(piece) && ENGLISH.has(piece) && !CHINESE.has(piece),
  );
  if (others.length === 0) return others;
  const data = await written(page);
  return others.filter((piece) => !data.has(piece));
};
