/** A walk through a page by the Tab key alone. */
import type { Page } from "playwright-core";

/** Where a walk begins: at the page's first stop, or in the room itself, past the rail, which is the same in all rooms. */
export type WalkFrom = "page" | "room";

/** Walks all stops by Tab; returns those at which nothing shows where the keyboard is, or a trap. */
export const walk = async (page: Page, from: WalkFrom = "page"): Promise<readonly string[]> => {
  await page.evaluate((begin) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.getSelection()?.removeAllRanges();
    Reflect.set(window, "walked", new WeakMap<Element, number>());
    if (begin === "page") return;
    const room = document.querySelector("nav.rail + *");
    if (!(room instanceof HTMLElement)) throw new Error("there is no rail to begin after");
    room.focus({ preventScroll: true });
  }, from);
  const unseen: string[] = [];
  const met = new Set<number>();
  let last = -1;
  let inARow = 0;
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body) return undefined;
      const walked: unknown = Reflect.get(window, "walked");
      if (!(walked instanceof WeakMap)) throw new Error("the page was left");
      const count = Number(Reflect.get(window, "stops") ?? 0);
      if (!walked.has(at)) {
        walked.set(at, count);
        Reflect.set(window, "stops", count + 1);
      }
      const ring = (element: Element | null): boolean => {
        if (element === null) return false;
        const style = getComputedStyle(element);
        return (
          (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) ||
          style.boxShadow !== "none"
        );
      };
      const box = at.getBoundingClientRect();
      const alone = at.cloneNode(false);
      return {
        key: Number(walked.get(at)),
        name: alone instanceof Element ? alone.outerHTML.slice(0, 120) : "",
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
