/**
 * Takes the pictures of `docs/screens` from the built products: every room in Chinese, English and
 * 大字. Names follow the drawings. Words on the command line take only those parts:
 * `npm run screens -- office book ledgers reports year sheets room two-screens first extension downloads portals trouble evening stick usb catalogue channels`.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { servePortal } from "@dianbo/demonstration/serve";
import { serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser } from "../support/browser.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { takeBook } from "./book.ts";
import { takeCatalogue } from "./catalogue.ts";
import { takeChannelsOnTheWeb } from "./channels-web.ts";
import { takeDownloads } from "./downloads.ts";
import { takeEveningDesk } from "./evening-desk.ts";
import { takeExtension } from "./extension.ts";
import { takeFirstSite } from "./first-site.ts";
import { takeLedgers } from "./ledgers.ts";
import { takeOffice } from "./office.ts";
import { takePortals } from "./portals.ts";
import { takeReports } from "./reports.ts";
import { takeSheets } from "./sheets.ts";
import { takeSticks } from "./stick.ts";
import { takeStudyRoom } from "./study-room.ts";
import { takeTrouble } from "./trouble.ts";
import { takeTwoScreens } from "./two-screens.ts";
import { takeUsbEdition } from "./usb-edition.ts";
import { takeYearPapers } from "./year-papers.ts";

const wanted = new Set(process.argv.slice(2));
const takes = (part: string): boolean => wanted.size === 0 || wanted.has(part);

const app = await serveApp({ root: join(DIST, "pwa"), port: 0 });
const portal = await servePortal({ port: 0 });
const address = `http://localhost:${app.port}`;
try {
  if (takes("office") || takes("room")) {
    const profile = await newProfile();
    const browser = await openBrowser({ profile });
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    if (takes("office")) await takeOffice(page, address);
    else await openSampleBook(page, address);
    if (takes("room")) await takeStudyRoom(page, address);
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  if (takes("two-screens")) await takeTwoScreens(address);
  if (takes("catalogue")) await takeCatalogue(address);
  if (takes("channels")) await takeChannelsOnTheWeb();
  if (takes("book")) await takeBook(address);
  if (takes("ledgers")) await takeLedgers(address);
  if (takes("reports")) await takeReports(address);
  if (takes("year")) await takeYearPapers(address);
  if (takes("sheets")) await takeSheets(address);
  if (takes("first")) await takeFirstSite(address);
  if (takes("extension")) await takeExtension(portal.port);
  if (takes("downloads")) await takeDownloads();
  if (takes("portals")) await takePortals();
  if (takes("trouble")) await takeTrouble(address);
  if (takes("evening")) await takeEveningDesk(address);
  if (takes("stick")) await takeSticks(address);
  if (takes("usb")) await takeUsbEdition();
} finally {
  await app.close();
  await portal.close();
}
