/** WCAG 2.2 AA by axe, in the browser in which the journey runs. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";

/** Of rules that hold axe names one place each, not all: to name them all costs more than to look. */
const BRIEFLY = { resultTypes: ["violations" as const] };

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with every rule that the page breaks, and an example of each. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    // The browser under test forbids the blank page that axe would open for its own messages.
    .setLegacyMode(true)
    .options(BRIEFLY)
    .withTags(TAGS)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

/** Fails where the page breaks this one rule of axe, which belongs to none of the tags above. */
export const expectRule = async (page: Page, rule: string): Promise<void> => {
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withRules([rule])
    .analyze();
  // A rule that looked at nothing is not kept either.
  expect(passes.length).toBeGreaterThan(0);
  expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
};

/** The same for our page within another site's page, into which axe does not look from outside. */
export const expectAccessibleFrame = async (frame: Frame): Promise<void> => {
  const builder = createRequire(import.meta.url).resolve("@axe-core/playwright");
  const axe = createRequire(builder).resolve("axe-core/axe.min.js");
  await frame.evaluate(await readFile(axe, "utf8"));
  const found = await frame.evaluate<{ readonly passes: number; readonly broken: string[] }>(
    `axe.run(document, ${JSON.stringify({ ...BRIEFLY, runOnly: TAGS })}).then(({ passes, violations }) => ({
      passes: passes.length,
      broken: violations.map(({ id, nodes }) => id + ": " + nodes[0]?.html),
    }))`,
  );
  // A page that was not reached breaks no rule either.
  expect(found.passes).toBeGreaterThan(0);
  expect(found.broken).toEqual([]);
};
