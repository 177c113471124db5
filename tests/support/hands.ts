/**
 * What a stretch of work costs a person's hands, counted act by act and reckoned by the keystroke-level
 * model (Card, Moran and Newell, 1980), so that no machine's speed comes into it: to point with the mouse
 * 1.1 s, to press its button and let go 0.2 s, a key 0.28 s, from mouse to keyboard or back 0.4 s.
 */
import type { Locator, Page } from "playwright-core";

const POINT = 1.1;
const PRESS = 0.2;
const KEY = 0.28;
const HOME = 0.4;

/** A person's two hands, which do one thing after the other. */
export interface Hands {
  /** Points at something and clicks it. */
  click(at: Locator): Promise<void>;
  /** A click that the test has to do by other means: a tab, a button of the browser itself. */
  clickBy<T>(act: () => Promise<T>): Promise<T>;
  /** Presses keys one after the other; keys that are held together count one by one. */
  press(page: Page, ...keys: readonly string[]): Promise<void>;
  /** Keys that the test has to press by other means: those of a question of the browser itself. */
  pressBy<T>(keys: number, act: () => Promise<T>): Promise<T>;
  /** What was done so far. */
  readonly done: { readonly clicks: number; readonly keys: number; readonly changes: number };
  /** The seconds that it takes. */
  readonly seconds: number;
}

/** Hands that lie on the mouse and have done nothing yet. */
export const newHands = (): Hands => {
  let [clicks, keys, changes] = [0, 0, 0];
  let place: "mouse" | "keys" = "mouse";
  const go = (to: "mouse" | "keys"): void => {
    if (place !== to) changes += 1;
    place = to;
  };
  const clickBy = <T>(act: () => Promise<T>): Promise<T> => {
    go("mouse");
    clicks += 1;
    return act();
  };
  const pressBy = <T>(count: number, act: () => Promise<T>): Promise<T> => {
    go("keys");
    keys += count;
    return act();
  };
  return {
    click: (at) => clickBy(() => at.click()),
    clickBy,
    press: (page, ...all) =>
      pressBy(all.flatMap((key) => key.split("+")).length, async () => {
        for (const key of all) await page.keyboard.press(key);
      }),
    pressBy,
    get done() {
      return { clicks, keys, changes };
    },
    get seconds() {
      return clicks * (POINT + PRESS) + keys * KEY + changes * HOME;
    },
  };
};
