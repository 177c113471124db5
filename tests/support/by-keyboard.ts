/** What a person does who has no mouse: Tab to a control by its name, and the keys that it takes. */
import type { Page } from "playwright-core";

/** A hand on the keyboard. */
export interface Keyboard {
  /** Walks by Tab until the control with that name has the focus. */
  reach(name: string | RegExp): Promise<void>;
  /** Reaches a link or button and presses Enter. */
  press(name: string | RegExp): Promise<void>;
  /** Reaches a field and types over what stands in it. */
  fill(name: string | RegExp, text: string): Promise<void>;
  /** Reaches a day's or an hour's field and types it, part after part. `value` as `2026-11-02` or `19:00`. */
  fillWhen(name: string | RegExp, value: string): Promise<void>;
  /** Reaches a list and goes down to the choice with that word. */
  choose(name: string | RegExp, word: string): Promise<void>;
  /** Reaches a box and ticks it with the space bar. */
  tick(name: string | RegExp): Promise<void>;
}

/** More stops than any room has. */
const MOST_STOPS = 400;

/** Where the walk stands: the name of what has the focus, and how far it is to the wanted name, either way. */
interface Stand {
  readonly name: string;
  /** Stops at least, forwards and backwards; nothing while the page does not have it. */
  readonly ahead: number | undefined;
  readonly behind: number | undefined;
}

/** Looks about, as a person looks over a form before the hand goes on. */
const lookAbout = (page: Page, wanted: string | RegExp): Promise<Stand> =>
  page.evaluate(
    ({ source, flags, exact }) => {
      const nameOf = (at: Element): string => {
        const labels =
          at instanceof HTMLInputElement ||
          at instanceof HTMLTextAreaElement ||
          at instanceof HTMLSelectElement
            ? [...(at.labels ?? [])].map((label) => label.textContent)
            : [];
        const by = (at.getAttribute("aria-labelledby") ?? "")
          .split(" ")
          .map((id) => document.getElementById(id)?.textContent ?? "");
        const names = [
          at.getAttribute("aria-label"),
          by.join(" "),
          labels.join(" "),
          at.textContent,
        ];
        const name = names.find((one) => (one ?? "").trim() !== "") ?? "";
        return name.replace(/\s+/gu, " ").trim();
      };
      const pattern = new RegExp(source, flags);
      const fits = (name: string): boolean =>
        exact ? name === source || name.startsWith(`${source} `) : pattern.test(name);
      const stops = [
        ...document.querySelectorAll(
          "a[href], button, input, select, textarea, summary, [tabindex]",
        ),
      ].filter(
        (at) =>
          at instanceof HTMLElement &&
          at.tabIndex >= 0 &&
          !at.matches(":disabled, [type=file][hidden]") &&
          // Of a group of round buttons only the chosen one is a stop.
          (!(at instanceof HTMLInputElement) || at.type !== "radio" || at.checked) &&
          at.getClientRects().length > 0,
      );
      const here = document.activeElement;
      const at = here === null ? -1 : stops.indexOf(here);
      const ahead = stops.findIndex((stop, place) => place > at && fits(nameOf(stop)));
      const before = stops.filter((stop, place) => place < at && fits(nameOf(stop))).at(-1);
      const behind = before === undefined ? -1 : stops.indexOf(before);
      return {
        // A room that took the focus as a whole is no stop.
        name: here instanceof HTMLElement && here.tabIndex >= 0 ? nameOf(here) : "",
        ahead: ahead < 0 ? undefined : ahead - at,
        behind: behind < 0 ? undefined : at - behind,
      };
    },
    typeof wanted === "string"
      ? { source: wanted, flags: "u", exact: true }
      : { source: wanted.source, flags: wanted.flags, exact: false },
  );

const valueHere = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.value : "";
  });

const fits = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === "string" ? name === wanted || name.startsWith(`${wanted} `) : wanted.test(name);

/** A hand on the keyboard of a page. */
export const byKeyboard = (page: Page): Keyboard => {
  const reach: Keyboard["reach"] = async (name) => {
    const met: string[] = [];
    // A page that is still being drawn may not have it yet: the walk goes on until it does.
    for (let walked = 0; walked < MOST_STOPS; ) {
      const { name: here, ahead, behind } = await lookAbout(page, name);
      if (fits(here, name)) return;
      met.push(here);
      const isBack = behind !== undefined && (ahead === undefined || behind < ahead);
      // A day's field is several stops, so this is never too far; the rest is walked one by one.
      const stops = Math.max(1, (isBack ? behind : (ahead ?? 1)) - 1);
      for (let stop = 0; stop < stops; stop += 1) {
        await page.keyboard.press(isBack ? "Shift+Tab" : "Tab");
      }
      walked += stops;
    }
    throw new Error(`no stop called ${String(name)} among ${[...new Set(met)].join(" | ")}`);
  };
  return {
    reach,
    press: async (name) => {
      await reach(name);
      await page.keyboard.press("Enter");
    },
    fill: async (name, text) => {
      await reach(name);
      await page.keyboard.press("Control+A");
      if (text === "") await page.keyboard.press("Delete");
      else await page.keyboard.insertText(text);
    },
    fillWhen: async (name, value) => {
      await reach(name);
      // Reached from behind, the hand is on the field's last part: out of it and in again is its first.
      const field = await page.evaluateHandle(() => document.activeElement);
      const isIn = () => page.evaluate((at) => document.activeElement === at, field);
      for (let part = 0; part < 6 && (await isIn()); part += 1) {
        await page.keyboard.press("Shift+Tab");
      }
      await page.keyboard.press("Tab");
      const parts = value.split(/[-:]/u);
      // Arrow keys walk through the parts of the field whatever their order is in this language.
      const orders = parts.length === 3 ? [parts, [parts[1], parts[2], parts[0]]] : [parts];
      for (const order of orders) {
        for (let part = 0; part < 4; part += 1) await page.keyboard.press("ArrowLeft");
        for (const [at, text] of order.entries()) {
          await page.keyboard.type(text ?? "");
          // Two figures go on to the next part by themselves; a year of four does not.
          if (at < order.length - 1 && text?.length === 4) await page.keyboard.press("ArrowRight");
        }
        if ((await valueHere(page)) === value) return;
      }
      throw new Error(`typed ${value} into ${String(name)} and it says ${await valueHere(page)}`);
    },
    choose: async (name, word) => {
      await reach(name);
      const at = await page.evaluate((wanted) => {
        const list = document.activeElement;
        return list instanceof HTMLSelectElement
          ? [...list.options].findIndex(({ label }) => label === wanted)
          : -1;
      }, word);
      if (at < 0) throw new Error(`no choice ${word} in ${String(name)}`);
      await page.keyboard.press("Home");
      for (let step = 0; step < at; step += 1) await page.keyboard.press("ArrowDown");
    },
    tick: async (name) => {
      await reach(name);
      await page.keyboard.press("Space");
    },
  };
};
