import { type Category, categoryFromDigit } from "../category/index.ts";
import { type Courseware, isListed } from "../courseware/index.ts";
import type { SetMenu } from "../set-menu/index.ts";

/** Why a near number is offered; the screen says it in words ("9 下面是 6"). */
export type NearReason =
  | {
      readonly type: "next-key";
      readonly typed: string;
      readonly meant: string;
      readonly where: "above" | "below" | "left" | "right";
    }
  | { readonly type: "one-digit"; readonly place: 1 | 2 | 3 | 4 | 5; readonly meant: string }
  | { readonly type: "swapped"; readonly first: string; readonly second: string }
  | { readonly type: "same-shelf" };

/** An item near to a number that nobody has. */
export interface NearItem {
  readonly item: Courseware;
  readonly number: number;
  readonly reason: NearReason;
}

/** What the digits typed so far call. */
export type Called =
  | { readonly type: "nothing" }
  /** One or two digits that are a set menu, or may become a number. */
  | { readonly type: "set-menu"; readonly menu: SetMenu; readonly following: readonly Following[] }
  /** A number half typed: what it may become, and which keys lead on. */
  | {
      readonly type: "half";
      readonly category: Category | undefined;
      readonly following: readonly Following[];
      readonly keys: ReadonlySet<string>;
    }
  | { readonly type: "item"; readonly item: Courseware }
  /** Two items answer to one number: both were printed or played before the two posts met. */
  | { readonly type: "several"; readonly items: readonly Courseware[] }
  | {
      readonly type: "unknown";
      readonly typed: string;
      readonly shelfEnd: number | undefined;
      readonly near: readonly NearItem[];
    };

/** A number that begins with what was typed. */
export interface Following {
  readonly number: number;
  readonly item: Courseware;
}

/** The numbered items and set menus of a site, made ready for the keypad. */
export interface CallBook {
  readonly byNumber: ReadonlyMap<number, readonly Courseware[]>;
  readonly menus: ReadonlyMap<number, SetMenu>;
}

/**
 * Makes the keypad's book: current numbers first, former numbers where nobody carries them now, not
 * even a deleted item, or where two items share one until the next edition. Of two set menus under one number the one with the lower id answers.
 */
export const buildCallBook = (
  items: readonly Courseware[],
  menus: readonly SetMenu[],
): CallBook => {
  const byNumber = new Map<number, Courseware[]>();
  const listed = items.filter(isListed);
  const carried = new Set(items.map(({ number }) => number));
  for (const item of listed) {
    if (item.number == null) continue;
    byNumber.set(item.number, [...(byNumber.get(item.number) ?? []), item]);
  }
  for (const item of listed) {
    for (const former of item.formerNumbers ?? []) {
      if (!carried.has(former) || former === item.sharesNumber)
        byNumber.set(former, [...(byNumber.get(former) ?? []), item]);
    }
  }
  const answering = menus
    .filter((menu) => menu.life !== "deleted")
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  return {
    byNumber,
    menus: new Map(answering.flatMap((menu) => (menu.number == null ? [] : [[menu.number, menu]]))),
  };
};

/** How many digits the longest number of the book has: four, five once a shelf passes 999. */
export const digitsOf = (book: CallBook): 4 | 5 => {
  for (const number of book.byNumber.keys()) if (number > 9999) return 5;
  return 4;
};

const followingOf = (digits: string, book: CallBook): readonly Following[] => {
  const following: Following[] = [];
  for (const [number, items] of book.byNumber) {
    const text = String(number);
    if (text.length > digits.length && text.startsWith(digits)) {
      following.push(...items.map((item) => ({ number, item })));
    }
  }
  return following.sort((a, b) => a.number - b.number);
};

/**
 * Resolves the digits that were typed. One or two digits are a set menu where there is one; three are
 * always a number half typed; four or five name an item. Digits that lead nowhere are met with the
 * nearest numbers and the reason for each.
 */
