/** Pictures of what stands in the extension: the clip panel, 400 wide, and the inbox with rows. */
import { rm } from "node:fs/promises";
import { extensionId, newProfile, openBrowser } from "../support/browser.ts";
import { openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { MANNERS, type Manner, speak } from "../support/manner.ts";
import { take } from "./picture.ts";

/** All of the extension. `portal` is the port of the demonstration portal. */
export const takeExtension = async (portal: number): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, extension: true, portal });
  try {
    for (const [url, name] of [
      [PORTAL_PAGES.film, "01-clip-panel"],
      [PORTAL_PAGES.article, "01-clip-panel-article"],
      [PORTAL_PAGES.frames, "01-clip-panel-link"],
    ] as const) {
      const panel = await openPanel(browser, await openPortalPage(browser, url));
      await panel.setViewportSize({ width: 400, height: 768 });
      for (const manner of ["zh", "en"] satisfies Manner[]) {
        await speak(panel, manner);
        await panel.locator("#title").waitFor();
        await take(panel, name, manner);
      }
      await speak(panel, "zh");
      if (name === "01-clip-panel-link") {
        await panel.getByRole("button", { name: /不归类/u }).click();
        await panel.getByText("存进收件箱了").waitFor();
        await take(panel, "01-clip-panel-saved");
      }
      await panel.close();
    }
    const app = await browser.context.newPage();
    await app.setViewportSize({ width: 1366, height: 768 });
    await app.goto(`chrome-extension://${extensionId()}/app.html#/inbox`);
    for (const manner of MANNERS) {
      await speak(app, manner);
      await app.locator("main h1").waitFor();
      await take(app, "03-inbox", manner);
    }
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};
