/** A walk through a page by the Tab key alone. */
import type { Page } from "playwright-core";

/** Walks all stops by Tab; returns those at which nothing shows where the keyboard is, or a trap. */
export const walk = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.getSelection()?.removeAllRanges();
  });
  const unseen: string[] = [];
  const met = new Set<string>();
  let last = "";
  let inARow = 0;
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body) return undefined;
      const all = [...document.querySelectorAll("*")];
      const ring = (element: Element | null): boolean => {
        if (element === null) return false;
        const style = getComputedStyle(element);
        return (
          (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) ||
          style.boxShadow !== "none"
        );
      };
      const box = at.getBoundingClientRect();
      return {
        key: String(all.indexOf(at)),
        name: at.outerHTML.slice(0, 120),
        seen:
          (ring(at) || ring(at.parentElement) || ring(at.closest("label, .field"))) &&
          box.width > 0 &&
          box.bottom > 0 &&
          box.top < window.innerHeight,
      };
    });
    if (stop === undefined) return unseen;
    if (!stop.seen) unseen.push(stop.name);
    // A film's controls and the parts of a date are some stops in one element; twenty are a trap.
    inARow = stop.key === last ? inARow + 1 : 0;
    last = stop.key;
    if (inARow > 20) return [...unseen, `trapped at ${stop.name}`];
    if (inARow > 0) continue;
    // Once round, and the page has been seen whole; a round of less than the rail is a trap.
    if (met.has(stop.key)) return met.size < 8 ? [...unseen, `trapped at ${stop.name}`] : unseen;
    met.add(stop.key);
  }
  return unseen;
};
