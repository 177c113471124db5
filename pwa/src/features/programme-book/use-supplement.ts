import { type CivilDate, civilDateOf } from "@dianbo/shared/clock";
import {
  changesSinceEdition,
  type Edition,
  type EditionChanges,
  type EditionContent,
  readEditionContent,
} from "@dianbo/shared/programme";
import { useMemo } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { printedMenus } from "./printed-menus.ts";
import { type BookAtWork, printedEditions } from "./use-book.ts";

/** An edition of the past, and what has changed since. */
export interface PastEdition {
  readonly edition: Edition;
  readonly date: CivilDate;
  /** `undefined` where it was printed before rows were kept: nothing to compare with. */
  readonly since:
    | { readonly content: EditionContent; readonly changes: EditionChanges }
    | undefined;
}

/** All printed editions, the latest first, each compared with the book as it stands now. */
export const usePastEditions = (book: BookAtWork): readonly PastEdition[] => {
  const { library } = useDependencies();
  const snapshot = useSnapshot();
  const { site } = library.identity();
  const { menus } = book.content;
  return useMemo(() => {
    const items = [...snapshot.items.values()];
    const menusNow = printedMenus(menus);
    return printedEditions(snapshot, site).map((edition): PastEdition => {
      const record = snapshot.records.get(edition.id);
      const content = record === undefined ? undefined : readEditionContent(record, site);
      return {
        edition,
        date: civilDateOf(edition.printedAt),
        since:
          content === undefined
            ? undefined
            : { content, changes: changesSinceEdition(content, items, menusNow) },
      };
    });
  }, [snapshot, site, menus]);
};
