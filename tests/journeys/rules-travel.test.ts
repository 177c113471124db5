/**
 * A rule on its way: one site takes it from its county and hands it on as a file of its own, another site, in
 * another browser, takes that file and reads pages by it. Then somebody else signs in the first site's name.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, it } from "vitest";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { signedRules, villageRule } from "../support/rule-files.ts";

/** What a site without a name signs as. */
const GIVER = "本站";

interface Site {
  readonly profile: string;
  readonly browser: TestBrowser;
  /** Its portals' room. */
  readonly room: Page;
}

let portal: Portal;
let giver: Site;
let taker: Site;
let folder: string;
let file: string;

const openSite = async (): Promise<Site> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, extension: true, portal: portal.port });
  const room = await browser.context.newPage();
  await room.goto(`chrome-extension://${extensionId()}/app.html#/portals`);
  await room.getByRole("heading", { name: "门户", exact: true }).waitFor();
  return { profile, browser, room };
};
const closeSite = async (site: Site | undefined): Promise<void> => {
  await site?.browser.close();
  if (site !== undefined) await rm(site.profile, { recursive: true, force: true, maxRetries: 5 });
};

beforeEach(async () => {
  portal = await servePortal({ port: 0 });
  giver = await openSite();
  taker = await openSite();
  folder = await mkdtemp(join(tmpdir(), "dianbo-rules-"));
  file = join(folder, "given.dianbo-rules.json");
});
afterEach(async () => {
  await closeSite(giver);
  await closeSite(taker);
  await portal?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const chooseText = ({ room }: Site, text: string): Promise<void> =>
  room.locator("input[type=file]").setInputFiles({
    name: "规则.dianbo-rules.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });

/** Reads the village's page by the toolbar's button: where its title comes from, and what it is. */
const titleBy = async ({ browser, room }: Site, source: RegExp): Promise<string> => {
  const page = await openPortalPage(browser, PORTAL_PAGES.article);
  const panel = await openPanel(browser, page);
  await panel.getByRole("button", { name: source }).waitFor();
  const title = await panel.locator("#title").inputValue();
  await panel.close();
  await page.close();
  await room.bringToFront();
  return title;
};

const BY_RULE = /^标题，来自门户规则/u;
const WITHOUT = /^标题，来自(?!门户规则)/u;

/** One site takes a rule from its county and hands it on under its own signature. */
const handOn = async (): Promise<void> => {
  const { room } = giver;
  await chooseText(giver, await signedRules(7, "青川县远教办", villageRule(1, "h1")));
  await room.getByRole("button", { name: "收下 1 条" }).click();
  await room.getByText("青川县远教办给的 · 第 1 版").waitFor();
  const download = room.waitForEvent("download");
  await room.getByRole("button", { name: "导出规则" }).click();
  await (await download).saveAs(file);
};

/** Another site takes its file, once, and reads by it. */
const takeOver = async (): Promise<void> => {
  const { room } = taker;
  await titleBy(taker, WITHOUT);
  await room.locator("input[type=file]").setInputFiles(file);
  await room.getByText(`签名写的是「${GIVER}」，这里头一回见`).waitFor();
  // What both have built in is not taken a second time.
  await room.getByRole("button", { name: "收下 1 条" }).click();
  await room.getByText(`${GIVER}给的 · 第 1 版`).waitFor();
  expect(await titleBy(taker, BY_RULE)).toBe("电动自行车充电安全，记住这八条");
};

/** Somebody else in the giver's name is loud; who has asked may take it, and it reads. */
const forge = async (): Promise<void> => {
  const { room } = taker;
  await chooseText(taker, await signedRules(9, GIVER, villageRule(2, "title")));
  await room.getByRole("alert").getByText(`「${GIVER}」的签名换了`).waitFor();
  expect(await room.getByRole("button", { name: /^收下/u }).count()).toBe(0);
  await room.getByRole("button", { name: "不要" }).click();
  await room.getByText(`${GIVER}给的 · 第 1 版`).waitFor();
  await chooseText(taker, await signedRules(9, GIVER, villageRule(2, "title")));
  await room.getByRole("button", { name: "问过了，收下 1 条" }).click();
  await room.getByText(`${GIVER}给的 · 第 2 版`).waitFor();
  expect(await titleBy(taker, BY_RULE)).toContain("_");
};

/** Switched off it is as if it had never come, and switched on it reads again. */
const switchOffAndOn = async (): Promise<void> => {
  const { room } = taker;
  await room.getByRole("button", { name: "停用青禾县政府的规则" }).click();
  await titleBy(taker, WITHOUT);
  await room.getByRole("button", { name: "再用上青禾县政府的规则" }).click();
  await titleBy(taker, BY_RULE);
};

it("a rule goes from a county to one site, from there to another, and nobody else signs in its name", async () => {
  await handOn();
  await takeOver();
  await forge();
  await switchOffAndOn();
});
