import { type Courseware, isListed } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import { type Columns, layingColumns } from "./columns.ts";
import { newPlaces, type Places, placesOf } from "./places.ts";
import type { SearchText } from "./readings.ts";

/** An item with its stored search texts: the title first, then the rest. */
export interface Searchable {
  readonly item: Courseware;
  readonly texts: readonly SearchText[];
}

/** The texts of an item that are searched: title, then publisher, author, tags and note as one. */
export const textsToSearch = (
  item: Pick<Courseware, "title" | "publisher" | "author" | "tags" | "note">,
): readonly [string, string] => [
  item.title,
  [item.publisher, item.author, ...(item.tags ?? []), item.note].filter(Boolean).join(" "),
];

type Ids = Uint16Array | Uint32Array;

/** Lists of numbers of many items, one behind another in one array; `begins[n]` is where the n-th begins. */
interface Lists {
  readonly ids: Ids;
  readonly begins: Int32Array;
}

/**
 * A library laid out for searching, in the order of the book: all titles as one array of places. What
 * stands beside titles (publishers, tags) is the same few hundred pieces again and again, so each piece
 * is kept and searched once.
 */
export interface SearchIndex {
  readonly places: Places;
  readonly rows: readonly Searchable[];
  readonly items: readonly Courseware[];
  readonly rowOf: ReadonlyMap<RecordId, number>;
  readonly titles: Lists;
  readonly columns: Columns;
  /** Per item, its pieces… */
  readonly beside: Lists;
  /** …and per piece, the items that have it. */
  readonly having: Lists;
  /** Per item its number, 0 for none… */
  readonly numbers: Int32Array;
  /** …and per number the items that had it once, or at the site that they came from. */
  readonly former: ReadonlyMap<number, readonly Courseware[]>;
  /** The pieces as places, and under which index each is held; only grows. */
  readonly pieces: (readonly number[])[];
  readonly pieceOf: Map<string, number>;
}

/** What parts words in a query; no word reaches over one, so neither do pieces. */
const BETWEEN: ReadonlySet<string> = new Set([" ", ",", "，", "、", ";", "；"]);

const listsOf = (
  count: number,
  most: number,
  listAt: (index: number) => ArrayLike<number>,
): Lists => {
  const begins = new Int32Array(count + 1);
  const lists = Array.from({ length: count }, (_, index) => {
    const list = listAt(index);
    begins[index + 1] = (begins[index] ?? 0) + list.length;
    return list;
  });
  const length = begins[count] ?? 0;
  // Asked for after all lists were read, for reading them may bring new numbers.
  const ids = most > 0xffff ? new Uint32Array(length) : new Uint16Array(length);
  for (const [index, list] of lists.entries()) ids.set(list, begins[index]);
  return { ids, begins };
};

/** Turns lists round: of items with their pieces come pieces with their items. */
const turned = ({ ids, begins }: Lists, count: number): Lists => {
  const turnedBegins = new Int32Array(count + 1);
  for (const id of ids) turnedBegins[id + 1] = (turnedBegins[id + 1] ?? 0) + 1;
  for (let at = 0; at < count; at += 1) {
    turnedBegins[at + 1] = (turnedBegins[at + 1] ?? 0) + (turnedBegins[at] ?? 0);
  }
  const next = turnedBegins.slice();
  const rows = new Uint32Array(ids.length);
  for (let row = 0; row < begins.length - 1; row += 1) {
    const end = begins[row + 1] ?? 0;
    for (let at = begins[row] ?? 0; at < end; at += 1) {
      const id = ids[at] ?? 0;
      const to = next[id] ?? 0;
      rows[to] = row;
      next[id] = to + 1;
    }
  }
  return { ids: rows, begins: turnedBegins };
};

const formerOf = (items: readonly Courseware[]): ReadonlyMap<number, readonly Courseware[]> => {
  const former = new Map<number, Courseware[]>();
  for (const item of items) {
    const { formerNumbers, waitingNumbers, originalNumber, number } = item;
    if (formerNumbers == null && waitingNumbers === undefined && originalNumber == null) continue;
    const had = [...(formerNumbers ?? []), ...(waitingNumbers ?? []), originalNumber?.number];
    for (const one of new Set(had)) {
      if (one === undefined || one === number) continue;
      former.set(one, [...(former.get(one) ?? []), item]);
    }
  }
  return former;
};

/** One list of many. */
export const listAt = ({ ids, begins }: Lists, index: number): Ids =>
  ids.subarray(begins[index], begins[index + 1]);

type Vocabulary = Pick<SearchIndex, "places" | "pieces" | "pieceOf">;

