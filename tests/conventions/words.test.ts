import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/planted-tree.ts";
import { textOf } from "./checks/tree.ts";
import { avoidedWords, sentencesOf, unequalKeys, wordsToAvoid } from "./checks/words.ts";

const LANGUAGES = ["zh-CN", "en"] as const;

/** Words that come with a room of their own and stand in no catalogue of all. */
const ROOM_CATALOGUES = ["hosting", "ledgers", "usb-edition"] as const;

/** A catalogue is what its file exports; types vanish, so this is the object alone. */
const catalogue = async (home: string, language: string): Promise<Record<string, unknown>> => {
  const path = join(ROOT, home, "src/locales", `${language}.ts`);
  if (!existsSync(path)) return {};
  const exported: Record<string, unknown> = { ...(await import(pathToFileURL(path).href)) };
  const objects = Object.values(exported).filter(
    (value) => typeof value === "object" && value !== null,
  );
  return Object.assign({}, ...objects);
};

describe.each(["pwa", "extension"])("words of %s", (home) => {
  test("there are some", async () => {
    expect(sentencesOf(await catalogue(home, "zh-CN")).length).toBeGreaterThan(0);
  });

  test("English is complete", async () => {
    expect(unequalKeys(await catalogue(home, "zh-CN"), await catalogue(home, "en"))).toEqual([]);
  });

  test("no word that the glossary avoids", async () => {
    const words = wordsToAvoid(textOf(ROOT, "docs/glossary.md"));
    expect(words.length).toBeGreaterThan(0);
    expect(avoidedWords(await catalogue(home, "zh-CN"), words)).toEqual([]);
    expect(avoidedWords(await catalogue(home, "en"), words)).toEqual([]);
  });
});

describe.each(ROOM_CATALOGUES)("words of %s, fetched with their rooms", (name) => {
  test("are complete in both languages, without a word that the glossary avoids", async () => {
    const words = wordsToAvoid(textOf(ROOT, "docs/glossary.md"));
    const [chinese = {}, english = {}] = await Promise.all(
      LANGUAGES.map((language) => catalogue("pwa", `${language}/${name}`)),
    );
    expect(sentencesOf(chinese).length).toBeGreaterThan(0);
    expect(unequalKeys(chinese, english)).toEqual([]);
    expect(avoidedWords(chinese, words)).toEqual([]);
    expect(avoidedWords(english, words)).toEqual([]);
  });
});
