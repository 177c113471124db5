import { CATEGORIES, type Category } from "../category/index.ts";
import { type Courseware, type CoursewareKind, coursewareKindSchema } from "../courseware/index.ts";
import {
  foldText,
  layingOut,
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

interface CatalogueFacts {
  /** The digit of the category, 0 for none. */
  readonly categories: Uint8Array;
  /** The place of the kind among all kinds. */
  readonly kinds: Uint8Array;
  /** Whole minutes, -1 where not known. */
  readonly minutes: Int32Array;
}

/**
 * A channel for browsing, in the order of titles, at once; for searching it has to be laid out, which takes
 * seconds where there are 100,000 items, and is done when it is first searched or step by step before.
 */
export interface Catalogue {
  /** How characters are read that no segment tells; to be learnt before it is laid out. */
  readonly learn: (readings: Readings) => void;
  /** One step of laying out, some milliseconds long; answers whether all is done. */
  readonly layOut: () => boolean;
  /** What is searched, laid out to the end. */
  readonly index: () => SearchIndex;
  readonly items: readonly CatalogueItem[];
  /** What is narrowed by, per row: a letter may find half of it, and 50,000 items are slow to look into. */
  readonly facts: CatalogueFacts;
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

const kindPlace = (kind: CoursewareKind): number => coursewareKindSchema.options.indexOf(kind);

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

/** A release as a catalogue; `simplifiedOf` puts one character for each. */
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
  const items = [...contents.values()].map(shared).sort((a, b) => {
    if (a.title === b.title) return 0;
    return a.title < b.title ? -1 : 1;
  });
  let steps: ReturnType<typeof layingOut> | undefined;
  let index: SearchIndex | undefined;
  const step = (): SearchIndex | undefined => {
    if (index !== undefined) return index;
    steps ??= layingOut(items.map((item) => new Row(item, textOf)));
    const next = steps.next();
    if (next.done === true) {
      // What was there for laying out alone, rows and their texts taken apart, is let go.
      index = { ...next.value, rows: [] };
      steps = undefined;
    }
    return index;
  };
  return {
    learn: (more) => {
      for (const [key, reading] of more) readings.set(key, reading.split("/"));
    },
    layOut: () => step() !== undefined,
    index: () => {
      let laidOut = step();
      while (laidOut === undefined) laidOut = step();
      return laidOut;
    },
    items,
    facts: {
      categories: Uint8Array.from(items, ({ category }) => category ?? 0),
      kinds: Uint8Array.from(items, ({ kind }) => kindPlace(kind)),
      minutes: Int32Array.from(items, ({ minutes }) => minutes ?? -1),
    },
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

/** Whether a row has what is asked for, but for its category. */
const fitting = (
  { kinds, minutes }: CatalogueFacts,
  { kind, minutesFrom = -1, minutesTo }: CatalogueAsk,
): ((row: number) => boolean) => {
  const wanted = kind === undefined ? undefined : kindPlace(kind);
  return (row) => {
    const long = minutes[row] ?? -1;
    return (
      (wanted === undefined || kinds[row] === wanted) &&
      long >= minutesFrom &&
      (minutesTo === undefined || (long >= 0 && long <= minutesTo))
    );
  };
};

const inOrder = (catalogue: Catalogue, rows: Uint32Array): Uint32Array => {
  const wanted = new Uint8Array(catalogue.items.length);
  for (const row of rows) wanted[row] = 1;
  return newestOf(catalogue).filter((row) => wanted[row] === 1);
};

/** Searches and narrows a channel; an empty query finds all of it. */
export const askCatalogue = (catalogue: Catalogue, ask: CatalogueAsk): CatalogueFinds => {
  const { items, facts } = catalogue;
  const searched = foldText(ask.query) === "" ? undefined : catalogue.index();
  const finds = searched === undefined ? undefined : searchCourseware(ask.query, searched);
  const fits = fitting(facts, ask);
  const most = finds?.items.length ?? items.length;
  const found = new Uint32Array(most);
  const counted = new Uint32Array(CATEGORIES.length + 1);
  let length = 0;
  let everywhere = 0;
  // Nothing here has a number, so finds stand in the order of the rows: both are walked side by side.
  for (let row = 0, at = 0; row < items.length && at < most; row += 1) {
    if (finds !== undefined && items[row] !== finds.items[at]) continue;
    at += 1;
    if (!fits(row)) continue;
    const category = facts.categories[row] ?? 0;
    everywhere += 1;
    counted[category] = (counted[category] ?? 0) + 1;
    if (ask.category !== undefined && category !== ask.category) continue;
    found[length] = row;
    length += 1;
  }
  const counts = new Map(
    CATEGORIES.map((category) => [category, counted[category] ?? 0] as const).filter(
      ([, count]) => count > 0,
    ),
  );
  const rows = found.slice(0, length);
  return {
    rows: ask.sort === "newest" ? inOrder(catalogue, rows) : rows,
    counts,
    everywhere,
    spansOf: (row) => {
      const item = searched?.items[row];
      return finds === undefined || item === undefined ? [] : finds.spansOf(item);
    },
  };
};
