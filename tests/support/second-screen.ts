/** A second screen that a test plugs in and pulls out, for the browsers under test have none; and its window. */
import type { BrowserContext, Page } from "playwright-core";

const SOON = { timeout: 20_000 };

const pretend = (): void => {
  const there = (): boolean => localStorage.getItem("second-screen") === "yes";
  // A new window keeps its global from the empty page it begins with, so this may run twice in it.
  const configurable = true;
  Object.defineProperty(Screen.prototype, "isExtended", { get: there, configurable });
  Object.defineProperty(window, "screenX", {
    get: () => (there() && location.hash === "#projector" ? 5_000 : 0),
    configurable,
  });
};

/** Lets every page of the browser believe in a second screen, once it is plugged in. */
export const addSecondScreen = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(pretend);

/** Plugs the second screen in, or pulls it out. */
export const plugSecondScreen = (page: Page, there: boolean): Promise<void> =>
  page.evaluate((yes) => localStorage.setItem("second-screen", yes ? "yes" : "no"), there);

/**
 * Puts the picture into the projector's window by the host's key, and clicks into it, as somebody does who has
 * dragged it over.
 */
export const openProjector = async (host: Page): Promise<Page> => {
  const opened = host.context().waitForEvent("page", SOON);
  await host.keyboard.press("p");
  const projector = await opened;
  await projector.waitForLoadState();
  // Only the host's screen has kept its key; the door in the room's head has none.
  await host.locator("button kbd", { hasText: /^P$/u }).waitFor(SOON);
  await projector.bringToFront();
  await projector.mouse.click(400, 300);
  return projector;
};
