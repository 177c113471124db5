/** A hosted book with the sample library, a name, and one film that really plays. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { keepFilm } from "./keep-film.ts";

const FILM = fileURLToPath(new URL("../../demonstration/media/party-flag.mp4", import.meta.url));

/** Opens the office at an address in Chinese, loads the samples, names the site, keeps the film of 1014. */
export const openSampleBook = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/#/settings`);
  await page.getByRole("button", { name: "载入样例" }).click();
  await page.getByRole("button", { name: "清掉样例" }).waitFor();
  await page.getByLabel("站点名字").fill("青禾社区站");
  await page.getByLabel("站点名字").press("Enter");
  await page.getByRole("link", { name: /课件.*86/u }).waitFor();
  await keepFilm(page, { number: 1014, file: FILM });
};
