/** Pictures of every page that is shown when something is wrong, in Chinese and English. */
import { rm } from "node:fs/promises";
import { newProfile, openBrowser } from "../support/browser.ts";
import type { Manner } from "../support/manner.ts";
import { TROUBLES, type Trouble } from "../support/troubles.ts";
import { take } from "./picture.ts";

const takeOne = async (trouble: Trouble, manner: Manner, address: string): Promise<void> => {
  // A profile of its own each time: some troubles leave data behind, and a second visit is served offline.
  const profile = await newProfile();
  await trouble.prepare?.(profile);
  // Where nothing can be kept the browser's own language speaks.
  const switches = manner === "en" ? ["--lang=en-US", "--accept-lang=en-US"] : [];
  // One trouble is the app in another site's frame.
  const reaches = [new URL(address).host];
  const { context, close } = await openBrowser({ profile, switches, reaches });
  await context.addInitScript(
    (language) => {
      try {
        localStorage.setItem("dianbo-language", language);
      } catch {
        // Within another site's page nothing can be kept; there the browser's own language speaks.
      }
    },
    manner === "en" ? "en" : "zh-CN",
  );
  const page = await trouble.open(context, address);
  const shown = trouble.name === "embedded" ? page.frameLocator("iframe") : page;
  await shown.locator("summary").waitFor();
  await take(page, `30-${trouble.name}`, manner);
  if (trouble.name === "broken-room") {
    await shown.locator("summary").click();
    await take(page, "30-for-helper", manner);
  }
  await close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
};

/** All troubles. */
export const takeTrouble = async (address: string): Promise<void> => {
  for (const trouble of TROUBLES) {
    for (const manner of ["zh", "en"] as const) {
      await takeOne(trouble, manner, address);
    }
  }
};