const newVocabulary = (): Vocabulary => ({ places: newPlaces(), pieces: [], pieceOf: new Map() });

const pieceId = ({ pieces, pieceOf }: Vocabulary, piece: readonly number[]): number => {
  const key = String.fromCodePoint(...piece);
  const held = pieceOf.get(key);
  if (held !== undefined) return held;
  pieces.push(piece);
  pieceOf.set(key, pieces.length - 1);
  return pieces.length - 1;
};

const piecesOf = (vocabulary: Vocabulary, texts: readonly SearchText[]): readonly number[] => {
  const found = new Set<number>();
  for (const text of texts) {
    let piece: number[] = [];
    for (const id of placesOf(vocabulary.places, text)) {
      if (!BETWEEN.has(vocabulary.places.all[id]?.character ?? "")) piece.push(id);
      else if (piece.length > 0) {
        found.add(pieceId(vocabulary, piece));
        piece = [];
      }
    }
    if (piece.length > 0) found.add(pieceId(vocabulary, piece));
  }
  return [...found];
};

/** The order of the book: by shelf, then by place (1999 before 11000), then what has no number, by title. */
const bookPlace = ({ number }: Courseware): number => {
  if (number == null) return Number.MAX_SAFE_INTEGER;
  const digits = String(number);
  return Number(digits.slice(0, 1)) * 100_000 + Number(digits.slice(1));
};

const ordered = <T>(rows: readonly T[], itemOf: (row: T) => Courseware): readonly T[] => {
  const keyed = rows
    .filter((row) => isListed(itemOf(row)))
    .map((row) => ({ row, place: bookPlace(itemOf(row)), title: itemOf(row).title }));
  keyed.sort((a, b) => {
    if (a.place !== b.place) return a.place - b.place;
    if (a.title === b.title) return 0;
    return a.title < b.title ? -1 : 1;
  });
  return keyed.map(({ row }) => row);
};

/** What is listed of these items in the order of the book: all that a box finds in which nothing is typed. */
export const inOrderOfBook = (items: readonly Courseware[]): readonly Courseware[] =>
  ordered(items, (item) => item);

const sameTexts = (a: Searchable, b: Searchable): boolean =>
  a.texts.length === b.texts.length && a.texts.every((text, place) => text === b.texts[place]);

/** Rows whose texts are taken apart in one go. */
const AT_ONCE = 1000;

/** `indexToSearch` in steps of some milliseconds: a pause may be taken at each `yield`. */
export function* layingOut(
  rows: readonly Searchable[],
  before?: SearchIndex,
): Generator<undefined, SearchIndex> {
  const inOrder = ordered(rows, ({ item }) => item);
  const vocabulary: Vocabulary = before ?? newVocabulary();
  const held = inOrder.map((row) => {
    const at = before?.rowOf.get(row.item.id);
    const old = at === undefined ? undefined : before?.rows[at];
    return old !== undefined && sameTexts(old, row) ? at : undefined;
  });
  const taken = new Map<number, { readonly [of in "title" | "pieces"]: readonly number[] }>();
  for (const [index, row] of inOrder.entries()) {
    if (held[index] !== undefined) continue;
    if (taken.size % AT_ONCE === 0) yield;
    const [title, ...others] = row.texts;
    taken.set(index, {
      title: title === undefined ? [] : placesOf(vocabulary.places, title),
      pieces: piecesOf(vocabulary, others),
    });
  }
  yield;
  const list = (index: number, of: "title" | "pieces"): ArrayLike<number> => {
    const at = held[index];
    if (before === undefined || at === undefined) return taken.get(index)?.[of] ?? [];
    return listAt(of === "title" ? before.titles : before.beside, at);
  };
  const items = inOrder.map(({ item }) => item);
  const { places, pieces, pieceOf } = vocabulary;
  const titles = listsOf(items.length, places.all.length, (index) => list(index, "title"));
  const beside = listsOf(items.length, pieces.length, (index) => list(index, "pieces"));
  yield;
  const columns = yield* layingColumns(places.all, titles);
  return {
    places,
    pieces,
    pieceOf,
    rows: inOrder,
    items,
    rowOf: new Map(items.map(({ id }, index) => [id, index])),
    titles,
    columns,
    beside,
    having: turned(beside, pieces.length),
    numbers: Int32Array.from(items, ({ number }) => number ?? 0),
    former: formerOf(items),
  };
}

/**
 * Lays out a library for searching. With the layout of `before`, only texts that changed are taken apart
 * (texts are told apart by identity).
 */
export const indexToSearch = (rows: readonly Searchable[], before?: SearchIndex): SearchIndex => {
  const steps = layingOut(rows, before);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};
