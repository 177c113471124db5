import type { Called } from "@dianbo/shared/calling";
import type { Courseware } from "@dianbo/shared/courseware";
import { entriesOf, type SetMenuEntry } from "@dianbo/shared/set-menu";
import { type Part, partsOfMenu } from "./place.ts";

/** The items one can choose from with the arrows, as they stand beside the digits. */
export const choicesOf = (called: Called): readonly Courseware[] => {
  switch (called.type) {
    case "half":
      return called.following.map(({ item }) => item);
    case "several":
      return called.items;
    case "unknown":
      return called.near.map(({ item }) => item);
    case "nothing":
    case "set-menu":
    case "item":
      return [];
  }
};

/** Which choice is marked: nearest numbers and twins start with the first, a half-typed number with none. */
export const markedChoice = (called: Called, chosen: number): number =>
  called.type === "several" || called.type === "unknown" ? Math.max(0, chosen) : chosen;

/** The one item that Enter would put on, if the digits call one. */
export const calledItem = (called: Called, chosen: number): Courseware | undefined =>
  called.type === "item" ? called.item : choicesOf(called)[markedChoice(called, chosen)];

/** What Enter puts on and + queues. */
export const calledParts = (
  called: Called,
  chosen: number,
  entries: Iterable<SetMenuEntry>,
): readonly Part[] => {
  if (called.type === "set-menu") {
    return partsOfMenu(called.menu.id, entriesOf(called.menu.id, [...entries]));
  }
  const item = calledItem(called, chosen);
  return item === undefined ? [] : [{ item: item.id }];
};
