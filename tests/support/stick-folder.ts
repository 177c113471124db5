/** A stick as a temp folder: made by the same pure functions that the app makes one with. */
import { createHash } from "node:crypto";
import { copyFile, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  articleScript,
  MANIFEST_FOLDER,
  MANIFEST_NAME,
  MANIFEST_SCRIPT,
  manifestScript,
} from "@dianbo/shared/book-folder";
import { DIST } from "./browser.ts";

const MEDIA = fileURLToPath(new URL("../../demonstration/media/", import.meta.url));

const id = (name: string): string => `stick-${name}`.padEnd(24, "0");

/** An item of the test's stick: its file by the name it has in the demonstration's media. */
const ITEMS: readonly (readonly [number, string, string, string, string])[] = [
  [1014, "一面党旗的故事", "video", "party-flag.mp4", "1 基层党建/1014 一面党旗的故事.mp4"],
  [
    3001,
    "大白菜 100% 种植 #1",
    "video",
    "cabbage-field.mp4",
    "3 实用技术/3001 大白菜 100% 种植 #1.mp4",
  ],
  [5003, "跟着练的音乐", "audio", "practice-music.mp3", "5 文体卫生/5003 跟着练的音乐.mp3"],
  [2001, "充电安全", "document", "charging-leaflet.pdf", "2 政策法规/2001 充电安全.pdf"],
  [2002, "补贴申请表", "document", "subsidy-form.docx", "2 政策法规/2002 补贴申请表.docx"],
  [4004, "车棚的样子", "document", "charging-shed.jpg", "4 科普知识/4004 车棚的样子.jpg"],
];
const MIMES: Readonly<Record<string, string>> = {
  mp4: "video/mp4",
  mp3: "audio/mpeg",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  jpg: "image/jpeg",
};
/** Words over the film of 1014, from its first second to its last. */
const SUBTITLES = {
  name: "党旗.srt",
  vtt: "WEBVTT\n\n00:00:00.000 --> 00:10:00.000\n同志们好",
};
/** Stands in the index, but its file is gone. */
const GONE = "4 科普知识/4009 没了的片子.mp4";

/** Whose stick it is, unless the test says otherwise. */
const STICK_SITE = "stick-site-of-tests-0000";

/** A stick made for a test. */
export interface StickFolder {
  readonly root: string;
  /** The page that one double-clicks. */
  readonly page: string;
}

/** What a stick is made of beside the test's own items. */
export interface StickMore {
  /** Further items; those that name no file get the film of 1014. */
  readonly items?: readonly { readonly number: number; readonly title: string }[];
  readonly menus?: readonly object[];
  /** Nothing at all lies on the stick but an empty book. */
  readonly bare?: boolean;
}

/** Makes a stick with one item of each kind, a menu of a film, a talk and a song, and a film that is gone. */
export const makeStickFolder = async (
  site = STICK_SITE,
  { items: further = [], menus: furtherMenus = [], bare = false }: StickMore = {},
): Promise<StickFolder> => {
  const root = await mkdtemp(join(tmpdir(), "dianbo-stick-"));
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const media: object[] = [];
  const items: object[] = [];
  for (const [number, title, kind, name, path] of ITEMS) {
    const bytes = await readFile(join(MEDIA, name));
    const hash = createHash("sha256").update(bytes).digest("hex");
    await mkdir(dirname(join(root, path)), { recursive: true });
    await copyFile(join(MEDIA, name), join(root, path));
    const file = { hash, size: bytes.length, path };
    media.push(file);
    const mime = MIMES[name.slice(name.lastIndexOf(".") + 1)] ?? "";
    items.push({
      id: id(`${number}`),
      number,
      title,
      kind,
      minutes: 1,
      file: { ...file, mime },
    });
  }
  const [film] = items;
  if (film !== undefined) Object.assign(film, { subtitles: SUBTITLES });
  const fileOfFilm = film === undefined ? undefined : Reflect.get(film, "file");
  items.push(...further.map((item) => ({ file: fileOfFilm, ...item })));
  const gone = "f".repeat(64);
  items.push({
    id: id("4009"),
    number: 4009,
    title: "没了的片子",
    kind: "video",
    file: { path: GONE, hash: gone, size: 9, mime: "video/mp4" },
  });
  const script = `${MANIFEST_FOLDER}/articles/${id("2007")}.js`;
  items.push({
    id: id("2007"),
    number: 2007,
    title: "春节用电",
    kind: "article",
    article: { page: "2 政策法规/2007 春节用电.html", script },
  });
  await put(
    script,
    articleScript(id("2007"), {
      title: "春节用电",
      html: '<p>电动自行车不要在楼道里充电。</p><script>document.title="坏"</script>',
      text: "电动自行车不要在楼道里充电。",
    }),
  );
  const book = {
    madeAt: Date.UTC(2026, 0, 1),
    siteName: "青禾社区",
    edition: { number: 12, month: "2026-01" },
    tonight: id("menu7"),
    categories: [],
    items: bare ? [] : items,
    menus: bare
      ? []
      : [
          {
            id: id("menu7"),
            number: 7,
            name: "老年保健餐",
            sessionMinutes: 60,
            entries: [
              { id: id("entry1"), item: id("1014") },
              { id: id("entry2"), activity: { name: "讨论", minutes: 10 } },
              { id: id("entry3"), item: id("5003") },
            ],
          },
          ...furtherMenus,
        ],
  };
  const text = JSON.stringify({ format: "dianbo-book", version: 1, site, media, book });
  await put(`${MANIFEST_FOLDER}/${MANIFEST_NAME}`, text);
  await put(`${MANIFEST_FOLDER}/${MANIFEST_SCRIPT}`, manifestScript(text));
  await copyFile(join(DIST, "usb", "点播本.html"), join(root, "点播本.html"));
  return {
    root,
    page: `file://${root.split("/").map(encodeURIComponent).join("/")}/${encodeURIComponent("点播本.html")}`,
  };
};
