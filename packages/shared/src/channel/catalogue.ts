import type { Category } from "../category/index.ts";
import type { Courseware, CoursewareKind } from "../courseware/index.ts";
import {
  foldText,
  indexToSearch,
  type Searchable,
  type SearchIndex,
  type SearchText,
  type Span,
  searchCourseware,
  searchTextOf,
  textsToSearch,
} from "../search/index.ts";
import type { ChannelItem } from "./channel-item.ts";
import type { Release } from "./read-release.ts";
import type { Readings } from "./segment.ts";

/** An item as the search lays it out. It has no number here: nobody calls what the site has not taken. */
type CatalogueItem = ChannelItem & Pick<Courseware, "life" | "pending">;

/** A channel laid out for searching and browsing, in the order of titles. */
export interface Catalogue {
  readonly index: SearchIndex;
  readonly items: readonly CatalogueItem[];
  /** Rows by day of publishing, the newest first; made when first wanted. */
  newest: Uint32Array | undefined;
}

/** What is asked of a channel. */
export interface CatalogueAsk {
  readonly query: string;
  readonly category?: Category | undefined;
  readonly kind?: CoursewareKind | undefined;
  /** Whole minutes, both ends counted. */
  readonly minutesFrom?: number | undefined;
  readonly minutesTo?: number | undefined;
  readonly sort: "title" | "newest";
}

/** What a question finds: rows of `items`, and how many each category would leave. */
export interface CatalogueFinds {
  readonly rows: Uint32Array;
  readonly counts: ReadonlyMap<Category, number>;
  /** With every condition but the category. */
  readonly everywhere: number;
  readonly spansOf: (row: number) => readonly Span[];
}

const NOTHING_PENDING: readonly string[] = [];

/** Texts are made when they are asked for and not kept: 100,000 of them weigh more than the layout itself. */
class Row implements Searchable {
  readonly item: CatalogueItem;
  readonly #textOf: (text: string) => SearchText;

  constructor(item: CatalogueItem, textOf: (text: string) => SearchText) {
    this.item = item;
    this.#textOf = textOf;
  }

  get texts(): readonly SearchText[] {
    return textsToSearch({ ...this.item, note: undefined }).map(this.#textOf);
  }
}

const readingsOfAll = (segments: Release["segments"]): Readings => {
  const all = new Map<string, string>();
  for (const { readings } of segments) for (const [key, reading] of readings) all.set(key, reading);
  return all;
};

/** Publishers, authors and tags are the same few thousand again and again: each is kept once. */
const sharingTexts = () => {
  const known = new Map<string, string>();
  const once = (text: string): string => {
    const held = known.get(text);
    if (held !== undefined) return held;
    known.set(text, text);
    return text;
  };
  return (item: ChannelItem): CatalogueItem => ({
    ...item,
    ...(item.publisher === undefined ? {} : { publisher: once(item.publisher) }),
    ...(item.author === undefined ? {} : { author: once(item.author) }),
    life: "alive",
    pending: NOTHING_PENDING,
  });
};

/** Lays a release out; `simplifiedOf` puts one character for each. */
export const catalogueOf = (
  { contents, segments }: Pick<Release, "contents" | "segments">,
  simplifiedOf: (folded: string) => string,
): Catalogue => {
  const readings = new Map(
    [...readingsOfAll(segments)].map(([key, reading]) => [key, reading.split("/")]),
  );
  const textOf = (text: string): SearchText =>
    searchTextOf(
      text,
      (folded) => [...folded].map((character) => readings.get(character) ?? []),
      simplifiedOf,
    );
  const shared = sharingTexts();
  const rows = [...contents.values()].map((item) => new Row(shared(item), textOf));
  const laidOut = indexToSearch(rows);
  const byId = new Map(rows.map(({ item }) => [item.id, item]));
  return {
    // The rows were there for laying out alone.
    index: { ...laidOut, rows: [] },
    items: laidOut.items.flatMap(({ id }) => byId.get(id) ?? []),
    newest: undefined,
  };
};

const newestOf = (catalogue: Catalogue): Uint32Array => {
  catalogue.newest ??= Uint32Array.from(catalogue.items.keys()).sort((a, b) => {
    const [first = "", second = ""] = [
      catalogue.items[a]?.publishedAt,
      catalogue.items[b]?.publishedAt,
    ];
    if (first === second) return a - b;
    return first < second ? 1 : -1;
  });
  return catalogue.newest;
};

const fits = (item: CatalogueItem, { kind, minutesFrom, minutesTo }: CatalogueAsk): boolean => {
  if (kind !== undefined && item.kind !== kind) return false;
  if (minutesFrom !== undefined && (item.minutes ?? -1) < minutesFrom) return false;
  return minutesTo === undefined || (item.minutes !== undefined && item.minutes <= minutesTo);
};

const inOrder = (catalogue: Catalogue, rows: Uint32Array): Uint32Array => {
  const wanted = new Uint8Array(catalogue.items.length);
  for (const row of rows) wanted[row] = 1;
  return newestOf(catalogue).filter((row) => wanted[row] === 1);
};

/** Searches and narrows a channel; an empty query finds all of it. */
export const askCatalogue = (catalogue: Catalogue, ask: CatalogueAsk): CatalogueFinds => {
  const { index, items } = catalogue;
  const everything = foldText(ask.query) === "";
  const finds = searchCourseware(ask.query, index);
  const found = new Uint32Array(finds.items.length);
  const counts = new Map<Category, number>();
  let length = 0;
  let everywhere = 0;
  for (const [at, one] of finds.items.entries()) {
    const row = everything ? at : index.rowOf.get(one.id);
    const item = row === undefined ? undefined : items[row];
    if (row === undefined || item === undefined || !fits(item, ask)) continue;
    everywhere += 1;
    if (item.category !== undefined) {
      counts.set(item.category, (counts.get(item.category) ?? 0) + 1);
    }
    if (ask.category !== undefined && item.category !== ask.category) continue;
    found[length] = row;
    length += 1;
  }
  const rows = found.slice(0, length);
  return {
    rows: ask.sort === "newest" ? inOrder(catalogue, rows) : rows,
    counts,
    everywhere,
    spansOf: (row) => {
      const item = index.items[row];
      return item === undefined ? [] : finds.spansOf(item);
    },
  };
};
