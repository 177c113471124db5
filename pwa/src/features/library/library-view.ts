import {
  type Condition,
  type LibraryFilter,
  type LibrarySort,
  libraryFilterSchema,
  librarySortSchema,
  trimFilter,
} from "@dianbo/shared/library-filter";
import * as v from "valibot";

/** What of the library is asked for, and in which order: all of it stands in the page's address. */
export interface LibraryAsk {
  readonly filter: LibraryFilter;
  readonly sort: LibrarySort;
}

/** How items are drawn: a table of rows, or a grid of covers. */
export type LibraryLook = "table" | "grid";

/** The order of the book. */
export const BOOK_ORDER: LibrarySort = { by: "number", down: false };

/** The whole library. */
export const ALL: LibraryAsk = { filter: {}, sort: BOOK_ORDER };

/** The room's address. */
export const ROOM = "#/library";

const numberOf = (text: string | null): number | undefined =>
  text !== null && /^\d{1,4}$/u.test(text) ? Number(text) : undefined;

/** Each condition as it stands in an address, checked by itself: one that cannot be read asks nothing. */
const readConditions = (params: URLSearchParams): readonly LibraryFilter[] => {
  const all = (name: string): readonly string[] | undefined =>
    params.has(name) ? params.getAll(name) : undefined;
  const from = numberOf(params.get("from"));
  const to = numberOf(params.get("to"));
  const raw: Readonly<Record<Condition, unknown>> = {
    query: params.get("q") ?? undefined,
    categories: all("shelf")?.map(Number),
    kinds: all("kind"),
    audiences: all("for"),
    tags: all("tag"),
    publishers: all("by"),
    minutes: {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
    noMinutes: params.has("no-minutes") ? true : undefined,
    where: all("where"),
    reviewed: params.has("reviewed") ? params.get("reviewed") === "yes" : undefined,
    notPlayedFor: numberOf(params.get("unplayed")),
    sinceEdition: params.has("new") ? true : undefined,
  };
  return Object.entries(raw).flatMap(([condition, value]) => {
    const parsed = v.safeParse(libraryFilterSchema, { [condition]: value });
    return parsed.success ? [parsed.output] : [];
  });
};

const readSort = (text: string | null): LibrarySort => {
  const down = text?.startsWith("-") === true;
  const parsed = v.safeParse(librarySortSchema, { by: down ? text.slice(1) : text, down });
  return parsed.success ? parsed.output : BOOK_ORDER;
};

/** What an address of the room asks for; what is not understood asks nothing. */
export const askOfAddress = (hash: string): LibraryAsk => {
  const params = new URLSearchParams(hash.split("?")[1] ?? "");
  const filter = Object.assign({}, ...readConditions(params));
  return { filter: trimFilter(filter), sort: readSort(params.get("sort")) };
};

/** The address that asks for this. */
export const addressOfAsk = ({ filter, sort }: LibraryAsk): string => {
  const params = new URLSearchParams();
  const { query, minutes } = filter;
  if (query !== undefined && query !== "") params.set("q", query);
  const add = (name: string, values: readonly (string | number)[] | undefined): void => {
    for (const value of values ?? []) params.append(name, String(value));
  };
  add("shelf", filter.categories);
  add("kind", filter.kinds);
  add("for", filter.audiences);
  add("tag", filter.tags);
  add("by", filter.publishers);
  add("from", minutes?.from === undefined ? [] : [minutes.from]);
  add("to", minutes?.to === undefined ? [] : [minutes.to]);
  add("no-minutes", filter.noMinutes === undefined ? [] : ["yes"]);
  add("where", filter.where);
  if (filter.reviewed !== undefined) params.set("reviewed", filter.reviewed ? "yes" : "no");
  add("unplayed", filter.notPlayedFor === undefined ? [] : [filter.notPlayedFor]);
  add("new", filter.sinceEdition === undefined ? [] : ["yes"]);
  if (sort.by !== "number" || sort.down) params.set("sort", `${sort.down ? "-" : ""}${sort.by}`);
  const text = params.toString();
  return text === "" ? ROOM : `${ROOM}?${text}`;
};

/** What is remembered while the tab lives, so that one comes back from an item to the same place. */
const leftSchema = v.object({ address: v.string(), current: v.optional(v.string()) });

const LEFT = "dianbo-library-view";
const LOOK = "dianbo-library-look";

/** Where the room was left in this tab. */
export const readLeft = (): v.InferOutput<typeof leftSchema> => {
  try {
    const parsed = v.safeParse(leftSchema, JSON.parse(sessionStorage.getItem(LEFT) ?? "null"));
    return parsed.success ? parsed.output : { address: ROOM };
  } catch {
    return { address: ROOM };
  }
};

/** Remembers where the room is left. */
export const keepLeft = (address: string, current: string | undefined): void => {
  sessionStorage.setItem(LEFT, JSON.stringify({ address, current }));
};

/** How this browser's library was drawn last. */
export const readLook = (): LibraryLook =>
  localStorage.getItem(LOOK) === "grid" ? "grid" : "table";

/** Remembers how it is drawn. */
export const keepLook = (look: LibraryLook): void => localStorage.setItem(LOOK, look);
