/** A sample book made ready for an evening in the study room: one item of each kind, and some that are broken. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { type PlantedItem, type PlantedMenu, plant } from "./keep-item.ts";
import { openSampleBook } from "./sample-book.ts";

const bytesOf = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(fileURLToPath(new URL(path, import.meta.url))));
const media = (name: string): Promise<Uint8Array> => bytesOf(`../../demonstration/media/${name}`);

/** What an article of several pages says. */
const ARTICLE = [
  `<p>${"春节前后是用电的高峰。电动自行车不要在楼道里充电，充满了就拔下来。".repeat(12)}</p>`,
  `<h2>三句话</h2><p>${"停在车棚，不进楼道；用原配的充电器；着火先断电。".repeat(12)}</p>`,
].join("");

/** Numbers of the whole items, by kind; 1014 is the sample's own film. */
export const KINDS = {
  film: 1014,
  pdf: 2001,
  word: 2002,
  table: 2003,
  picture: 2004,
  article: 2007,
  spare: 2008,
  slides: 2009,
  oldTable: 2010,
  oldSlides: 2011,
  oldWord: 2012,
  recording: 3001,
} as const;

/** Numbers of what cannot be shown, and why. */
export const BROKEN = {
  "zero bytes": 4001,
  "half a film": 4002,
  "a text under a film's name": 4003,
  "HEVC without a decoder": 4004,
  "a file that is gone": 4005,
  "half a PDF": 4006,
  "a torn Word file": 4007,
} as const;

const words = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The container that Office wrote before 2007, as far as its first bytes. */
const beforeOffice2007 = (name: string): PlantedItem["file"] => ({
  bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(1000)]),
  mime: "application/octet-stream",
  name,
});

const items = async (): Promise<readonly PlantedItem[]> => {
  const film = await media("party-flag.mp4");
  const asFilm = (bytes: Uint8Array): PlantedItem["file"] => ({
    bytes,
    mime: "video/mp4",
    name: "片.mp4",
  });
  const pdf = await media("charging-leaflet.pdf");
  const document = { kind: "document" };
  const video = { kind: "video" };
  return [
    {
      number: KINDS.film,
      fields: {
        subtitles: {
          name: "一面党旗的故事.srt",
          vtt: "WEBVTT\n\n00:00:00.000 --> 00:10:00.000\n同志们好",
        },
      },
    },
    {
      number: KINDS.pdf,
      file: { bytes: pdf, mime: "application/pdf", name: "充电.pdf" },
      fields: document,
    },
    {
      number: KINDS.word,
      file: {
        bytes: await media("subsidy-form.docx"),
        mime: "application/octet-stream",
        name: "申请表.docx",
      },
      fields: document,
    },
    {
      number: KINDS.table,
      file: {
        bytes: await bytesOf("evening/learning-table.xlsx"),
        mime: "application/octet-stream",
        name: "学习情况.xlsx",
      },
      fields: document,
    },
    {
      number: KINDS.picture,
      file: { bytes: await media("charging-shed.jpg"), mime: "image/jpeg", name: "车棚.jpg" },
      fields: document,
    },
    {
      number: KINDS.article,
      fields: {
        kind: "article",
        publisher: "县融媒体中心",
        article: { html: ARTICLE, text: "春节前后是用电的高峰。", pictures: [] },
      },
    },
    { number: KINDS.spare, file: asFilm(await media("safe-charging.mp4")), fields: video },
    {
      number: KINDS.slides,
      file: {
        bytes: await bytesOf("evening/charging-slides.pptx"),
        mime: "application/vnd.ms-powerpoint",
        name: "微党课.pptx",
      },
      fields: document,
    },
    { number: KINDS.oldTable, file: beforeOffice2007("学习情况.xls"), fields: document },
    { number: KINDS.oldSlides, file: beforeOffice2007("微党课.ppt"), fields: document },
    { number: KINDS.oldWord, file: beforeOffice2007("通知.doc"), fields: document },
    {
      number: KINDS.recording,
      file: { bytes: await media("practice-music.mp3"), mime: "audio/mpeg", name: "音乐.mp3" },
      fields: { kind: "audio" },
    },
    { number: BROKEN["zero bytes"], file: asFilm(new Uint8Array(0)), fields: video },
    {
      number: BROKEN["half a film"],
      file: asFilm(film.slice(0, Math.floor(film.length / 3))),
      fields: video,
    },
    {
      number: BROKEN["a text under a film's name"],
      file: asFilm(words("这不是片子".repeat(200))),
      fields: video,
    },
    {
      number: BROKEN["HEVC without a decoder"],
      file: asFilm(await bytesOf("evening/hevc.mp4")),
      fields: video,
    },
    {
      number: BROKEN["a file that is gone"],
      file: asFilm(words("was never kept")),
      fields: video,
      gone: true,
    },
    {
      number: BROKEN["half a PDF"],
      file: {
        bytes: words(`%PDF-1.4\n${"x".repeat(600)}`),
        mime: "application/pdf",
        name: "半份.pdf",
      },
      fields: document,
    },
    {
      number: BROKEN["a torn Word file"],
      file: { bytes: words("PK\u0003\u0004torn"), mime: "", name: "撕坏的.docx" },
      fields: document,
    },
  ];
};

/** Plants all items and the given menus into a sample book that is open. */
export const plantEvening = async (page: Page, menus: readonly PlantedMenu[] = []): Promise<void> =>
  plant(page, await items(), menus);

/** Opens the office at an address with the sample book, plants all items and the given menus. */
export const openEveningBook = async (
  page: Page,
  address: string,
  menus: readonly PlantedMenu[] = [],
): Promise<void> => {
  await openSampleBook(page, address);
  await plantEvening(page, menus);
};
