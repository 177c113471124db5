/** How large what stands on a screen is, measured against the height of the picture. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Letters for the audience are at least so large, to be read at three metres: a share of the picture's height. */
export const LEAST = 0.025;
/** Numbers and titles, to be read at eight metres. */
const TITLE = 0.0425;

/** What stands on the screen in smaller letters than a share of its height, with its size. */
const tooSmall = (page: Page, scope: string, share: number): Promise<readonly string[]> =>
  page.evaluate(
    ([selector, least]) => {
      const found: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>(selector)) {
        const said = [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent?.trim() ?? "")
          .join("");
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        const seen = element.getClientRects().length > 0;
        if (seen && said !== "" && size < least * innerHeight) found.push(`${said}: ${size}`);
      }
      return found;
    },
    [scope, share] as const,
  );

/** The numbers and titles, and everything else, are large enough for the last bench. */
export const expectReadable = async (page: Page): Promise<void> => {
  expect(await tooSmall(page, "#root *", LEAST)).toEqual([]);
  const hero = ["h1", "h1 *", ".num", ".num *", ".mnum"].map((name) => `#root ${name}`).join(", ");
  expect(await tooSmall(page, hero, TITLE)).toEqual([]);
};
