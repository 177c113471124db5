import * as v from "valibot";
import { readManifestValue, type StickBook, type StickItem } from "../book-folder/index.ts";
import {
  type ArticleCopy,
  type Courseware,
  type MediaFile,
  type MediaHash,
  mediaHashSchema,
} from "../courseware/index.ts";
import type { RecordId, SiteId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import type { SetMenu, SetMenuEntry } from "../set-menu/index.ts";

/** Why the stick's index is of no use to the USB edition. */
export type StickFailure = {
  /** `no-index`: nothing beside the page; `no-book`: a folder of films of which nobody made a stick. */
  readonly type: "no-index" | "index-broken" | "newer-stick" | "no-book";
};

/** A stick as the study room plays it: the same shapes as at home, and where the files lie. */
export interface Stick {
  readonly site: SiteId;
  readonly book: StickBook;
  readonly items: ReadonlyMap<RecordId, Courseware>;
  readonly menus: ReadonlyMap<RecordId, SetMenu>;
  readonly entries: ReadonlyMap<RecordId, SetMenuEntry>;
  /** Path from the stick's root, by hash. */
  readonly files: ReadonlyMap<MediaHash, string>;
  /** An item's article stands empty until it is read; here is the script that holds it. */
  readonly articles: ReadonlyMap<ArticleCopy, { readonly id: RecordId; readonly script: string }>;
}

const lastStep = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** A small cover is named after the picture it was made from. */
const coverOf = (path: string | undefined): MediaFile | undefined => {
  if (path === undefined) return undefined;
  const hash = v.safeParse(mediaHashSchema, lastStep(path).replace(/\.\w+$/u, ""));
  if (!hash.success) return undefined;
  return { hash: hash.output, size: 0, mime: "image/jpeg", name: lastStep(path) };
};

const coursewareOf = (item: StickItem): Courseware => {
  const { file, article, formerNumbers } = item;
  const cover = coverOf(item.cover);
  return {
    id: item.id,
    life: "alive",
    pending: [],
    title: item.title,
    kind: item.kind,
    number: item.number,
    ...(formerNumbers === undefined ? {} : { formerNumbers: [...formerNumbers] }),
    category: item.category,
    minutes: item.minutes,
    publisher: item.publisher,
    place: item.place,
    ...(file === undefined
      ? {}
      : {
          media: {
            hash: file.hash,
            size: file.size,
            mime: file.mime,
            name: lastStep(file.path),
            ...(file.seconds === undefined ? {} : { seconds: file.seconds }),
          },
        }),
    ...(item.subtitles === undefined ? {} : { subtitles: item.subtitles }),
    ...(article === undefined ? {} : { article: { html: "", text: "", pictures: [] } }),
    ...(cover === undefined ? {} : { cover }),
  };
};

/** Order keys that `fractional-indexing` accepts, rising with the place: `b00`, `b01`, … up to 3,843. */
const orderAt = (place: number): string => {
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const high = digits.charAt(Math.floor(place / digits.length) % digits.length);
  return `b${high}${digits.charAt(place % digits.length)}`;
};

/** Reads what `dianbo/manifest.js` has left in its global. */
export const readStick = (manifest: unknown): Result<Stick, StickFailure> => {
  if (manifest === undefined) return err({ type: "no-index" });
  const read = readManifestValue(manifest);
  if (!read.ok) {
    return err({ type: read.error.type === "newer-book" ? "newer-stick" : "index-broken" });
  }
  const { book, site } = read.value;
  if (book === undefined) return err({ type: "no-book" });
  const items = new Map(book.items.map((item) => [item.id, coursewareOf(item)] as const));
  const files = new Map<MediaHash, string>();
  const articles = new Map<ArticleCopy, { readonly id: RecordId; readonly script: string }>();
  for (const { id, file, cover, article } of book.items) {
    if (file !== undefined) files.set(file.hash, file.path);
    const picture = coverOf(cover);
    if (picture !== undefined && cover !== undefined) files.set(picture.hash, cover);
    const copy = items.get(id)?.article;
    if (article !== undefined && copy != null) articles.set(copy, { id, script: article.script });
  }
  const menus = book.menus.map(({ entries, ...menu }): SetMenu => ({ ...menu, life: "alive" }));
  const entries = book.menus.flatMap((menu) =>
    menu.entries.map(
      (entry, place): SetMenuEntry => ({
        ...entry,
        life: "alive",
        menu: menu.id,
        order: orderAt(place),
      }),
    ),
  );
  return ok({
    site,
    book,
    items,
    menus: new Map(menus.map((menu) => [menu.id, menu])),
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    files,
    articles,
  });
};

/** A path of the stick as an address relative to the page: `1%20%E5%9F%BA…/1014%20….mp4`. */
export const stickAddress = (path: string): string =>
  path.split("/").map(encodeURIComponent).join("/");
