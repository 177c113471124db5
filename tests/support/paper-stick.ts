import { fixedClock } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import { newRecordId, newSiteId } from "@dianbo/shared/identity";
import type { SetMenu, SetMenuEntry } from "@dianbo/shared/set-menu";
import type { StickMakers } from "../../pwa/src/storage/book-folder/made-files.ts";
import { makeStick } from "../../pwa/src/storage/book-folder/make-stick.ts";
import { openStick } from "../../pwa/src/storage/book-folder/open-stick.ts";
import { planStick } from "../../pwa/src/storage/book-folder/plan-stick.ts";
import { emptySnapshot, type LibrarySnapshot } from "../../pwa/src/storage/snapshot.ts";
import { bytesOf, handsIn, hashOf, paperDisk, paperStore } from "./paper-disk.ts";

/** Whose library it is. */
export const SITE = newSiteId(() => "site".padEnd(24, "0"));
/** Another site. */
export const OTHER = newSiteId(() => "other".padEnd(24, "0"));
/** A moment on a day of November 2026. */
export const at = (day: number) => fixedClock(Date.UTC(2026, 10, day)).now();
let ids = 0;
const newId = (): string => {
  ids += 1;
  return `id${ids}`.padEnd(24, "0");
};
/** A signal that nobody gives. */
export const never = new AbortController().signal;

const FILMS = ["一", "二二", "三三三"].map(bytesOf);
const COVER = bytesOf("picture");
const film = (number: number, title: string, bytes = bytesOf(title)): Courseware => ({
  id: newRecordId(newId),
  title,
  kind: "video",
  life: "alive",
  pending: [],
  number,
  media: { hash: hashOf(bytes), size: bytes.length, mime: "video/mp4", name: "x.mp4" },
});
/** The films' bytes. */
export const [ONE = bytesOf(""), TWO = bytesOf(""), THREE = bytesOf("")] = FILMS;
const first: Courseware = {
  ...film(1014, "第一讲", ONE),
  cover: { hash: hashOf(COVER), size: COVER.length, mime: "image/png", name: "c.png" },
};
const spare = film(5007, "备片", TWO);
const notTonight = film(3001, "别的", THREE);
/** An item whose film is not on this PC. */
export const absent = film(1015, "没下完");
const reading: Courseware = {
  id: newRecordId(newId),
  title: "要点",
  kind: "article",
  life: "alive",
  pending: [],
  number: 2003,
  article: { html: "<p>一</p>", text: "一", pictures: [] },
};
/** The menu that is made for. */
export const menu: SetMenu = {
  id: newRecordId(newId),
  life: "alive",
  name: "标准餐",
  number: 8,
  spare: spare.id,
};
const entry = (order: string, item: Courseware): SetMenuEntry => ({
  id: newRecordId(newId),
  life: "alive",
  menu: menu.id,
  order,
  item: item.id,
});
const byId = <T extends { readonly id: Courseware["id"] }>(all: readonly T[]) =>
  new Map(all.map((one) => [one.id, one]));
/** The library. */
export const SNAPSHOT: LibrarySnapshot = {
  ...emptySnapshot,
  items: byId([first, spare, notTonight, absent, reading]),
  menus: byId([menu]),
  entries: byId([entry("a0", first), entry("a1", reading), entry("a2", absent)]),
};
/** What the stick is made for, unless the test says otherwise. */
export const TONIGHT = { type: "menus", menus: [menu.id] } as const;

/** Where the menu's films come to lie. */
export const FILM_PATHS = ["1 基层党建/1014 第一讲.mp4", "5 文体卫生/5007 备片.mp4"];
/** Where the article's page comes to lie. */
export const PAGE = "2 政策法规/2003 要点.html";
/** Everything else on the stick. */
export const SMALL = [
  PAGE,
  `dianbo/articles/${reading.id}.js`,
  `dianbo/covers/${hashOf(COVER)}.jpg`,
  "dianbo/list.dianbo",
  "dianbo/manifest.js",
  "dianbo/manifest.json",
  "点播本.html",
];

/** A disk and a library of their own, with hands that make, plan and open. */
export const setUp = (snapshot = SNAPSHOT) => {
  const { disk, folder, files } = paperDisk();
  const media = paperStore([...FILMS, COVER]);
  const made = { edition: "v1", list: "list", articles: 0, day: 24 };
  const makers: StickMakers = {
    usbEdition: async () => bytesOf(made.edition),
    article: async ({ title, article }) => {
      made.articles += 1;
      const html = article?.html ?? "";
      return { page: html, scripted: { title, html, text: article?.text ?? "" } };
    },
    cover: async () => bytesOf("small"),
    list: async () => ({ mark: made.list, bytes: bytesOf(made.list) }),
  };
  const plan = async (scope: Parameters<typeof planStick>[3] = TONIGHT, site = SITE) => {
    const planned = await planStick(folder, snapshot, site, scope, new Set(media.held.keys()));
    if (!planned.ok) throw new Error(planned.error.type);
    return planned.value;
  };
  const bench = (signal = never) => ({
    media,
    signal,
    snapshot,
    siteName: "东风村",
    edition: undefined,
    madeAt: at(made.day),
    madeWith: "0.1.0",
    makers,
    onProgress: () => undefined,
  });
  const make = async (scope: Parameters<typeof planStick>[3] = TONIGHT, signal = never) =>
    makeStick(await plan(scope), { ...bench(signal), folder, hands: handsIn(folder) });
  const open = async () => {
    const opened = await openStick(folder);
    if (!opened.ok) throw new Error(opened.error.type);
    return opened.value;
  };
  return { disk, folder, files, media, made, snapshot, bench, plan, make, open };
};

/** Paths in order. */
export const sorted = (paths: Iterable<string>): readonly string[] => [...paths].sort();
