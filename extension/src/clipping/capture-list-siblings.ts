/** Like things of one parent. */
export interface Siblings {
  readonly parent: Element;
  readonly name: string;
  readonly rows: ReadonlySet<Element>;
}

/** Words of a class that say how a thing stands or moves, not what it is: they differ from one like thing to the next. */
const PASSING =
  /^(?:wow|anim\w*|fade\w*|slide\w*|aos\w*|active|on|cur\w*|first|last|odd|even|fl|fr|left|right|clearfix|[mp][trblxy]?-?\d+|\w*\d+)$/iu;

const wordsOf = (element: Element): string =>
  (element.getAttribute("class") ?? "")
    .split(/\s+/u)
    .filter((word) => word !== "" && !PASSING.test(word))
    .slice(0, 4)
    .join(" ");

const likeKey = (element: Element): string => `${element.nodeName}.${wordsOf(element)}`;

/** Whether its own style says that nobody sees it. */
export const isHidden = (element: Element): boolean =>
  /display\s*:\s*none/iu.test(element.getAttribute("style") ?? "");

/** A tab that is not open holds another column, and is no part of the one that is. */
const shownOf = (parts: readonly Siblings[]): readonly Siblings[] => {
  const shown = parts.filter(({ parent }) => !isHidden(parent));
  return shown.length > 0 ? shown : parts;
};

/** Above → what stands under it is called → the siblings of that name, in the page's order. */
type Places = Map<Element, Map<string, Siblings[]>>;

const put = (places: Places, above: Element, key: string, siblings: Siblings): void => {
  const byKey = places.get(above) ?? new Map<string, Siblings[]>();
  places.set(above, byKey);
  const same = byKey.get(key);
  if (same === undefined) byKey.set(key, [siblings]);
  else same.push(siblings);
};

/** Siblings of the same kind side by side under one element, or in like items of one list (a list for each month). */
export const sideBySide = (all: readonly Siblings[]): readonly (readonly Siblings[])[] => {
  const beside: Places = new Map();
  for (const siblings of all) {
    const above = siblings.parent.parentElement;
    if (above === null) continue;
    const key = `${likeKey(siblings.parent)} ${siblings.name}`;
    put(beside, above, key, siblings);
    const list = above.parentElement;
    if (above.nodeName.toUpperCase() === "LI" && list !== null) {
      put(beside, list, `${likeKey(above)} ${key}`, siblings);
    }
  }
  return [...beside.values()]
    .flatMap((byKey) => [...byKey.values()])
    .map(shownOf)
    .filter((parts) => parts.length > 1 && parts.length < 60);
};

/** Fewer boxes than this are no home page. */
const FEWEST_BOXES = 3;
const MOST_BOXES = 60;

const sizeOf = (box: readonly Siblings[]): number =>
  box.reduce((sum, { rows }) => sum + rows.size, 0);

/** A list among boxes beside it is longer than they are; the boxes of a home page are of about one length. */
const areOfOneLength = (boxes: readonly (readonly Siblings[])[]): boolean => {
  const sizes = boxes.map(sizeOf).sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return (sizes[0] ?? 0) >= 2 && (sizes.at(-1) ?? 0) <= middle * 2;
};

/**
 * Boxes that are built alike wherever they stand, as a home page has one for each column: told by the
 * classes of the two elements that hold each. Each entry is all the siblings of one kind of box.
 */
export const likeBoxes = (all: readonly Siblings[]): readonly (readonly Siblings[])[] => {
  const kinds = new Map<string, Map<Element, Siblings[]>>();
  for (const siblings of all) {
    const holder = siblings.parent.parentElement;
    const above = holder?.parentElement;
    if (holder === null || above === null || above === undefined) continue;
    if (wordsOf(holder) === "" && wordsOf(above) === "") continue;
    if (isHidden(siblings.parent) || isHidden(holder)) continue;
    const { nodeName } = siblings.parent;
    const key = `${likeKey(above)} ${likeKey(holder)} ${nodeName} ${siblings.name}`;
    const boxes = kinds.get(key) ?? new Map<Element, Siblings[]>();
    kinds.set(key, boxes);
    const box = boxes.get(holder);
    if (box === undefined) boxes.set(holder, [siblings]);
    else box.push(siblings);
  }
  return [...kinds.values()]
    .map((boxes) => [...boxes.values()])
    .filter((boxes) => boxes.length >= FEWEST_BOXES && boxes.length <= MOST_BOXES)
    .filter(areOfOneLength)
    .map((boxes) => boxes.flat());
};
