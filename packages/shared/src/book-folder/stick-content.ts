import { CATEGORIES, CATEGORY_NAMES } from "../category/index.ts";
import type { Instant } from "../clock/index.ts";
import {
  type ArticleCopy,
  type Courseware,
  isListed,
  type MediaHash,
} from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import {
  entriesOf,
  isMustPlay,
  isOffered,
  SESSION_MINUTES,
  type SetMenu,
  type SetMenuEntry,
} from "../set-menu/index.ts";
import { pathOnShelf } from "./book-layout.ts";
import { type FolderFile, MANIFEST_FOLDER } from "./book-manifest.ts";
import type { StickBook, StickItem, StickMenu } from "./stick-book.ts";

/** Where the scripts of articles lie. */
export const ARTICLE_FOLDER = `${MANIFEST_FOLDER}/articles`;
/** Where small covers lie. */
export const COVER_FOLDER = `${MANIFEST_FOLDER}/covers`;

/** The place of a small cover, named after the picture it was made from. */
export const coverPath = (cover: MediaHash): string => `${COVER_FOLDER}/${cover}.jpg`;

/** What a stick is made for: some menus, tonight's first, or everything that has a number. */
export type StickScope =
  | { readonly type: "book" }
  | { readonly type: "menus"; readonly menus: readonly RecordId[] };

/** What of a library a stick is made from. */
export interface StickLibrary {
  readonly items: ReadonlyMap<RecordId, Courseware>;
  readonly menus: ReadonlyMap<RecordId, SetMenu>;
  readonly entries: ReadonlyMap<RecordId, SetMenuEntry>;
}

const numbered = (items: Iterable<Courseware>): readonly Courseware[] =>
  [...items]
    .filter((item) => isListed(item) && item.number != null)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || (a.id < b.id ? -1 : 1));

/** The items whose files and texts come onto the stick: the menus' with their spares, or all that are numbered. */
export const stickItems = (library: StickLibrary, scope: StickScope): readonly Courseware[] => {
  const all = numbered(library.items.values());
  if (scope.type === "book") return all;
  const entries = [...library.entries.values()];
  const wanted = new Set(
    scope.menus.flatMap((menu) => [
      ...entriesOf(menu, entries).flatMap(({ item }) => item ?? []),
      ...[library.menus.get(menu)?.spare].flatMap((spare) => spare ?? []),
    ]),
  );
  return all.filter(({ id }) => wanted.has(id));
};

/** An article with its two places on the stick. */
export interface StickArticle {
  readonly item: Courseware;
  readonly copy: ArticleCopy;
  readonly page: string;
  readonly script: string;
}

/**
 * Where the articles of these items lie. One that lies there already keeps its place; `lying` are the films,
 * which keep theirs.
 */
export const stickArticles = (
  items: readonly Courseware[],
  before: StickBook | undefined,
  lying: readonly Pick<FolderFile, "path">[],
): readonly StickArticle[] => {
  const known = new Map((before?.items ?? []).map(({ id, article }) => [id, article]));
  const taken = new Set(
    [
      ...lying.map(({ path }) => path),
      ...[...known.values()].flatMap((one) => one?.page ?? []),
    ].map((path) => path.toLowerCase()),
  );
  return items.flatMap((item): StickArticle[] => {
    const { id, article: copy, number, title } = item;
    if (copy == null || number == null) return [];
    const page = known.get(id)?.page ?? pathOnShelf({ number, title, ending: "html" }, taken);
    if (page === undefined) return [];
    taken.add(page.toLowerCase());
    return [{ item, copy, page, script: `${ARTICLE_FOLDER}/${id}.js` }];
  });
};

/** What is on the stick, and what else its book needs. */
export interface StickSources extends StickLibrary {
  readonly madeAt: Instant;
  /** The version of the app that makes it. */
  readonly madeWith?: string | undefined;
  readonly siteName: string;
  readonly edition?: StickBook["edition"];
  readonly scope: StickScope;
  /** Files that lie on the stick. */
  readonly files: readonly FolderFile[];
  readonly articles: readonly Pick<StickArticle, "item" | "page" | "script">[];
  /** Pictures of which a small cover lies there. */
  readonly covers: ReadonlySet<MediaHash>;
}

const itemOnStick = (
  item: Courseware,
  files: ReadonlyMap<MediaHash, FolderFile>,
  articles: ReadonlyMap<RecordId, Pick<StickArticle, "page" | "script">>,
  covers: StickSources["covers"],
): StickItem | undefined => {
  const { id, number, title, kind, media, cover } = item;
  if (number == null) return undefined;
  const file = media == null ? undefined : files.get(media.hash);
  const article = articles.get(id);
  return {
    id,
    number,
    title,
    kind,
    formerNumbers: item.formerNumbers ?? undefined,
    category: item.category ?? undefined,
    minutes: item.minutes ?? undefined,
    publisher: item.publisher ?? undefined,
    place: item.place ?? undefined,
    ...(file === undefined || media == null
      ? {}
      : {
          file: { ...file, mime: media.mime, seconds: media.seconds ?? undefined },
          subtitles: item.subtitles ?? undefined,
        }),
    ...(article === undefined ? {} : { article: { page: article.page, script: article.script } }),
    ...(cover != null && covers.has(cover.hash) ? { cover: coverPath(cover.hash) } : {}),
  };
};

const menuOnStick = (menu: SetMenu, all: readonly SetMenuEntry[]): StickMenu => ({
  id: menu.id,
  name: menu.name,
  number: menu.number ?? undefined,
  audience: menu.audience ?? undefined,
  occasion: menu.occasion ?? undefined,
  sessionMinutes: menu.sessionMinutes ?? SESSION_MINUTES,
  noteBefore: menu.noteBefore ?? undefined,
  noteDuring: menu.noteDuring ?? undefined,
  noteAfter: menu.noteAfter ?? undefined,
  spare: menu.spare ?? undefined,
  entries: entriesOf(menu.id, all).map((entry) => ({
    id: entry.id,
    item: entry.item ?? undefined,
    activity: entry.activity ?? undefined,
    mustPlay: isMustPlay(menu, entry),
  })),
});

/**
 * The book that goes onto a stick: everything that has a number, whether its file is there or not, and every
 * menu that is offered. Notes to oneself, the register and all that names people stay at home.
 */
export const stickBook = (sources: StickSources): StickBook => {
  const files = new Map(sources.files.map((file) => [file.hash, file]));
  const articles = new Map(sources.articles.map((one) => [one.item.id, one]));
  const entries = [...sources.entries.values()];
  const { scope } = sources;
  const chosen: readonly RecordId[] = scope.type === "menus" ? scope.menus : [];
  const [tonight] = chosen;
  return {
    madeAt: sources.madeAt,
    ...(sources.madeWith === undefined ? {} : { madeWith: sources.madeWith }),
    siteName: sources.siteName,
    edition: sources.edition,
    ...(tonight === undefined ? {} : { tonight }),
    categories: CATEGORIES.map((category) => ({ category, name: CATEGORY_NAMES[category] })),
    items: numbered(sources.items.values()).flatMap(
      (item) => itemOnStick(item, files, articles, sources.covers) ?? [],
    ),
    menus: [...sources.menus.values()]
      .filter((menu) => isOffered(menu) || chosen.includes(menu.id))
      .sort((a, b) => (a.number ?? 100) - (b.number ?? 100) || (a.id < b.id ? -1 : 1))
      .map((menu) => menuOnStick(menu, entries)),
  };
};
