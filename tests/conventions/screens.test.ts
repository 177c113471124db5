/**
 * Every room has its picture in `docs/screens`, in Chinese, in English and in 大字: whoever adds a route is asked
 * here which picture shows it. Taken by `npm run screens`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesUnder, ROOT } from "../../scripts/workspace.ts";

/** The picture of each route; the first is the room as it opens. */
const OFFICE: Readonly<Record<string, readonly string[]>> = {
  "/": ["04-start"],
  "/inbox": ["03-inbox", "03-inbox-empty"],
  "/downloads": ["03-downloads", "03-downloads-disk", "03-downloads-night", "03-downloads-paused"],
  "/downloads/print": ["03-downloads-summary"],
  "/library": ["05-library", "05-library-search", "05-library-ticked", "05-library-filters"],
  "/library/add": ["26-add", "26-add-table"],
  "/library/:id": ["23-item", "23-item-history"],
  "/set-menus": ["06-set-menus"],
  "/set-menus/:id": ["06-set-menu", "06-set-menu-compose", "06-compose", "06-starters"],
  "/set-menus/:id/cover": ["06-set-menu-cover"],
  "/book": ["12-programme-list", "12-book-editions"],
  "/book/print/:kind?": [
    "12-print-desk",
    "12-print-supplement",
    "12-copying-slip-desk",
    "13-wall-sheet-desk",
    "14-cards-desk",
    "15-preview-notice-desk",
    "12-list-desk",
  ],
  "/schedule/:id?": ["19-schedule", "19-schedule-list", "19-schedule-plan", "19-schedule-branches"],
  "/pre-flight/:menu?": ["11-pre-flight", "11-pre-flight-choose"],
  "/register/:month?": ["18-register", "18-register-wide"],
  "/register/print/:month": ["18-register-desk"],
  "/ledgers/*?": ["18-ledgers"],
  "/ledgers/book/:book/:month?": ["18-ledger-book"],
  "/ledgers/print/:book/:month": ["18-ledger-print"],
  "/ledgers/roll-print/:branch/:month": ["18-roll-book-desk"],
  "/ledgers/roll/:branch?": ["18-roll-call"],
  "/ledgers/rosters/:branch?": ["18-rosters"],
  "/ledgers/archive/:year?": ["18-archive"],
  "/ledgers/written/:book/:year?": ["18-written-desk"],
  "/ledgers/repair/:row": ["18-repair-desk"],
  "/ledgers/names": ["18-names"],
  "/ledgers/rules": ["18-rules-desk"],
  "/ledgers/guide": ["18-guide-desk"],
  "/reports/*?": ["19-reports", "19-reports-none"],
  "/reports/cards": ["19-cards", "19-cards-none"],
  "/reports/plan/:year": ["19-next-plan"],
  "/reports/:span": ["19-year-report", "19-month-none"],
  "/wishes": ["13-wishes"],
  "/wishes/print/:id": ["13-tick-list-desk"],
  "/questions/*?": ["18-questions"],
  "/questions/print": ["18-question-slips"],
  "/share/:way?": ["27-share", "27-share-code", "27-share-scan", "16-import"],
  "/settle": ["17-settle", "17-settle-number", "17-settle-empty"],
  "/channels": ["30-channels", "30-channels-empty", "30-channel-preview", "30-channel-news"],
  "/channels/:id": ["30-channel", "30-channel-update", "30-library-finds"],
  "/channels/:id/code": ["30-channel-code"],
  "/channels/:id/host": ["30-channel-host-empty"],
  "/handoff": ["24-handoff"],
  "/move": ["29-move-home", "29-elsewhere"],
  "/meeting": ["28-meeting"],
  "/backup": ["28-backup", "28-backup-folder"],
  "/keeping": ["28-keeping"],
  "/stick/:menu?": ["20-stick", "20-stick-none", "20-stick-made", "20-stick-pulled"],
  "/open-stick": ["20-open-stick", "20-open-stick-none"],
  "/portals": [
    "29-portals",
    "29-portals-hosted",
    "29-portals-empty",
    "29-portals-edit",
    "29-portals-rule-file",
    "29-portals-rules",
    "29-portals-key-changed",
  ],
  "/settings": ["22-settings"],
  "/settings/key": ["22-key-sheet"],
};

/** What is no route of the office: shown before there is a book, or beside a portal's page. */
const BESIDE: readonly string[] = [
  "21-first-run",
  "21-first-run-already",
  "21-key-sheet",
  "21-joining",
  "21-camera",
  "25-nowhere",
  "01-clip-panel",
  "01-clip-panel-article",
  "01-clip-panel-duplicate",
  "01-clip-panel-held",
  "01-clip-panel-link",
  "02-clip-panel-list",
];

/**
 * In Chinese and English only. 大字 is a choice for the office: the study room and the USB edition are drawn for
 * eight metres, the install page and the greeting stand before anybody can have chosen it, and a page of trouble
 * cannot know what was chosen.
 */
const TWO_MANNERS: readonly string[] = [
  "00-install",
  "00-welcome",
  "07-keypad",
  "07-keypad-idle",
  "07b-keypad-preview",
  "07c-set-menu",
  "07d-keypad-doors",
  "08-wrong-number",
  "08b-shelf",
  "09-playing",
  "09b-queue",
  "09c-host",
  "09d-projector",
  "09g-session-over",
  "10-intermission",
  "10b-article",
  "10e-pdf",
  "20-usb-start",
  "20-usb-keypad",
  "20-usb-receipt",
  "30-blocked",
  "30-broken-room",
  "30-damaged",
  "30-disk-full",
  "30-embedded",
  "30-for-helper",
  "30-newer-data",
  "30-refused",
];

/** Every route that the office's shells and its features' inner rooms know. */
const routesThere = (): readonly string[] => {
  const paths = filesUnder(ROOT, "pwa/src", [".tsx"]).flatMap((path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    return [...text.matchAll(/<Route\s+path="([^"]+)"/gu)].flatMap(([, route]) => route ?? []);
  });
  return [...new Set(paths)].sort();
};

const pictures = new Set(readdirSync(join(ROOT, "docs/screens")));
const missing = (names: readonly string[], endings: readonly string[]): readonly string[] =>
  names
    .flatMap((name) => endings.map((ending) => `${name}${ending}.png`))
    .filter((file) => !pictures.has(file));

test("every route says which picture shows it", () => {
  expect(Object.keys(OFFICE).sort()).toEqual(routesThere());
});

test("every room is photographed in Chinese, in English and in 大字", () => {
  const rooms = [...Object.values(OFFICE).flat(), ...BESIDE];
  expect(missing(rooms, ["", ".en", ".large"])).toEqual([]);
});

test("what knows no 大字 is photographed in both languages", () => {
  expect(missing(TWO_MANNERS, ["", ".en"])).toEqual([]);
});