export const resolveCall = (digits: string, book: CallBook): Called => {
  if (digits === "") return { type: "nothing" };
  const items = digits.length >= 4 ? book.byNumber.get(Number(digits)) : undefined;
  const [only] = items ?? [];
  if (items !== undefined && only !== undefined) {
    return items.length === 1 ? { type: "item", item: only } : { type: "several", items };
  }
  const following = followingOf(digits, book);
  const menu = digits.length <= 2 ? book.menus.get(Number(digits)) : undefined;
  if (menu !== undefined) return { type: "set-menu", menu, following };
  const category = categoryFromDigit(digits.charAt(0));
  const keys = new Set([
    ...following.map(({ number }) => String(number).charAt(digits.length)),
    ...menuKeys(digits, book),
  ]);
  return keys.size > 0
    ? { type: "half", category, following, keys }
    : {
        type: "unknown",
        typed: digits,
        shelfEnd: endOf(category, book),
        near: nearest(digits, book),
      };
};

/** The second digits that lead from one digit to a set menu. */
const menuKeys = (digits: string, book: CallBook): readonly string[] =>
  digits.length === 1
    ? [...book.menus.keys()]
        .map(String)
        .filter((number) => number.length === 2 && number.startsWith(digits))
        .map((number) => number.charAt(1))
    : [];

const endOf = (shelf: Category | undefined, book: CallBook): number | undefined => {
  if (shelf === undefined) return undefined;
  const numbers = [...book.byNumber.keys()].filter((number) =>
    String(number).startsWith(String(shelf)),
  );
  return numbers.length === 0 ? undefined : Math.max(...numbers);
};

/** Where each digit lies on a numpad: column, row from the top. */
const NUMPAD: Readonly<Record<string, readonly [number, number]>> = {
  "7": [0, 0],
  "8": [1, 0],
  "9": [2, 0],
  "4": [0, 1],
  "5": [1, 1],
  "6": [2, 1],
  "1": [0, 2],
  "2": [1, 2],
  "3": [2, 2],
  "0": [0, 3],
};

const keyStep = (
  typed: string,
  meant: string,
): "above" | "below" | "left" | "right" | undefined => {
  const from = NUMPAD[typed];
  const to = NUMPAD[meant];
  if (from === undefined || to === undefined) return undefined;
  const across = to[0] - from[0];
  const down = to[1] - from[1];
  if (across === 0 && down === 1) return "below";
  if (across === 0 && down === -1) return "above";
  if (down === 0 && across === 1) return "right";
  if (down === 0 && across === -1) return "left";
  return undefined;
};

const PLACES = [1, 2, 3, 4, 5] as const;

const reasonFor = (
  typed: string,
  number: string,
): { reason: NearReason; score: number } | undefined => {
  if (typed.length !== number.length) return undefined;
  const differing = [...typed].flatMap((digit, index) =>
    digit === number.charAt(index) ? [] : [index],
  );
  const [first, second] = differing;
  if (differing.length === 1 && first !== undefined) {
    const meant = number.charAt(first);
    const step = keyStep(typed.charAt(first), meant);
    if (step !== undefined) {
      return {
        reason: { type: "next-key", typed: typed.charAt(first), meant, where: step },
        score: first === 0 ? 2.5 : 1,
      };
    }
    const place = PLACES[first];
    if (place === undefined) return undefined;
    return { reason: { type: "one-digit", place, meant }, score: first === 0 ? 3 : 2 };
  }
  if (
    differing.length === 2 &&
    first !== undefined &&
    second === first + 1 &&
    typed.charAt(first) === number.charAt(second) &&
    typed.charAt(second) === number.charAt(first)
  ) {
    return {
      reason: { type: "swapped", first: typed.charAt(second), second: typed.charAt(first) },
      score: 1.5,
    };
  }
  return typed.charAt(0) === number.charAt(0)
    ? { reason: { type: "same-shelf" }, score: 10 }
    : undefined;
};

/** The three numbers nearest to what was typed, the likeliest first: a slip to the next key, two digits swapped, one digit off. */
export const nearest = (typed: string, book: CallBook): readonly NearItem[] => {
  const scored: { near: NearItem; score: number }[] = [];
  for (const [number, items] of book.byNumber) {
    const found = reasonFor(typed, String(number));
    const [item] = items;
    if (found === undefined || item === undefined) continue;
    scored.push({
      near: { item, number, reason: found.reason },
      score: found.score + Math.abs(number - Number(typed)) / 100_000,
    });
  }
  return scored
    .sort((a, b) => a.score - b.score || a.near.number - b.near.number)
    .slice(0, 3)
    .map(({ near }) => near);
};
