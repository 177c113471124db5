/** How a page speaks and how large it prints: what a person chooses in the settings, kept per browser profile. */
import type { Page } from "playwright-core";

/** Chinese, English, or Chinese in 大字. */
export type Manner = "zh" | "en" | "large";

/** The three in which every room must be whole. */
export const MANNERS: readonly Manner[] = ["zh", "en", "large"];

/** Chooses for the page's own origin, and opens the page again in it. */
export const speak = async (page: Page, manner: Manner): Promise<void> => {
  await page.evaluate(
    ([language, size]) => {
      localStorage.setItem("dianbo-language", language);
      localStorage.setItem("dianbo-text-size", size);
    },
    [manner === "en" ? "en" : "zh-CN", manner === "large" ? "large" : "ordinary"] as const,
  );
  await page.reload();
};
