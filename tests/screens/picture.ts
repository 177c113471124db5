/** Takes one picture and keeps it small: few colours are enough for flat screens. */
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import type { Manner } from "../support/manner.ts";

const run = promisify(execFile);

/** Where the pictures lie. `DIANBO_SCREENS` names another folder, to look before they are kept. */
export const OUT =
  process.env["DIANBO_SCREENS"] ?? fileURLToPath(new URL("../../docs/screens/", import.meta.url));

const SUFFIX: Readonly<Record<Manner, string>> = { zh: "", en: ".en", large: ".large" };

/** Fewer colours, no notes in the file. */
export const shrink = async (path: string): Promise<void> => {
  await run("convert", [path, "-strip", "+dither", "-colors", "96", `PNG8:${path}`]);
};

/** Waits until letters, pictures and lazy rooms stand still. */
const settled = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  // A frame that is written into the page need not ever say that it is idle.
  await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => undefined);
  await page.waitForTimeout(350);
};

/** Takes `<name>.png`, `<name>.en.png` or `<name>.large.png`. */
export const take = async (page: Page, name: string, manner: Manner = "zh"): Promise<void> => {
  await settled(page);
  await mkdir(OUT, { recursive: true });
  const path = join(OUT, `${name}${SUFFIX[manner]}.png`);
  await page.screenshot({ path });
  await shrink(path);
  console.log(`${name}${SUFFIX[manner]}`);
};

/** The pages of a print desk as the printer gets them; the first becomes the picture. */
export const takePaper = async (page: Page, name: string): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-ledger-"));
  await writeFile(join(folder, "sheet.pdf"), await page.pdf({ preferCSSPageSize: true }));
  await run("pdftoppm", [
    "-r",
    "80",
    "-png",
    "-singlefile",
    join(folder, "sheet.pdf"),
    join(folder, "page"),
  ]);
  await copyFile(join(folder, "page.png"), join(OUT, `${name}.png`));
  await shrink(join(OUT, `${name}.png`));
  console.log(name);
  await rm(folder, { recursive: true });
};
