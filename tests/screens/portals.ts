/** Pictures of the portals' room: empty, with a list whose rule no longer fits, a rule file before it is taken. */
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { makeSiteKey, type Sha512 } from "@dianbo/shared/identity";
import { builtInRules, type PortalRule, writeRuleFile } from "@dianbo/shared/portal-rule";
import type { Page } from "playwright-core";
import { extensionId, newProfile, openBrowser } from "../support/browser.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { take } from "./picture.ts";

const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());

const ruleFile = async (seed: number, rules: readonly PortalRule[]): Promise<Buffer> => {
  const key = await makeSiteKey(new Uint8Array(32).fill(seed), sha512);
  return Buffer.from(await writeRuleFile(rules, "青川县远教办", key, sha512));
};

const choose = async (page: Page, buffer: Buffer): Promise<void> => {
  await page.locator("input[type=file]").setInputFiles({
    name: "青川县.dianbo-rules.json",
    mimeType: "application/json",
    buffer,
  });
  const preview = page.locator("h3[tabindex]");
  await preview.waitFor();
  // In 大字 it stands below the fold.
  await preview.evaluate((heading) => heading.scrollIntoView({ block: "start" }));
};

/** The button that takes the rules of a file. */
const KEEP = /^(?:收下|Take) \d+/u;

const newer = (id: string): PortalRule[] =>
  builtInRules().flatMap((rule) =>
    rule.id === id ? [{ ...rule, version: rule.version + 1 }] : [],
  );

/** Two portals of the list, one of them with columns, and a rule that has missed since the 20th. */
const fill = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "把人民网加进名单" }).waitFor();
  for (const name of ["人民网", "共产党员网", "科普中国", "国家卫生健康委"]) {
    // Once one is taken the ready ones fold; whether they have yet is not to be guessed at.
    const ready = page.locator("details").first();
    await ready.evaluate((fold) => fold.setAttribute("open", ""));
    await page.getByRole("button", { name: `把${name}加进名单` }).click();
    await page.getByRole("button", { name: `改${name}` }).waitFor();
  }
  await page.locator("summary").first().click();
  await page.getByRole("button", { name: "改人民网" }).click();
  for (const [name, address] of [
    ["党建", "http://dangjian.people.com.cn/"],
    ["理论", "http://theory.people.com.cn/"],
    ["健康", "http://health.people.com.cn/"],
  ] as const) {
    await page.getByLabel("栏目网址").fill(address);
    await page.getByLabel("栏目名字").fill(name);
    await page.getByRole("button", { name: "加栏目" }).click();
    await page.getByLabel(`${name}的名字`).waitFor();
  }
};

/** The room inside the extension, where everything of it lives. */
export const takePortals = async (): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, extension: true });
  try {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`chrome-extension://${extensionId()}/app.html#/portals`);
    await page.locator("main h1").waitFor();
    for (const manner of MANNERS) {
      await speak(page, manner);
      await page.locator("main h1").waitFor();
      await take(page, "29-portals-empty", manner);
    }
    await speak(page, "zh");
    await fill(page);
    await page.getByRole("button", { name: "改好了" }).click();
    for (const manner of MANNERS) {
      await speak(page, manner);
      await page.getByRole("button", { name: /^(?:改|Edit )人民网/u }).click();
      await take(page, "29-portals-edit", manner);
    }
    const kepuchina = builtInRules().find(({ id }) => id === "kepuchina");
    await page.evaluate(
      async ([version, since]) => {
        await chrome.storage.local.set({
          "portal-rule-health": [
            {
              rule: "kepuchina",
              version,
              kinds: { article: { hits: 31, misses: 2 } },
              runs: { title: { since, pages: 2, last: 7 } },
            },
          ],
        });
      },
      [kepuchina?.version ?? 1, Date.UTC(2026, 10, 20, 3)] as const,
    );
    for (const manner of MANNERS) {
      await speak(page, manner);
      await page.locator("main .note.warn").waitFor();
      await take(page, "29-portals", manner);
    }
    const taken = await ruleFile(7, newer("kepuchina"));
    const undo = page.getByRole("button", { name: /^(?:撤销|Undo)/u }).first();
    for (const manner of MANNERS) {
      await speak(page, manner);
      await page.locator("main .note.warn").waitFor();
      await choose(page, taken);
      await take(page, "29-portals-rule-file", manner);
      await page.getByRole("button", { name: KEEP }).click();
      await undo.waitFor();
      await take(page, "29-portals-rules", manner);
      await undo.click();
      await undo.waitFor({ state: "detached" });
    }
    await choose(page, taken);
    await page.getByRole("button", { name: KEEP }).click();
    await undo.waitFor();
    const stranger = await ruleFile(8, newer("people"));
    for (const manner of MANNERS) {
      await speak(page, manner);
      await page.locator("main h1").waitFor();
      await choose(page, stranger);
      await take(page, "29-portals-key-changed", manner);
    }
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};
