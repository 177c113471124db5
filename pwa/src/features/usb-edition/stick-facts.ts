import { CATEGORIES, type Category } from "@dianbo/shared/category";
import type { Courseware } from "@dianbo/shared/courseware";
import type { Stick } from "@dianbo/shared/usb-edition";
import { createContext, useContext } from "react";

/** What all screens of the USB edition know. */
export interface StickHome {
  readonly stick: Stick;
  /** Whether what was played is kept when the page is closed. */
  readonly isKept: () => boolean;
}

const StickContext = createContext<StickHome | undefined>(undefined);

/** Hands the stick down. */
export const StickProvider = StickContext.Provider;

/** The stick beside the page, and how this PC keeps what was played. */
export const useStickHome = (): StickHome => {
  const home = useContext(StickContext);
  if (home === undefined) throw new Error("a screen stands outside StickProvider");
  return home;
};

/** The stick beside the page. */
export const useStick = (): Stick => useStickHome().stick;

/** Whether an item can be played from the stick, as far as the stick's index tells. */
export const isOnStick = (item: Courseware): boolean => item.media != null || item.article != null;

/** How many items stand on each shelf, by the number's first digit. */
export const shelfCounts = (stick: Stick): ReadonlyMap<Category, number> =>
  new Map(
    CATEGORIES.map((category) => [
      category,
      stick.book.items.filter(({ number }) => String(number).startsWith(String(category))).length,
    ]),
  );
